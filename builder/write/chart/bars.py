"""Bars from left to right, one below the other in the order of the categories."""

from builder.blocks.figure import Chart, Datum
from builder.write.chart.parts import (
    ARROW,
    ZERO_PEN,
    axis_of,
    bracket,
    broken,
    legend,
    pieces_between,
    plate,
    series,
    value_box,
)
from builder.write.chart.scale import Scale, scale_for
from builder.write.chart.shapes import LETTER, SMALL, WIDTH, Box, Dash, Lines, Sheet, Side, Words
from builder.write.chart.wrap import height_of, stacked_words, wrapped

_NAMES = 0.4
"""The share of the width that names of categories may take."""
_BAR, _LOWER_BAR, _BETWEEN = 13.0, 11.0, 5.0
"""Heights of a bar, of one of several in a row, and of the room between rows."""


def draw(chart: Chart, sheet: Sheet) -> None:
    """A row for each category, as high as its name or its bars ask for."""
    names = [wrapped(sheet, category, WIDTH * _NAMES) for category in chart.categories]
    left = max(sheet.wide(line) for lines in names for line in lines) + 6
    scale = scale_for(chart.data)
    right = WIDTH - 8 - max((sheet.wide(datum.shown) for datum in chart.data if not datum.hole), default=0.0)
    right -= ARROW if any(datum.open for datum in chart.data) else 0
    bar = _BAR if len(chart.runs) == 1 else _LOWER_BAR
    bars = bar * len(chart.runs)
    heights = [max(height_of(lines), bars) + _BETWEEN for lines in names]
    top = _scale(sheet, chart, scale, (left, right), sum(heights))
    y, gaps, edges = top, [], []
    for category, lines in enumerate(names):
        edges.append(y)
        middle = y + heights[category] / 2
        sheet.add(*stacked_words(lines, left - 5, middle - height_of(lines) / 2, side=Side.RIGHT))
        for position, run in enumerate(chart.runs):
            row = Box(left, middle - bars / 2 + bar * position + 0.8, right - left, bar - 1.6)
            if run.data[category].hole:
                _hole(sheet, run.data[category], row)
                gaps.append((row.y, row.bottom))
            else:
                _bar(sheet, run.data[category], scale, position, row)
        y += heights[category]
    axis_of(sheet, [((left, start), (left, end)) for start, end in pieces_between((top, y), gaps)])
    for position in chart.breaks:
        if position:
            broken(sheet, (0, edges[position]), (right, edges[position]))
    sheet.height = legend(sheet, chart, y + 6)


def _scale(sheet: Sheet, chart: Chart, scale: Scale, across: tuple[float, float], height: float) -> float:
    """The scale above the bars, its unit over it, its lines through them; gives where bars begin."""
    left, right = across
    unit = wrapped(sheet, chart.unit, WIDTH - left, SMALL) if chart.unit else ()
    sheet.add(*stacked_words(unit, left, 0, SMALL, Side.LEFT))
    if chart.axis:
        sheet.add(*stacked_words((chart.axis,), left - 5, 0, SMALL, Side.RIGHT))
    top = height_of(unit or ("",), SMALL) + 3 + LETTER + 4
    last = -WIDTH
    for tick, number in zip(scale.ticks, scale.labels(), strict=True):
        x = left + float(tick) / scale.end * (right - left)
        if x - last > sheet.wide(number) + 6:
            sheet.add(Words(x, top - 5, number))
            last = x + sheet.wide(number) / 2
        if tick:
            sheet.line("grid", (x, top), (x, top + height), grey=0.75, pen=0.5)
    sheet.line("scale", (left, top), (right, top))
    return top


def _bar(sheet: Sheet, datum: Datum, scale: Scale, position: int, row: Box) -> None:
    sure, whole = (
        Box(row.x, row.y, row.width * value / scale.end, row.height) for value in (datum.least, datum.most)
    )
    value_box(sheet, datum, series(position), sure, whole)
    middle, end = row.y + row.height / 2, whole.right
    if datum.ranged:
        bracket(sheet, (sure.right, middle), (whole.right, middle), (1.0, 0.0), endless=datum.open)
        end = max(end, sure.right + ARROW) if datum.open else end
    elif datum.most == 0:
        sheet.line("zero", (row.x, row.y), (row.x, row.bottom), pen=ZERO_PEN)
    plate(sheet, Words(end + 5, middle + LETTER * 0.33, datum.shown, side=Side.LEFT))


def _hole(sheet: Sheet, datum: Datum, row: Box) -> None:
    """A place without a value: dotted edges that end nowhere, and the words that say so."""
    edges = tuple(((row.x, y), (row.right, y)) for y in (row.y, row.bottom))
    sheet.add(Box(row.x, row.y, row.width, row.height, 1.0, None))
    sheet.add(Lines(edges, "hole", 0.0, 0.9, Dash.DOTTED))
    sheet.add(Words(row.x + 5, row.y + row.height / 2 + SMALL * 0.35, datum.shown, SMALL, Side.LEFT))
