"""The joint order with the Rules and the appendix, as published."""

from collections.abc import Iterator
from itertools import chain

from builder.base import ids
from builder.base.inline import Run
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
from builder.compose.appendix import appendix
from builder.compose.voice import Voice
from builder.model.act import Agreement, Chapter, Point
from builder.model.nodes import order_nodes, questionnaire_nodes, rules_nodes, section_nodes
from builder.model.text import Text

_ABREAST = 3


def act(voice: Voice) -> tuple[Block, ...]:
    """Title, imprint, preamble, points, signatures and agreements; then the Rules; then the appendix."""
    content = voice.content
    nodes = chain(
        order_nodes(content.order),
        rules_nodes(content.rules),
        questionnaire_nodes(content.questionnaire),
        *map(section_nodes, content.sections),
    )
    notice = voice.notice(nodes)
    return (*notice, *_order(voice), PageBreak(), *_rules(voice), PageBreak(), *appendix(voice))


def _order(voice: Voice) -> Iterator[Block]:
    order = voice.content.order
    yield Heading(1, voice.runs(order.title), ids.part("order", "title"))
    yield voice.paragraph(order.imprint, Style.IMPRINT, ids.part("order", "imprint"))
    yield voice.paragraph(order.preamble, Style.BODY, ids.part("order", "preamble"))
    for point in order.points:
        yield from point_blocks(voice, "order", point)
    yield _signatures(voice)
    yield _agreements(voice)


def point_blocks(voice: Voice, act_name: str, point: Point) -> Iterator[Block]:
    """A point: its numbered paragraph, unnumbered further ones, subpoints."""
    first, *others = point.paragraphs
    yield Clause(f"{point.number}.", voice.runs(first), 0, ids.point(act_name, point.number))
    for position, text in enumerate(others, 2):
        yield voice.paragraph(text, Style.BODY, ids.paragraph(act_name, point.number, position))
    for sub in point.subpoints:
        anchor = ids.subpoint(act_name, point.number, sub.number)
        yield Clause(f"{sub.number})", voice.runs(sub.text), 1, anchor)


def _signatures(voice: Voice) -> Table:
    rows = tuple(
        Row(
            (
                _cell(voice, Style.SIGNATURE, signature.post),
                _cell(voice, Style.SIGNATURE, signature.name),
            ),
            whole=True,
        )
        for signature in voice.content.order.signatures
    )
    return Table(TableKind.LAYOUT, (3, 2), rows, voice.label("signature_block"))


def _agreements(voice: Voice) -> Table:
    """Three to a row, so that they stay on the page of the signatures."""
    agreements = voice.content.order.agreements
    groups = [agreements[start : start + _ABREAST] for start in range(0, len(agreements), _ABREAST)]
    rows = tuple(
        Row(
            tuple(_agreement(voice, agreement) for agreement in group) + _fill(_ABREAST - len(group)),
            whole=True,
        )
        for group in groups
    )
    return Table(TableKind.LAYOUT, (1.0,) * _ABREAST, rows, voice.words(agreements[0].mark))


def _agreement(voice: Voice, agreement: Agreement) -> Cell:
    return _cell(voice, Style.SIGNATURE, agreement.mark, agreement.body)


def _fill(count: int) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((), Style.SIGNATURE),)) for _ in range(count))


def _cell(voice: Voice, style: Style, *texts: Text) -> Cell:
    return Cell(tuple(voice.paragraph(text, style) for text in texts))


def _rules(voice: Voice) -> Iterator[Block]:
    rules = voice.content.rules
    for position, text in enumerate(voice.content.order.stamp):
        yield voice.paragraph(text, Style.STAMP, ids.part("order", "stamp") if position == 0 else None)
    yield Heading(1, voice.runs(rules.title), ids.part("rules", "title"))
    for chapter in rules.chapters:
        yield _chapter_heading(voice, chapter)
        for point in chapter.points:
            yield from point_blocks(voice, "rules", point)


def _chapter_heading(voice: Voice, chapter: Chapter) -> Heading:
    number = voice.label("chapter", number=chapter.number)
    return Heading(2, (Run(f"{number} "), *voice.runs(chapter.heading)), ids.chapter(chapter.number))
