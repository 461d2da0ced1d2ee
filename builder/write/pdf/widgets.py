"""Form fields: each link of the compiler to `field:CODE` becomes a widget with that code.

Typst has no form fields, but a link has all that a field needs: a rectangle, a structure element and the
reference between them (`OBJR`).
"""

from functools import lru_cache

from builder.blocks.inline import CHECKED, Control, ControlKind
from builder.write.pdf import appearance
from builder.write.pdf.fields import PREFIX, field_flags, field_name, is_tall, spoken
from builder.write.pdf.objects import Objects
from builder.write.pdf.pack import stream
from builder.write.pdf.syntax import Entries, number, text
from builder.write.pdf.typed import LARGEST, Typist
from builder.write.pdf.typing_font import TypingFont, to_unicode

Size = tuple[float, float]

_FONT = appearance.FONT.encode("ascii")
_TEXT_LOOK = appearance.TEXT_LOOK.encode("ascii")
_FITTING_LOOK = appearance.FITTING_LOOK.encode("ascii")

_TARGET = b"/URI(" + PREFIX.encode("ascii")


def field_code(link: Entries) -> str | None:
    """The code of the control that a link stands for."""
    _, found, rest = link.get(b"/A", b"").partition(_TARGET)
    return rest.partition(b")")[0].decode("ascii") if found else None


class FieldMaker:
    """Makes fields of one file; ticks share a picture, texts do not, since viewers rewrite theirs."""

    def __init__(self, file: Objects, font: TypingFont) -> None:
        self._file = file
        self._typist = Typist(font)
        self._resources = b"%d 0 R" % file.add(b"<</Font<<%b %d 0 R>>>>" % (_FONT, _embedded(file, font)))
        # A border without colour is not drawn, but keeps what is typed off the edge.
        self._border = b"%d 0 R" % file.add(b"<</W 1/S/S>>")
        self._tick_caption = b"%d 0 R" % file.add(b"<</CA(4)>>")
        self._ticks: dict[Size, bytes] = {}

    def widget(self, link: Entries, control: Control, page: int) -> bytes:
        """The widget of a control, in the place of a link on a page."""
        left, bottom, right, top = map(float, link[b"/Rect"].strip(b"[]").split())
        size = (round(right - left, 2), round(top - bottom, 2))
        own = self._check(control, size) if control.kind is ControlKind.CHECK else self._text(control, size)
        return (
            b"<</Type/Annot/Subtype/Widget/Rect%b/F 4/StructParent %b/T%b/TM%b/TU%b/Ff %d/BS %b/P %d 0 R%b>>"
            % (
                link[b"/Rect"],
                link[b"/StructParent"],
                text(field_name(control.code)),
                text(control.code),
                text(spoken(control)),
                field_flags(control),
                self._border,
                page,
                own,
            )
        )

    def form(self, fields: list[int]) -> int:
        """The form that the fields make."""
        listed = b" ".join(b"%d 0 R" % field for field in fields)
        return self._file.add(b"<</Fields[%b]/DA(%b)/DR %b>>" % (listed, _TEXT_LOOK, self._resources))

    def _check(self, control: Control, size: Size) -> bytes:
        if size not in self._ticks:
            states = (
                self._picture(appearance.tick(*size), size),
                self._picture(appearance.NOTHING, size),
            )
            self._ticks[size] = b"%d 0 R" % self._file.add(b"<</N<</Yes %d 0 R/Off %d 0 R>>>>" % states)
        state = b"/Yes" if control.value == CHECKED else b"/Off"
        return b"/FT/Btn/V%b/AS%b/MK %b/AP %b" % (state, state, self._tick_caption, self._ticks[size])

    def _text(self, control: Control, size: Size) -> bytes:
        shown = self._entered(control, size) if control.value else self._blank(control, size)
        if control.kind is not ControlKind.CHOICE:
            return b"/FT/Tx" + shown
        options = b"".join(b"[%b%b]" % (text(item.value), text(item.label)) for item in control.options)
        return b"/FT/Ch/Opt[%b]%b" % (options, shown)

    def _blank(self, control: Control, size: Size) -> bytes:
        look = _FITTING_LOOK if is_tall(control) else _TEXT_LOOK
        return b"/DA(%b)/AP<</N %d 0 R>>" % (look, self._picture(appearance.TYPED, size))

    def _entered(self, control: Control, size: Size) -> bytes:
        """What stands in the field before anybody types."""
        typed = self._typist.fitted(control.shown, size, many_lines=is_tall(control))
        look = _FITTING_LOOK if is_tall(control) or typed.size < LARGEST else _TEXT_LOOK
        picture = self._picture(self._typist.operators(typed, size), size)
        return b"/DA(%b)/V%b/AP<</N %d 0 R>>" % (look, text(control.value), picture)

    def _picture(self, operators: bytes, size: Size) -> int:
        """Too short to be worth packing."""
        return self._file.add(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 %b %b]/Resources %b/Length %d>>\nstream\n%b\nendstream"
            % (number(size[0]), number(size[1]), self._resources, len(operators), operators)
        )


def _embedded(file: Objects, font: TypingFont) -> int:
    name = font.name.encode("ascii")
    packed, letters = _streams(font)
    descriptor = file.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV 95/FontFile2 %d 0 R>>"
        % (name, *font.box, font.ascent, font.descent, font.cap_height, file.add(packed))
    )
    descendant = file.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDToGIDMap/Identity/FontDescriptor %d 0 R/W[0[%b]]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        % (name, descriptor, b" ".join(b"%d" % width for width in font.widths))
    )
    return file.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name, descendant, file.add(letters))
    )


@lru_cache(maxsize=4)
def _streams(font: TypingFont) -> tuple[bytes, bytes]:
    """The font and its letters, packed once for all documents."""
    return stream({b"/Length1": b"%d" % len(font.data)}, font.data), stream({}, to_unicode(font))
