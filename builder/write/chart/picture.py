"""A chart as a picture: vector for every format that takes it, and dots for readers that do not.

Equal charts give equal bytes. The library that draws is imported by the first drawing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.blocks.figure import Chart, ChartKind
from builder.write.chart import bars, columns, heat, stacked
from builder.write.chart.shapes import MARGIN, WIDTH, Measure, MissingLettersError, Sheet

TALLEST = 620.0
"""What a page holds, in points; a picture that is taller stands smaller on it."""
DOTS = 300
"""Dots per inch of a picture in dots."""
_KINDS: Mapping[ChartKind, Callable[[Chart, Sheet], None]] = {
    ChartKind.STACKED: stacked.draw,
    ChartKind.SHARE: columns.draw,
    ChartKind.COLUMNS: columns.draw,
    ChartKind.BARS: bars.draw,
    ChartKind.HEAT: heat.draw,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG image, letters as outlines; `width` and `height` in points are those on paper."""

    svg: str
    width: float
    height: float


@lru_cache(maxsize=64)
def picture(chart: Chart, fonts: Path) -> Picture:
    """The chart drawn with the faces of a folder. Raises QagidaError (Q903) for letters that no face has."""
    from builder.write.chart import canvas

    faces = canvas.faces(fonts)
    sheet = sheet_of(chart, faces.measure)
    drawn = canvas.svg(sheet.shapes, sheet.height, faces, f"c{_name(chart)}-")
    width, height = WIDTH + 2 * MARGIN, sheet.height + 2 * MARGIN
    size = min(1.0, TALLEST / height)
    return Picture(drawn, width * size, height * size)


@lru_cache(maxsize=64)
def dots(chart: Chart, fonts: Path) -> bytes:
    """The same picture as PNG, for readers that know no SVG."""
    from builder.write.chart import canvas

    faces = canvas.faces(fonts)
    sheet = sheet_of(chart, faces.measure)
    return canvas.png(sheet.shapes, sheet.height, faces, DOTS)


def sheet_of(chart: Chart, measure: Measure) -> Sheet:
    """The shapes of a chart."""
    sheet = Sheet(measure)
    try:
        _KINDS[chart.kind](chart, sheet)
    except MissingLettersError as error:
        letters = " ".join(f"U+{ord(letter):04X}" for letter in error.letters)
        found = Finding("Q903", Place(chart.title), {"character": letters, "font": error.face})
        raise QagidaError(found) from error
    return sheet


def _name(chart: Chart) -> str:
    return sha256(repr(chart).encode()).hexdigest()[:8]
