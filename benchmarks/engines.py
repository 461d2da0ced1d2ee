"""The bare engines on the same sources: Typst with loaded fonts, and the zip of finished XML."""

from datetime import datetime
from pathlib import Path

from benchmarks.measure import Cost, of_call
from builder.base.place import Place
from builder.blocks.tree import Document
from builder.ooxml.package import pack, read
from builder.write.docx.writer import write as write_docx
from builder.write.pdf.compiler import compile_pdf, families, loaded
from builder.write.pdf.encode import encode


def typst(documents: tuple[Document, ...], templates: Path, moment: datetime, *, alone: bool) -> Cost:
    """Typst with loaded fonts; `alone`: nothing set for one document is remembered for the next."""
    known = families(templates)
    encoded = [encode(document, known, templates / "fonts") for document in documents]
    compile_pdf(encoded[0], templates, moment, Place("warm"))
    if alone:
        return of_call(lambda: [_by_itself(data, templates, moment) for data in encoded])[0]
    return of_call(lambda: [compile_pdf(data, templates, moment, Place("bench")) for data in encoded])[0]


def _by_itself(data: str, templates: Path, moment: datetime) -> object:
    """The usual call: data in `sys.inputs`, which are part of all that the compiler remembers."""
    compiler, _ = loaded(templates)
    return compiler.compile(
        input=b'#import "/document.typ": render\n#render(json(bytes(sys.inputs.document)))\n',
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=moment,
    )


def zipping(documents: tuple[Document, ...], templates: Path, moment: datetime) -> Cost:
    parts = [read(write_docx(document, templates / "docx", moment)) for document in documents]
    cost, _ = of_call(lambda: [pack(part) for part in parts])
    return cost
