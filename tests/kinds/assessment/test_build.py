"""The documents of an assessment as files: equal bytes, whole, private where they are not for the public."""

import stat
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.model.library import Content
from builder.workflow.assess.build import build_assessment, papers
from builder.workflow.files import digest
from builder.workflow.manifest import read_manifest
from builder.workflow.project import Project
from tests.conftest import ROOT
from tests.kinds.assessment.conftest import PERIOD

NAMES = ("report", "public", "consolidated", "consolidated-public", "extract-mci")


@pytest.fixture(scope="module")
def built(collections: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the period, with the Russian documents as Word files."""
    output = tmp_path_factory.mktemp("output")
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        output,
        formats=("docx",),
        languages=(Language.RU,),
        only=NAMES,
        root=collections,
    )
    assert made.written == tuple(sorted(f"ru/{name}.docx" for name in NAMES))
    return output / "assessment" / PERIOD


def test_the_manifest_lists_every_file(built: Path) -> None:
    entries = read_manifest(built)
    assert set(entries) == {f"ru/{name}.docx" for name in NAMES}
    for path, entry in entries.items():
        assert digest((built / path).read_bytes()) == entry.sha256
        assert f"assessment/{PERIOD}/analysis.yaml" in entry.sources
        assert entry.edition == "2024-09-11"
    assert entries["ru/extract-mci.docx"].subject == "mci"


def test_only_the_public_version_may_be_read_by_anybody(built: Path) -> None:
    rights = {name: stat.S_IMODE((built / "ru" / f"{name}.docx").stat().st_mode) for name in NAMES}
    anybody = {"public", "consolidated-public"}
    assert rights == {name: 0o644 if name in anybody else 0o600 for name in NAMES}


def test_the_same_answers_give_the_same_bytes(built: Path, collections: Path, tmp_path: Path) -> None:
    build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("docx", "pdf"),
        languages=(Language.RU,),
        only=("report",),
        root=collections,
    )
    again = tmp_path / "assessment" / PERIOD / "ru"
    assert (again / "report.docx").read_bytes() == (built / "ru" / "report.docx").read_bytes()
    first = (again / "report.pdf").read_bytes()
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("pdf",),
        languages=(Language.RU,),
        only=("report",),
        root=collections,
    )
    assert made.kept == ("ru/report.pdf",)
    assert made.written == ()
    assert (again / "report.pdf").read_bytes() == first
    assert set(read_manifest(tmp_path / "assessment" / PERIOD)) == {"ru/report.docx", "ru/report.pdf"}


def test_what_a_person_changed_is_kept_aside(collections: Path, tmp_path: Path) -> None:
    target = tmp_path / "assessment" / PERIOD / "ru" / "extract-mci.docx"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"mine")
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("docx",),
        languages=(Language.RU,),
        only=("extract-mci",),
        root=collections,
    )
    assert "Q920" in [finding.code for finding in made.findings]
    assert target.with_name("extract-mci.edited-1.docx").read_bytes() == b"mine"
    assert target.read_bytes() != b"mine"


def test_an_unknown_document_is_told_of(collections: Path, tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as caught:
        build_assessment(Project(ROOT), PERIOD, tmp_path, only=("extract-nobody",), root=collections)
    assert [finding.code for finding in caught.value.findings] == ["Q906"]
    assert not list(tmp_path.rglob("*.docx"))


def test_years_without_answers_make_no_report(tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as caught:
        build_assessment(Project(ROOT), PERIOD, tmp_path, root=tmp_path / "nothing")
    assert [finding.code for finding in caught.value.findings] == ["Q952"]


def test_every_subject_with_a_profile_gets_an_extract(content: Content) -> None:
    names = [paper.name for paper in papers(content)]
    assert len(names) == len(set(names))
    assert {
        "report",
        "public",
        "consolidated",
        "consolidated-public",
        "extract-mia",
        "extract-ngo",
        "extract-io",
    } <= set(names)
