"""Two trees of one document, Kazakh and Russian, side by side: a row for each pair of blocks."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from builder.base.language import Language
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Style,
    Table,
    TableKind,
)

_LEFT, _RIGHT = Language.KK, Language.RU


def side_by_side(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings stand across the page in both languages; all else is paired in two columns.

    Both trees come from the same nodes, so they have the same shape, but for notices, which concern
    one language and come first.
    """
    notices = (*_notices(left, _LEFT), *_notices(right, _RIGHT))
    pairs = tuple(zip(_without_notices(left), _without_notices(right), strict=True))
    return (*notices, *_grouped(pairs))


def _is_notice(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.NOTICE


def _notices(blocks: tuple[Block, ...], language: Language) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and _is_notice(block):
            yield replace(block, language=language)


def _without_notices(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not _is_notice(block))


def _grouped(pairs: tuple[tuple[Block, Block], ...]) -> Iterator[Block]:
    rows: list[Row] = []
    label = ""
    for one, two in pairs:
        if isinstance(one, Heading) and isinstance(two, Heading):
            yield from _flush(rows, label)
            rows = []
            label = "".join(getattr(item, "text", "") for item in one.content)
            yield replace(one, level=one.level + 1, language=_LEFT)
            yield Paragraph(two.content, Style.CENTER, None, _RIGHT, keep=True)
        elif isinstance(one, PageBreak):
            yield from _flush(rows, label)
            rows = []
            yield one
        elif isinstance(one, Table) and isinstance(two, Table):
            rows.extend(_table_rows(one, two))
        else:
            rows.append(_row(one, two))
    yield from _flush(rows, label)


def _flush(rows: list[Row], label: str) -> Iterator[Block]:
    if rows:
        yield Table(TableKind.SIDES, (1, 1), tuple(rows), label or "kk / ru")


def _row(one: Block | None, two: Block | None) -> Row:
    return Row((_cell(one, _LEFT), _cell(_unanchored(two), _RIGHT)))


def _cell(block: Block | None, language: Language) -> Cell:
    return Cell((block or Paragraph((), Style.CELL),), language=language)


def _unanchored(block: Block | None) -> Block | None:
    """An anchor stands once in a document: on the left."""
    return replace(block, anchor=None) if isinstance(block, Paragraph | Clause) else block


def _table_rows(one: Table, two: Table) -> Iterator[Row]:
    """Cells one after another; a lone number leads the block that follows it."""
    for first, second in zip(one.rows, two.rows, strict=True):
        for left, right in zip(first.cells, second.cells, strict=True):
            for pair in zip_longest(left.blocks, right.blocks):
                if any(_words(block) for block in pair):
                    yield _row(*pair)


def _words(block: Block | None) -> bool:
    return isinstance(block, Paragraph | Clause | Heading) and bool(block.content)
