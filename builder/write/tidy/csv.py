"""CSV that table programs open with a double click, and that runs nothing in them.

A text that begins with a sign of a formula, or with an apostrophe, gets one apostrophe in front: taking
away one apostrophe from every text that begins with one gives back the very words (`plain`). Numbers are
never changed.
"""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

from builder.write.tidy.shape import Sheet, Value

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")


def write(stream: BinaryIO, sheet: Sheet) -> int:
    """UTF-8 with its mark, comma, quotation marks where needed; the number of rows."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in sheet.columns])
    count = 0
    for row in sheet.rows:
        writer.writerow([cell(value) for value in row])
        count += 1
    text.flush()
    text.detach()
    return count


def cell(value: Value) -> str:
    """A value as it is written between the commas."""
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.startswith(_DANGEROUS) else value
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case _:
            return value.isoformat()


def plain(words: str) -> str:
    """The very words of a text cell."""
    return words.removeprefix("'")


def read(lines: Iterable[str]) -> list[dict[str, str]]:
    """Rows of such a file by column, with the apostrophes taken away again."""
    return [{name: plain(words) for name, words in row.items()} for row in csv.DictReader(lines)]
