"""The rows of a table to respondents; nothing is guessed, and one wrong cell is told of by row and column."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.base.place import Place
from builder.model.library import Content
from builder.model.registry import Channel, Respondent, Words
from builder.model.registry_table import (
    COLUMNS,
    FORMULA,
    OPTIONAL,
    channel_of,
    column_of,
    heading,
    language_of,
    marked,
    plain,
)
from builder.read.guard import admit
from builder.read.registry import rows as table_rows
from builder.read.registry.rows import Row, TableError, csv_rows, workbook_rows
from builder.read.sniff import Kind

T = TypeVar("T")

SECTIONS = range(2, 17)
"""Sections with addressees; section 1 is filled by all and never named."""
LONGEST = 500
"""Characters of a name or an addressee."""
_SHOWN = 60
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Kinds of characters that nobody sees in print."""
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_HELD = re.compile(r"[,;/]|\s+и\s+|\s+және\s+")


def read_table(path: Path, content: Content) -> tuple[tuple[Respondent, ...], tuple[Finding, ...]]:
    """The respondents of a CSV or XLSX table, and what is wrong with it (Q636, Q637).

    Raises QagidaError (Q721 to Q733) for a file that must not be read.
    """
    admitted = admit(path)
    try:
        rows = _rows(admitted.kind, admitted.data)
        columns = _columns(rows[0])
    except TableError as error:
        return (), (_refused(admitted.name, str(error)),)
    reader = _Reader(admitted.name, columns, _Known.of(content))
    found = tuple(reader.respondent(row) for row in rows[1:])
    if not found:
        return (), (_refused(admitted.name, "no-rows"),)
    return tuple(one for one in found if one is not None), tuple(reader.findings)


def _rows(kind: Kind, data: bytes) -> tuple[Row, ...]:
    match kind:
        case Kind.CSV:
            rows = csv_rows(data)
        case Kind.XLSX:
            rows = workbook_rows(data)
        case _:
            raise TableError("suffix")
    if not rows:
        raise TableError("no-rows")
    return rows


def _columns(head: Row) -> Mapping[str, int]:
    """Which cell of a row holds which column; the first of two that bear one name."""
    found: dict[str, int] = {}
    for position, words in enumerate(head.cells):
        column = column_of(words)
        if column is not None:
            found.setdefault(column, position)
    if any(column not in found and column not in OPTIONAL for column in COLUMNS):
        raise TableError("columns")
    return found


def _refused(name: str, obstacle: str) -> Finding:
    columns = ", ".join(heading(column, Language.RU) for column in COLUMNS if column not in OPTIONAL)
    data = {"obstacle": obstacle, "columns": columns}
    for language in UI_LANGUAGES:
        needed = (heading(column, language) for column in COLUMNS if column not in OPTIONAL)
        data[f"columns:{language}"] = ", ".join(needed)
    return Finding("Q636", Place(name), data)


@dataclass(frozen=True, slots=True)
class _Known:
    """What cells may name: sections by subject, regions by every way to write them."""

    sections: Mapping[str, tuple[int, ...]]
    regions: Mapping[str, str]

    @classmethod
    def of(cls, content: Content) -> "_Known":
        regions = {
            plain(words): region.id
            for region in content.regions
            for words in (region.id, *(region.name.plain(language) for language in LAW_LANGUAGES))
        }
        return cls({subject.id: subject.sections for subject in content.subjects}, regions)


class _CellError(ValueError):
    """A fault of a cell, in the words of `words.fault`."""


@dataclass(slots=True)
class _Reader:
    """Reads rows one by one and gathers findings."""

    name: str
    columns: Mapping[str, int]
    known: _Known
    findings: list[Finding] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def respondent(self, row: Row) -> Respondent | None:
        """The respondent of a row, or None when one of its cells is wrong."""
        before = len(self.findings)
        section = self._cell(row, "section", _section, 0)
        found = Respondent(
            id=self._cell(row, "id", self._id, ""),
            subject=self._cell(row, "subject", lambda words: self._subject(words, section), ""),
            section=section,
            name=self._pair(row, "body"),
            addressee=self._pair(row, "addressee"),
            region=self._cell(row, "region", self._region, None),
            languages=self._cell(row, "language", _languages, ()),
            channel=self._cell(row, "channel", _channel, Channel.EDMS),
        )
        return found if len(self.findings) == before else None

    def _pair(self, row: Row, column: str) -> Words:
        return Words(*(self._cell(row, f"{column}_{language}", _text, "") for language in LAW_LANGUAGES))

    def _cell(self, row: Row, column: str, parse: Callable[[str], T], fallback: T) -> T:
        """A cell understood; when it cannot be, a finding and the fallback."""
        position = self.columns.get(column, len(row.cells))
        raw = row.cells[position] if position < len(row.cells) else ""
        try:
            return parse(_clean(raw))
        except _CellError as error:
            shown = raw.removeprefix(table_rows.FORMULA)[:_SHOWN]
            data = {"row": str(row.number), "fault": str(error), "value": shown}
            data |= {f"column:{language}": heading(column, language) for language in UI_LANGUAGES}
            data["column"] = heading(column, Language.RU)
            self.findings.append(Finding("Q637", Place(self.name, row.number, position + 1), data))
            return fallback

    def _id(self, words: str) -> str:
        if not _ID.fullmatch(words):
            raise _CellError("bad-id" if words else "empty")
        if words in self.ids:
            raise _CellError("duplicate")
        self.ids.add(words)
        return words

    def _subject(self, words: str, section: int) -> str:
        """The subject named, or the only one that fills the section."""
        if words and words not in self.known.sections:
            raise _CellError("unknown-subject")
        if section == 0:
            return words  # the section itself is wrong, and said to be
        fits = [name for name, sections in self.known.sections.items() if section in sections]
        if words in fits:
            return words
        if words or not fits:
            raise _CellError("unknown-section")
        if len(fits) > 1:
            raise _CellError("subject-needed")
        return fits[0]

    def _region(self, words: str) -> str | None:
        if not words:
            return None
        found = self.known.regions.get(plain(words))
        if found is None:
            raise _CellError("unknown-region")
        return found


def _clean(raw: str) -> str:
    """Words in one line without spaces around them; a formula and control characters are refused."""
    if raw.startswith(table_rows.FORMULA):
        raise _CellError("formula")
    words = " ".join(unicodedata.normalize("NFC", raw).split())
    if marked(words):
        words = words[1:]
    elif words.startswith(FORMULA):
        raise _CellError("formula")
    if any(unicodedata.category(letter) in _UNSEEN for letter in words):
        raise _CellError("control")
    return words


def _text(words: str) -> str:
    if not words:
        raise _CellError("empty")
    if len(words) > LONGEST:
        raise _CellError("too-long")
    return words


def _section(words: str) -> int:
    if not words:
        raise _CellError("empty")
    if not (words.isascii() and words.isdigit() and int(words[:4]) in SECTIONS):
        raise _CellError("unknown-section")
    return int(words)


def _languages(words: str) -> tuple[Language, ...]:
    """Both where the cell is empty."""
    if not words:
        return LAW_LANGUAGES
    found = [language_of(word) for word in _HELD.split(words) if word.strip()]
    if None in found or not found:
        raise _CellError("unknown-language")
    return tuple(language for language in LAW_LANGUAGES if language in found)


def _channel(words: str) -> Channel:
    found = channel_of(words) if words else Channel.EDMS
    if found is None:
        raise _CellError("unknown-channel")
    return found
