"""Blocks to the paragraphs and tables of a Word body."""

from functools import lru_cache
from typing import assert_never

from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Clause, Drawing, Heading, PageBreak, Paragraph, Style, Table
from builder.ooxml.drawing import inline
from builder.write.docx import styles
from builder.write.docx.draft import Draft, Spot
from builder.write.docx.inline import inside, page_of
from builder.write.docx.table import table

_DASH = Run("–\u00a0")
_PER_POINT = 20
"""Widths in Word are in twentieths of a point."""


def flow(draft: Draft, blocks: tuple[Block, ...], spot: Spot) -> str:
    """Blocks one after another; the last is a paragraph, as Word asks of bodies and cells.

    A page break is carried by the block after it. Neighbouring tables would melt into one without a
    gap between them.
    """
    pieces: list[str] = []
    broken = after_table = False
    for block in blocks:
        match block:
            case PageBreak():
                if broken:
                    pieces.append(_gap(draft, broken=True))
                broken, after_table = True, False
                continue
            case Table():
                if broken or after_table:
                    pieces.append(_gap(draft, broken=broken))
                pieces.append(table(draft, block, spot, flow))
            case Drawing():
                if after_table:
                    pieces.append(_gap(draft, broken=False))
                pieces.append(_drawing(draft, block, spot, broken=broken))
            case Heading() | Paragraph() | Clause():
                pieces.append(_paragraph(draft, block, spot, broken=broken))
            case _:
                assert_never(block)
        broken, after_table = False, isinstance(block, Table)
    if after_table or broken or not pieces:
        pieces.append(_gap(draft, broken=broken))
    return "".join(pieces)


def _gap(draft: Draft, *, broken: bool) -> str:
    return f"<w:p>{_properties(draft.styles[styles.GAP], broken=broken)}</w:p>"


def _drawing(draft: Draft, block: Drawing, spot: Spot, *, broken: bool) -> str:
    """A picture in a paragraph of its own, no wider than its room."""
    from builder.write.chart.picture import picture  # noqa: PLC0415 - few documents have charts

    drawn = picture(block.chart, draft.fonts)
    size = min(1.0, spot.width / (drawn.width * _PER_POINT))
    properties = _properties(draft.styles[styles.PARAGRAPHS[Style.CENTER]], keep=True, broken=broken)
    tongue = draft.tongue(block.language or spot.language)
    frame = draft.picture(block, drawn, size)
    return f"<w:p>{properties}<w:r>{f'<w:rPr>{tongue}</w:rPr>' if tongue else ''}{inline(frame)}</w:r></w:p>"


def _paragraph(draft: Draft, block: Heading | Paragraph | Clause, spot: Spot, *, broken: bool) -> str:
    content: Inlines = block.content
    keep = spot.band or spot.keep
    match block:
        case Heading():
            name = styles.HEADINGS[min(block.level, len(styles.HEADINGS)) - 1]
        case Paragraph():
            name = _name(block.style, spot)
            keep = keep or block.keep
            content = (_DASH, *content) if block.style is Style.ITEM else content
        case Clause():
            name = styles.CLAUSES[min(block.level, len(styles.CLAUSES) - 1)]
            content = (Run(f"{block.number} "), *content)
        case _:
            assert_never(block)
    words = inside(draft, content, block.language or spot.language)
    if block.anchor is not None:
        words = draft.bookmark(block.anchor, words)
    tabs = ""
    if isinstance(block, Paragraph) and block.style is Style.ENTRY:
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{round(spot.width)}"/></w:tabs>'
        words += page_of(draft, content)
    return f"<w:p>{_properties(draft.styles[name], keep=keep, broken=broken, more=tabs)}{words}</w:p>"


def _name(style: Style, spot: Spot) -> str:
    """Cells of header and band rows have a look of their own."""
    if style is Style.CELL and spot.head:
        return styles.CELL_HEAD
    if style is Style.CELL and spot.band:
        return styles.BAND
    return styles.PARAGRAPHS[style]


@lru_cache(maxsize=256)
def _properties(style: str, *, keep: bool = False, broken: bool = False, more: str = "") -> str:
    kept = "<w:keepNext/>" if keep else ""
    breaking = "<w:pageBreakBefore/>" if broken else ""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{kept}{breaking}{more}</w:pPr>'
