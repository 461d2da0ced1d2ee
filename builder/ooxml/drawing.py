"""A picture on a line of Word: as lines (SVG) where the reader knows them, as dots (PNG) where not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from builder.ooxml.xml import attribute

TYPES: Final[Mapping[str, str]] = {".png": "image/png", ".svg": "image/svg+xml"}
"""Content types by suffix."""

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LINES = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The place that Office gave to SVG beside a picture of dots."""
_EMU = 12700
"""Units of a drawing in a point."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture `drawing<number>`: its title, what is said of it aloud, its size in points."""

    number: int
    title: str
    alt: str
    width: float
    height: float


def link_of(name: str) -> str:
    """The id of the relationship that leads to a picture."""
    return name.replace(".", "-")


def inline(frame: Frame) -> str:
    """The drawing of a run."""
    name = f"drawing{frame.number}"
    size = f'cx="{round(frame.width * _EMU)}" cy="{round(frame.height * _EMU)}"'
    said = f'descr="{attribute(frame.alt)}" title="{attribute(frame.title)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{frame.number}" name="{name}" {said}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_MAIN}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{frame.number}" name="{name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link_of(name + ".png")}"><a:extLst>'
        f'<a:ext uri="{_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_LINES}" r:embed="{link_of(name + ".svg")}"/>'
        f"</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing>"
    )
