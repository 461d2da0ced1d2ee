"""Finishes a compiled file: links become form fields or say where they lead, tags and marks are completed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.blocks.inline import Control
from builder.blocks.tree import Document, controls
from builder.write.marks import marks
from builder.write.pdf.links import spoken_links
from builder.write.pdf.objects import Objects
from builder.write.pdf.pack import packed
from builder.write.pdf.syntax import Entries, dictionary, entries, references, text
from builder.write.pdf.tags import complete_tables
from builder.write.pdf.typing_font import TypingFont
from builder.write.pdf.widgets import FieldMaker, field_code

_FACE = re.compile(rb"/Subtype/Type0/BaseFont/(?:\w+\+)?([^/]+)")
_LINK_TAG, _FORM_TAG = b"<</Type/StructElem/S/Link/", b"<</Type/StructElem/S/Form/"
_BRANCH = re.compile(rb"(\d+) (\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Finished:
    """`faces` are the PostScript names of the fonts that the pages use."""

    data: bytes
    pages: int
    faces: tuple[str, ...]


def finish(data: bytes, document: Document, font: TypingFont | None) -> Finished:
    """The compiled file with fields, spoken table labels and row headers; `font` is None without fields.

    Raises LookupError where a control has no rectangle or more than one, and where the file does not have
    the shape of the compiler's files.
    """
    return _Finisher(data).finished(document, font)


@dataclass(frozen=True, slots=True)
class _Link:
    """A link annotation and the page where it stands, by the numbers of their objects."""

    number: int
    page: int
    entries: Entries


class _Finisher:
    def __init__(self, data: bytes) -> None:
        self._file = Objects(data)
        self._root = entries(self._file.bodies[self._file.root])
        self._tags = self._entries_at(self._root, b"/StructTreeRoot")
        # The tree is a single leaf: pairs of a key and what has it.
        pairs = _BRANCH.findall(self._tags[b"/ParentTree"])
        self._elements = {int(key): int(element) for key, element in pairs}
        self._pages = references(self._entries_at(self._root, b"/Pages")[b"/Kids"])

    def finished(self, document: Document, font: TypingFont | None) -> Finished:
        faces = self._faces()
        links = list(self._links())
        fields = [(link, code) for link in links if (code := field_code(link.entries)) is not None]
        if font:
            self._add_fields(fields, {item.code: item for item in controls(document.blocks)}, font)
        self._name_links([link for link in links if field_code(link.entries) is None], document)
        complete_tables(self._file, self._tags, document.blocks)
        self._mark(document)
        return Finished(packed(self._file), len(self._pages), faces)

    def _entries_at(self, parent: Entries, name: bytes) -> Entries:
        return entries(self._file.bodies[int(parent[name].split()[0])])

    def _links(self) -> Iterator[_Link]:
        for page in self._pages:
            for number in references(entries(self._file.bodies[page]).get(b"/Annots", b"")):
                yield _Link(number, page, entries(self._file.bodies[number]))

    def _add_fields(
        self, links: list[tuple[_Link, str]], wanted: dict[str, Control], font: TypingFont
    ) -> None:
        maker = FieldMaker(self._file, font)
        seen: set[str] = set()
        for link, code in links:
            if code in seen:
                raise LookupError(f"field {code} stands on the pages twice")
            seen.add(code)
            self._file.bodies[link.number] = maker.widget(link.entries, wanted[code], link.page)
            element = self._elements[int(link.entries[b"/StructParent"])]
            self._file.bodies[element] = _form_tag(self._file.bodies[element])
        if missing := wanted.keys() - seen:
            raise LookupError(f"fields without a place: {', '.join(sorted(missing))}")
        form = maker.form([link.number for link, _ in links])
        self._file.bodies[self._file.root] = dictionary({**self._root, b"/AcroForm": b"%d 0 R" % form})

    def _name_links(self, links: list[_Link], document: Document) -> None:
        """Says where each link leads in the words of the document (ISO 14289-1, 7.18.5)."""
        said = spoken_links(document.blocks)
        named: dict[int, bytes] = {}
        for link in links:
            element = self._elements[int(link.entries[b"/StructParent"])]
            if element not in named:  # a link over two lines is one element with two annotations
                named[element] = text(next(said))
            self._file.bodies[link.number] = dictionary({**link.entries, b"/Contents": named[element]})
        if any(said):
            raise LookupError("a link of the document has no place on its pages")

    def _mark(self, document: Document) -> None:
        """Marks of the document as entries of its own in the information dictionary (ISO 32000-1, 14.3.3)."""
        own = {b"/%b" % name.encode("ascii"): text(str(value)) for name, value in marks(document).items()}
        number = int(self._file.trailer[b"/Info"].split()[0])
        self._file.bodies[number] = dictionary({**entries(self._file.bodies[number]), **own})

    def _faces(self) -> tuple[str, ...]:
        found = (_FACE.search(body) for body in self._file.bodies if body.startswith(b"<</Type/Font/"))
        return tuple(sorted({match[1].decode("ascii") for match in found if match}))


def _form_tag(tag: bytes) -> bytes:
    if not tag.startswith(_LINK_TAG):
        raise LookupError("the tag of a link is not of the compiler's kind")
    return _FORM_TAG + tag.removeprefix(_LINK_TAG)
