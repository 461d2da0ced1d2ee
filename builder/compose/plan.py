"""Kind `plan`: a government plan with its resolution, as the official table of five columns."""

import re
from collections.abc import Callable, Iterator

from builder.base import ids
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
from builder.compose.items import DASH, band, cell, header
from builder.compose.request import EACH_LANGUAGE, Act, Request
from builder.compose.voice import Voice, said
from builder.model.abbreviations import Abbreviation
from builder.model.library import Content
from builder.model.plan import Measure
from builder.model.text import Text

KIND = "plan"
NAME = "2018-2020"
WIDTHS = (1.1, 6.0, 3.8, 3.9, 3.2)

_RESOLUTION = "plan/resolution"


def requests(_content: Content) -> Iterator[Request]:
    for language in EACH_LANGUAGE:
        yield Request(KIND, NAME, language, ("labels.yaml", f"plan/{NAME}.yaml"), act=Act.PLAN)


def body(_request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    return plan


def title(voice: Voice, _request: Request) -> str:
    return voice.words(voice.content.plan.title)


def is_form(_request: Request) -> bool:
    return False


def plan(voice: Voice) -> tuple[Block, ...]:
    """The resolution; on a new page the stamp, the title, the table and the key of abbreviations."""
    return (*_resolution(voice), PageBreak(), *_plan(voice), *_key(voice))


def _resolution(voice: Voice) -> Iterator[Block]:
    resolution = voice.content.plan.resolution
    yield Heading(1, voice.runs(resolution.title), ids.part(_RESOLUTION, "title"))
    yield voice.paragraph(resolution.imprint, Style.IMPRINT, ids.part(_RESOLUTION, "imprint"))
    yield voice.paragraph(resolution.preamble, Style.BODY, ids.part(_RESOLUTION, "preamble"))
    for point in resolution.points:
        anchor = ids.point(_RESOLUTION, point.number)
        yield Clause(f"{point.number}.", voice.runs(point.text), 0, anchor)
        for sub in point.subpoints:
            anchor = ids.subpoint(_RESOLUTION, point.number, sub.number)
            yield Clause(f"{sub.number})", voice.runs(sub.text), 1, anchor)
    signed = (resolution.signature.post, resolution.signature.name)
    cells = tuple(Cell((voice.paragraph(text, Style.SIGNATURE),)) for text in signed)
    yield Table(TableKind.LAYOUT, (2, 1), (Row(cells, whole=True),), voice.label("signature_block"))


def _plan(voice: Voice) -> Iterator[Block]:
    content = voice.content.plan
    for position, text in enumerate(content.stamp):
        yield voice.paragraph(text, Style.STAMP, ids.part("plan", "stamp") if position == 0 else None)
    yield Heading(1, voice.runs(content.title), ids.part("plan", "title"))
    rows = tuple(_rows(voice))
    columns = header(*map(voice.words, content.columns))
    yield Table(TableKind.GRID, WIDTHS, rows, voice.words(content.title), header=(columns,))


def _rows(voice: Voice) -> Iterator[Row]:
    content = voice.content.plan
    for section in content.sections:
        words = f"{section.number}. {voice.words(section.title)}"
        yield band(words, len(WIDTHS), ids.part("plan", "section", section.number))
        for measure in content.measures:
            if measure.section == section.number:
                yield from _measure(voice, measure)


def _measure(voice: Voice, measure: Measure) -> Iterator[Row]:
    """A row; the parts of a measure have rows of their own, with form and deadline in the first."""
    yield Row(
        (
            cell(f"{measure.number}.", anchor=ids.measure(measure.number)),
            _words(voice, measure.measure),
            _words(voice, measure.form),
            _words(voice, measure.executors),
            _words(voice, measure.deadline),
        ),
        whole=True,
    )
    for part in measure.parts:
        yield Row(
            (
                cell(f"{part.number}.", anchor=ids.measure(part.number)),
                _words(voice, part.measure),
                _words(voice, None),
                _words(voice, part.executors),
                _words(voice, None),
            ),
            whole=True,
        )


def _words(voice: Voice, text: Text | None) -> Cell:
    return Cell((Paragraph(() if text is None else voice.runs(text), Style.CELL),))


def _key(voice: Voice) -> Iterator[Block]:
    """What the abbreviations of the table stand for; those it does not use are left out."""
    content = voice.content.plan
    yield Paragraph(voice.runs(content.note), Style.CELL, ids.part("plan", "note"), keep=True)
    words = " ".join(_spoken(voice))
    for position, item in enumerate(content.key, 1):
        if _is_used(voice, item, words):
            line = said(f"{voice.words(item.short)} {DASH} {voice.words(item.full)}")
            yield Paragraph(line, Style.CELL, ids.part("plan", "abbreviation", position))


def _is_used(voice: Voice, item: Abbreviation, words: str) -> bool:
    short = re.escape(voice.words(item.short))
    return re.search(rf"(?<!\w){short}(?!\w)", words) is not None


def _spoken(voice: Voice) -> Iterator[str]:
    """Every word of the table."""
    content = voice.content.plan
    texts: list[Text | None] = [section.title for section in content.sections]
    for measure in content.measures:
        texts += [measure.measure, measure.form, measure.executors, measure.deadline]
        texts += [text for part in measure.parts for text in (part.measure, part.executors)]
    yield from (voice.words(text) for text in texts if text is not None)
