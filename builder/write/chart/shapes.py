"""What a picture is made of: a closed union of shapes on a sheet, in points, from its upper left corner."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

WIDTH, MARGIN = 451.5, 1.0
"""16 cm with the margins: what an upright A4 page leaves for a picture."""
LETTER, SMALL = 9.0, 8.0
"""Sizes of letters; nothing is smaller than 8 points in print."""
LINE = 1.2
"""Height of a line, in sizes of its letters."""

Point = tuple[float, float]
Measure = Callable[[str, float, bool], float]
"""The width of words of a size, strong or not."""


class MissingLettersError(LookupError):
    """Letters that no face has; `face` is the one that was asked first."""

    def __init__(self, letters: str, face: str) -> None:
        super().__init__(letters)
        self.letters, self.face = letters, face


class Side(StrEnum):
    """Which part of the words stands at their point."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Dash(StrEnum):
    """`DASHED` is the edge of what is not certain, `DOTTED` of what is not there."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    BRICKS = "bricks"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `fill` and `edge` are grey levels from 0 (black) to 1 (white), None is none."""

    x: float
    y: float
    width: float
    height: float
    fill: float | None = 1.0
    edge: float | None = 0.0
    dash: Dash = Dash.SOLID
    pen: float = 0.8

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Lines:
    """Polylines of one pen; `name` says what they are for, so that a picture can be examined."""

    lines: tuple[tuple[Point, ...], ...]
    name: str
    grey: float = 0.0
    pen: float = 0.8
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line; `y` is the line they stand on, `turned` ones read upwards."""

    x: float
    y: float
    text: str
    size: float = LETTER
    side: Side = Side.CENTER
    strong: bool = False
    turned: bool = False


Shape = Box | Lines | Words


@dataclass(slots=True)
class Sheet:
    """Shapes in the order of drawing; `height` grows with what is drawn."""

    measure: Measure
    shapes: list[Shape] = field(default_factory=list)
    height: float = 0.0

    def add(self, *shapes: Shape) -> None:
        self.shapes.extend(shapes)

    def line(self, name: str, *points: Point, grey: float = 0.0, pen: float = 0.8) -> None:
        self.add(Lines((points,), name, grey, pen))

    def wide(self, text: str, size: float = LETTER, *, strong: bool = False) -> float:
        """The width of words on one line."""
        return self.measure(text, size, strong)
