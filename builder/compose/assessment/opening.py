"""The title page of a report and its contents."""

from collections.abc import Iterable, Iterator

from builder.base.dates import dated
from builder.base.inline import Run
from builder.blocks.tree import Block, Heading, PageBreak, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.telling import Telling, anchor, note
from builder.compose.items import cell
from builder.compose.voice import said

POINT = 17
"""The point of the Rules that says what an assessment contains."""
_WIDTHS = (2.0, 3.6)
PROFILES = anchor("profile/")
"""Headings of single subjects: so many that the contents would not be seen at a glance."""
_DEEPEST = 3
"""Headings below this level are not in the contents."""


def opening(telling: Telling, title: str) -> Iterator[Block]:
    """What the document is: its mark, its name, and a table of where it stands."""
    yield stamp(telling)
    period = telling.dossier.assessment.period
    yield Heading(1, said(title), anchor("title"))
    years = telling.label("years", first=period.first, last=period.last)
    yield Paragraph(said(years), Style.CENTER)
    yield passport(telling, POINT)
    yield from key_to_marks(telling)


def stamp(telling: Telling) -> Block:
    """Which version this is."""
    return Paragraph(said(telling.label("public" if telling.public else "internal")), Style.STAMP)


def key_to_marks(telling: Telling) -> Iterator[Block]:
    """In public, what the mark for a number kept back means."""
    if telling.public:
        yield note(said(telling.label("suppressed_note", threshold=telling.content.method.threshold)))


def passport(telling: Telling, point: int) -> Table:
    """What the document is and rests on; `point` is that of the Rules by which it is made."""
    voice, period = telling.voice, telling.dossier.assessment.period
    method = voice.content.method
    facts = (
        ("ground", telling.label("ground_point", point=point)),
        ("period", telling.label("years", first=period.first, last=period.last)),
        ("formed", voice.day(period.formed)),
        ("standing", telling.label("official" if period.official else "example")),
        ("version", telling.label("public" if telling.public else "internal")),
        ("method", telling.label("method_version", version=method.version, since=_since(telling))),
        ("questionnaire", _edition(telling)),
        ("answers_code", telling.dossier.code),
    )
    rows = tuple(Row((cell(telling.label(key), bold=True), cell(words)), whole=True) for key, words in facts)
    return Table(TableKind.GRID, _WIDTHS, rows, telling.label("passport"))


def _since(telling: Telling) -> str:
    return dated(telling.content.method.since, telling.language)


def _edition(telling: Telling) -> str:
    """The edition under which forms went out; several where it changed within the period."""
    editions = dict.fromkeys(year.collection.edition for year in telling.dossier.evidence.years)
    return "; ".join(telling.voice.label("edition", date=dated(day, telling.language)) for day in editions)


def contents(telling: Telling, blocks: Iterable[Block]) -> Iterator[Block]:
    """Live links to the chapters and their parts; what they lead to begins on a page of its own."""
    yield PageBreak()
    yield Heading(2, said(telling.voice.label("contents")))
    for block in blocks:
        if isinstance(block, Heading) and 1 < block.level <= _DEEPEST and block.anchor is not None:
            if block.anchor.startswith(PROFILES):
                continue
            words = "".join(item.text for item in block.content if isinstance(item, Run))
            top = block.level < _DEEPEST
            lead = () if top else (Run("\u2003"),)
            yield Paragraph((*lead, Run(words, strong=top, target=block.anchor)), Style.ENTRY)
