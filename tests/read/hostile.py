"""Files that mean harm, made on the spot from real ones."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from builder.base.language import Language
from builder.blocks.tree import Document, Drawing
from builder.write.docx.writer import write as write_docx
from tests.specimen import specimen
from tests.write.docx.opened import CREATED, SHELLS
from tests.write.pdf.samples import specimen_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@cache
def docx() -> bytes:
    return write_docx(undrawn(), SHELLS, CREATED)


def undrawn() -> Document:
    """The specimen as a form is: nobody asks for drawings back."""
    tree = specimen(Language.KK)
    return replace(tree, blocks=tuple(block for block in tree.blocks if not isinstance(block, Drawing)))


def pdf() -> bytes:
    return specimen_pdf(Language.KK).data


def zipped(parts: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def docx_with(parts: Mapping[str, bytes]) -> bytes:
    """A real form with parts put in or replaced."""
    return zipped((parts_of(docx()) | dict(parts)).items())


def docx_linked(kind: str, target: str, *, external: bool = False, **parts: bytes) -> bytes:
    """A real form with one more relationship of its document."""
    name = "word/_rels/document.xml.rels"
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="x1" Type="{LINKS}/{kind}" Target="{target}"{mode}/></Relationships>'
    links = parts_of(docx())[name].decode().replace("</Relationships>", link)
    return docx_with({name: links.encode(), **parts})


def office(main: str, part: str = "xl/workbook.xml") -> bytes:
    """The smallest package of a kind."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" ContentType="{main}"/></Types>'
    )
    return zipped([("[Content_Types].xml", types.encode()), (part, b"<workbook/>")])


def lying(data: bytes, declared: int) -> bytes:
    """The same zip, whose largest part declares another size than it has."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        largest = max(archive.infolist(), key=lambda entry: entry.file_size).file_size
    return data.replace(largest.to_bytes(4, "little"), declared.to_bytes(4, "little"))


def encrypted_entries(data: bytes) -> bytes:
    """The same zip with the flag of encryption on every entry of its directory."""
    changed = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def compound(*names: str) -> bytes:
    """An OLE container with these names in its directory."""
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    document.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def pdf_with(place: str, value: Dictionary) -> bytes:
    """A real form with something at the root, on its first page or on a field."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        page = document.pages[0].obj
        where, _, key = place.partition("/")
        match where:
            case "annotation":
                page.Annots = Array([*page.Annots, document.make_indirect(value)])
            case "page":
                page[f"/{key}"] = value
            case "field":
                document.Root.AcroForm.Fields[0][f"/{key}"] = value
            case _:
                document.Root[f"/{key}"] = value
        return saved(document)


def locked_pdf() -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        return saved(document, encryption=pikepdf.Encryption(owner="owner", user="reader"))


def pdf_of_pages(count: int) -> bytes:
    document = pikepdf.new()
    for _ in range(count):
        document.add_blank_page(page_size=(10, 10))
    return saved(document)


def pdf_bomb(size: int) -> bytes:
    """A PDF whose object stream unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    blank = b" " * (1 << 20)
    pieces = [packer.compress(b"1 0 "), *(packer.compress(blank) for _ in range(size >> 20)), packer.flush()]
    body = b"".join(pieces)
    stream = (
        b"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\n" % len(body)
        + b"stream\n%s\nendstream\nendobj\n" % body
    )
    start = b"%PDF-1.5\n"
    at = len(start) + len(stream)
    table = (
        bytes([0, 0, 0, 0, 0, 255])
        + bytes([2, 0, 0, 0, 2, 0])
        + bytes([1, 0, 0, 0, len(start), 0])
        + bytes([1, *at.to_bytes(4, "big"), 0])
    )
    xref = (
        b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R /Length %d >>\n" % len(table)
        + b"stream\n%s\nendstream\nendobj\n" % table
    )
    return start + stream + xref + b"startxref\n%d\n%%%%EOF\n" % at


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
