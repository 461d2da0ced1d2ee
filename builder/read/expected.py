"""What the blank form looks like: its paragraphs in reading order, with the places that take answers.

Derived from the form's own tree of blocks, so that it is as true as the form that went out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType
from typing import assert_never

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.inline import Control, ControlKind, Inlines, Option
from builder.blocks.tree import Block, Cell, Clause, Drawing, Heading, PageBreak, Paragraph, Table
from builder.read.codes import is_code, of_item
from builder.read.wording import folded, squeezed

SLOT = "\0"
"""Stands for a slot in the key of a passage: no file can hold it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one answer, as the form's control was."""

    code: str
    kind: ControlKind
    hint: str = ""
    options: tuple[Option, ...] = ()


Part = str | Slot


@dataclass(frozen=True)
class Passage:
    """One paragraph of the blank form: words, with slots between them where answers go.

    `lead` is the visible code that it begins with, `item` the item it belongs to (`2.8`), both empty where
    there is none. `table`, `row` and `column` count from 0, `table` is -1 outside of tables.
    """

    index: int
    parts: tuple[Part, ...]
    lead: str = ""
    item: str = ""
    table: int = -1
    row: int = 0
    column: int = 0

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @cached_property
    def words(self) -> str:
        """The official or own words without the places for answers."""
        return " ".join(part for part in self.parts if isinstance(part, str))

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Words before the first slot, between slots and after the last: always one more than slots."""
        result = [""]
        for part in self.parts:
            if isinstance(part, Slot):
                result.append("")
            else:
                result[-1] = part
        return tuple(result)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Words, and `SLOT` for each place of an answer."""
        return tuple(part if isinstance(part, str) else SLOT for part in self.parts)

    @cached_property
    def cell(self) -> tuple[int, int, int]:
        return (self.table, self.row, self.column)


@dataclass(frozen=True, eq=False)
class Expected:
    """The passages of a blank form and where things stand among them. Made once, used for many files."""

    passages: tuple[Passage, ...]

    @cached_property
    def head(self) -> tuple[Passage, ...]:
        """The passages before the first table."""
        return tuple(takewhile(lambda passage: passage.table < 0, self.passages))

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where each slot is, by its code."""
        return MappingProxyType(
            {slot.code: passage.index for passage in self.passages for slot in passage.slots}
        )

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        return MappingProxyType({slot.code: slot for passage in self.passages for slot in passage.slots})

    @cached_property
    def leads(self) -> Mapping[str, int]:
        """Where each visible code is."""
        return MappingProxyType({passage.lead: passage.index for passage in self.passages if passage.lead})

    @cached_property
    def wordings(self) -> frozenset[str]:
        """The paragraphs that take no answer, as they are compared."""
        return frozenset(folded(passage.words) for passage in self.passages if not passage.slots)

    @cached_property
    def hints(self) -> frozenset[str]:
        return frozenset(folded(slot.hint) for slot in self.slots.values() if slot.hint)

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Items in order: `1.1`, `1.2`, … `2.8`."""
        return tuple(dict.fromkeys(passage.item for passage in self.passages if passage.item))


def expected(blocks: tuple[Block, ...]) -> Expected:
    """The passages of a form; paragraphs without words and without slots are left out."""
    return Expected(tuple(_numbered(_Reading().flow(blocks, (-1, 0, 0)))))


def _numbered(passages: Iterator[Passage]) -> Iterator[Passage]:
    for index, passage in enumerate(passages):
        yield Passage(
            index, passage.parts, passage.lead, passage.item, passage.table, passage.row, passage.column
        )


class _Reading:
    """Walks the blocks and remembers the table and the item it is in."""

    def __init__(self) -> None:
        self._tables = 0
        self._item = ""

    def flow(self, blocks: tuple[Block, ...], cell: tuple[int, int, int]) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Table():
                    yield from self._table(block)
                case Heading() | Paragraph() | Clause():
                    passage = self._passage(block, cell)
                    if passage.parts:
                        yield passage
                case PageBreak() | Drawing():
                    continue
                case _:
                    assert_never(block)

    def _table(self, table: Table) -> Iterator[Passage]:
        number, self._tables = self._tables, self._tables + 1
        covered: dict[int, int] = {}
        for row, content in enumerate((*table.header, *table.rows)):
            for column, cell in _placed(content.cells, covered, len(table.widths)):
                yield from self.flow(cell.blocks, (number, row, column))
        self._item = ""

    def _passage(self, block: Heading | Paragraph | Clause, cell: tuple[int, int, int]) -> Passage:
        if block.anchor is not None and cell[0] >= 0:
            self._item = _item(block.anchor) or self._item
        number = f"{block.number} " if isinstance(block, Clause) else ""
        parts = tuple(_parts(block.content, number))
        item = next((of_item(part.code) for part in parts if isinstance(part, Slot)), self._item)
        return Passage(0, parts, _lead(parts), item, *cell)


def _placed(cells: tuple[Cell, ...], covered: dict[int, int], columns: int) -> Iterator[tuple[int, Cell]]:
    """Cells with the column each begins in; `covered` tells for how many more rows one from above goes on."""
    waiting = list(reversed(cells))
    column = 0
    while column < columns:
        if covered.get(column, 0):
            covered[column] -= 1
            column += 1
        elif waiting:
            cell = waiting.pop()
            yield column, cell
            covered.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
            column += cell.columns
        else:
            return


def _parts(content: Inlines, number: str) -> Iterator[Part]:
    words = number
    for item in content:
        match item:
            case Run():
                words += item.text
            case Control():
                if squeezed(words):
                    yield squeezed(words)
                words = ""
                yield Slot(item.code, item.kind, item.hint, item.options)
            case _:
                assert_never(item)
    if squeezed(words):
        yield squeezed(words)


def _lead(parts: tuple[Part, ...]) -> str:
    """The visible code at the start: before slots, or alone above a large one."""
    first = parts[0] if parts and isinstance(parts[0], str) else ""
    code = first.split(" ", 1)[0]
    return code if is_code(code) and (len(parts) > 1 or first == code) else ""


def _item(anchor: str) -> str:
    """`2.8` of the anchor of an item; empty for other anchors."""
    stem = ids.section(0).removesuffix("0")
    name = anchor.removeprefix(stem)
    return name if name != anchor and is_code(name) else ""
