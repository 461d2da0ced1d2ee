"""Filled forms that LibreOffice has saved again, as DOCX and as ODT and back: the same answers.

LibreOffice drops every tag and, in version 7.4, the line breaks inside a plain text control; the answers
here have none. The form is known by its visible codes.
"""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.answers import How
from examples.filling.docx import fill
from tests.read.word_forms import SECTIONS, as_answers, blank, fixture_answers, returned

OFFICE = shutil.which("soffice") or ""
FORMS = [(section, language) for section in SECTIONS for language in LAW_LANGUAGES]
TIMEOUT = 300

pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")


def name(section: int, language: Language) -> str:
    return f"{language}-{section:02}.docx"


def convert(files: Iterable[Path], suffix: str, into: Path, profile: Path) -> Path:
    """All files in one call: the office starts once."""
    command = [OFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", into, *files], check=True, capture_output=True, timeout=TIMEOUT)
    return into


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of filled forms by the way they went."""
    root = tmp_path_factory.mktemp("office")
    sent = root / "sent"
    sent.mkdir()
    for section, language in FORMS:
        form = blank(section, language)
        data = fill(form.data, fixture_answers(form, breaks=False))
        (sent / name(section, language)).write_bytes(data)
    profile = root / "profile"
    docx = convert(sorted(sent.iterdir()), "docx", root / "docx", profile)
    odt = convert(sorted(sent.iterdir()), "odt", root / "odt", profile)
    back = convert(sorted(odt.iterdir()), "docx", root / "back", profile)
    return {"docx": docx, "odt and back": back}


@pytest.mark.parametrize("way", ["docx", "odt and back"])
@pytest.mark.parametrize(("section", "language"), FORMS)
def test_saved_by_libreoffice(saved: dict[str, Path], way: str, section: int, language: Language) -> None:
    filled = returned((saved[way] / name(section, language)).read_bytes())
    assert as_answers(filled) == fixture_answers(blank(section, language), breaks=False)
    assert not filled.strays
    assert [finding.code for finding in filled.findings] == ["Q741"]
    assert {found.how for found in filled.found} == {How.CODE}
    assert (filled.marks.section, filled.marks.language) == (section, language)
