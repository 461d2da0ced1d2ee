"""What lies beside the cells of a sheet: merged areas, comments, and words in shapes."""

from collections.abc import Iterator

from lxml import etree
from openpyxl.utils.cell import range_boundaries

from builder.read.sheet.package import MAIN, Package

_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def merged(sheet: etree._Element) -> Iterator[Area]:
    """Areas whose cells were merged into one."""
    for area in sheet.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
        left, top, right, bottom = range_boundaries(area.get("ref", "A1"))
        if left is not None and top is not None and right is not None and bottom is not None:
            yield (top, left, bottom, right)


def notes(package: Package, sheet: str) -> Iterator[tuple[str, str]]:
    """Words with the address of the cell they hang on; shapes hang on none."""
    links = package.links(sheet)
    threads = [link.part for link in links if link.kind == "threadedComment"]
    for part in threads:
        for comment in package.tree(part).iter(f"{_THREADED}threadedComment"):
            yield from _note(comment, f"{_THREADED}text")
    for link in links:
        if link.kind == "comments" and not threads:  # a thread leaves a copy of itself among the old ones
            for comment in package.tree(link.part).iter(f"{MAIN}comment"):
                yield from _note(comment, f"{MAIN}t")
        elif link.kind == "drawing":
            words = "\n".join(_paragraphs(package.tree(link.part)))
            if words.strip():
                yield (words, "")


def _note(comment: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
    words = "".join(piece.text or "" for piece in comment.iter(tag))
    if words.strip():
        yield (words, comment.get("ref", ""))


def _paragraphs(drawing: etree._Element) -> Iterator[str]:
    for paragraph in drawing.iter(f"{_DRAWN}p"):
        yield "".join(piece.text or "" for piece in paragraph.iter(f"{_DRAWN}t"))
