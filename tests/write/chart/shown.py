"""The shapes of a chart, for questions."""

from pathlib import Path

from builder.blocks.figure import Chart
from builder.write.chart import canvas
from builder.write.chart.picture import sheet_of
from builder.write.chart.shapes import Box, Lines, Sheet, Side, Words

FONTS = Path(__file__).parents[3] / "templates" / "fonts"


def sheet(chart: Chart) -> Sheet:
    return sheet_of(chart, canvas.faces(FONTS).measure)


def named(chart: Chart, name: str) -> list[Lines]:
    return [shape for shape in sheet(chart).shapes if isinstance(shape, Lines) and shape.name == name]


def words(chart: Chart) -> list[Words]:
    return [shape for shape in sheet(chart).shapes if isinstance(shape, Words)]


def boxes(chart: Chart) -> list[Box]:
    return [shape for shape in sheet(chart).shapes if isinstance(shape, Box)]


def frame(item: Words, wide: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters without tails."""
    if item.turned:
        start = {Side.LEFT: item.y, Side.CENTER: item.y + wide / 2, Side.RIGHT: item.y + wide}[item.side]
        return item.x - item.size * 0.7, start - wide, item.x, start
    left = item.x - {Side.LEFT: 0.0, Side.CENTER: wide / 2, Side.RIGHT: wide}[item.side]
    return left, item.y - item.size * 0.7, left + wide, item.y
