"""Exports of KoboToolbox and ODK: one form for each submission."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.base import survey_names as names
from builder.base.finding import Finding, QagidaError
from builder.base.form_id import FormId, find_form_id
from builder.base.place import Place
from builder.model.answers import Filled, Found, How, Marks, Stray
from builder.read.names import legible
from builder.read.refusal import refused
from builder.read.survey.columns import Column, column
from builder.read.survey.shapes import ShapeError, Submission, Table, from_json, table
from builder.read.survey.tables import Joined, is_list, join

JSON, CSV, EXPORT = "json", "csv", "export"
"""Formats of exports; the last has several tables: sheets of a workbook, or files."""
SURVEYS = frozenset({JSON, CSV, EXPORT})

Lists = Callable[[int], frozenset[str]]
"""The codes of the lists of a section's form."""

_ODK = "key"
_FORM_KEY = "_xform_id_string"
_BODY, _REGION, _YEAR = "0.1", "0.2", "0.3"
_SHOWN = 8
"""Codes that a finding names; the others are counted."""
_YEARS = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Export:
    """The submissions of an export, in its order; each is named after its place in it.

    `findings` are those of the export as a whole: Q794 rows that belong to no submission in it, Q795 lists
    that it has no columns for.
    """

    forms: tuple[Filled, ...]
    findings: tuple[Finding, ...] = ()


def no_lists(_section: int) -> frozenset[str]:
    """For those who do not know the forms."""
    return frozenset()


def read_kobo(data: bytes, name: str, lists: Lists = no_lists) -> Export:
    """An export in JSON, or in CSV with one table.

    Raises QagidaError: Q721 when the file is damaged or of another shape, Q794 for a list alone.
    """
    name = legible(name)
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            return Export(_forms(from_json(data), name, JSON))
        tables = [table(data, name)]
    except ShapeError as error:
        raise refused("Q721", name, trouble=str(error)) from error
    return _read(tables, name, CSV, lists)


def read_files(files: Iterable[tuple[str, bytes]], name: str, lists: Lists = no_lists) -> Export:
    """An export in several CSV files: submissions, and the lists in them. Raises as `read_kobo` does."""
    name = legible(name)
    tables = []
    for path, data in files:
        try:
            tables.append(table(data, legible(path)))
        except ShapeError as error:
            raise refused("Q721", name, at=legible(path), trouble=str(error)) from error
    return _read(tables, name, EXPORT, lists)


def read_sheets(tables: Sequence[Table], name: str) -> Export:
    """An export in the sheets of a workbook; a list without any row in it has no sheet.

    Raises QagidaError: Q794 for lists without submissions.
    """
    return _read(tables, legible(name), EXPORT, no_lists)


def _read(tables: Sequence[Table], name: str, kind: str, lists: Lists) -> Export:
    joined = join(tables)
    lost = tuple(
        Finding("Q794", Place(name, at="" if one.table == name else one.table), {"rows": str(one.rows)})
        for one in joined.lost
    )
    if lost and not joined.submissions:
        raise QagidaError(*lost)
    forms = _forms(joined.submissions, name, kind)
    return Export(forms, (*lost, *_without_lists(tables, joined, forms, name, lists)))


def _forms(submissions: Iterable[Submission], name: str, kind: str) -> tuple[Filled, ...]:
    return tuple(_Reading(f"{name}#{number}", kind).filled(one) for number, one in enumerate(submissions, 1))


def _without_lists(
    tables: Sequence[Table], joined: Joined, forms: Sequence[Filled], name: str, lists: Lists
) -> Iterator[Finding]:
    """Q795 for lists that were asked and have no column at all.

    One table has columns for the lists that somebody filled in, ODK a file for every list.
    """
    odk = any(one.column(_ODK) is not None for one in tables if not is_list(one))
    if joined.lists and not odk:
        return
    asked = frozenset(
        code for one in forms if one.marks.section is not None for code in lists(one.marks.section)
    )
    absent = sorted(asked - joined.lists, key=lambda code: [int(part) for part in code.split(".")])
    if absent:
        shown = ", ".join(absent[:_SHOWN]) + (f" (+{len(absent) - _SHOWN})" if len(absent) > _SHOWN else "")
        yield Finding("Q795", Place(name), {"codes": shown})


class _Reading:
    """What has been read of one submission."""

    def __init__(self, name: str, kind: str) -> None:
        self._name, self._kind = name, kind
        self._found: dict[str, Found] = {}
        self._strays: list[Stray] = []
        self._findings: list[Finding] = []
        self._form: FormId | None = None
        self._section: int | None = None
        self._version: names.Version | None = None

    def filled(self, submission: Submission) -> Filled:
        for heading, words in submission.items():
            if words.strip():
                self._column(heading, words, column(heading))
        found = tuple(self._found.values())
        strays, findings = tuple(self._strays), tuple(self._findings)
        return Filled(self._name, self._kind, self._marks(), found, strays, findings)

    def _column(self, heading: str, words: str, what: Column) -> None:
        if what.code:
            self._answer(heading, words, what)
        elif what.form_id or (not what.server and not what.note and self._is_form_id(words)):
            self._number(heading, words)
        elif what.version:
            self._version = self._version or names.read_version(words)
        elif heading.strip() == _FORM_KEY:
            self._section = names.read_form_name(words)
        elif not what.server:
            self._strays.append(Stray(words, legible(heading)))

    def _is_form_id(self, words: str) -> bool:
        """In an export with labels the number stands under a heading without a code."""
        form = find_form_id(words)
        return self._form is None and form is not None and str(form) == words.strip()

    def _number(self, heading: str, words: str) -> None:
        form = find_form_id(words)
        if form is None or self._form is not None:
            self._strays.append(Stray(words, legible(heading)))
        else:
            self._form = form

    def _answer(self, heading: str, words: str, what: Column) -> None:
        if "n" in what.code and what.row is None:
            self._strays.append(Stray(words, legible(heading), what.code.partition(".n")[0]))
            return
        code = what.code.replace("n", str(what.row))
        found = Found(code, words, How.COLUMN, legible(heading))
        if what.yes_no:
            found = _ticked(found, what.choices or (names.YES, names.NO))
        if found.code in self._found:
            self._strays.append(Stray(words, legible(heading), code))
        else:
            self._found[found.code] = found

    def _marks(self) -> Marks:
        version = self._version
        section = self._section
        if section is None and version is not None:
            section = version.section
        if section is None:
            section = max(self._sections(), default=None)
        year = self._said(_YEAR)
        return Marks(
            form_id=str(self._form) if self._form is not None else None,
            year=int(year) if year is not None and _YEARS.fullmatch(year) else None,
            section=section,
            language=self._form.language if self._form is not None else None,
            edition=version.edition if version is not None else None,
            digest=version.digest if version is not None else None,
            body=self._said(_BODY),
            region=self._said(_REGION),
        )

    def _sections(self) -> Iterator[int]:
        """Sections of addressees that were answered."""
        for code in self._found:
            section = int(code.partition(".")[0])
            if section > 1:
                yield section

    def _said(self, code: str) -> str | None:
        found = self._found.get(code)
        return found.text.strip() if found is not None else None


def _ticked(found: Found, choices: tuple[str, str]) -> Found:
    """Yes and no have codes of their own; other words stay with yes, where a reader of values meets them."""
    words = found.text.strip().casefold()
    for position, word in enumerate(choices, 1):
        if words == word.casefold():
            return Found(f"{found.code}.{position}", found.text, found.how, found.at, ticked=True)
    return Found(f"{found.code}.1", found.text, found.how, found.at)
