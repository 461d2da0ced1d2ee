"""The ground of charts with columns: scale at the left, categories below, breaks between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.blocks.figure import Chart
from builder.write.chart.parts import axis_of, broken, pieces_between, slots
from builder.write.chart.scale import Scale
from builder.write.chart.shapes import LETTER, SMALL, WIDTH, Box, Dash, Lines, Sheet, Side, Words
from builder.write.chart.wrap import height_of, stacked_words, wrapped

PLOT = 150.0
"""Height of the scale."""
_UNIT_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Ground:
    """`base` is the line of zero, `top` the end of the scale; `slots` are where each category stands."""

    left: float
    base: float
    scale: Scale
    slots: tuple[tuple[float, float], ...]

    @property
    def top(self) -> float:
        return self.base - PLOT

    def y(self, value: float) -> float:
        return self.base - value / self.scale.end * PLOT

    def box(self, value: float, x: float, width: float, below: float = 0.0) -> Box:
        """The box of a value that stands on another."""
        return Box(x, self.y(below + value), width, self.y(below) - self.y(below + value))


def ground(sheet: Sheet, chart: Chart, scale: Scale, head: float) -> Ground:
    """Draws the scale; `head` is the room above it for what is written over columns."""
    numbers = scale.labels()
    left = max(sheet.wide(number) for number in numbers) + 6
    unit = wrapped(sheet, chart.unit, WIDTH, SMALL) if chart.unit else ()
    sheet.add(*stacked_words(unit, 0, 0, SMALL, Side.LEFT))
    base = height_of(unit, SMALL) + _UNIT_GAP + head + PLOT
    found = Ground(left, base, scale, tuple(slots(left, WIDTH, len(chart.categories))))
    for tick, number in zip(scale.ticks, numbers, strict=True):
        y = found.y(float(tick))
        if tick:
            sheet.line("grid", (left, y), (WIDTH, y), grey=0.75, pen=0.5)
        sheet.add(Words(left - 5, y + LETTER * 0.33, number, side=Side.RIGHT))
    sheet.line("scale", (left, base), (left, found.top))
    return found


def hole(sheet: Sheet, shown: str, where: Box) -> None:
    """A place without a value: dotted sides that end nowhere, and the words that say so."""
    sides = tuple(((x, where.bottom), (x, where.y)) for x in (where.x, where.right))
    sheet.add(
        Box(where.x, where.y, where.width, where.height, 1.0, None),
        Lines(sides, "hole", 0.0, 0.9, Dash.DOTTED),
    )
    lines = wrapped(sheet, shown, where.width - 4, SMALL)
    middle = where.x + where.width / 2
    if any(line.endswith("-") for line in lines) or len(lines) > 4:
        sheet.add(Words(middle + SMALL * 0.35, where.bottom - 6, shown, SMALL, Side.LEFT, turned=True))
    else:
        sheet.add(*stacked_words(lines, middle, where.bottom - 6 - height_of(lines, SMALL), SMALL))


def below(
    sheet: Sheet, chart: Chart, on: Ground, gaps: list[tuple[float, float]], middles: Sequence[float]
) -> float:
    """Axis with gaps, categories under their `middles`, breaks, the axis in words; gives the lower edge."""
    edges = pieces_between((on.left, WIDTH), gaps)
    axis_of(sheet, [((start, on.base), (end, on.base)) for start, end in edges])
    deepest = 0.0
    for (start, end), middle, category in zip(on.slots, middles, chart.categories, strict=True):
        lines = wrapped(sheet, category, 2 * min(middle - start, end - middle) - 6)
        sheet.add(*stacked_words(lines, middle, on.base + 3))
        deepest = max(deepest, height_of(lines))
    for position in chart.breaks:
        if position:
            x = on.slots[position][0]
            broken(sheet, (x, on.base + 3 + deepest), (x, on.top - 4))
    bottom = on.base + 3 + deepest
    if chart.axis:
        sheet.add(*stacked_words((chart.axis,), WIDTH, bottom + 1, SMALL, Side.RIGHT))
        bottom += 1 + height_of((chart.axis,), SMALL)
    return bottom
