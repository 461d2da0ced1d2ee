"""Columns side by side: single series, groups, and pairs with their share."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.blocks.figure import Chart, Datum
from builder.write.chart.parts import ARROW, ZERO_PEN, bracket, legend, plate, series, value_box
from builder.write.chart.scale import Scale, scale_for
from builder.write.chart.shapes import LETTER, LINE, WIDTH, Box, Sheet, Side, Words
from builder.write.chart.upright import PLOT, Ground, below, ground, hole
from builder.write.chart.wrap import height_of, stacked_words, wrapped

_WIDEST, _SHARE_OF_SLOT = 46.0, 0.78
_LIFT, _BRACE = 4.5, 8.0
"""Between a column and its words, and for the brace of a pair."""
_MARGINS = 41.5
"""About what the numbers of the scale take."""


_Column = tuple[int, Datum, Box]
"""Series, value and width of a column."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How wide columns are, whether their words stand on end to have room, and the shares in lines."""

    slot: float
    width: float
    turned: bool
    shares: tuple[tuple[str, ...], ...]


def draw(chart: Chart, sheet: Sheet) -> None:
    """Every value in its column, shares above the pairs they are of."""
    look, scale = _look(chart, sheet), scale_for(chart.data)
    on = ground(sheet, chart, scale, _head(chart, sheet, look, scale))
    gaps: list[tuple[float, float]] = []
    for category, slot in enumerate(on.slots):
        columns = list(_columns(chart, category, slot, look))
        for position, datum, box in columns:
            if datum.hole:
                hole(sheet, datum.shown, Box(box.x, on.top, box.width, PLOT))
                gaps.append((box.x, box.right))
            else:
                _column(sheet, on, (position, datum, box), turned=look.turned)
        if look.shares and look.shares[category]:
            top = on.base - max(_tall(sheet, look, datum, scale) for _, datum, _ in columns)
            _share(sheet, look.shares[category], columns[0][2].x, columns[-1][2].right, top)
    middles = [(start + end) / 2 for start, end in on.slots]
    sheet.height = legend(sheet, chart, below(sheet, chart, on, gaps, middles) + 6)


def _look(chart: Chart, sheet: Sheet) -> _Look:
    slot = (WIDTH - _MARGINS) / len(chart.categories)
    width = min(_WIDEST, slot * _SHARE_OF_SLOT / len(chart.runs))
    widest = max((sheet.wide(datum.shown) for datum in chart.data if not datum.hole), default=0.0)
    shares = (wrapped(sheet, share, slot - 4, strong=True) if share else () for share in chart.shares)
    return _Look(slot, width, widest > (width if len(chart.runs) > 1 else slot - 4), tuple(shares))


def _head(chart: Chart, sheet: Sheet, look: _Look, scale: Scale) -> float:
    """The room that words and shares need above the scale."""
    tops = [0.0]
    for category in range(len(chart.categories)):
        tallest = max(_tall(sheet, look, run.data[category], scale) for run in chart.runs)
        share = look.shares[category] if look.shares else ()
        tops.append(tallest + (height_of(share) + _BRACE if share else 0.0))
    return max(0.0, max(tops) - PLOT)


def _tall(sheet: Sheet, look: _Look, datum: Datum, scale: Scale) -> float:
    """How high a column is with its arrow and its words."""
    if datum.hole:
        return PLOT
    words = sheet.wide(datum.shown) if look.turned else LETTER * LINE
    return datum.most / scale.end * PLOT + (ARROW if datum.open else 0.0) + _LIFT + words


def _columns(chart: Chart, category: int, slot: tuple[float, float], look: _Look) -> Iterator[_Column]:
    """Series, value and width of each column of a category."""
    first = (slot[0] + slot[1] - look.width * len(chart.runs)) / 2
    for position, run in enumerate(chart.runs):
        yield position, run.data[category], Box(first + look.width * position + 1, 0, look.width - 2, 0)


def _column(sheet: Sheet, on: Ground, column: _Column, *, turned: bool) -> None:
    """A value with its words above."""
    position, datum, box = column
    sure, whole = (on.box(value, box.x, box.width) for value in (datum.least, datum.most))
    value_box(sheet, datum, series(position), sure, whole)
    middle, end = box.x + box.width / 2, whole.y
    if datum.ranged:
        bracket(sheet, (middle, sure.y), (middle, whole.y), (0.0, -1.0), endless=datum.open)
        end -= ARROW if datum.open else 0.0
    elif datum.most == 0:
        sheet.line("zero", (box.x, on.base), (box.right, on.base), pen=ZERO_PEN)
    if turned:
        x = middle + LETTER * 0.33
        plate(sheet, Words(x, end - _LIFT, datum.shown, side=Side.LEFT, turned=True))
    else:
        plate(sheet, Words(middle, end - _LIFT, datum.shown))


def _share(sheet: Sheet, lines: tuple[str, ...], left: float, right: float, top: float) -> None:
    """A brace over the pair, the share above it."""
    y = top - 1
    sheet.line("share", (left, y + 3), (left, y), (right, y), (right, y + 3), pen=0.7)
    plate(sheet, *stacked_words(lines, (left + right) / 2, y - 3 - height_of(lines), strong=True))
