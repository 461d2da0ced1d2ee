"""Figures as they are drawn: series over the years with their holes, breaks, parts and shares."""

from collections.abc import Sequence
from decimal import Decimal

from builder.base.quantity import NBSP, grouped, rounded
from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.compose.assessment.quantity import EXACT, NOTHING, NUMBERS
from builder.compose.assessment.telling import Telling
from builder.compose.charts import datum
from builder.model.answers import Value, ValueKind
from builder.model.evidence import Figure

Found = Sequence[Figure | None]
"""A figure for each year of the period."""


def figures(telling: Telling, code: str) -> Found:
    """None where a year has none, and in public where it is suppressed."""
    return [telling.figure(code, year) for year in telling.dossier.years]


def named(telling: Telling, code: str, start: str) -> Found:
    """The part of a split that respondents named with a word that begins so; None where nobody did."""
    for one in telling.slices(code):
        if one.name.casefold().startswith(tuple(start.split())):
            return [telling.seen(figure) for figure in one.series.figures]
    return [None for _ in telling.dossier.years]


def columns(telling: Telling, title: str, found: Found) -> Chart | None:
    """One figure over the years, from a true zero."""
    return _chart(telling, ChartKind.COLUMNS, title, (_run(telling, title, found),), found)


def paired(telling: Telling, title: str, runs: tuple[tuple[str, Found], tuple[str, Found]]) -> Chart | None:
    """A whole and what became of it, with the share in words."""
    whole, part = (found for _, found in runs)
    drawn = tuple(_run(telling, name, found) for name, found in runs)
    shares = tuple(share(telling, one, of) for one, of in zip(part, whole, strict=True))
    return _chart(telling, ChartKind.SHARE, title, drawn, whole, part, shares=shares)


def parted(telling: Telling, title: str, whole: Found, part: Found, names: tuple[str, str]) -> Chart | None:
    """A part and the rest of a whole; where either is not known exactly, the year is a hole."""
    pairs = [_parts(one, of) for one, of in zip(part, whole, strict=True)]
    known = [None if one is None else of for one, of in zip(part, whole, strict=True)]
    runs = tuple(
        Run(
            name,
            tuple(
                _datum(telling, of, None if pair is None else pair[at])
                for pair, of in zip(pairs, known, strict=True)
            ),
        )
        for at, name in enumerate(names)
    )
    return _chart(telling, ChartKind.STACKED, title, runs, whole, part)


def _chart(
    telling: Telling,
    kind: ChartKind,
    title: str,
    runs: tuple[Run, ...],
    *found: Found,
    shares: tuple[str, ...] = (),
) -> Chart | None:
    """Nothing where no year has a value."""
    if all(value.hole for run in runs for value in run.data):
        return None
    years = tuple(str(year) for year in telling.dossier.years)
    breaks = tuple(at for at in range(1, len(years)) if any(_broken(one[at]) for one in found))
    units = (one.unit for series in found for one in series if one is not None and one.unit is not None)
    unit = next((telling.unit(name) for name in units), "")
    return Chart(kind, title, years, runs, unit, telling.label("axis_year"), breaks, shares=shares)


def _broken(figure: Figure | None) -> bool:
    return figure is not None and bool(figure.breaks)


def _run(telling: Telling, name: str, found: Found) -> Run:
    return Run(name, tuple(_datum(telling, one, None if one is None else one.value) for one in found))


def _datum(telling: Telling, figure: Figure | None, value: Value | None) -> Datum:
    """A value, or why there is none."""
    if figure is None:
        return Datum(None, None, telling.nothing)
    if value is None or value.kind not in NUMBERS:
        kind = figure.value.kind if figure.value.kind in NOTHING else ValueKind.NOT_ANSWERED
        return datum(telling.voice, Value(kind, ""))
    return datum(telling.voice, value)


def _parts(part: Figure | None, whole: Figure | None) -> tuple[Value, Value] | None:
    """The rest and the part."""
    one, of = exact(part), exact(whole)
    if one is None or of is None or one > of:
        return None
    return _value(of - one), _value(one)


def exact(found: Figure | None) -> Decimal | None:
    """The number of a figure with which one may reckon."""
    return found.value.low if found is not None and found.value.kind in EXACT else None


def _value(number: Decimal) -> Value:
    return Value(ValueKind.EXACT if number else ValueKind.ZERO, "", number, number)


def share(telling: Telling, part: Figure | None, whole: Figure | None) -> str:
    """`40 % (расчет)`; a dash where one may not reckon."""
    one, of = exact(part), exact(whole)
    if one is None or not of or one > of:
        return "–"
    percent = telling.voice.label("figure_percent", number=grouped(rounded(100 * one / of)))
    return telling.voice.label("figure_computed", value=percent.replace(" ", NBSP))
