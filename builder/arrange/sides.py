"""Two trees of one document, Kazakh and Russian, side by side: a row for each pair of blocks."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Drawing,
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
    """Headings and drawings stand across the page in both languages; all else is paired in two columns.

    Both trees come from the same nodes, so they have the same shape, but for notices, which concern
    one language and come first.
    """
    notices = (*_notices(left, _LEFT), *_notices(right, _RIGHT))
    pairs = tuple(zip(_without_notices(left), _without_notices(right), strict=True))
    return (*notices, *_grouped(pairs))


def one_after_another(sides: tuple[tuple[Block, ...], ...]) -> tuple[Block, ...]:
    """Each language on a page of its own."""
    first, *others = sides
    return (*first, *(block for side in others for block in (PageBreak(), *side)))


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
    for kind, group in groupby(pairs, key=_group):
        if kind == "stamp":
            left, right = zip(*group, strict=True)
            rows.append(_row(tuple(map(_plain, left)), tuple(map(_plain, right))))
            continue
        for one, two in group:
            if isinstance(one, Paragraph | Clause):
                rows.append(_row((one,), (two,)))
                continue
            yield from _flush(rows, label)
            rows = []
            if isinstance(one, Heading) and isinstance(two, Heading):
                label = "".join(item.text for item in one.content if isinstance(item, Run))
                yield replace(one, level=one.level + 1, language=_LEFT)
                yield Paragraph(two.content, Style.CENTER, None, _RIGHT, keep=True)
            elif isinstance(one, Table) and isinstance(two, Table):
                yield _table(one, two)
            elif isinstance(one, Drawing) and isinstance(two, Drawing):
                yield replace(one, language=_LEFT)
                yield replace(two, language=_RIGHT)
            else:
                yield one
    yield from _flush(rows, label)


def _group(pair: tuple[Block, Block]) -> str:
    """Lines of a stamp differ in order between the languages, so they stand together."""
    one, _ = pair
    return "stamp" if isinstance(one, Paragraph) and one.style is Style.STAMP else "other"


def _plain(block: Block) -> Block:
    return replace(block, style=Style.CELL) if isinstance(block, Paragraph) else block


def _flush(rows: list[Row], label: str) -> Iterator[Block]:
    if rows:
        yield Table(TableKind.SIDES, (1, 1), tuple(rows), label or "kk / ru")


def _row(one: tuple[Block, ...], two: tuple[Block, ...]) -> Row:
    return Row((Cell(one, language=_LEFT), Cell(tuple(map(_unanchored, two)), language=_RIGHT)))


def _unanchored(block: Block) -> Block:
    """An anchor stands once in a document: on the left."""
    return replace(block, anchor=None) if isinstance(block, Paragraph | Clause) else block


def _table(one: Table, two: Table) -> Table:
    """Line beside line; where rows begin with a number, it leads its lines in a column of its own."""
    numbered = one.kind is TableKind.GRID
    rows = tuple(
        row
        for first, second in zip(one.rows, two.rows, strict=True)
        for row in (_numbered(first, second) if numbered else _lines(first.cells, second.cells))
    )
    return Table(TableKind.SIDES, (1, 8, 8) if numbered else (1, 1), rows, one.label)


def _numbered(first: Row, second: Row) -> Iterator[Row]:
    lines = tuple(_lines(first.cells[1:], second.cells[1:]))
    for position, line in enumerate(lines):
        lead = (replace(first.cells[0], rows=len(lines)),) if position == 0 else ()
        yield Row((*lead, *line.cells))


def _lines(left: tuple[Cell, ...], right: tuple[Cell, ...]) -> Iterator[Row]:
    for one, two in zip(left, right, strict=True):
        for pair in zip(one.blocks, two.blocks, strict=True):
            if any(_words(block) for block in pair):
                yield _row((pair[0],), (pair[1],))


def _words(block: Block) -> bool:
    return isinstance(block, Paragraph | Clause | Heading) and bool(block.content)
