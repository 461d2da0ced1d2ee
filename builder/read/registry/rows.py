"""Rows of a table as words: CSV in its usual encodings and separators, or the first sheet of a workbook."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

ENCODINGS = ("utf-8-sig", "cp1251")
SEPARATORS = ";\t,"
MAX_ROWS, MAX_COLUMNS = 50_000, 60
FORMULA = "\0formula\0"
"""Stands before the words of a cell that a workbook would compute."""
_DAMAGED = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    zipfile.BadZipFile,
    InvalidFileException,
    SyntaxError,
)
"""What openpyxl and its XML parser raise over a damaged workbook."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the file (from 1)."""

    number: int
    cells: tuple[str, ...]


class TableError(ValueError):
    """The file is no table; the argument says why, in the words of `words.obstacle`."""


def csv_rows(data: bytes) -> tuple[Row, ...]:
    """Rows that hold something; the separator is the one that the first line has most of."""
    text = _decoded(data)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # one for the whole process
    try:
        rows = tuple(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise TableError("unreadable") from error
    return _kept(enumerate(rows, 1))


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TableError("unreadable")


def workbook_rows(data: bytes) -> tuple[Row, ...]:
    """Rows of the first sheet that hold something."""
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = workbook.worksheets[0]
            found = [
                (number, tuple(_words(cell.value, cell.data_type) for cell in row))
                for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS), 1)
            ]
        finally:
            workbook.close()
    except _DAMAGED as error:
        raise TableError("unreadable") from error
    return _kept(found)


def _words(value: object, kind: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return f"{FORMULA}{value}" if kind == "f" else str(value)


def _kept(
    rows: Iterable[tuple[int, Sequence[str]]],
) -> tuple[Row, ...]:
    kept = tuple(Row(number, tuple(cells)) for number, cells in rows if any(cell.strip() for cell in cells))
    if len(kept) > MAX_ROWS:
        raise TableError("too-big")
    return kept
