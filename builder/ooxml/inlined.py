"""One paragraph that came back: the words and controls on its line, whatever is wrapped around them."""

from typing import Final

from lxml import etree

from builder.ooxml.control import held, is_form_field, legacy_box
from builder.ooxml.pieces import (
    ALTERNATE,
    BOX,
    CONTENT,
    CONTROL,
    DELETED,
    FIELD,
    INSERTED,
    PROPERTIES,
    REMARKS,
    SIGNS,
    SIMPLE_FIELD,
    SYMBOL,
    Held,
    Piece,
    R,
    Remark,
    T,
    is_blank,
    words_of,
)
from builder.ooxml.xml import MC, w

_INSTRUCTION, _RUN_LOOK = w("instrText"), w("rPr")
_SILENT: Final = frozenset(
    map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "proofErr", "smartTagPr"))
)
_SYMBOLS: Final = {
    **dict.fromkeys(("F052", "F0FE", "F053", "F054"), "\u2612"),
    **dict.fromkeys(("F0FC", "F050"), "\u2713"),
    **dict.fromkeys(("F0A8", "F06F", "F0A3", "F030"), "\u2610"),
}
"""Boxes and ticks of Wingdings, which Word inserts as symbols of a font."""


class Inlined:
    """Gathers the pieces of a paragraph; text boxes on it wait in `boxes`."""

    def __init__(self, number: int) -> None:
        self.boxes: list[etree._Element] = []
        self.remarks: list[Remark] = []
        self.tracked = False
        self._at = number
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._fields: list[_Field] = []

    def finished(self) -> tuple[Piece, ...]:
        """The pieces; a field that was never closed ends with the paragraph."""
        while self._fields:
            self._close(self._fields.pop())
        self._flush()
        return tuple(self._pieces)

    def line(self) -> tuple[Piece, ...]:
        """The same, empty for a paragraph of blanks."""
        pieces = self.finished()
        return () if is_blank(pieces) else pieces

    def take(self, container: etree._Element) -> None:
        """Runs, controls and their wrappers, in order."""
        for child in container:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag == CONTROL:
                self._control(child)
            elif tag not in _SILENT and isinstance(tag, str):
                self._wrapper(child, tag)

    def _run(self, run: etree._Element) -> None:
        words = self._words
        for item in run:
            tag = item.tag
            if tag == T:
                words.append(item.text or "")
            elif tag == _RUN_LOOK:
                continue
            elif tag in SIGNS:
                words.append(SIGNS[tag])
            elif tag == FIELD:
                self._field(item)
            elif tag == _INSTRUCTION:
                if self._fields:
                    self._fields[-1].instruction += item.text or ""
            elif tag not in _SILENT and isinstance(tag, str):
                self._rare(item, tag)

    def _rare(self, item: etree._Element, tag: str) -> None:
        if tag == SYMBOL:
            self._words.append(_SYMBOLS.get(item.get(w("char"), "").upper(), "\ufffd"))
        elif tag in REMARKS:
            self.remarks.append(Remark(REMARKS[tag], item.get(w("id"), ""), self._at))
        else:
            self._drawing(item)

    def _wrapper(self, child: etree._Element, tag: str) -> None:
        """A link, an insertion, a smart tag: what it holds is on the line."""
        if tag in DELETED:
            self.tracked = True
        elif tag == ALTERNATE:
            self.take(one_of(child))
        elif tag == SIMPLE_FIELD:
            self._simple(child)
        else:
            self.tracked = self.tracked or tag in INSERTED
            self.take(child)

    def _drawing(self, item: etree._Element) -> None:
        """Text boxes of a drawing; of one that is stored twice, the first copy."""
        start = one_of(item) if item.tag == ALTERNATE else item
        for inner in start.iter(BOX, ALTERNATE):
            if inner.tag == ALTERNATE:
                self._drawing(inner)
                return
            if not any(box in self.boxes for box in inner.iterancestors(BOX)):
                self.boxes.append(inner)

    def _simple(self, field: etree._Element) -> None:
        inner = self._inside(field)
        words = "".join(map(words_of, inner))
        if is_form_field(field.get(w("instr"), "")):
            self._flush()
            self._pieces.append(Held("", "field", words))
        else:
            self._words.append(words)

    def _field(self, mark: etree._Element) -> None:
        """Begin and end of a field; what it shows counts, not what it is made of."""
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            self._flush()
            self._fields.append(_Field(len(self._pieces), legacy_box(mark)))
        elif kind == "end" and self._fields:
            self._close(self._fields.pop())

    def _close(self, field: "_Field") -> None:
        self._flush()
        inside = self._pieces[field.start :]
        if field.ticked is not None:
            self._pieces[field.start :] = [Held("", "check", "", checked=field.ticked)]
        elif is_form_field(field.instruction) and all(isinstance(piece, str) for piece in inside):
            self._pieces[field.start :] = [Held("", "field", "".join(map(words_of, inside)))]

    def _control(self, control: etree._Element) -> None:
        content = control.find(CONTENT)
        if content is None:
            return
        self._flush()
        pieces = self._inside(content)
        control_held = held(control.find(PROPERTIES), pieces)
        self._pieces += pieces if control_held is None else (control_held,)

    def _inside(self, container: etree._Element) -> tuple[Piece, ...]:
        inner = Inlined(self._at)
        inner.take(container)
        self.boxes += inner.boxes
        self.remarks += inner.remarks
        pieces = inner.finished()
        self.tracked = self.tracked or inner.tracked
        return pieces

    def _flush(self) -> None:
        if self._words:
            text = "".join(self._words)
            self._words.clear()
            if text:
                self._pieces.append(text)


class _Field:
    """A field that is open: where its pieces start, what it says, the state of a legacy box."""

    __slots__ = ("instruction", "start", "ticked")

    def __init__(self, start: int, ticked: bool | None) -> None:
        self.start = start
        self.ticked = ticked
        self.instruction = ""


def one_of(alternate: etree._Element) -> etree._Element:
    """The first copy of something stored twice for old and new programs."""
    for name in ("Choice", "Fallback"):
        found = alternate.find(f"{{{MC}}}{name}")
        if found is not None:
            return found
    return etree.Element(R)
