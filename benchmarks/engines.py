"""The bare engines on the same sources: Typst with loaded fonts, and the zip of finished XML."""

from datetime import datetime
from pathlib import Path

from benchmarks.measure import Cost, of_call
from builder.base.place import Place
from builder.blocks.tree import Document
from builder.ooxml.package import pack, read
from builder.write.docx.writer import write as write_docx
from builder.write.pdf.compiler import compile_pdf, families
from builder.write.pdf.encode import encode


def typst(documents: tuple[Document, ...], templates: Path, moment: datetime) -> Cost:
    known = families(templates)
    encoded = [encode(document, known) for document in documents]
    compile_pdf(encoded[0], templates, moment, Place("warm"))
    cost, _ = of_call(lambda: [compile_pdf(data, templates, moment, Place("bench")) for data in encoded])
    return cost


def zipping(documents: tuple[Document, ...], templates: Path, moment: datetime) -> Cost:
    parts = [read(write_docx(document, templates / "docx", moment)) for document in documents]
    cost, _ = of_call(lambda: [pack(part) for part in parts])
    return cost
