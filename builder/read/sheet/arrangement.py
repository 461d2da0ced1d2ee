"""How the rows and columns of a sheet differ from the sheet that went out."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from builder.blocks.workbook import Line, Workbook
from builder.read.sheet.cells import Page
from builder.read.sheet.layout import AS_ISSUED, Layout
from builder.read.sheet.rows import Known
from builder.read.wording import folded

_CODE = 2
"""The column of codes; when it is lost, that is told of by itself."""


def arranged(page: Page, columns: Layout, known: Mapping[int, Known], book: Workbook) -> Iterator[str]:
    """`sheet` renamed, `columns` moved or gone, `rows` moved, `added` rows."""
    if folded(page.title) not in {folded(sheet.name) for sheet in book.sheets}:
        yield "sheet"
    if any(then not in (now, _CODE) for now, then in zip(columns.columns, AS_ISSUED, strict=True)):
        yield "columns"
    places = _places(book)
    rows = [(row, places[one.code]) for row, one in known.items() if one.code in places]
    steps = [(after[0] - before[0], after[1], before[1]) for before, after in pairwise(rows)]
    if any(after < before for _, after, before in steps):
        yield "rows"
    elif len(rows) < len(known) or any(
        sheet == before_sheet and step > place - before
        for step, (sheet, place), (before_sheet, before) in steps
    ):
        yield "added"


def _places(book: Workbook) -> dict[str, tuple[int, int]]:
    """Sheet and row of each line in the form that went out."""
    return {
        row.code: (number, position)
        for number, sheet in enumerate(book.sheets)
        for position, row in enumerate(sheet.rows)
        if isinstance(row, Line)
    }
