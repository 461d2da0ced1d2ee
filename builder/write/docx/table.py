"""Tables: columns, spans, rows that repeat or stay whole."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from builder.blocks.tree import Block, Cell, Paragraph, Row, Style, Table, TableKind
from builder.ooxml.xml import attribute
from builder.write.docx.draft import Draft, Spot
from builder.write.docx.room import writing_room
from builder.write.docx.styles import TABLES

Flow = Callable[[Draft, tuple[Block, ...], Spot], str]

_EMPTY = Paragraph((), Style.CELL)
_PADDING = 216
"""Left and right padding of a cell together, in twentieths of a point."""
_SHADES = {"head": "E7E6E6", "band": "F2F2F2"}


@dataclass(slots=True)
class _Covered:
    """A cell from an earlier row that goes on below."""

    columns: int
    left: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all cells of a table share; `empty` is what stands in a covered one."""

    draft: Draft
    kind: TableKind
    widths: tuple[int, ...]
    spot: Spot
    flow: Flow
    together: bool
    empty: str


def table(draft: Draft, block: Table, spot: Spot, flow: Flow) -> str:
    """A table over the whole room of its spot."""
    widths = _columns(block.widths, spot.width)
    empty = flow(draft, (_EMPTY,), spot)
    sheet = _Sheet(draft, block.kind, widths, spot, flow, block.together, empty)
    covered: dict[int, _Covered] = {}
    rows = [_row(sheet, row, covered, head=True) for row in block.header]
    rows += [_row(sheet, row, covered, head=False) for row in block.rows[:-1]]
    ending = replace(sheet, together=False)  # the last row does not ask for what follows the table
    rows += [_row(ending, row, covered, head=False) for row in block.rows[-1:]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{_properties(sheet, block)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _columns(shares: tuple[float, ...], room: int) -> tuple[int, ...]:
    """Whole widths that add up to the room exactly."""
    unit = room / sum(shares)
    edges = [round(edge * unit) for edge in accumulate(shares, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _properties(sheet: _Sheet, block: Table) -> str:
    look = 'w:val="0620" w:firstRow="1"' if block.header else 'w:val="0600" w:firstRow="0"'
    return (
        f'<w:tblPr><w:tblStyle w:val="{sheet.draft.styles[TABLES[block.kind]]}"/>'
        f'<w:tblW w:w="{sum(sheet.widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{attribute(block.label)}"/></w:tblPr>'
    )


def _row(sheet: _Sheet, row: Row, covered: dict[int, _Covered], *, head: bool) -> str:
    whole = "<w:cantSplit/>" if row.whole or head or row.band else ""
    cells, height = _cells(sheet, row, covered, head=head)
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if head else ""
    properties = f"<w:trPr>{whole}{tall}{repeated}</w:trPr>" if whole or tall or repeated else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cells(sheet: _Sheet, row: Row, covered: dict[int, _Covered], *, head: bool) -> tuple[str, int]:
    """The row's own cells and, between them, the lower ends of cells from above; and its least height."""
    column, last, height = 0, len(sheet.widths), 0
    waiting, pieces = list(reversed(row.cells)), []
    while column < last:
        above = covered.get(column)
        if above is not None:
            pieces.append(_covered_cell(sheet, column, above))
            above.left -= 1
            if above.left == 0:
                del covered[column]
            column += above.columns
            continue
        cell = waiting.pop() if waiting else Cell(())
        span = _span(cell, column, last, covered, stretch=row.band and not waiting)
        if cell.rows > 1:
            covered[column] = _Covered(span, cell.rows - 1)
        width = sum(sheet.widths[column : column + span])
        pieces.append(_cell(sheet, cell, width, span, head=head, band=row.band))
        height = max(height, writing_room(cell.blocks, width - _PADDING))
        column += span
    if waiting:
        raise ValueError("a row has more cells than its table has columns")
    return "".join(pieces), height


def _span(cell: Cell, column: int, last: int, covered: dict[int, _Covered], *, stretch: bool) -> int:
    """Columns of a cell: never over the edge of the table or over a cell from above."""
    free = min((start for start in covered if start > column), default=last) - column
    return free if stretch else min(cell.columns, free)


def _cell(sheet: _Sheet, cell: Cell, width: int, span: int, *, head: bool, band: bool) -> str:
    role = "head" if head or cell.header else "band" if band else ""
    spot = sheet.spot.within(
        language=cell.language, width=width - _PADDING, head=role == "head", band=band, keep=sheet.together
    )
    merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    properties = _cell_properties(width, span, f"{merge}{_look(sheet.kind, cell, role)}")
    return f"<w:tc>{properties}{sheet.flow(sheet.draft, cell.blocks or (_EMPTY,), spot)}</w:tc>"


def _look(kind: TableKind, cell: Cell, role: str) -> str:
    """Shade of header and band cells; a lone name stands level with the last line of its post."""
    if kind is TableKind.LAYOUT:
        return '<w:vAlign w:val="bottom"/>' if len(cell.blocks) == 1 else ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADES[role]}"/>' if role else ""


def _covered_cell(sheet: _Sheet, column: int, above: _Covered) -> str:
    width = sum(sheet.widths[column : column + above.columns])
    return f"<w:tc>{_cell_properties(width, above.columns, '<w:vMerge/>')}{sheet.empty}</w:tc>"


def _cell_properties(width: int, span: int, rest: str) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{rest}</w:tcPr>'
