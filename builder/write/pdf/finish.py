"""The one module that knows pikepdf: turns the compiler's links into form fields and completes the tags.

Typst has no form fields, but a link has all that a field needs: a rectangle, a structure element and the
reference between them (`OBJR`). Each link to `field:CODE` becomes a widget with that code.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, ObjectStreamMode, Stream, String

from builder.blocks.inline import CHECKED, Control, ControlKind
from builder.blocks.tree import Block, Document, Row, controls
from builder.write.marks import marks
from builder.write.pdf import appearance
from builder.write.pdf.fields import PREFIX, field_flags, field_name, is_tall, spoken
from builder.write.pdf.links import spoken_links
from builder.write.pdf.tables import inside, names_rows, tagged_tables
from builder.write.pdf.typed import LARGEST, Typist
from builder.write.pdf.typing_font import TypingFont, to_unicode


@dataclass(frozen=True, slots=True)
class Finished:
    """`faces` are the PostScript names of the fonts that the pages use."""

    data: bytes
    pages: int
    faces: tuple[str, ...]


def finish(data: bytes, document: Document, font: TypingFont | None) -> Finished:
    """The compiled file with fields, spoken table labels and row headers; `font` is None without fields.

    Raises LookupError where a control has no rectangle or more than one.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        if font:
            _add_fields(pdf, {item.code: item for item in controls(document.blocks)}, font)
        _name_links(pdf, document)
        _complete_tables(pdf.Root.StructTreeRoot, document.blocks)
        _mark(pdf, document)
        return Finished(_saved(pdf), len(pdf.pages), _faces(pdf))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, without a stream that ends in CR.

    Before `endstream` stands LF, so a strict reader takes that CR for a part of the line end and finds
    the stream too short (ISO 19005-2, 6.1.7.1). One stream in 256 ends so by chance.
    """
    for section in (None, "/MarkInfo", "/ViewerPreferences", "/OutputIntents", "/Names"):
        if section:
            _stir(pdf, section)
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
        )
        data = target.getvalue()
        if b"\r\nendstream" not in data:
            break
    return data


def _stir(pdf: pikepdf.Pdf, section: str) -> None:
    """Changes bytes that nobody sees: pads the streams in question, gives all objects other numbers."""
    for item in pdf.objects:
        if isinstance(item, Stream) and item.read_raw_bytes().endswith(b"\r"):
            item.write(item.read_bytes() + b"\n")
    if section in pdf.Root:
        pdf.Root[section] = pdf.make_indirect(pdf.Root[section])


def _add_fields(pdf: pikepdf.Pdf, wanted: dict[str, Control], font: TypingFont) -> None:
    fonts = Dictionary({appearance.FONT: _embedded(pdf, font)})
    maker = _FieldMaker(pdf, pdf.make_indirect(Dictionary(Font=fonts)), Typist(font))
    elements = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    fields: dict[str, Object] = {}
    for page in pdf.pages:
        for annotation, code in _field_links(page.obj):
            if code in fields:
                raise LookupError(f"field {code} stands on the pages twice")
            maker.turn(annotation, wanted[code], page.obj)
            elements[int(annotation.StructParent)].S = Name.Form
            fields[code] = annotation
    if missing := wanted.keys() - fields.keys():
        raise LookupError(f"fields without a place: {', '.join(sorted(missing))}")
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array(fields.values()), DA=String(appearance.TEXT_LOOK), DR=maker.resources)
    )


def _mark(pdf: pikepdf.Pdf, document: Document) -> None:
    """Marks of the document as entries of its own in the information dictionary (ISO 32000-1, 14.3.3)."""
    for name, value in marks(document).items():
        pdf.docinfo[f"/{name}"] = String(str(value))


def _name_links(pdf: pikepdf.Pdf, document: Document) -> None:
    """Says where each link leads in the words of the document (ISO 14289-1, 7.18.5)."""
    said = spoken_links(document.blocks)
    named: dict[tuple[int, int], String] = {}
    elements = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for annotation in _links(pdf):
        element = elements[int(annotation.StructParent)].objgen
        if element not in named:  # a link over two lines is one element with two annotations
            named[element] = String(next(said))
        annotation.Contents = named[element]
    if any(said):
        raise LookupError("a link of the document has no place on its pages")


def _links(pdf: pikepdf.Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if annotation.get("/Subtype") == Name.Link:
                yield annotation


def _field_links(page: Object) -> Iterator[tuple[Object, str]]:
    for annotation in page.get("/Annots", ()):
        target = str(annotation.get("/A", Dictionary()).get("/URI", ""))
        if target.startswith(PREFIX):
            yield annotation, target.removeprefix(PREFIX)


class _FieldMaker:
    """Makes fields of one file; ticks share a picture, texts do not, since viewers rewrite theirs."""

    def __init__(self, pdf: pikepdf.Pdf, resources: Object, typist: Typist) -> None:
        self.resources = resources
        self._typist = typist
        self._pdf = pdf
        self._ticks: dict[tuple[float, float], Object] = {}
        self._blanks: dict[tuple[float, float], Object] = {}
        # A border without colour is not drawn, but keeps what is typed off the edge.
        self._border = pdf.make_indirect(Dictionary(W=1, S=Name.S))
        self._tick_caption = pdf.make_indirect(Dictionary(CA=String("4")))

    def turn(self, annotation: Object, control: Control, page: Object) -> None:
        """Makes a link annotation the widget of a control."""
        for key in ("/A", "/Border", "/Contents"):
            del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.T = String(field_name(control.code))
        annotation.TM = String(control.code)
        annotation.TU = String(spoken(control))
        annotation.F = 4
        annotation.Ff = field_flags(control)
        annotation.BS = self._border
        annotation.P = page
        left, bottom, right, top = (float(side) for side in annotation.Rect)
        size = (round(right - left, 2), round(top - bottom, 2))
        if control.kind is ControlKind.CHECK:
            self._check(annotation, control, size)
        else:
            self._text(annotation, control, size)

    def _check(self, annotation: Object, control: Control, size: tuple[float, float]) -> None:
        if size not in self._ticks:
            states = Dictionary(
                Yes=self._picture(appearance.tick(*size), size), Off=self._picture(appearance.NOTHING, size)
            )
            self._ticks[size] = self._pdf.make_indirect(Dictionary(N=states))
        annotation.FT = Name.Btn
        annotation.V = annotation.AS = Name.Yes if control.value == CHECKED else Name.Off
        annotation.MK = self._tick_caption
        annotation.AP = self._ticks[size]

    def _text(self, annotation: Object, control: Control, size: tuple[float, float]) -> None:
        annotation.DA = String(appearance.FITTING_LOOK if is_tall(control) else appearance.TEXT_LOOK)
        if control.value:
            self._enter(annotation, control, size)
        else:
            annotation.AP = Dictionary(N=self._blank(size))
        if control.kind is ControlKind.CHOICE:
            annotation.FT = Name.Ch
            annotation.Opt = Array(Array((String(o.value), String(o.label))) for o in control.options)
        else:
            annotation.FT = Name.Tx

    def _enter(self, annotation: Object, control: Control, size: tuple[float, float]) -> None:
        """What stands in the field before anybody types."""
        typed = self._typist.fitted(control.shown, size, many_lines=is_tall(control))
        if typed.size < LARGEST:
            annotation.DA = String(appearance.FITTING_LOOK)
        annotation.V = String(control.value)
        annotation.AP = Dictionary(N=self._picture(self._typist.operators(typed, size), size))

    def _blank(self, size: tuple[float, float]) -> Object:
        if size not in self._blanks:
            self._blanks[size] = self._picture(appearance.TYPED, size)
        return copy(self._blanks[size])

    def _picture(self, operators: bytes, size: tuple[float, float]) -> Object:
        return self._pdf.make_stream(
            operators,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array((0, 0, *size)),
            Resources=self.resources,
        )


def _embedded(pdf: pikepdf.Pdf, font: TypingFont) -> Object:
    name = Name(f"/{font.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=95,
        FontFile2=pdf.make_stream(font.data, Length1=len(font.data)),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array((0, Array(font.widths))),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array((pdf.make_indirect(descendant),)),
            ToUnicode=pdf.make_stream(to_unicode(font)),
        )
    )


def _complete_tables(parent: Object, blocks: Iterable[Block]) -> None:
    """Labels that are read aloud before a table, and row headers: Typst can set neither."""
    tables = list(tagged_tables(blocks))
    if not tables:
        return
    for element, table in zip(_elements(parent, "/Table"), tables, strict=True):
        element.A = _attributes(element, Dictionary(O=Name.Table, Summary=String(table.label)))
        if names_rows(table):
            _name_row_headers(_elements(element, "/TR"), (*table.header, *table.rows))
        _complete_tables(element, inside(table))


def _name_row_headers(elements: Iterable[Object], rows: Sequence[Row]) -> None:
    for element, row in zip(elements, rows, strict=True):
        for kid, cell in zip(element.K, row.cells, strict=True):
            if cell.header and kid.S == Name.TD:
                kid.S = Name.TH
                kid.A = _attributes(kid, Dictionary(O=Name.Table, Scope=Name.Row))


def _attributes(element: Object, more: Dictionary) -> Array:
    present = element.get("/A", Array())
    return Array((*(present if isinstance(present, Array) else (present,)), more))


def _elements(parent: Object, role: str) -> Iterator[Object]:
    """Structure elements of a role in reading order; what is inside one is not searched."""
    kids = parent.get("/K", ())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            if str(kid.S) == role:
                yield kid
            else:
                yield from _elements(kid, role)


def _faces(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    faces: set[str] = set()
    for page in pdf.pages:
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        faces.update(str(font.BaseFont).lstrip("/").rpartition("+")[2] for font in fonts.as_dict().values())
    return tuple(sorted(faces))
