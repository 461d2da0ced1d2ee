"""One call of a figure in the words of a language."""

from decimal import Decimal
from typing import Protocol, assert_never

from builder.base.kazakh import Case
from builder.base.language import Language
from builder.base.plural import plural
from builder.base.quantity import NBSP, grouped, rounded
from builder.compose.assessment.quantity import EXACT, NOTHING, NUMBERS, hole, in_words, number_in
from builder.compose.voice import Voice
from builder.model.answers import Value as Answered
from builder.model.answers import ValueKind
from builder.model.calls import Asked, Bodies, Call, Change, Number, Series, Share, Times, Value
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.questionnaire import Unit


class Figures(Protocol):
    """Where calls find their values: figures by code and year, and who was asked."""

    @property
    def evidence(self) -> Evidence: ...

    def figure(self, code: str, year: int) -> Figure | None: ...


class UnsaidError(Exception):
    """A call that cannot be put into words; `finding` is the code of what is to be reported."""

    def __init__(self, finding: str, **data: str) -> None:
        super().__init__(finding)
        self.finding = finding
        self.data = data


def said(voice: Voice, figures: Figures, call: Call) -> str:
    """One call in words; raises UnsaidError."""
    match call:
        case Value() | Number():
            figure = _figure(figures, call.code, call.year)
            unit = _unit(voice.content, figure) if isinstance(call, Value) else None
            words = _value(voice, figure, unit, call.case)
        case Share():
            words = _share(voice, figures, call)
        case Change():
            words = _change(voice, *_compared(figures, call.code, call.year, call.before))
        case Times():
            words = _times(voice, *_compared(figures, call.code, call.year, call.before))
        case Series():
            words = _series(voice, figures, call)
        case Asked() | Bodies():
            words = _bodies(voice.language, figures.evidence, call)
        case _:
            assert_never(call)
    return words


def _figure(figures: Figures, code: str, year: int) -> Figure:
    """A figure that has a number."""
    figure = figures.figure(code, year)
    if figure is None or figure.value.kind in NOTHING:
        raise UnsaidError("Q660", code=code, year=str(year))
    if figure.value.kind not in NUMBERS:
        raise UnsaidError("Q661", obstacle="no-number")
    return figure


def _unit(content: Content, figure: Figure) -> Unit | None:
    return next((unit for unit in content.units if unit.id == figure.unit), None)


def _value(voice: Voice, figure: Figure, unit: Unit | None, case: Case) -> str:
    found = in_words(voice, figure.value, unit, case)
    if found is None:
        raise UnsaidError("Q661", obstacle="case")
    return voice.label("figure_computed", value=found) if figure.computed else found


def _exact(figure: Figure) -> Decimal:
    """The number of a figure with which one may reckon: about and up to are no such numbers."""
    if figure.value.kind not in EXACT or figure.value.low is None:
        raise UnsaidError("Q661", obstacle="not-exact")
    return figure.value.low


def _share(voice: Voice, figures: Figures, call: Share) -> str:
    part = _exact(_figure(figures, call.part, call.year))
    whole = _exact(_figure(figures, call.whole, call.year))
    if not whole or part > whole:
        raise UnsaidError("Q661", obstacle="whole")
    percent = voice.label("figure_percent", number=grouped(rounded(100 * part / whole)))
    return voice.label("figure_computed", value=percent.replace(" ", NBSP))


def _compared(figures: Figures, code: str, year: int, before: int) -> tuple[Decimal, Decimal]:
    """The values of two years between which the series does not break."""
    if before >= year:
        raise UnsaidError("Q661", obstacle="order")
    for number in range(before + 1, year + 1):
        between = figures.figure(code, number)
        if between is not None and between.breaks:
            raise UnsaidError("Q661", obstacle="break")
    return _exact(_figure(figures, code, year)), _exact(_figure(figures, code, before))


def _change(voice: Voice, now: Decimal, before: Decimal) -> str:
    if now == before:
        return voice.label("figure_same")
    number = number_in(voice.language, abs(now - before), Case.DATIVE)
    changed = voice.label("figure_more" if now > before else "figure_less", number=number)
    return voice.label("figure_computed", value=changed)


def _times(voice: Voice, now: Decimal, before: Decimal) -> str:
    if not before:
        raise UnsaidError("Q661", obstacle="whole")
    ratio = rounded(now / before)
    few = ratio != int(ratio) or plural(int(ratio), Language.RU) == "few"
    times = voice.label("figure_times_few" if few else "figure_times", number=grouped(ratio))
    return voice.label("figure_computed", value=times)


def _series(voice: Voice, figures: Figures, call: Series) -> str:
    """Every year of the period, holes as words."""
    found = [(year, figures.figure(call.code, year)) for year in figures.evidence.period]
    if all(figure is None or figure.value.kind in NOTHING for _, figure in found):
        raise UnsaidError("Q660", code=call.code, year="–")
    return ", ".join(
        voice.label("figure_in_year", year=year, value=_in_series(voice, figure)) for year, figure in found
    )


def _in_series(voice: Voice, figure: Figure | None) -> str:
    value = Answered(ValueKind.NOT_ANSWERED, "") if figure is None else figure.value
    if value.kind in NOTHING:
        return hole(voice, value.kind)
    if figure is None or value.kind not in NUMBERS:
        raise UnsaidError("Q661", obstacle="no-number")
    return _value(voice, figure, None, Case.NOMINATIVE)


def _bodies(language: Language, evidence: Evidence, call: Asked | Bodies) -> str:
    year = evidence.year(call.year)
    if year is None:
        raise UnsaidError("Q660", code=str(call.section), year=str(call.year))
    bodies = year.asked(call.section) if isinstance(call, Asked) else year.came(call.section)
    return number_in(language, Decimal(len(bodies)), call.case)
