"""Rebuilds a tree with every paragraph's content passed through a function."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar, assert_never

from builder.blocks.inline import Inline, Inlines
from builder.blocks.tree import Block, Cell, Clause, Drawing, Heading, PageBreak, Paragraph, Row, Table

Change = Callable[[Inlines], Inlines]
"""Answers the same object where nothing changes."""

Item = TypeVar("Item")


def rewrite(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """The same blocks where nothing changes: most of a form is copied by nobody."""
    return _kept(blocks, tuple([_block(block, change) for block in blocks]))


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph() | Clause():
            content = change(block.content)
            return block if content is block.content else replace(block, content=content)
        case Table():
            header, rows = _rows(block.header, change), _rows(block.rows, change)
            if header is block.header and rows is block.rows:
                return block
            return replace(block, header=header, rows=rows)
        case Drawing() | PageBreak():
            return block
        case _:
            assert_never(block)


def _rows(rows: tuple[Row, ...], change: Change) -> tuple[Row, ...]:
    return _kept(rows, tuple([_row(row, change) for row in rows]))


def _row(row: Row, change: Change) -> Row:
    cells = _kept(row.cells, tuple([_cell(cell, change) for cell in row.cells]))
    return row if cells is row.cells else replace(row, cells=cells)


def _cell(cell: Cell, change: Change) -> Cell:
    blocks = rewrite(cell.blocks, change)
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def changed(content: Inlines, change: Callable[[Inline], Inline]) -> Inlines:
    """Content with each item passed through a function; the same content where nothing changes."""
    if len(content) == 1:  # most paragraphs
        item = change(content[0])
        return content if item is content[0] else (item,)
    return _kept(content, tuple([change(item) for item in content]))


def _kept(old: tuple[Item, ...], new: tuple[Item, ...]) -> tuple[Item, ...]:
    """The old items where all new ones are the same objects."""
    return old if all(map(is_, old, new)) else new
