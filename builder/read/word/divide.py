"""Lines that ran into one another: where the mark of a paragraph was deleted, two answers share a line."""

import re
from collections.abc import Iterator, Sequence

from builder.ooxml.pieces import Held, Line, Piece, words_of
from builder.read.expected import Expected, Passage
from builder.read.wording import folded

_CODE = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{1,4}){2,6}(?![\w.])")
_MORE = 2
"""Dots of a code that may begin a line: `2.8.1`."""


def divided(lines: Sequence[Line], form: Expected) -> list[Line]:
    """The lines, those that hold a second code with its own words or control cut before it."""
    return [part for line in lines for part in _parts(line, form)]


def _parts(line: Line, form: Expected) -> Iterator[Line]:
    current: list[Piece] = []
    for position, piece in enumerate(line.pieces):
        if isinstance(piece, Held):
            current.append(piece)
            continue
        last = 0
        for start, last in _cuts(line, position, form):
            yield line._replace(pieces=(*current, piece[start:last]))
            current = []
        current.append(piece[last:])
    yield line._replace(pieces=tuple(current))


def _cuts(line: Line, position: int, form: Expected) -> Iterator[tuple[int, int]]:
    """Stretches of a text that end before a code which begins a line of its own."""
    text, start = words_of(line.pieces[position]), 0
    for found in _CODE.finditer(text) if text.count(".") >= _MORE else ():
        begun = position > 0 or text[: found.start()].strip()
        rest = (text[found.end() :], *line.pieces[position + 1 :])
        if begun and found[0] in form.leads and _follows(form.passages[form.leads[found[0]]], rest):
            yield start, found.start()
            start = found.start()


def _follows(passage: Passage, rest: tuple[Piece, ...]) -> bool:
    """Whether what comes after a code is what the form has after it: its label, its control, its unit."""
    text = rest[0] if isinstance(rest[0], str) else ""
    label = passage.literals[0].removeprefix(passage.lead).strip()
    if label:
        return folded(text).startswith(folded(label))
    after = rest[1] if len(rest) > 1 and not text.strip() else None
    if isinstance(after, Held) and after.tag:
        return any(slot.code == after.tag for slot in passage.slots)
    unit = passage.literals[-1]
    return bool(unit) and folded(unit) in folded(text)
