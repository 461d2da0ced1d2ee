"""Form fields of a PDF as viewers leave them: names, values, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from builder.ooxml.xml import clean
from builder.read.names import legible
from builder.read.pdf_open import BROKEN
from builder.read.pdf_text import drawn_words

_DEEP = 16
_OFF = ("", "/Off")
_BLANK = 64
"""Bytes of a picture that can hold no words."""
_SILENT = frozenset({"/Popup", "/Link", "/Widget", "/PrinterMark", "/TrapNet", "/Watermark"})
_NOTE = frozenset({"/FreeText", "/Text", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret"})

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Widget:
    """One place of a field on a page. `name` is its export name or its own; `tick` is None for words.

    `shown` are words that its picture shows although the field holds none.
    """

    name: str
    page: int
    annotation: Object
    words: str = ""
    tick: bool | None = None
    clash: bool = False
    shown: str = ""

    def box(self) -> Box:
        """Left, bottom, right and top on the page, while the file is open."""
        return _box(self.annotation)


@dataclass(frozen=True, slots=True)
class Note:
    """Something put over a page: `kind` is `text`, `note` or `drawing`."""

    kind: str
    page: int
    annotation: Object
    words: str

    def box(self) -> Box:
        return _box(self.annotation)


def on_pages(pdf: pikepdf.Pdf) -> Iterator[Widget | Note]:
    """Widgets and notes page by page, in the order of the file."""
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.obj.get("/Annots")
        for annotation in annotations if isinstance(annotations, Array) else ():
            if not isinstance(annotation, Dictionary):
                continue
            kind = str(annotation.get("/Subtype", ""))
            try:
                found = _widget(annotation, number) if kind == "/Widget" else _note(annotation, kind, number)
            except BROKEN:
                continue  # one broken annotation must not hide the others
            if found is not None:
                yield found


def _widget(annotation: Object, page: int) -> Widget | None:
    chain = _chain(annotation)
    kind = str(_first(chain, "/FT") or "")
    name = _name(chain)
    if kind not in ("/Tx", "/Ch", "/Btn") or not name:
        return None  # signatures answer nothing
    value = _first(chain, "/V")
    if kind == "/Btn":
        if int(_first(chain, "/Ff") or 0) & 1 << 16:
            return None  # a push button
        return _box_ticked(annotation, value, name, page)
    words = said(value)
    shown = "" if words.strip() else _shown(annotation)
    return Widget(name, page, annotation, words, shown=shown)


def _box_ticked(annotation: Object, value: Object | None, name: str, page: int) -> Widget:
    """A box is ticked when the field or its picture says so; they differ where a program forgot one."""
    held, pictured = str(value or ""), str(annotation.get("/AS", ""))
    ticked = held not in _OFF or pictured not in _OFF
    clash = "" not in (held, pictured) and (held in _OFF) != (pictured in _OFF)
    return Widget(name, page, annotation, tick=ticked, clash=clash)


def _chain(annotation: Object) -> tuple[Object, ...]:
    """The widget, then the fields above it; a loop ends after a few steps."""
    chain = [annotation]
    while len(chain) < _DEEP and isinstance(parent := chain[-1].get("/Parent"), Dictionary):
        chain.append(parent)
    return tuple(chain)


def _first(chain: tuple[Object, ...], key: str) -> Object | None:
    for level in chain:
        found = level.get(key)
        if found is not None:
            return found
    return None


def _name(chain: tuple[Object, ...]) -> str:
    export = _first(chain, "/TM")
    if export is not None:
        return said(export).strip()
    return ".".join(said(level["/T"]) for level in reversed(chain) if "/T" in level).strip()


def said(value: Object | None) -> str:
    """Words of a value: a string, a stream of one, a name, or a list of strings."""
    if isinstance(value, pikepdf.String):
        return clean(str(value))
    if isinstance(value, Stream):
        return clean(str(pikepdf.String(value.read_bytes())))
    if isinstance(value, Name):
        return clean(str(value)).removeprefix("/")
    if isinstance(value, Array):
        return "; ".join(said(item) for item in value)
    return "" if value is None or isinstance(value, Dictionary) else clean(str(value))


def _shown(annotation: Object) -> str:
    picture = annotation.get("/AP", Dictionary()).get("/N")
    if not isinstance(picture, Stream) or int(picture.get("/Length", 0)) < _BLANK:
        return ""
    return clean(drawn_words(picture))


def _note(annotation: Object, kind: str, page: int) -> Note | None:
    if kind in _SILENT:
        return None
    words = said(annotation.get("/Contents")).strip()
    if kind in _NOTE and not words:
        return None
    meaning = "text" if kind == "/FreeText" else "note" if words else "drawing"
    return Note(meaning, page, annotation, words)


def _box(annotation: Object) -> Box:
    try:
        left, bottom, right, top = (float(side) for side in annotation["/Rect"])
    except BROKEN:
        return (0, 0, 0, 0)
    return (left, bottom, right, top)


def shown_name(name: str) -> str:
    """The name of a field as a finding may show it."""
    return legible(name, 60)
