"""Which tables of a tree have a tag of their own, and what their tags lack."""

from collections.abc import Iterable, Iterator

from builder.blocks.tree import Block, Table, TableKind

_BARE = (TableKind.LAYOUT, TableKind.STEPS)


def tagged_tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """Outermost tables in reading order; a layout has no tag, so tables inside it count as outer."""
    for block in blocks:
        if isinstance(block, Table) and block.kind in _BARE:
            yield from tagged_tables(inside(block))
        elif isinstance(block, Table):
            yield block


def inside(table: Table) -> Iterator[Block]:
    """The blocks of all its cells."""
    return (block for row in (*table.header, *table.rows) for cell in row.cells for block in cell.blocks)


def names_rows(table: Table) -> bool:
    """Whether a cell outside the header is the header of its row."""
    return any(cell.header and not row.band for row in table.rows for cell in row.cells)
