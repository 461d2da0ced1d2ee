"""What each respondent is sent in each of its languages: the letter and the form in several formats."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import assert_never

from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Document
from builder.blocks.workbook import Workbook
from builder.compose import addressed, workbook
from builder.compose.letters import RequestLetter, compose
from builder.model.collection import Issue
from builder.model.library import Content
from builder.store.connection import private_folder
from builder.workflow.files import PRIVATE, digest, file_digest, keep_aside, write_whole
from builder.workflow.make import WRITERS
from builder.write.xlsform.writer import write as write_survey
from builder.write.xlsx.copies import Copier

LETTER, FORM = "letter", "form"
WORKBOOK = "xlsx"
FORMATS = ("docx", "pdf", WORKBOOK)
"""Formats of a form; letters have those of an office, which a workbook is not."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files to be made for one respondent in one language: their names, and digests of earlier ones."""

    issue: Issue
    language: Language
    files: tuple[str, ...]
    known: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Survey:
    """The XLSForm of a section, one for all its respondents."""

    section: int
    known: str | None = None

    @property
    def path(self) -> str:
        return f"xlsform/section-{self.section:02}.xlsx"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that lies ready: its path below `out`, its digest, and what became of it.

    `kept_aside` is the name given to a file that somebody had changed.
    """

    path: str
    sha256: str
    written: bool
    kept_aside: str | None = None


def folder_name(issue: Issue) -> str:
    """`00031-police-abai`; an imported id cannot lead out of the folder."""
    safe = _UNSAFE.sub("-", issue.respondent.id).strip(".-")[:_LONGEST]
    return f"{issue.number:05}-{safe}"


def file_names(language: Language, formats: tuple[str, ...]) -> Iterator[str]:
    """`letter.kk.docx`, `letter.kk.pdf`, `form.kk.docx`, `form.kk.pdf`, `form.kk.xlsx`."""
    for part in (LETTER, FORM):
        for suffix in FORMATS:
            if suffix in formats and (part is FORM or suffix in WRITERS):
                yield f"{part}.{language}.{suffix}"


@dataclass(frozen=True, slots=True)
class Blank:
    """The form of a section in one language before it is addressed: an arranged document, and a workbook."""

    document: Document
    workbook: Workbook


@dataclass(frozen=True, slots=True)
class Packer:
    """Makes parcels. Forms of one section and language follow each other, so one blank is kept at a time."""

    content: Content
    templates: Path
    out: Path
    moment: datetime
    _blanks: dict[tuple[int, Language], Blank] = field(default_factory=dict)
    _copier: Copier = field(default_factory=Copier)

    def do(self, task: Parcel | Survey) -> tuple[Sent, ...]:
        """Writes the files of a task, each whole or not at all."""
        match task:
            case Parcel():
                documents: dict[str, Document] = {}
                return tuple(self._file(task, name, documents) for name in task.files)
            case Survey():
                return (self._survey(task),)
            case _:
                assert_never(task)

    def _survey(self, survey: Survey) -> Sent:
        kazakh, russian = (workbook.blank(self.content, survey.section, one) for one in LAW_LANGUAGES)
        return self._put(survey.path, write_survey(kazakh, russian), survey.known)

    def _file(self, parcel: Parcel, name: str, documents: dict[str, Document]) -> Sent:
        part, _, rest = name.partition(".")
        suffix = rest.rpartition(".")[2]
        if suffix == WORKBOOK:
            data = self._workbook(parcel)
        else:
            if part not in documents:
                documents[part] = self._document(parcel, part)
            data = WRITERS[suffix](documents[part], self.templates, self.moment).data
        return self._put(f"{folder_name(parcel.issue)}/{name}", data, parcel.known.get(name))

    def _document(self, parcel: Parcel, part: str) -> Document:
        issue, language = parcel.issue, parcel.language
        if part == LETTER:
            return arrange(compose(self.content, RequestLetter(issue), language))
        return addressed.address(self._blank(parcel).document, self.content, issue)

    def _workbook(self, parcel: Parcel) -> bytes:
        blank = self._blank(parcel).workbook
        made = workbook.workbook(self.content, parcel.issue, parcel.language, blank)
        return self._copier.write(made, (parcel.issue.respondent.section, parcel.language))

    def _blank(self, parcel: Parcel) -> Blank:
        key = (parcel.issue.respondent.section, parcel.language)
        if key not in self._blanks:
            self._blanks.clear()
            self._blanks[key] = Blank(
                arrange(addressed.blank(self.content, *key)), workbook.blank(self.content, *key)
            )
        return self._blanks[key]

    def _put(self, path: str, data: bytes, known: str | None) -> Sent:
        """What a person changed is never overwritten."""
        target, made = self.out / path, digest(data)
        there = file_digest(target)
        if there == made:
            return Sent(path, made, written=False)
        private_folder(target.parent)
        aside = keep_aside(target).name if there is not None and there != known else None
        write_whole(target, data, PRIVATE)
        return Sent(path, made, written=True, kept_aside=aside)
