"""The table of a progress report: the five columns of the plan, the state of a measure and what was done."""

from collections.abc import Iterator

from builder.base.inline import Run
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Cell, Paragraph, Row, Style, Table, TableKind
from builder.compose.items import band, cell, header
from builder.compose.voice import Voice
from builder.model.plan import Measure
from builder.model.text import Text

_STATES = ("done", "doing", "undone")
_WIDTHS = (1.3, 5.8, 2.9, 3.4, 3.0, 3.2, 6.5)
_LINES = 4
_EMPTY = Cell((Paragraph((), Style.CELL),))


def table(voice: Voice, label: str, body: str = "") -> Table:
    """All measures, or those of one executor, by its word in the measures."""
    own = map(voice.label, ("progress_state", "progress_what"))
    head = header(*map(voice.words, voice.content.plan.columns), *own)
    return Table(TableKind.FORM, _WIDTHS, tuple(_rows(voice, body)), label, header=(head,))


def _rows(voice: Voice, body: str) -> Iterator[Row]:
    plan = voice.content.plan
    for section in plan.sections:
        own = [
            one for one in plan.measures if one.section == section.number and _concerns(bodies_of(one), body)
        ]
        if own:
            yield band(f"{section.number}. {voice.words(section.title)}", len(_WIDTHS))
        for measure in own:
            yield from _measure(voice, measure, body)


def bodies_of(measure: Measure) -> tuple[str, ...]:
    """All that a measure and its parts name."""
    return (*measure.bodies, *(body for part in measure.parts for body in part.bodies))


def _concerns(bodies: tuple[str, ...], body: str) -> bool:
    return not body or body in bodies


def _measure(voice: Voice, measure: Measure, body: str) -> Iterator[Row]:
    """A row; where a measure has parts, they are what is reported on."""
    number = str(measure.number)
    texts = (measure.measure, measure.form, measure.executors, measure.deadline)
    yield _row(voice, number, texts, reported=not measure.parts)
    for part in measure.parts:
        if _concerns(part.bodies, body):
            yield _row(voice, part.number, (part.measure, None, part.executors, None), reported=True)


def _row(voice: Voice, number: str, texts: tuple[Text | None, ...], *, reported: bool) -> Row:
    words = (Cell((Paragraph(() if text is None else voice.runs(text), Style.CELL),)) for text in texts)
    answer = (_state(voice, number), _what(voice, number)) if reported else (_EMPTY, _EMPTY)
    return Row((cell(f"{number}."), *words, *answer), whole=True)


def _state(voice: Voice, number: str) -> Cell:
    """A tick for each state; their codes are `plan.12.done`, `plan.12.doing` and `plan.12.undone`."""
    return Cell(tuple(_tick(voice, number, state) for state in _STATES))


def _tick(voice: Voice, number: str, state: str) -> Paragraph:
    words = voice.label(f"progress_{state}")
    control = Control(f"plan.{number}.{state}", ControlKind.CHECK, _spoken(voice, number, words))
    return Paragraph((control, Run(f"\u00a0{words}")), Style.CELL)


def _what(voice: Voice, number: str) -> Cell:
    """What was done: `plan.12.what`."""
    label = _spoken(voice, number, voice.label("progress_what"))
    hint = voice.label("enter_text")
    control = Control(f"plan.{number}.what", ControlKind.AREA, label, hint, rows=_LINES)
    return Cell((Paragraph((control,), Style.CODE),))


def _spoken(voice: Voice, number: str, words: str) -> str:
    return voice.label("progress_spoken", number=number, words=words)
