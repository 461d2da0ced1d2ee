"""Patterns that tell series and classes apart in black and white, and the lines they are made of.

A pattern is drawn line by line and not as a tile that repeats: readers of pictures differ in how they
repeat tiles.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from builder.write.chart.shapes import Box, Dash, Lines, Point, Shape


@dataclass(frozen=True, slots=True)
class Pattern:
    """A grey level and lines over it at `angles` (degrees), `gap` points apart; `bricks` are short dashes."""

    fill: float
    angles: tuple[int, ...] = ()
    gap: float = 4.0
    bricks: bool = False
    grey: float = 0.0


SERIES = (
    Pattern(0.30),
    Pattern(1.0, (45,)),
    Pattern(0.82, (0,), 3.0, bricks=True),
    Pattern(1.0, (45, 135), 5.0),
    Pattern(0.62),
    Pattern(1.0, (0,), 3.0),
    Pattern(0.88, (135,), 5.5),
    Pattern(1.0, (90,), 5.0),
)
"""Series in their order; neighbours differ in grey and in pattern."""
CLASSES = (
    Pattern(1.0),
    Pattern(0.97, (0,), 5.0, bricks=True, grey=0.35),
    Pattern(0.92, (45,), 6.5, grey=0.35),
    Pattern(0.82, (135,), 4.0, grey=0.25),
    Pattern(0.68, (45, 135), 5.0, grey=0.15),
)
"""Classes from the lowest; five is the most that a table of classes has."""


def classes(count: int) -> tuple[Pattern, ...]:
    """Patterns of so many classes: the lowest is always white, the highest always the darkest."""
    last = len(CLASSES) - 1
    return tuple(CLASSES[round(step * last / max(1, count - 1))] for step in range(count))


def filled(box: Box, pattern: Pattern) -> tuple[Shape, ...]:
    """A box with its pattern: the ground, the lines, the edge."""
    ground = Box(box.x, box.y, box.width, box.height, pattern.fill, None)
    edge = Box(box.x, box.y, box.width, box.height, None, box.edge, box.dash, box.pen)
    return (ground, *_strokes(box, pattern), edge)


def _strokes(box: Box, pattern: Pattern) -> Iterator[Lines]:
    for angle in pattern.angles:
        lines = tuple(_across(box, angle, pattern.gap))
        if not pattern.bricks and lines:
            yield Lines(lines, "pattern", pattern.grey, 0.6)
        elif pattern.bricks:
            yield from (
                Lines(row, "pattern", pattern.grey, 0.8, Dash.BRICKS)
                for row in (lines[::2], tuple(_shifted(line, box) for line in lines[1::2]))
                if row
            )


def _shifted(line: tuple[Point, Point], box: Box) -> tuple[Point, Point]:
    """The same line begun later, so that dashes of neighbours do not stand below each other."""
    (x, y), end = line
    return (min(x + 3.0, box.right), y), end


def _across(box: Box, angle: int, gap: float) -> Iterator[tuple[Point, Point]]:
    """Lines of an angle over the whole box, cut at its edges."""
    along = (math.cos(math.radians(angle)), -math.sin(math.radians(angle)))
    over = (-along[1], along[0])
    corners = [(x, y) for x in (0.0, box.width) for y in (0.0, box.height)]
    reach = [x * over[0] + y * over[1] for x, y in corners]
    for step in range(math.ceil(min(reach) / gap), math.floor(max(reach) / gap) + 1):
        start = (over[0] * step * gap, over[1] * step * gap)
        found = _cut(start, along, (box.width, box.height))
        if found is not None:
            first, last = found
            yield _at(box, start, along, first), _at(box, start, along, last)


def _cut(start: Point, along: Point, size: Point) -> tuple[float, float] | None:
    """Where a line enters and leaves a box with a corner at zero, as distances from `start`."""
    first, last = -math.inf, math.inf
    for place, step, length in zip(start, along, size, strict=True):
        if abs(step) < 1e-9:
            if not 0 < place < length:
                return None
            continue
        near, far = sorted((-place / step, (length - place) / step))
        first, last = max(first, near), min(last, far)
    return (first, last) if last - first > 0.3 else None


def _at(box: Box, start: Point, along: Point, distance: float) -> Point:
    return round(box.x + start[0] + along[0] * distance, 2), round(box.y + start[1] + along[1] * distance, 2)
