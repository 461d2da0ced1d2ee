"""Answers of all lines, and what becomes of the words that no line could take."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.blocks.inline import ControlKind
from builder.model.answers import Found, How, Stray
from builder.ooxml.pieces import Held, Line
from builder.read.expected import Expected, Passage, Slot
from builder.read.word.gaps import text_of
from builder.read.word.growth import Growth, row_of
from builder.read.word.pairing import Match
from builder.read.word.room import Rooms, takers
from builder.read.word.rows import Copied, Rows
from builder.read.word.template import Taken, read_line
from builder.read.word.vocabulary import Vocabulary
from builder.read.wording import blank


@dataclass(slots=True)
class Gathered:
    """What a file holds, and for findings: codes that were answered in an unusual way.

    `changed` are words of code lines by their code: were, are. `unknown` are positions of lines that
    neither are the form's nor became part of an answer.
    """

    found: dict[str, Found] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)
    outside: dict[str, None] = field(default_factory=dict)
    added: dict[str, set[int]] = field(default_factory=dict)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    changed: dict[str, tuple[str, str]] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)


_REACH = 60
"""Lines of a row among which a recognised one is looked for."""


class _Left(NamedTuple):
    """Words that are still without a place; `passage` is the last one known before them."""

    position: int
    passage: Passage | None
    text: str


class Gathering:
    """One file: `matches` are the passages of its lines."""

    def __init__(self, form: Expected, growth: Growth, rooms: Rooms, words: Vocabulary) -> None:
        self._form = form
        self._growth = growth
        self._rooms = rooms
        self._words = words
        self._result = Gathered()
        self._rows = Rows()
        self._left: list[_Left] = []
        self._ends: dict[int, str] = {}
        self._lines: Sequence[Line] = ()
        self._matches: Sequence[Match | None] = ()

    def run(self, lines: Sequence[Line], matches: Sequence[Match | None]) -> Gathered:
        """Answers first; then what is left over looks for room, in reading order."""
        self._lines, self._matches = lines, matches
        last: Passage | None = None
        for position, match in enumerate(matches):
            if match is None:
                self._left.append(_Left(position, last, text_of(lines[position])))
            else:
                last = match.passage
                self._read(position, match)
        self._result.found |= {answer.code: answer for answer in self._rows.rest(self._result.found)}
        for left in self._left:
            if not blank(left.text, self._words.hints):
                self._place(left)
        self._result.added = {prefix: rows for prefix, rows in self._rows.added.items() if rows}
        return self._result

    def _read(self, position: int, match: Match) -> None:
        passage = match.passage
        if not passage.slots and not passage.lead:
            return
        line = self._lines[position]
        reading = read_line(line.pieces, passage, self._words)
        tags = {piece.tag for piece in line.pieces if isinstance(piece, Held)}
        for taken in reading.taken:
            tagged = match.how is not How.TAG or taken.slot.code in tags
            self._take(taken, match if tagged else match._replace(how=How.CODE), position)
        for change in reading.changed:
            self._result.changed.setdefault(passage.lead or passage.slots[0].code, change)
        self._left += [_Left(position, passage, text) for text in reading.extra]
        self._result.strays += [Stray(text, at(line), passage.lead) for text in reading.unclear]

    def _take(self, taken: Taken, match: Match, position: int) -> None:
        code, place = taken.slot.code, at(self._lines[position])
        known = self._result.found.get(code)
        listed = self._growth.of(match.passage)
        if known is None:
            self._put(taken, match.how, position)
            if listed is not None and code not in self._form.slots:
                self._rows.named(listed[0], row_of(listed[0], code))
        elif listed is not None:
            done = self._rows.copied(listed[0], Copied(taken, match.how, place), self._result.found)
            self._result.found |= {answer.code: answer for answer in done}
        elif known.text != taken.text and not (known.ticked and taken.ticked):
            self._result.repeated.append((code, taken.text))
            self._result.strays.append(Stray(taken.text, place, code))

    def _put(self, taken: Taken, how: How, position: int) -> None:
        code = taken.slot.code
        self._result.found[code] = Found(code, taken.text, how, at(self._lines[position]), taken.ticked)
        self._ends[position] = code
        if taken.outside:
            self._result.outside[code] = None

    def _place(self, left: _Left) -> None:
        """Into the answer above it, else into the one empty place that can take it, else a stray."""
        own_line = self._matches[left.position] is None
        if own_line and self._continues(left):
            return
        for room in self._around(left):
            empty = [slot for slot in room if slot.code not in self._result.found]
            fitting = takers(left.text, empty, self._words)
            if len(fitting) == 1:
                ticked = True if fitting[0].kind is ControlKind.CHECK else None
                self._put(
                    Taken(fitting[0], left.text.strip(), ticked, outside=True), How.POSITION, left.position
                )
                return
            if fitting:
                break
        if own_line:
            self._result.unknown.append(left.position)
        place = at(self._lines[left.position])
        code = near(left.passage) if left.passage is not None else ""
        self._result.strays.append(Stray(left.text.strip(), place, code))

    def _continues(self, left: _Left) -> bool:
        """A paragraph that Enter began inside a text answer goes on with that answer."""
        before = left.position - 1
        code = self._ends.get(before)
        if code is None or cell_of(self._lines[before]) != cell_of(self._lines[left.position]):
            return False
        slot, above = self._form.slots.get(code), self._matches[before]
        if slot is None or slot.kind not in (ControlKind.LINE, ControlKind.AREA):
            return False
        if above is not None and (above.passage.literals[-1] or self._growth.of(above.passage) is not None):
            return False
        known = self._result.found[code]
        self._result.found[code] = Found(code, f"{known.text}\n{left.text.strip()}", known.how, known.at)
        self._result.outside[code] = None
        self._ends[left.position] = code
        return True

    def _around(self, left: _Left) -> list[list[Slot]]:
        """Where words may belong, nearest first."""
        passage = left.passage
        if self._matches[left.position] is not None and passage is not None:
            return [self._rooms.family(passage), self._rooms.cell(passage)]
        passage, same_cell = self._neighbour(left)
        if passage is None:
            return []
        if same_cell:
            return [self._family(passage), self._rooms.cell(passage), self._rooms.beside(passage)]
        return [self._rooms.beside(passage)]

    def _family(self, passage: Passage) -> list[Slot]:
        return self._rooms.family(passage) if self._growth.of(passage) is None else []

    def _neighbour(self, left: _Left) -> tuple[Passage | None, bool]:
        """The nearest recognised line of the same row, before or after, and whether it shares the cell."""
        line = self._lines[left.position]
        nearest: Passage | None = None
        for step in (-1, 1):
            for position in range(left.position + step, left.position + step * _REACH, step):
                if not 0 <= position < len(self._lines) or self._lines[position][1:3] != line[1:3]:
                    break
                match = self._matches[position]
                if match is not None and cell_of(self._lines[position]) == cell_of(line):
                    return match.passage, True
                if match is not None and nearest is None:
                    nearest = match.passage
        return nearest, False


def at(line: Line) -> str:
    """The place of a line as people count it."""
    return f"paragraph {line.number}"


def cell_of(line: Line) -> tuple[int, int, int]:
    return (line.table, line.row, line.column)


def near(passage: Passage) -> str:
    """The code of the answer that words after a passage stand near."""
    return passage.slots[-1].code if passage.slots else passage.lead or passage.item
