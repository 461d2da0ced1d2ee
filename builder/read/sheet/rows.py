"""Which row of a sheet is which of the blank form: by its code, otherwise by order and wording."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.base.survey_names import any_row
from builder.blocks.workbook import Line, Words, Workbook
from builder.model.answers import How
from builder.read.codes import is_code, leading
from builder.read.sheet.cells import Page
from builder.read.sheet.layout import Layout
from builder.read.wording import folded

_MOST_ALIGNED = 5_000
"""Rows of a sheet that are compared with the blank form when codes are gone."""
_CODE_PARTS = range(2, 7)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A row that is known. `line` is None for a row beyond those printed in a list."""

    row: int
    code: str
    how: How
    line: Line | None


@dataclass(frozen=True, slots=True)
class Blank:
    """The blank form, prepared for looking up."""

    book: Workbook
    lines: Mapping[str, Line]
    lists: frozenset[str]
    keys: tuple[tuple[Key, Line | None], ...]

    def code(self, text: str) -> str:
        """The code that a cell holds and nothing else; empty when it is none."""
        if text in self.lines:
            return text
        lead = leading(text) if text else None
        if lead is None or text[lead.end :].strip() or not is_code(lead.code):
            return ""
        return lead.code if len(lead.code.split(".")) in _CODE_PARTS else ""

    def knows(self, code: str) -> bool:
        """A code of the form, or one of a row that a respondent added to a list."""
        return code in self.lines or any_row(code) in self.lists


def blank_of(book: Workbook) -> Blank:
    lines = {line.code: line for line in book.lines}
    lists = frozenset(any_row(line.code) for line in book.lines if line.entry is not None)
    return Blank(book, lines, lists, tuple(_keys(book)))


def _keys(book: Workbook) -> Iterator[tuple[Key, Line | None]]:
    for sheet in book.sheets:
        for row in sheet.rows:
            if isinstance(row, Words):
                yield (folded(row.text), ""), None
            else:
                yield (folded(row.wording), folded(row.asked)), row


def known_rows(page: Page, layout: Layout, blank: Blank) -> Mapping[int, Known]:
    """The rows of a sheet that are known, by their numbers."""
    found: dict[int, Known] = {}
    nameless: list[int] = []
    for number in page.rows:
        code = blank.code(page.words(number, layout.code)) if layout.code else ""
        if code and blank.knows(code):
            found[number] = Known(number, code, How.CELL, blank.lines.get(code))
        elif not code and number > layout.heading:
            nameless.append(number)
    if any(page.words(number, layout.asked) for number in nameless):
        taken = {known.code for known in found.values()}
        for number, line in _aligned(page, layout, blank):
            if number not in found and line.code not in taken:
                taken.add(line.code)
                found[number] = Known(number, line.code, How.POSITION, line)
    return dict(sorted(found.items()))


def _aligned(page: Page, layout: Layout, blank: Blank) -> Iterator[tuple[int, Line]]:
    """Rows that stand among the same neighbours as in the blank form and have its words."""
    numbers = [number for number in page.rows if number > layout.heading][:_MOST_ALIGNED]
    actual: Sequence[Key] = [
        (folded(page.words(number, layout.wording)), folded(page.words(number, layout.asked)))
        for number in numbers
    ]
    expected = [key for key, _ in blank.keys]
    for block in SequenceMatcher(None, expected, actual, autojunk=False).get_matching_blocks():
        if not any(wording for wording, _ in expected[block.a : block.a + block.size]):
            continue  # `reason` or `describe` alone could be of any item
        for offset in range(block.size):
            line = blank.keys[block.a + offset][1]
            if line is not None:
                yield numbers[block.b + offset], line
