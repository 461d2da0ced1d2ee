"""A workbook of tables: texts are texts, whatever sign they begin with."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from builder.write.tidy.shape import Row, Sheet, Value

ROWS = 1_048_575
"""Rows of a sheet below its heading; longer tables go on in a second sheet."""
LONGEST = 32_767
"""Characters of a cell."""
_EXACT = 15
"""Digits that a number of a workbook keeps; longer ones are written as text."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write(stream: BinaryIO, *sheets: Sheet) -> int:
    """The number of texts that were too long for a cell and end with an ellipsis."""
    book = Workbook(write_only=True)
    shortened = 0
    for sheet in sheets:
        rows = iter(sheet.rows)
        for part in _parts(rows):
            name = sheet.name if part.number == 1 else f"{sheet.name} {part.number}"
            page = book.create_sheet(name)
            page.freeze_panes = "A2"
            page.append([_heading(page, column.name) for column in sheet.columns])
            for row in part.rows:
                shortened += sum(isinstance(value, str) and len(value) > LONGEST for value in row)
                page.append([_cell(page, value) for value in row])
    book.save(stream)
    return shortened


class _Part:
    """Rows that fit into one sheet."""

    def __init__(self, number: int, rows: Iterator[Row]) -> None:
        self.number, self.rows = number, rows


def _parts(rows: Iterator[Row]) -> Iterator[_Part]:
    """At least one part, so that a table without rows has its heading."""
    yield _Part(1, islice(rows, ROWS))
    number = 1
    while (first := next(rows, None)) is not None:
        number += 1
        yield _Part(number, islice(chain((first,), rows), ROWS))


def _heading(page: WriteOnlyWorksheet, name: str) -> object:
    cell = WriteOnlyCell(page, name)
    cell.font = Font(bold=True)
    return cell


def _cell(page: WriteOnlyWorksheet, value: Value) -> object:
    match value:
        case "":
            return None
        case str():
            cell = WriteOnlyCell(page)
            cell.value = _fitting(value)
            cell.data_type = "s"  # otherwise a text that begins with = would be a formula
            return cell
        case Decimal() if len(value.as_tuple().digits) > _EXACT:
            return format(value, "f")
        case datetime():
            return value.isoformat()
        case bool() | int() | Decimal() | date() | None:
            return value


def _fitting(words: str) -> str:
    """Signs that XML cannot hold in the writing of the format (`_x0007_`); too long a text is cut."""
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", short)
