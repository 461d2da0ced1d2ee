"""Lines without a code against passages without a line, between two places that are certain."""

from collections.abc import Sequence
from typing import Final

from builder.ooxml.pieces import Held, Line, words_of
from builder.read.expected import Passage
from builder.read.wording import folded, likeness, same

_MOST: Final = 4_000
"""Pairs that are weighed one by one; a longer gap is only searched for equal wording."""
_ALIKE: Final = 0.6
_EQUAL, _SIMILAR, _CONTROL, _LABEL, _ROOM = 10.0, 8.0, 7.0, 6.0, 3.0

Pair = tuple[int, int]


def pair_gap(lines: Sequence[Line], passages: Sequence[Passage], wordings: frozenset[str]) -> list[Pair]:
    """Positions of lines and passages that belong together, both rising."""
    start, rest = 0, []
    while start < min(len(lines), len(passages)) and _equal(lines[start], passages[start]):
        start += 1
    end = 0
    while end < min(len(lines), len(passages)) - start and _equal(lines[-1 - end], passages[-1 - end]):
        end += 1
    middle, missing = lines[start : len(lines) - end], passages[start : len(passages) - end]
    if middle and missing:
        weighed = _weighed if len(middle) * len(missing) <= _MOST else _equal_only
        rest = [(start + one, start + two) for one, two in weighed(middle, missing, wordings)]
    tail = [(len(lines) - back, len(passages) - back) for back in range(end, 0, -1)]
    return [*((index, index) for index in range(start)), *rest, *tail]


def text_of(line: Line) -> str:
    return "".join(map(words_of, line.pieces))


def _equal(line: Line, passage: Passage) -> bool:
    return not passage.slots and same(text_of(line), passage.words)


def _equal_only(lines: Sequence[Line], passages: Sequence[Passage], _wordings: frozenset[str]) -> list[Pair]:
    """Equal wording in order, each line as early as it can be: for gaps that no real form has."""
    found: list[Pair] = []
    after = 0
    places: dict[str, list[int]] = {}
    for position, passage in enumerate(passages):
        places.setdefault(passage.words, []).append(position)
    for position, line in enumerate(lines):
        later = [place for place in places.get(" ".join(text_of(line).split()), ()) if place >= after]
        if later:
            found.append((position, later[0]))
            after = later[0] + 1
    return found


def _weighed(lines: Sequence[Line], passages: Sequence[Passage], wordings: frozenset[str]) -> list[Pair]:
    """The pairs, in order, that together fit best."""
    rows, columns = len(lines), len(passages)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    weights = [[_weight(line, passage, wordings) for passage in passages] for line in lines]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            weight = weights[row][column]
            paired = best[row + 1][column + 1] + weight if weight else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    found: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        weight = weights[row][column]
        if weight and best[row][column] == best[row + 1][column + 1] + weight:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1
    return found


def _weight(line: Line, passage: Passage, wordings: frozenset[str]) -> float:
    """How well a line fits a passage; 0 where it cannot be it."""
    text = text_of(line)
    held = [piece for piece in line.pieces if isinstance(piece, Held)]
    near = 1.0 if (line.column, line.table >= 0) == (passage.column, passage.table >= 0) else 0.0
    if not passage.slots:
        if held:
            return 0.0
        alike = likeness(text, passage.words)
        return _EQUAL + near if alike == 1.0 else _SIMILAR * alike + near if alike >= _ALIKE else 0.0
    if len(held) == len(passage.slots):
        return _CONTROL + near
    if same_wording(text, wordings):
        return 0.0
    labels = [word for word in passage.literals if word.removeprefix(passage.lead).strip()]
    if labels:
        there = sum(word.removeprefix(passage.lead).strip().casefold() in text.casefold() for word in labels)
        return _LABEL * there / len(labels)
    return _ROOM if near and not held and len(passage.slots) == 1 else 0.0


def same_wording(text: str, wordings: frozenset[str]) -> bool:
    """Whether a line is a wording that the form has somewhere."""
    return folded(text) in wordings
