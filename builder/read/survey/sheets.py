"""A workbook that a server made of all submissions: a sheet of them, and one for every list in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.read.refusal import refused
from builder.read.sheet.cells import Cell, Page, TooMuchError, opened
from builder.read.survey.shapes import Table
from builder.read.survey.tables import is_survey

MOST_CELLS = 500_000
"""Cells with words; a submission has some hundred."""
_MOST_AREA = 10 * MOST_CELLS
"""Cells up to the last one with words in each row: one word at the end of every row would fill a memory."""
_PROPERTIES = "docProps/custom.xml"
_OURS = b"qagida-"


@dataclass(frozen=True, slots=True)
class Sheets:
    """The tables of an export, and the names of sheets that are none but have words in them."""

    tables: tuple[Table, ...]
    others: tuple[str, ...]


def survey_sheets(parts: Mapping[str, bytes], name: str) -> Sheets | None:
    """The tables of a workbook that is an export of a survey; None for every other workbook.

    A form that we sent out says so in its properties and is not looked into. Raises QagidaError: Q727.
    """
    if _OURS in parts.get(_PROPERTIES, b""):
        return None
    try:
        pages = opened(parts, MOST_CELLS).pages
    except TooMuchError as error:
        raise refused("Q727", name, excess="cells", limit=str(MOST_CELLS)) from error
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the reader of forms says so
        return None
    filled = [page for page in pages if page.rows]
    ours = {page.title for page in filled if is_survey(Table(page.title, _row(page, min(page.rows)), ()))}
    if not ours:
        return None
    if sum(max(cells) for page in filled for cells in page.rows.values()) > _MOST_AREA:
        raise refused("Q727", name, excess="cells", limit=str(MOST_CELLS))
    tables = tuple(_table(page) for page in filled if page.title in ours)
    return Sheets(tables, tuple(page.title for page in filled if page.title not in ours))


def _table(page: Page) -> Table:
    """The rows of a sheet that have anything in them; the first has the headings."""
    rows = tuple(_row(page, row) for row in page.rows)
    return Table(page.title, rows[0], rows[1:])


def _row(page: Page, row: int) -> tuple[str, ...]:
    cells = page.rows[row]
    return tuple(_words(cells.get(column)) for column in range(1, max(cells) + 1))


def _words(cell: Cell | None) -> str:
    """What was sent: the server makes a formula of words that begin with `=`."""
    return "" if cell is None else cell.formula or cell.text
