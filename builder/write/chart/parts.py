"""Parts that charts share: what stands above and below, how one value and a break are drawn."""

from collections.abc import Sequence
from itertools import pairwise

from builder.blocks.figure import Chart, Datum
from builder.write.chart.patterns import SERIES, Pattern, filled
from builder.write.chart.shapes import SMALL, WIDTH, Box, Dash, Lines, Point, Sheet, Side, Words
from builder.write.chart.wrap import height_of, stacked_words, wrapped

ZERO_PEN = 2.4
"""A zero is seen as a thick line on the axis."""
_CAP = 3.0
ARROW = 14.0
"""Length of an arrow to an end that nobody knows."""
_SWATCH = (15.0, 9.0)


def series(position: int) -> Pattern:
    """The pattern of a series."""
    return SERIES[position]


def value_box(sheet: Sheet, datum: Datum, pattern: Pattern, sure: Box, whole: Box) -> None:
    """A value from its axis: `sure` is certain, the rest of `whole` only possible."""
    if whole.width > 0 and whole.height > 0 and datum.ranged:
        sheet.add(Box(whole.x, whole.y, whole.width, whole.height, 1.0, 0.0, Dash.DASHED))
    if sure.width > 0 and sure.height > 0:
        sheet.add(*filled(sure, pattern))


def bracket(sheet: Sheet, least: Point, most: Point, grow: Point, *, endless: bool) -> None:
    """From the least to the most; an arrow along `grow` where nobody knows how much more."""
    across = (abs(grow[1]) * _CAP, abs(grow[0]) * _CAP)
    end = _moved(least, grow, ARROW) if endless else most
    head = (_moved(end, grow, -_CAP), across) if endless else (end, across)
    cap = (_moved(*head, -1), end, _moved(*head, 1))
    sheet.add(Lines(((least, end), cap), "range", 0.0, 1.2))


def _moved(point: Point, by: Point, times: float) -> Point:
    return point[0] + by[0] * times, point[1] + by[1] * times


def plate(sheet: Sheet, *lines: Words) -> None:
    """Words on white, so that lines of a pattern do not cross them."""
    sheet.add(*(_ground(sheet, words) for words in lines), *lines)


def _ground(sheet: Sheet, words: Words) -> Box:
    width = sheet.wide(words.text, words.size, strong=words.strong)
    if words.turned:
        return Box(
            words.x - words.size * 0.85, words.y - width - 1.5, words.size * 1.15, width + 3, 1.0, None
        )
    x = words.x - {Side.LEFT: 0.0, Side.CENTER: width / 2, Side.RIGHT: width}[words.side]
    return Box(x - 1.5, words.y - words.size * 0.85, width + 3, words.size * 1.25, 1.0, None)


def zigzag(start: Point, end: Point) -> tuple[Point, ...]:
    """A line with teeth, from one point to another, upright or lying."""
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    teeth = max(4, round(length / 4))
    along = ((end[0] - start[0]) / teeth, (end[1] - start[1]) / teeth)
    across = (2.0, 0.0) if along[0] == 0 else (0.0, 2.0)
    return tuple(
        (
            start[0] + along[0] * step + across[0] * (-1) ** step,
            start[1] + along[1] * step + across[1] * (-1) ** step,
        )
        for step in range(teeth + 1)
    )


def broken(sheet: Sheet, start: Point, end: Point) -> None:
    """A break: a zigzag on a white band, which no line crosses."""
    line = (zigzag(start, end),)
    sheet.add(Lines(line, "halo", 1.0, 7.0), Lines(line, "break", 0.0, 1.0))


def axis_of(sheet: Sheet, pieces: Sequence[tuple[Point, Point]]) -> None:
    """The axis of categories in pieces: it has gaps where there is no value."""
    sheet.add(Lines(tuple(pieces), "axis", 0.0, 1.0))


def legend(sheet: Sheet, chart: Chart, top: float) -> float:
    """Patterns with the names of their series, then what breaks and ranges mean; gives the lower edge."""
    x, y, tallest = 0.0, top, 0.0
    names = [run.name for run in chart.runs] if len(chart.runs) > 1 else []
    for position, name in enumerate(names):
        lines = wrapped(sheet, name, WIDTH - _SWATCH[0] - 5)
        wide = _SWATCH[0] + 5 + max(sheet.wide(line) for line in lines)
        if x and x + wide > WIDTH:
            x, y, tallest = 0.0, y + tallest + 2, 0.0
        sheet.add(*filled(Box(x, y + 1, *_SWATCH), series(position)))
        sheet.add(*stacked_words(lines, x + _SWATCH[0] + 5, y, side=Side.LEFT))
        x, tallest = x + wide + 16, max(tallest, height_of(lines))
    return _notes(sheet, chart, y + tallest + (3 if names else 0))


def _notes(sheet: Sheet, chart: Chart, top: float) -> float:
    if chart.break_note and any(chart.breaks):
        sheet.add(Lines((zigzag((7.5, top + 1), (7.5, top + 10)),), "break"))
        top = _note(sheet, chart.break_note, top)
    if chart.range_note and chart.ranged:
        sheet.add(Box(0, top + 1.5, _SWATCH[0], 8, 1.0, 0.0, Dash.DASHED))
        line, caps = top + 5.5, (1.5, 13.5)
        ends = tuple(((x, line - 2.5), (x, line + 2.5)) for x in caps)
        sheet.add(Lines((((caps[0], line), (caps[1], line)), *ends), "range", 0.0, 1.2))
        top = _note(sheet, chart.range_note, top)
    return top


def _note(sheet: Sheet, words: str, top: float) -> float:
    lines = wrapped(sheet, words, WIDTH - _SWATCH[0] - 5, SMALL)
    sheet.add(*stacked_words(lines, _SWATCH[0] + 5, top, SMALL, Side.LEFT))
    return top + height_of(lines, SMALL) + 3


def pieces_between(edges: Sequence[float], gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a line from the first edge to the last without the gaps, which are in order."""
    found, start = [], edges[0]
    for left, right in gaps:
        found.append((start, left))
        start = right
    found.append((start, edges[-1]))
    return [(left, right) for left, right in found if right - left > 4]


def slots(first: float, last: float, count: int) -> list[tuple[float, float]]:
    """Equal shares of a length, one for each category."""
    size = (last - first) / count
    return list(pairwise(first + size * step for step in range(count + 1)))
