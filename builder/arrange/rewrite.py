"""Rebuilds a tree with every paragraph's content passed through a function."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Cell, Clause, Drawing, Heading, PageBreak, Paragraph, Row, Table

Change = Callable[[Inlines], Inlines]


def rewrite(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph() | Clause():
            content = change(block.content)
            return block if content == block.content else replace(block, content=content)
        case Table():
            return replace(
                block,
                header=tuple(_row(row, change) for row in block.header),
                rows=tuple(_row(row, change) for row in block.rows),
            )
        case Drawing() | PageBreak():
            return block
        case _:
            assert_never(block)


def _row(row: Row, change: Change) -> Row:
    return replace(row, cells=tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell, change: Change) -> Cell:
    return replace(cell, blocks=rewrite(cell.blocks, change))
