"""What stands in the progress report of a plan: who informs whom and by when, the table, who signs."""

from collections.abc import Iterator

from builder.base.dates import later_than
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Block, Cell, Clause, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.abbreviations import occurs, spoken
from builder.compose.assessment.progress_rows import table
from builder.compose.items import DASH, cell
from builder.compose.voice import Voice, said
from builder.model.abbreviations import Abbreviation
from builder.model.plan import Executor, Plan, ReportYear

_POINT, _SUBPOINT, _SUMMARY = 3, 2, 4
"""Of the resolution: executors inform a ministry (point 3 2)), which informs the Government (point 4)."""
_SIGNERS = (
    ("head_of_body", "plan.head", ControlKind.LINE),
    ("full_name", "plan.name", ControlKind.LINE),
    ("executor", "plan.executor", ControlKind.LINE),
    ("contact", "plan.contact", ControlKind.LINE),
    ("filling_date", "plan.date", ControlKind.DATE),
)
_WIDTHS = (2, 6)


def title(voice: Voice, year: int, executor: str) -> str:
    if not executor:
        return voice.label("progress_title", year=year)
    one = voice.content.plan.executor(executor)
    short = one.name if one.name is not None else _entry(voice.content.plan, one.body).short
    return voice.label("progress_title_body", year=year, body=voice.words(short))


def blocks(voice: Voice, year: int, executor: str) -> Iterator[Block]:
    """The form of one executor by its id, or of all; LookupError for what the plan does not know."""
    plan = voice.content.plan
    body = plan.executor(executor).body if executor else ""
    yield Heading(1, said(title(voice, year, executor)))
    yield Paragraph(voice.runs(plan.title), Style.CENTER)
    yield Paragraph(voice.runs(plan.resolution.imprint), Style.CENTER)
    yield from _duty(voice, body)
    yield _facts(voice, _year(plan, year), executor)
    yield Paragraph(said(voice.label("progress_how")), Style.NOTE, keep=True)
    found = table(voice, title(voice, year, executor), body)
    yield found
    yield from _key(voice, found)
    yield from _signers(voice)


def _duty(voice: Voice, body: str) -> Iterator[Block]:
    """The point of the resolution that asks for this form, in its own words."""
    points = {point.number: point for point in voice.content.plan.resolution.points}
    if not body:
        yield Clause(f"{_SUMMARY}.", voice.runs(points[_SUMMARY].text))
        return
    yield Clause(f"{_POINT}.", voice.runs(points[_POINT].text))
    for one in points[_POINT].subpoints:
        if one.number == _SUBPOINT:
            yield Clause(f"{one.number})", voice.runs(one.text), 1)


def _facts(voice: Voice, year: ReportYear, executor: str) -> Table:
    """The year, from whom, to whom and by when."""
    plan = voice.content.plan
    ministry = voice.words(_entry(plan, year.to).full)
    day = later_than(year.executors_by if executor else year.summary_by, voice.language)
    facts = (
        ("year", str(year.year)),
        ("from", _named(voice, plan.executor(executor)) if executor else ministry),
        ("to", ministry if executor else voice.label("progress_government")),
        ("by", voice.label("plan_not_later", day=day)),
    )
    rows = tuple(
        Row((cell(voice.label(f"progress_{key}"), bold=True), cell(words)), whole=True)
        for key, words in facts
    )
    return Table(TableKind.GRID, _WIDTHS, rows, voice.label("progress_facts"))


def _named(voice: Voice, one: Executor) -> str:
    return voice.words(one.name if one.name is not None else _entry(voice.content.plan, one.body).full)


def _signers(voice: Voice) -> Iterator[Block]:
    """Who answers for the information."""
    rows = tuple(
        Row((cell(voice.label(key)), _entered(voice, key, code, kind)), whole=True)
        for key, code, kind in _SIGNERS
    )
    label = voice.label("signature_block")
    yield Heading(2, said(label))
    yield Table(TableKind.FORM, _WIDTHS, rows, label)


def _entered(voice: Voice, key: str, code: str, kind: ControlKind) -> Cell:
    hint = voice.label("choose_date" if kind is ControlKind.DATE else "enter_text")
    return Cell((Paragraph((Control(code, kind, voice.label(key), hint),), Style.CODE),))


def _key(voice: Voice, found: Table) -> Iterator[Block]:
    """What the abbreviations of the table stand for, in the words of the plan."""
    plan = voice.content.plan
    words = " ".join(spoken((found,)))
    yield Paragraph(voice.runs(plan.note), Style.CELL, keep=True)
    for entry in plan.key:
        short = voice.words(entry.short)
        if occurs(short, words):
            yield Paragraph(said(f"{short} {DASH} {voice.words(entry.full)}"), Style.CELL)


def _entry(plan: Plan, short: str) -> Abbreviation:
    for entry in plan.key:
        if entry.short.plain(Language.RU) == short:
            return entry
    raise LookupError(short)


def _year(plan: Plan, year: int) -> ReportYear:
    for one in plan.reporting:
        if one.year == year:
            return one
    raise LookupError(year)
