"""The one module that knows matplotlib: letters measured and drawn as outlines, shapes to SVG and PNG.

Nothing of the machine is used: no fonts but those given, no settings of a user, no date. The compiler of
pages and Word get the same shapes.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any, assert_never

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D
from PIL import Image

from builder.ooxml.xml import DECLARATION, parse, serialised
from builder.write.chart.shapes import (
    MARGIN,
    WIDTH,
    Box,
    Dash,
    Lines,
    MissingLettersError,
    Point,
    Shape,
    Words,
)

_FACES = (
    ("PTSans-Regular.ttf", "PTSans-Bold.ttf"),
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
)
_LAST_RESORT = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
"""For single signs (₸) that our faces lack; it comes with the library."""
_POINTS = 72
_LEVELS = 16
"""Levels of grey in a picture of dots: as many as letters need."""
_DASHES = {Dash.DASHED: (0, (4, 2.5)), Dash.DOTTED: (0, (1, 2)), Dash.BRICKS: (0, (3, 3))}
# Newer annotations of the library list the names of settings, older ones do not.
_SETTINGS: Any = {
    "svg.fonttype": "path",
    "svg.hashsalt": "qagida",
    "text.usetex": False,
    "text.parse_math": False,
    "text.hinting": "none",
    "text.antialiased": True,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
    "agg.path.chunksize": 0,
    "lines.scale_dashes": False,
}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_NEEDLESS = tuple(f"{{http://www.w3.org/2000/svg}}{name}" for name in ("style", "metadata"))


class Faces:
    """The faces of a folder; a string is set in the first that has all of its letters."""

    def __init__(self, folder: Path) -> None:
        own = [[folder / name for name in pair] for pair in _FACES]
        last = [Path(mpl.get_data_path(), "fonts", "ttf", name) for name in _LAST_RESORT]
        self._pairs = [pair for pair in (*own, last) if all(path.is_file() for path in pair)]
        self._letters = [frozenset(get_font(str(pair[0])).get_charmap()) for pair in self._pairs]
        self._widths: dict[tuple[str, float, bool], float] = {}

    def face(self, text: str, size: float, *, strong: bool) -> FontProperties:
        """Raises MissingLettersError where no face has all letters of the text."""
        asked = frozenset(map(ord, text))
        for pair, letters in zip(self._pairs, self._letters, strict=True):
            if asked <= letters:
                return FontProperties(fname=str(pair[strong]), size=size)
        missing = asked.difference(*self._letters) or asked.difference(self._letters[0])
        raise MissingLettersError("".join(map(chr, sorted(missing))), self._pairs[0][0].stem)

    def measure(self, text: str, size: float, strong: bool) -> float:
        """The width of words in points."""
        key = (text, size, strong)
        if key not in self._widths:
            face = self.face(text, size, strong=strong)
            self._widths[key] = text_to_path.get_text_width_height_descent(text, face, ismath=False)[0]
        return self._widths[key]


@lru_cache(maxsize=4)
def faces(folder: Path) -> Faces:
    """Faces are read once in a process."""
    return Faces(folder)


def svg(shapes: Iterable[Shape], height: float, faces: Faces, prefix: str) -> str:
    """The shapes as an SVG image in points; its ids begin with `prefix`: pictures can share a page."""
    target = io.StringIO()
    with _settings():
        figure = _figure(shapes, height, faces)
        FigureCanvasSVG(figure).print_svg(target, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
    return _cleaned(target.getvalue(), prefix)


def png(shapes: Iterable[Shape], height: float, faces: Faces, resolution: int) -> bytes:
    """The shapes as a PNG image of so many dots per inch."""
    target = io.BytesIO()
    with _settings():
        figure = _figure(shapes, height, faces)
        figure.set_dpi(resolution)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        seen = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        whole = Image.frombuffer("RGBA", canvas.get_width_height(), seen)
    whole.convert("L").quantize(_LEVELS).save(target, "PNG", optimize=True)
    return target.getvalue()


def _settings() -> AbstractContextManager[None]:
    return mpl.rc_context(_SETTINGS)


def _figure(shapes: Iterable[Shape], height: float, faces: Faces) -> Figure:
    """A figure without axes: shapes stand in points from its upper left corner."""
    size = ((WIDTH + 2 * MARGIN) / _POINTS, (height + 2 * MARGIN) / _POINTS)
    figure = Figure(figsize=size, dpi=_POINTS, facecolor="1.0")
    place = Affine2D().translate(MARGIN, MARGIN).scale(1 / _POINTS, -1 / _POINTS).translate(0, size[1])
    for shape in shapes:
        for artist in _artists(shape, faces):
            artist.set_clip_on(False)
            artist.set_transform(place + figure.dpi_scale_trans)
            figure.add_artist(artist)
    return figure


def _artists(shape: Shape, faces: Faces) -> Iterator[Artist]:
    match shape:
        case Box():
            yield _box(shape)
        case Lines():
            yield _lines(shape)
        case Words():
            yield _words(shape, faces)
        case _:
            assert_never(shape)


def _box(box: Box) -> Artist:
    corners = [
        (box.x, box.y),
        (box.right, box.y),
        (box.right, box.bottom),
        (box.x, box.bottom),
        (box.x, box.y),
    ]
    return PathPatch(
        Outline(corners, closed=True),
        facecolor="none" if box.fill is None else str(box.fill),
        edgecolor="none" if box.edge is None else str(box.edge),
        linewidth=0 if box.edge is None else box.pen,
        linestyle=_DASHES.get(box.dash, "-"),
        fill=box.fill is not None,
    )


def _lines(shape: Lines) -> Artist:
    points: list[Point] = [point for line in shape.lines for point in line]
    moves = [
        Outline.LINETO if position else Outline.MOVETO
        for line in shape.lines
        for position in range(len(line))
    ]
    return PathPatch(
        Outline(points, moves),
        fill=False,
        edgecolor=str(shape.grey),
        linewidth=shape.pen,
        linestyle=_DASHES.get(shape.dash, "-"),
        gid=shape.name,
    )


def _words(words: Words, faces: Faces) -> Artist:
    face = faces.face(words.text, words.size, strong=words.strong)
    return Text(
        words.x,
        words.y,
        words.text,
        fontproperties=face,
        color="0.0",
        horizontalalignment=words.side.value,
        verticalalignment="baseline",
        rotation=90 if words.turned else 0,
        rotation_mode="anchor",
        parse_math=False,
    )


def _cleaned(text: str, prefix: str) -> str:
    """Without comments (they repeat the words) and styles for the whole page.

    Ids that nothing leads to go; ours (`pattern`, `hole`) become classes, for a picture has many of each.
    """
    root = parse(text.encode())
    used = {str(item.get(_HREF, "")) for item in root.iter() if isinstance(item.tag, str)}
    for item in list(root.iter()):
        parent = item.getparent()
        if not isinstance(item.tag, str) or item.tag in _NEEDLESS:
            if parent is not None:
                parent.remove(item)
            continue
        name = str(item.attrib.pop("id", ""))
        if f"#{name}" in used:
            item.set("id", f"{prefix}{name}")
        elif name.isalpha():
            item.set("class", name)
        if _HREF in item.attrib:
            item.set(_HREF, f"#{prefix}{str(item.attrib[_HREF]).removeprefix('#')}")
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    return serialised(root).removeprefix(DECLARATION)
