"""Columns put together from parts: each part has its pattern and its number."""

from dataclasses import dataclass

from builder.blocks.figure import Chart, Datum
from builder.write.chart.parts import ARROW, ZERO_PEN, bracket, legend, plate, series, value_box
from builder.write.chart.patterns import filled
from builder.write.chart.scale import scale_to, whole_numbers
from builder.write.chart.shapes import LETTER, Box, Sheet, Side, Words
from builder.write.chart.upright import Ground, below, ground
from builder.write.chart.wrap import height_of, stacked_words, wrapped

_WIDEST, _SHARE_OF_SLOT, _START = 60.0, 0.4, 0.12
_LEAST_FOR_WORDS = LETTER * 1.35
"""A part lower than this has its number beside the column."""
_MARK = 7.0


@dataclass(frozen=True, slots=True)
class _Aside:
    """Words beside a column: `at` is the height they belong to."""

    at: float
    words: str
    position: int


def draw(chart: Chart, sheet: Sheet) -> None:
    """A column for each category; a part without data stands beside it in words, as does a zero."""
    most = max(sum(run.data[at].most for run in chart.runs) for at in range(len(chart.categories)))
    scale = scale_to(most, whole=whole_numbers(chart.data))
    on = ground(sheet, chart, scale, ARROW if any(datum.open for datum in chart.data) else 4.0)
    gaps: list[tuple[float, float]] = []
    middles: list[float] = []
    for category, (start, end) in enumerate(on.slots):
        width = min(_WIDEST, (end - start) * _SHARE_OF_SLOT)
        box = Box(start + (end - start) * _START, 0, width, 0)
        middles.append(box.x + width / 2)
        asides = _column(sheet, chart, on, category, box)
        if all(run.data[category].hole for run in chart.runs):
            gaps.append((box.x, box.right))
        _beside(sheet, asides, box.right, end - 3, on)
    sheet.height = legend(sheet, chart, below(sheet, chart, on, gaps, middles) + 6)


def _column(sheet: Sheet, chart: Chart, on: Ground, category: int, box: Box) -> list[_Aside]:
    """Draws the parts from below; gives what has to be said beside them."""
    at, asides = 0.0, []
    for position, run in enumerate(chart.runs):
        datum = run.data[category]
        if datum.hole:
            asides.append(_Aside(on.y(at), datum.shown, position))
            continue
        sure, whole = (on.box(value, box.x, box.width, at) for value in (datum.least, datum.most))
        value_box(sheet, datum, series(position), sure, whole)
        at += datum.most
        _mark(sheet, datum, sure, whole)
        words = Words(box.x + box.width / 2, whole.y + whole.height / 2 + LETTER * 0.33, datum.shown)
        fits = whole.height >= _LEAST_FOR_WORDS and sheet.wide(datum.shown) <= box.width - 6
        if fits and not datum.ranged:
            plate(sheet, words)
        else:
            asides.append(_Aside(whole.y + whole.height / 2, datum.shown, position))
    return asides


def _mark(sheet: Sheet, datum: Datum, sure: Box, whole: Box) -> None:
    """A range has its bracket, a zero its thick line."""
    middle = whole.x + whole.width / 2
    if datum.ranged:
        bracket(sheet, (middle, sure.y), (middle, whole.y), (0.0, -1.0), endless=datum.open)
    elif datum.most == 0:
        sheet.line("zero", (whole.x, whole.y), (whole.right, whole.y), pen=ZERO_PEN)


def _beside(sheet: Sheet, asides: list[_Aside], left: float, right: float, on: Ground) -> None:
    """Words beside a column, each with a small square of its part and a line to its height.

    They stand in the order of the parts, from below, as near to their heights as they have room.
    """
    x = left + 10
    texts = [wrapped(sheet, aside.words, right - x - _MARK - 3) for aside in asides]
    for aside, lines, middle in zip(asides, texts, _middles(asides, texts, on), strict=True):
        height = height_of(lines)
        sheet.line("leader", (left, aside.at), (x - 5, middle), (x - 2, middle), grey=0.35, pen=0.6)
        sheet.add(Box(x - 1, middle - height / 2, _MARK + 5 + max(map(sheet.wide, lines)), height, 1.0, None))
        sheet.add(*filled(Box(x, middle - _MARK / 2, _MARK, _MARK), series(aside.position)))
        sheet.add(*stacked_words(lines, x + _MARK + 3, middle - height / 2, side=Side.LEFT))


def _middles(asides: list[_Aside], texts: list[tuple[str, ...]], on: Ground) -> list[float]:
    """Where words stand: none below the axis, none over another, all a little lower than the unit."""
    room, found = on.base, []
    for aside, lines in zip(asides, texts, strict=True):
        top = min(aside.at - height_of(lines) / 2, room - height_of(lines))
        found.append(top + height_of(lines) / 2)
        room = top - 1
    too_high = max(0.0, on.top - 3 - room)
    return [middle + too_high for middle in found]
