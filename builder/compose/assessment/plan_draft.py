"""The draft action plan for the next period (Rules, point 19): recommendations in the official columns."""

from collections.abc import Iterator

from builder.base.dates import later_than
from builder.base.inline import Run
from builder.blocks.tree import Block, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.abbreviations import used
from builder.compose.assessment.advice import numbers, of_direction, short
from builder.compose.assessment.cells import lines
from builder.compose.assessment.telling import Telling, anchor
from builder.compose.items import DASH, band, bare, cell, header
from builder.compose.plan import WIDTHS
from builder.compose.voice import said
from builder.model.assessment import Period, Recommendation
from builder.model.respondents import YEARS

MARK = "*"
"""Stands behind executors that the source of a recommendation does not name."""


class PlanDraft:
    """The draft that follows from an assessment; nobody has approved it."""

    name = "plan-draft"


def years(period: Period) -> tuple[int, int]:
    """The first and the last year of the plan: three years, as an assessment covers, after those assessed."""
    return period.last + 1, period.last + YEARS


def title(telling: Telling) -> str:
    first, last = years(telling.dossier.assessment.period)
    return telling.voice.label("plan_draft_title", first=first, last=last)


def blocks(telling: Telling) -> Iterator[Block]:
    """The mark of a draft, its ground, the table, what stands behind marks and abbreviations."""
    voice, period = telling.voice, telling.dossier.assessment.period
    yield Paragraph(said(voice.label("plan_draft_stamp")), Style.STAMP)
    yield Heading(1, said(title(telling)))
    ground = voice.label("plan_draft_ground", first=period.first, last=period.last)
    yield Paragraph(said(ground))
    table = _table(telling)
    yield table
    if any(one.proposed for one in telling.dossier.assessment.recommendations):
        yield Paragraph(said(voice.label("plan_draft_proposed", mark=MARK)), Style.CELL)
    yield from _key(telling, table)


def _table(telling: Telling) -> Table:
    columns = header(*map(telling.voice.words, telling.content.plan.columns))
    return Table(TableKind.GRID, WIDTHS, tuple(_rows(telling)), title(telling), header=(columns,))


def _rows(telling: Telling) -> Iterator[Row]:
    """A section for each direction that has recommendations; measures are numbered through all of them."""
    order = numbers(telling)
    found = [(one, of_direction(telling, one.id)) for one in telling.content.sop.directions]
    for position, (direction, own) in enumerate((pair for pair in found if pair[1]), 1):
        yield band(f"{position}. {bare(telling.voice.words(direction.title))}", len(WIDTHS))
        for one in own:
            yield _measure(telling, one, order[one.id])


def _measure(telling: Telling, one: Recommendation, number: int) -> Row:
    voice = telling.voice
    source = voice.label("plan_draft_source", number=number, id=one.id)
    return Row(
        (
            cell(f"{number}.", anchor=anchor(f"measure/{one.id}")),
            lines(voice.runs(one.text), source),
            lines(voice.runs(one.form)),
            lines(*_executors(telling, one)),
            cell(_due(telling, one)),
        ),
        whole=True,
    )


def _executors(telling: Telling, one: Recommendation) -> Iterator[str]:
    """One to a line: some have a long name and no abbreviation."""
    mark = MARK if one.proposed else ""
    for subject in one.executors:
        yield f"{short(telling.voice, subject)}{mark}"


def _due(telling: Telling, one: Recommendation) -> str:
    if one.due is None:
        return telling.voice.label("plan_draft_due_none")
    return telling.voice.label("plan_not_later", day=later_than(one.due, telling.language))


def _key(telling: Telling, table: Table) -> Iterator[Block]:
    """What the abbreviations of the table stand for, in the words and the form of the official plan."""
    known = used(telling, (table,))
    if known:
        yield Paragraph(telling.voice.runs(telling.content.plan.note), Style.CELL, keep=True)
    for abbreviation, full in known:
        yield Paragraph((Run(f"{abbreviation} {DASH} {full}"),), Style.CELL)
