"""Charts in words: a value as it is drawn, the drawing with what is said of it, the same facts as a table."""

from collections.abc import Iterator
from dataclasses import replace

from builder.base.inline import Run as Words
from builder.base.quantity import grouped
from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.blocks.tree import Cell, Drawing, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.quantity import EXACT, NOTHING, NUMBERS, hole, in_words
from builder.compose.voice import Voice
from builder.model.answers import Value, ValueKind

_MANY = 4
"""More series than this stand in the rows of a table, where the categories are fewer."""
_SHORT = 8
"""Tables of so many rows stay on one page, below their chart where they can."""


def datum(voice: Voice, value: Value) -> Datum:
    """A numeric answer as it is drawn: `36`, `≈ 100`, `до 90`, `нет данных`; its kind is kept.

    Raises ValueError for an answer that is no number.
    """
    if value.kind in NOTHING:
        return Datum(None, None, hole(voice, value.kind))
    if value.kind not in NUMBERS:
        raise ValueError(f"{value.kind} cannot be drawn")
    low = None if value.low is None else float(value.low)
    high = None if value.high is None else float(value.high)
    return Datum(low, high, _shown(voice, value))


def _shown(voice: Voice, value: Value) -> str:
    number = value.low if value.low is not None else value.high
    if number is not None and value.kind in EXACT:
        return grouped(number)
    if number is not None and value.kind is ValueKind.ABOUT:
        return voice.label("chart_about", number=grouped(number))
    return in_words(voice, value, None) or value.raw


def drawing(voice: Voice, chart: Chart) -> Drawing:
    """The chart as a block: marks of breaks and ranges are explained at its foot, `alt` says the facts."""
    noted = replace(
        chart,
        break_note=chart.break_note or (voice.label("chart_break_note") if any(chart.breaks) else ""),
        range_note=chart.range_note or (voice.label("chart_range_note") if chart.ranged else ""),
    )
    return Drawing(noted, alt(voice, noted))


def alt(voice: Voice, chart: Chart) -> str:
    """What is said to those who do not see the chart: its kind, its title and every value."""
    facts = _cells(voice, chart) if chart.kind is ChartKind.HEAT else _values(voice, chart)
    kind = voice.label(f"chart_{chart.kind}")
    return voice.label("chart_alt", kind=kind, title=chart.title, facts=" ".join(facts))


def _values(voice: Voice, chart: Chart) -> Iterator[str]:
    if chart.unit:
        yield voice.label("chart_unit", unit=chart.unit)
    for at, category in enumerate(chart.categories):
        if at and at in chart.breaks:
            yield voice.label("chart_break_before", category=category)
        values = [_value(voice, chart, run, run.data[at]) for run in chart.runs]
        if chart.shares and chart.shares[at]:
            values.append(voice.label("chart_of_share", share=chart.shares[at]))
        yield voice.label("chart_of_category", category=category, values="; ".join(values))


def _value(voice: Voice, chart: Chart, run: Run, value: Datum) -> str:
    if len(chart.runs) == 1:
        return value.shown
    return voice.label("chart_of_run", run=run.name, value=value.shown)


def _cells(voice: Voice, chart: Chart) -> Iterator[str]:
    """Cells that have items, from the top."""
    found = [
        voice.label(
            "chart_of_cell",
            side=chart.side,
            row=run.name,
            axis=chart.axis,
            column=category,
            name=chart.class_of(value),
            items=value.shown,
        )
        for run in chart.runs
        for category, value in zip(chart.categories, run.data, strict=True)
        if value.shown and not value.hole
    ]
    yield from found or [voice.label("chart_empty")]


def as_table(voice: Voice, chart: Chart) -> Table:
    """The same facts in words and numbers; a break is a line of its own between the years it parts.

    Categories stand in rows, but many series of few categories do; HEAT keeps its rows and columns.
    """
    if chart.kind is ChartKind.HEAT:
        return _heat(chart)
    if len(chart.runs) > max(_MANY, len(chart.categories)):
        return _by_series(voice, chart)
    return _by_category(voice, chart)


def _by_category(voice: Voice, chart: Chart) -> Table:
    names = [_with_unit(voice, run.name, chart.unit) for run in chart.runs]
    header = [chart.axis or voice.label("category"), *names]
    header += [voice.label("share")] if chart.shares else []
    rows: list[Row] = []
    for at, category in enumerate(chart.categories):
        if at and at in chart.breaks:
            rows.append(
                Row((Cell((_cell(chart.break_note or voice.label("chart_break_note")),)),), band=True)
            )
        shares = chart.shares[at : at + 1]
        rows.append(_row(category, *(run.data[at].shown for run in chart.runs), *shares))
    first = 3 if chart.kind is ChartKind.BARS else 1
    return _grid(chart, (first, *(1 for _ in header[1:])), header, rows)


def _by_series(voice: Voice, chart: Chart) -> Table:
    header = [_with_unit(voice, chart.title, chart.unit)]
    for at, category in enumerate(chart.categories):
        broken = at and at in chart.breaks
        header.append(voice.label("chart_after_break", category=category) if broken else category)
    rows = [_row(run.name, *(value.shown for value in run.data)) for run in chart.runs]
    return _grid(chart, (2, *(1 for _ in chart.categories)), header, rows)


def _heat(chart: Chart) -> Table:
    """Under each name of a class the items of that cell."""
    corner = " / ".join(words for words in (chart.side, chart.axis) if words)
    rows = [
        Row((_named(run.name), *(_classed(chart, value) for value in run.data)), whole=True)
        for run in chart.runs
    ]
    return _grid(chart, (1.3, *(1 for _ in chart.categories)), [corner, *chart.categories], rows)


def _classed(chart: Chart, value: Datum) -> Cell:
    words = [_cell(value.shown, strong=True)] if value.shown else []
    return Cell((*words, *(() if value.hole else (_cell(chart.class_of(value)),))))


def _grid(chart: Chart, widths: tuple[float, ...], header: list[str], rows: list[Row]) -> Table:
    head = Row(tuple(_named(words) for words in header), whole=True)
    short = len(rows) <= _SHORT
    return Table(TableKind.GRID, widths, tuple(rows), chart.title, (head,), together=short)


def _row(name: str, *values: str) -> Row:
    return Row((_named(name), *(Cell((_cell(value),)) for value in values)), whole=True)


def _named(words: str) -> Cell:
    return Cell((_cell(words),), header=True)


def _cell(words: str, *, strong: bool = False) -> Paragraph:
    return Paragraph((Words(words, strong=strong),), Style.CELL)


def _with_unit(voice: Voice, words: str, unit: str) -> str:
    return voice.label("chart_in_unit", words=words, unit=unit) if unit else words
