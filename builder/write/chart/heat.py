"""A table of classes: numbers of items in cells that differ by pattern, grey level and written name."""

from builder.blocks.figure import Chart, Datum
from builder.write.chart.parts import plate, slots
from builder.write.chart.patterns import classes, filled
from builder.write.chart.shapes import LETTER, SMALL, WIDTH, Box, Sheet, Words
from builder.write.chart.wrap import height_of, stacked_words, wrapped

_NAMES = 78.0
"""The width for names of rows."""
_TITLE = 14.0
_LEAST = 46.0
_PAD = 4.0


def draw(chart: Chart, sheet: Sheet) -> None:
    """Rows from top to bottom; the scale of columns stands below them."""
    left = _NAMES + (_TITLE if chart.side else 0.0)
    columns = slots(left, WIDTH, len(chart.categories))
    y = 1.0
    for run in chart.runs:
        name = wrapped(sheet, run.name, _NAMES - 8)
        height = max(_height(sheet, chart, datum, columns[0][1] - columns[0][0]) for datum in run.data)
        height = max(height, height_of(name) + 2 * _PAD, _LEAST)
        for (start, end), datum in zip(columns, run.data, strict=True):
            _cell(sheet, chart, datum, Box(start, y, end - start, height))
        middle = left - _NAMES / 2
        sheet.add(*stacked_words(name, middle, y + (height - height_of(name)) / 2))
        y += height
    if chart.side:
        sheet.add(Words(LETTER, y / 2, chart.side, strong=True, turned=True))
    sheet.height = _columns(sheet, chart, columns, y + 3)


def _columns(sheet: Sheet, chart: Chart, columns: list[tuple[float, float]], top: float) -> float:
    deepest = 0.0
    for (start, end), category in zip(columns, chart.categories, strict=True):
        lines = wrapped(sheet, category, end - start - 4)
        sheet.add(*stacked_words(lines, (start + end) / 2, top))
        deepest = max(deepest, height_of(lines))
    if not chart.axis:
        return top + deepest
    lines = wrapped(sheet, chart.axis, columns[-1][1] - columns[0][0], strong=True)
    sheet.add(*stacked_words(lines, (columns[0][0] + columns[-1][1]) / 2, top + deepest + 3, strong=True))
    return top + deepest + 3 + height_of(lines)


def _words(sheet: Sheet, chart: Chart, datum: Datum, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines of a cell: its items, and the name of its class."""
    items = wrapped(sheet, datum.shown, width - 2 * _PAD, strong=True) if datum.shown else ()
    name = () if datum.hole else wrapped(sheet, chart.class_of(datum), width - 2 * _PAD, SMALL)
    return items, name


def _height(sheet: Sheet, chart: Chart, datum: Datum, width: float) -> float:
    items, name = _words(sheet, chart, datum, width)
    return height_of(items) + height_of(name, SMALL) + 2 * _PAD + 5


def _cell(sheet: Sheet, chart: Chart, datum: Datum, box: Box) -> None:
    """Items above, the class below, both on white."""
    items, name = _words(sheet, chart, datum, box.width)
    if datum.hole:
        sheet.add(box)
    else:
        sheet.add(*filled(box, classes(len(chart.classes))[int(datum.least) - 1]))
    middle = box.x + box.width / 2
    free = box.height - 2 * _PAD - height_of(name, SMALL)
    plate(sheet, *stacked_words(items, middle, box.y + _PAD + (free - height_of(items)) / 2, strong=True))
    plate(sheet, *stacked_words(name, middle, box.bottom - _PAD - height_of(name, SMALL), SMALL))
