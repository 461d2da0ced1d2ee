"""Submissions out of an export: JSON of KoboToolbox and ODK Central, and CSV with any usual separator."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MOST_DEPTH = 12
MOST_SUBMISSIONS = 20_000
_LISTS_OF = ("results", "value", "data")
_SEPARATORS = ",;\t|"
_EXTRA = "row {row}, column {column}"

Submission = Mapping[str, str]
"""Answers as words, by the heading of their column; `[2]` in it is the second row of a list."""


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


def from_csv(data: bytes) -> list[Submission]:
    """Submissions of a CSV export, one to a row. Raises ShapeError."""
    text = _decoded(data)
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ShapeError("damaged") from error
    if not rows or len(rows) - 1 > MOST_SUBMISSIONS:
        raise ShapeError("shape")
    headings = rows[0]
    return [_row(headings, row, number) for number, row in enumerate(rows[1:], 2) if any(map(str.strip, row))]


def _decoded(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ShapeError("encoding") from error


def _row(headings: Sequence[str], row: Sequence[str], number: int) -> Submission:
    """The values of a row; two equal headings and values without a heading keep places of their own."""
    found: dict[str, str] = {}
    for column, value in enumerate(row):
        name = headings[column] if column < len(headings) else ""
        if not name.strip() or name in found:
            name = f"{name} {_EXTRA.format(row=number, column=column + 1)}".strip()
        found[name] = value
    return found
