"""Exports of KoboToolbox and ODK: one form for each submission."""

import re
from collections.abc import Iterator

from builder.base import survey_names as names
from builder.base.finding import Finding
from builder.base.form_id import FormId, find_form_id
from builder.model.answers import Filled, Found, How, Marks, Stray
from builder.read.names import legible
from builder.read.refusal import refused
from builder.read.survey.columns import Column, column
from builder.read.survey.shapes import ShapeError, Submission, from_csv, from_json

_SECTION = re.compile(r"qagida-section-([0-9]{2})")
_VERSION = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9a-f]{10})")
_FORM_KEY = "_xform_id_string"
_BODY, _REGION, _YEAR = "0.1", "0.2", "0.3"
_YEARS = re.compile(r"20[0-9]{2}")


def read_kobo(data: bytes, name: str) -> tuple[Filled, ...]:
    """The submissions of an export in JSON or CSV, in its order; each is named after its place in the file.

    Raises QagidaError: Q721 when the file is damaged or of another shape.
    """
    name = legible(name)
    kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "csv"
    try:
        submissions = from_json(data) if kind == "json" else from_csv(data)
    except ShapeError as error:
        raise refused("Q721", name, trouble=str(error)) from error
    return tuple(_Reading(f"{name}#{number}", kind).filled(one) for number, one in enumerate(submissions, 1))


class _Reading:
    """What has been read of one submission."""

    def __init__(self, name: str, kind: str) -> None:
        self._name, self._kind = name, kind
        self._found: dict[str, Found] = {}
        self._strays: list[Stray] = []
        self._findings: list[Finding] = []
        self._form: FormId | None = None
        self._section: int | None = None
        self._version = ""

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
            self._version = self._version or words
        elif heading.strip() == _FORM_KEY:
            known = _SECTION.fullmatch(words.strip())
            self._section = int(known[1]) if known is not None else None
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
        version = _VERSION.fullmatch(self._version.strip())
        section = self._section
        if section is None:
            section = max(self._sections(), default=None)
        year = self._said(_YEAR)
        return Marks(
            form_id=str(self._form) if self._form is not None else None,
            year=int(year) if year is not None and _YEARS.fullmatch(year) else None,
            section=section,
            language=self._form.language if self._form is not None else None,
            edition=version[1] if version is not None else None,
            digest=version[2] if version is not None else None,
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
