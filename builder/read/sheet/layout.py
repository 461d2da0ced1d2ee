"""Which column of a sheet holds what, wherever people moved it."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields

from builder.blocks.workbook import Columns
from builder.read.codes import leading
from builder.read.sheet.cells import Page
from builder.read.wording import folded

_ENOUGH = 3
"""Headings that make a row the row of headings."""
_LOST = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns by number, 0 for one that is gone; `heading` is the row of the headings, 0 without it."""

    number: int
    code: int
    wording: int
    asked: int
    answer: int
    unit: int
    heading: int = 0

    @property
    def columns(self) -> tuple[int, ...]:
        return (self.number, self.code, self.wording, self.asked, self.answer, self.unit)


AS_ISSUED = (1, 2, 3, 4, 5, 6)
"""The columns as they stand in a form that went out."""


def layout(page: Page, headings: Columns, codes: Collection[str], asked: Collection[str]) -> Layout | None:
    """The columns by their headings; without these by what stands in them. None for a sheet of other things.

    `codes` are those of the form, `asked` what its rows ask for, folded.
    """
    by_heading = _by_heading(page, headings)
    if by_heading is not None:
        return by_heading
    code = _fullest(page, lambda text: (lead := leading(text)) is not None and lead.code in codes)
    question = _fullest(page, lambda text: folded(text) in asked)
    if code and not question:
        return Layout(code - 1, code, code + 1, code + 2, code + 3, code + 4)
    if question:
        return Layout(max(question - 3, _LOST), code, question - 1, question, question + 1, question + 2)
    return None


def _by_heading(page: Page, headings: Columns) -> Layout | None:
    names = {folded(getattr(headings, field.name)): field.name for field in fields(headings)}
    for number, row in page.rows.items():
        found: dict[str, int] = {}
        for cell in row.values():
            if (name := names.get(folded(cell.text))) is not None:
                found.setdefault(name, cell.column)
        if len(found) >= _ENOUGH and "answer" in found:
            return Layout(**{name: found.get(name, _LOST) for name in names.values()}, heading=number)
    return None


def _fullest(page: Page, fits: Callable[[str], bool]) -> int:
    """The column with most cells that fit; 0 when none does."""
    counted = Counter(cell.column for cell in page.cells() if fits(cell.text))
    return min(counted, key=lambda column: (-counted[column], column), default=_LOST)
