"""Cells of the tables of an assessment: values that keep their kind, holes shown as holes."""

from decimal import Decimal

from builder.base.inline import Run
from builder.base.kazakh import Case
from builder.base.quantity import NBSP
from builder.blocks.inline import Inlines
from builder.blocks.tree import Cell, Paragraph, Style
from builder.compose.assessment.quantity import NOTHING, NUMBERS, hole, in_words, number_in
from builder.compose.assessment.telling import Telling
from builder.compose.voice import Voice, said
from builder.model.answers import Value, ValueKind
from builder.model.evidence import Figure

BREAK = "‖"
"""Stands before a value that must not be compared with the one of the year before."""


def lines(*contents: str | Inlines) -> Cell:
    """A cell with a paragraph to each line; empty ones are left out."""
    inlines = (said(content) if isinstance(content, str) else content for content in contents if content)
    return Cell(tuple(Paragraph(content, Style.CELL) for content in inlines) or (Paragraph((), Style.CELL),))


def bold(words: str) -> Inlines:
    return (Run(words, strong=True),)


def share_of(telling: Telling, count: int, of: int) -> str:
    """`2 из 3`, `3-тен 2`."""
    whole = number_in(telling.language, Decimal(of), Case.ABLATIVE)
    return telling.label("of", of=whole, count=count).replace(" ", NBSP)


def value_words(voice: Voice, value: Value) -> str:
    """A value as it stands in a table, without its unit."""
    if value.kind in NUMBERS:
        return in_words(voice, value, None) or value.raw
    if value.kind in NOTHING:
        return hole(voice, value.kind)
    if value.kind is ValueKind.UNREADABLE:
        return voice.label("value_unreadable")
    return value.raw


def figure_words(telling: Telling, found: Figure) -> str:
    """The value of a figure; what we calculated says so."""
    unclear = telling.public and found.value.kind not in NUMBERS | NOTHING
    words = telling.voice.label("value_unreadable") if unclear else value_words(telling.voice, found.value)
    if found.computed and found.value.kind in NUMBERS:
        words = telling.voice.label("figure_computed", value=words)
    return f"{BREAK} {words}" if found.breaks else words


def figure_cell(telling: Telling, code: str, year: int) -> Cell:
    """The figure of a code in a year, with how many bodies stand behind it."""
    if telling.dossier.evidence.year(year) is None:
        return lines(telling.label("no_collection"))
    return shown(telling, telling.dossier.figure(code, year))


def shown(telling: Telling, found: Figure | None) -> Cell:
    """A figure; a mark where it is kept back."""
    if found is None:
        return lines(telling.voice.label("value_not_answered"))
    if telling.seen(found) is None:
        return lines(telling.label("suppressed"))
    if not found.asked:
        return lines(telling.label("not_asked"))
    return lines(figure_words(telling, found), _behind(telling, found))


def _behind(telling: Telling, found: Figure) -> str:
    """How many of those asked answered, or said why not; nothing where one was asked and answered."""
    if found.answered:
        if found.asked == found.answered == 1:
            return ""
        return telling.label("answered_by", of=share_of(telling, found.answered, found.asked))
    if found.absent:
        return telling.label("reasons_by", of=share_of(telling, found.absent, found.asked))
    return telling.label("silent_by", count=found.asked)
