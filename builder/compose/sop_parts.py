"""The four directions of the SOP with their parts, and the indicators in the third of them."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Cell, Clause, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.items import calm, numbered, run_in, strong
from builder.compose.voice import Voice, said
from builder.model.indicators import IndicatorList
from builder.model.sop import BlockEntry, Direction, SopBlock, SopPart
from builder.model.text import Text


def system(voice: Voice) -> Iterator[Block]:
    """The four directions in a table: what each is, and below it what belongs to it."""
    content = voice.content.sop
    if content.directions_lead is not None:
        yield voice.paragraph(content.directions_lead)
    rows = tuple(
        Row((_title(voice, entry.number, entry.title), _about(voice, entry.about, entry.scope)), whole=True)
        for entry in content.directions
    )
    yield Table(TableKind.GRID, (3, 7), rows, voice.label("direction"))


def _title(voice: Voice, number: int, title: Text) -> Cell:
    anchor = ids.part("sop", "direction", number)
    return Cell(
        (Paragraph((Run(f"{number}. ", strong=True), *strong(voice.runs(title))), Style.CELL, anchor),)
    )


def _about(voice: Voice, *texts: Text | None) -> Cell:
    return Cell(tuple(voice.paragraph(text, Style.CELL) for text in texts if text is not None))


def part_blocks(voice: Voice, part: SopPart) -> Iterator[Block]:
    for text in part.lead:
        yield voice.paragraph(text)
    for position, block in enumerate(part.blocks, 1):
        yield from _block(voice, block, ids.block(part.id, position))
    if part.id == Direction.DETECTION:
        yield from _indicators(voice)


def _block(voice: Voice, block: SopBlock, anchor: str) -> Iterator[Block]:
    """A title that ends in a colon opens its paragraph; any other is a heading."""
    texts = block.paragraphs
    if block.title is not None and voice.words(block.title).endswith(":") and texts:
        yield Paragraph(run_in(voice, block.title, texts[0]), Style.BODY, anchor)
        texts = texts[1:]
    elif block.title is not None:
        yield Heading(4, voice.runs(block.title), anchor)
    for text in texts:
        yield voice.paragraph(text)
    for entry in block.entries:
        yield _entry(voice, entry)


def _entry(voice: Voice, entry: BlockEntry) -> Block:
    words = voice.runs(entry.text) if entry.title is None else run_in(voice, entry.title, entry.text)
    if entry.number is None:
        return Paragraph(words, Style.BODY)
    return Clause(f"{entry.number})", words)


def _indicators(voice: Voice) -> Iterator[Block]:
    file = voice.content.indicators
    titles = {"group": file.groups_title, "place": file.places_title, "sign": file.signs_title}
    for kind, lists in file.kinds():
        yield Heading(4, said(_calm(voice, titles[kind])), ids.part("sop", f"{kind}s"))
        for one in lists:
            yield from _list(voice, kind, one)
    for position, action in enumerate(file.actions, 1):
        yield Heading(4, said(calm(voice, action.title)), ids.part("sop", "action", position))
        for text in action.paragraphs:
            yield voice.paragraph(text)


def _calm(voice: Voice, text: Text | None) -> str:
    return "" if text is None else calm(voice, text)


def _list(voice: Voice, kind: str, one: IndicatorList) -> Iterator[Block]:
    yield Heading(5, said(calm(voice, one.title)), ids.indicator(kind, one.id))
    if one.lead is not None:
        yield voice.paragraph(one.lead)
    for clause, entry in zip(numbered(voice, tuple(e.text for e in one.entries)), one.entries, strict=True):
        yield Clause(clause.number, clause.content, 0, ids.indicator(kind, entry.id))
