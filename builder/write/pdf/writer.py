"""A document as a PDF that can be filled in, read aloud (PDF/UA-1) and kept for ever (PDF/A-2a)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.blocks.tree import Document, Medium, controls
from builder.write.pdf.compiler import MAIN, compile_pdf, families, template_place
from builder.write.pdf.encode import encode
from builder.write.pdf.finish import finish
from builder.write.pdf.typed import Typist
from builder.write.pdf.typing_font import NAME, typing_font

_TEMPLATES = {Medium.CARD: "card.typ", Medium.SHEET: "card.typ", Medium.POSTER: "poster.typ"}
"""Page templates of their own, by medium."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """`fonts` are the families really used: another font than expected means another look."""

    data: bytes
    pages: int
    fonts: tuple[str, ...]


def write(document: Document, templates: Path, created: datetime) -> Pdf:
    """The PDF of a document; `created`, with its time zone, stands in the metadata: equal input, equal bytes.

    Raises QagidaError: Q903 for letters that no font has, Q904 for another problem of the template.
    """
    template = _TEMPLATES.get(document.medium)
    known = families(templates, sans=template is not None)
    encoded = encode(document, known, templates / "fonts")
    data = compile_pdf(encoded, templates, created, _source(document), template or MAIN)
    font = typing_font(templates) if any(controls(document.blocks)) else None
    if font:
        _check_letters(document, Typist(font))
    try:
        finished = finish(data, document, font)
    except LookupError as error:
        raise QagidaError(Finding("Q904", template_place(templates), {"problem": str(error)})) from error
    return Pdf(finished.data, finished.pages, _used(finished.faces, known))


def _check_letters(document: Document, typist: Typist) -> None:
    """Q903 for letters of a prefilled answer that could not be seen on its page."""
    missing = dict.fromkeys(typist.missing("".join(item.shown for item in controls(document.blocks))))
    if missing:
        letters = " ".join(f"U+{ord(letter):04X}" for letter in missing)
        raise QagidaError(Finding("Q903", _source(document), {"character": letters, "font": NAME}))


def _source(document: Document) -> Place:
    """The content file if there is only one, else the document by name."""
    return Place(document.sources[0] if len(document.sources) == 1 else document.name)


def _used(faces: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Families of PostScript names (`LiberationSerif-Bold`), best first; an unknown name stays as it is."""
    found = {_family(face, known) for face in faces}
    return (*(name for name in known if name in found), *sorted(found.difference(known)))


def _family(face: str, known: tuple[str, ...]) -> str:
    spelled = face.replace("NewCM", "NewComputerModern")
    return next((name for name in known if spelled.startswith(name.replace(" ", ""))), face)
