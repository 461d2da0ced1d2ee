"""Shared fixtures: the real content, loaded once per process; `--update-goldens` rewrites goldens."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.load.library import Loaded, load
from builder.model.library import Content, whole
from builder.workflow.project import Project

ROOT = Path(__file__).parent.parent

os.environ["QAGIDA_TODAY"] = "2026-11-21"  # contacts must not grow too old for these tests


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the expected files")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(ROOT / "content")


@pytest.fixture(scope="session")
def content(loaded: Loaded) -> Content:
    result = whole(loaded.library)
    assert result is not None, [f"{item.place} {item.code}" for item in loaded.findings]
    return result


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project that a test may spoil."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Project(tmp_path)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares text with an expected file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.exists(), f"no golden {path}; run pytest --update-goldens"
        assert text == path.read_text("utf-8")

    return compare
