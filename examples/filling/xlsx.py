"""Fills a workbook as a person does in Excel: answers typed beside the codes of their rows."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.escape import escape
from openpyxl.worksheet.worksheet import Worksheet

_CODE, _ASKED, _ANSWER = 2, 4, 5
_DATE = "DD.MM.YYYY"


def fill(data: bytes, answers: Mapping[str, str | bool]) -> bytes:
    """The form with the answers in it; KeyError for a code that the form does not have.

    A tick is `True` at the code of its box (`1.1.1.1` yes, `1.1.1.2` no). A day as 2026-12-31 goes into a
    cell for dates as a date; everything else as typed.
    """

    def change(book: Workbook) -> None:
        rows = dict(_rows(book))
        for code, answer in answers.items():
            if isinstance(answer, bool):
                _tick(rows, code, answer)
            else:
                _type(_cell(*rows[code]), answer)

    return changed(data, change)


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """The file after somebody changed it in Excel and saved it."""
    book = load_workbook(BytesIO(data))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _rows(book: Workbook) -> Iterator[tuple[str, tuple[Worksheet, int]]]:
    """Where the row of each code is."""
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            code = sheet.cell(row, _CODE).value
            if isinstance(code, str):
                yield code, (sheet, row)


def _cell(sheet: Worksheet, row: int) -> Cell:
    cell = sheet.cell(row, _ANSWER)
    if not isinstance(cell, Cell):
        raise KeyError(cell.coordinate)
    return cell


def _tick(rows: Mapping[str, tuple[Worksheet, int]], code: str, answer: bool) -> None:
    """The word that the row offers for yes or for no."""
    line, _, position = code.rpartition(".")
    sheet, row = rows[line]
    words = str(sheet.cell(row, _ASKED).value).split(" / ")
    if answer:
        _type(_cell(sheet, row), words[int(position) - 1])


def _type(cell: Cell, words: str) -> None:
    if cell.number_format.upper() == _DATE and (day := _day(words)) is not None:
        cell.value = day
        return
    cell.value = escape(words)
    cell.data_type = "s"  # in a cell for text `=1+1` is no formula


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
