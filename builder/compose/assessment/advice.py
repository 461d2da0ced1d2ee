"""Recommendations (Rules, point 17 3)) by direction: what, who, when, how one sees that it is done."""

from collections.abc import Iterable, Iterator

from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Cell, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.analysis import conclusion_numbers
from builder.compose.assessment.cells import lines
from builder.compose.assessment.telling import Telling, anchor, entry_anchor, linked
from builder.compose.items import bare, header
from builder.compose.voice import Voice
from builder.model.assessment import Recommendation
from builder.model.sop import Direction

_COLUMNS = ("number", "recommendation", "executors", "form_due", "indicator")
_WIDTHS = (0.9, 6.1, 3.5, 3.8, 3.8)
_LONG = 900
"""A row with more signs may go over to the next page."""


def recommendations(telling: Telling) -> Iterator[Block]:
    """A table for each direction that has any; numbers go through all of them."""
    for direction in telling.content.sop.directions:
        found = of_direction(telling, direction.id)
        if found:
            words = bare(telling.voice.words(direction.title))
            yield telling.heading(3, words, f"direction/{direction.id}")
            yield table(telling, found, words)


def numbers(telling: Telling) -> dict[str, int]:
    """Numbers of recommendations by id, in the order of the directions."""
    ordered = [one.id for direction in Direction for one in of_direction(telling, direction)]
    return {name: number for number, name in enumerate(ordered, 1)}


def of_direction(telling: Telling, direction: Direction) -> tuple[Recommendation, ...]:
    found = telling.dossier.assessment.recommendations
    return tuple(one for one in found if one.direction is direction)


def addressed(telling: Telling, subject: str) -> tuple[Recommendation, ...]:
    """Those that name a subject among the executors, by number."""
    order = numbers(telling)
    found = [one for one in telling.dossier.assessment.recommendations if subject in one.executors]
    return tuple(sorted(found, key=lambda one: order[one.id]))


def table(telling: Telling, found: Iterable[Recommendation], label: str) -> Table:
    order = numbers(telling)
    rows = tuple(_row(telling, one, order[one.id]) for one in found)
    head = header(*(telling.label(key) for key in _COLUMNS))
    return Table(TableKind.GRID, _WIDTHS, rows, label, header=(head,))


def _row(telling: Telling, one: Recommendation, number: int) -> Row:
    voice = telling.voice
    first = Cell((Paragraph((Run(str(number)),), Style.CELL, anchor(f"advice/{one.id}")),))
    words = (*voice.runs(one.text), *telling.cited(one.sources))
    executors = tuple(short(voice, subject) for subject in one.executors)
    proposed = telling.label("proposed") if one.proposed else ""
    due = telling.label("due_none") if one.due is None else voice.day(one.due)
    words_due = telling.label("due", due=due)
    return Row(
        (
            first,
            lines(words, _grounds(telling, one)),
            lines(", ".join(executors), proposed and f"({proposed})"),
            lines(voice.runs(one.form), words_due),
            lines(voice.runs(one.indicator)),
        ),
        whole=len(voice.words(one.text)) < _LONG,
    )


def short(voice: Voice, subject_id: str) -> str:
    """The short name of a subject, which the list of abbreviations decodes; the whole name without one."""
    subject = voice.content.subject(subject_id)
    return voice.words(subject.name if subject.short is None else subject.short)


def _grounds(telling: Telling, one: Recommendation) -> Inlines:
    """Conclusions that it follows from, entries of ranked lists that it makes smaller."""
    known = conclusion_numbers(telling)
    pieces: list[Inlines] = []
    if one.follows:
        links = linked((str(known[name]), anchor(name)) for name in one.follows)
        pieces.append(_around(telling, "follows", "conclusions", links))
    if one.minimizes:
        links = linked((code, entry_anchor(code)) for code in one.minimizes)
        pieces.append(_around(telling, "minimizes", "entries", links))
    return tuple(item for piece in pieces for item in (Run(". "), *piece))[1:]


def _around(telling: Telling, key: str, name: str, links: Inlines) -> Inlines:
    before, _, after = telling.label(key, **{name: "\0"}).partition("\0")
    return (Run(before), *links, *((Run(after),) if after else ()))
