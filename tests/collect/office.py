"""A collection with invented bodies, and forms filled as people would; nothing here is anybody's answer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.blocks.tree import Document
from builder.compose import workbook
from builder.compose.addressed import address, blank
from builder.model.collection import Collection, Issue
from builder.model.library import Content
from builder.model.registry import Respondent, Words
from builder.store.store import Store
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.folder import Folder
from builder.workflow.project import Project, created
from builder.write.docx.writer import write as write_docx
from builder.write.xlsx.writer import write as write_workbook
from examples.filling import docx, xlsx
from tests.conftest import ROOT

YEAR = 2026
REGIONS = ("abai", "akmola", "aktobe", "atyrau")


def respondents(count: int) -> tuple[Respondent, ...]:
    """Bodies of section 3 that do not exist, in turn in four regions."""
    return tuple(
        Respondent(
            f"body-{number:03}",
            "mlsp",
            3,
            Words(f"«{number}-сынақ» мекемесі", f"Учреждение «Проба {number}»"),
            Words("Басшыға", "Руководителю"),
            REGIONS[number % len(REGIONS)],
        )
        for number in range(1, count + 1)
    )


@contextmanager
def opened(content: Content, folder: Path, count: int = 4, year: int = YEAR) -> Iterator[Desk]:
    """A desk with a collection of invented bodies."""
    place = Folder(folder / str(year))
    terms = Collection(year, date(year, 11, 1), date(year, 12, 1), "mia", content.provenance.edition)
    with Store.create(place.store, terms) as store:
        store.add_issues(respondents(count))
        yield Desk(Project(ROOT), place, content, store)


@lru_cache(maxsize=8)
def _blank(key: "_Key") -> Document:
    return arrange(blank(key.content, key.section, key.language))


class _Key:
    """Content is too large to be hashed."""

    def __init__(self, content: Content, section: int, language: Language) -> None:
        self.content, self.section, self.language = content, section, language

    def __hash__(self) -> int:
        return hash((id(self.content), self.section, self.language))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and hash(self) == hash(other)


def word_form(content: Content, issue: Issue, language: Language, answers: Mapping[str, str]) -> bytes:
    """A Word form as one respondent got it, filled."""
    tree = address(_blank(_Key(content, issue.respondent.section, language)), content, issue)
    return docx.fill(write_docx(tree, ROOT / "templates" / "docx", created(content)), answers)


def sheet_form(
    content: Content, issue: Issue, language: Language, answers: Mapping[str, str | bool]
) -> bytes:
    """The same as a workbook."""
    return xlsx.fill(write_workbook(workbook.workbook(content, issue, language)), answers)


def unmarked(data: bytes) -> bytes:
    """A Word file without properties, as after its content was copied into a new one."""
    from builder.ooxml.package import pack, read

    return pack({name: part for name, part in read(data).items() if name != "docProps/custom.xml"})


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def batch(desk: Desk, folder: Path) -> None:
    """A form for every respondent: four real forms, and copies of them with other numbers."""
    issues = desk.store.issues()
    bases = [
        unmarked(word_form(desk.content, issue, Language.RU, {"3.1.3": str(issue.number)}))
        for issue in issues[:4]
    ]
    for issue in issues:
        number = str(issue.form_id(Language.RU))
        put(folder, f"{issue.number:04}.docx", numbered(bases[issue.number % len(bases)], number))


def numbered(unmarked_form: bytes, number: str) -> bytes:
    """A form with the properties of another issue; everything else stays as it is, byte for byte."""
    target = BytesIO(unmarked_form)
    with ZipFile(target, "a", ZIP_DEFLATED) as package:
        package.writestr("docProps/custom.xml", _CUSTOM.format(number=number))
    return target.getvalue()


_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="qagida-form">'
    "<vt:lpwstr>{number}</vt:lpwstr></property>"
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="3" name="qagida-section">'
    "<vt:i4>3</vt:i4></property></Properties>"
)
