"""Submissions out of an export: JSON of KoboToolbox and ODK Central, and CSV with any usual separator."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MOST_DEPTH = 12
MOST_SUBMISSIONS = 20_000
_LISTS_OF = ("results", "value", "data")
_SEPARATORS = ",;\t|"
_EXTRA = "row {row}, column {column}"

Submission = Mapping[str, str]
"""Answers as words, by the heading of their column; `[2]` in it is the second row of a list."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an export: a file, or a sheet of one. The first row of `rows` is the second of the table."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, heading: str) -> int | None:
        """Where a heading stands; capital letters do not matter."""
        found = (place for place, one in enumerate(self.headings) if one.strip().casefold() == heading)
        return next(found, None)

    def cell(self, row: int, column: int) -> str:
        values = self.rows[row]
        return values[column].strip() if column < len(values) else ""

    def filled(self) -> Iterator[int]:
        """Rows with something in them. A first row of tags for machines (`#date`) is no submission."""
        for number, row in enumerate(self.rows):
            words = [value.strip() for value in row if value.strip()]
            if words and (number or not all(word.startswith("#") for word in words)):
                yield number

    def submission(self, row: int) -> dict[str, str]:
        """The values of a row; two equal headings and values without a heading keep places of their own."""
        found: dict[str, str] = {}
        for column, value in enumerate(self.rows[row]):
            name = self.headings[column] if column < len(self.headings) else ""
            if not name.strip() or name in found:
                name = f"{name} {_EXTRA.format(row=row + 2, column=column + 1)}".strip()
            found[name] = value
        return found


class ShapeError(ValueError):
    """The export is not of a shape we know; says how: `damaged`, `encoding`, `deep` or `shape`."""


def from_json(data: bytes) -> list[Submission]:
    """Submissions of a JSON export. Raises ShapeError."""
    try:
        # Numbers stay as they are written; a number of a million digits is never computed.
        tree = json.loads(
            data, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_every_pair
        )
    except UnicodeDecodeError as error:
        raise ShapeError("encoding") from error
    except (ValueError, RecursionError) as error:
        raise ShapeError("damaged") from error
    if isinstance(tree, dict):
        tree = next((tree[key] for key in _LISTS_OF if isinstance(tree.get(key), list)), [tree])
    if not isinstance(tree, list) or not all(isinstance(one, dict) for one in tree):
        raise ShapeError("shape")
    if len(tree) > MOST_SUBMISSIONS:
        raise ShapeError("shape")
    return [dict(_flat(one, "", 0)) for one in tree]


def _every_pair(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object that keeps both of two equal keys; the second becomes a column of its own."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        name, count = key, 1
        while name in found:
            count += 1
            name = f"{key} ({count})"
        found[name] = value
    return found


def _flat(node: Mapping[str, Any], path: str, depth: int) -> Iterator[tuple[str, str]]:
    """Words by path; Kobo repeats the whole path in the keys of nested rows, ODK does not."""
    if depth > MOST_DEPTH:
        raise ShapeError("deep")
    for key, value in node.items():
        yield from _value(value, f"{path}{key}", depth)


def _value(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    match value:
        case None:
            return
        case bool():
            yield path, str(value).lower()
        case str():
            yield _paired(path), _paired(value)
        case dict():
            yield from _flat(value, f"{path}/", depth + 1)
        case list():
            if depth > MOST_DEPTH:
                raise ShapeError("deep")
            for row, one in enumerate(value, 1):
                yield from _value(one, f"{path}[{row}]", depth + 1)
        case _:
            yield path, str(value)


def _paired(words: str) -> str:
    """Halves of a character, which JSON may hold apart, joined or marked: no text file can hold them."""
    if words.isascii():
        return words
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def table(data: bytes, name: str) -> Table:
    """A CSV export as a table. Raises ShapeError."""
    text = _decoded(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error as error:
        raise ShapeError("damaged") from error
    if not rows or len(rows) - 1 > MOST_SUBMISSIONS:
        raise ShapeError("shape")
    return Table(name, tuple(rows[0]), tuple(map(tuple, rows[1:])))


def headings(head: bytes) -> tuple[str, ...]:
    """The first line of a CSV file, out of its beginning; nothing where it has none."""
    text = head.decode(_encoding(head), "ignore")
    try:
        return tuple(next(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)), ()))
    except csv.Error:
        return ()


def _decoded(data: bytes) -> str:
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise ShapeError("encoding") from error


def _encoding(data: bytes) -> str:
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _separator(text: str) -> str:
    first = text.lstrip("\n").partition("\n")[0]
    return max(_SEPARATORS, key=first.count)
