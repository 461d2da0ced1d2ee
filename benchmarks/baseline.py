"""The usual way: docxtpl fills Word templates with the same blocks, LibreOffice converts all in one call.

The templates are the house's own Word shells with `body.xml` for a body: styles, page, header and footer
are the same, and so are words, tables, links, bookmarks and content controls.
"""

import json
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.measure import Cost, of_call, of_command
from benchmarks.word_context import Frame, context
from builder.blocks.tree import Document
from builder.ooxml import adjust
from builder.ooxml.extract import controls, text_lines

BODY = Path(__file__).with_name("body.xml")
EXPORT = {
    "SelectPdfVersion": ("long", "2"),
    "UseTaggedPDF": ("boolean", "true"),
    "PDFUACompliance": ("boolean", "true"),
    "ExportFormFields": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
}
"""PDF/A-2, tagged, accessible, with bookmarks, to be filled in."""

_BETWEEN_TAGS = re.compile(r"(?<=[>}])\s+(?=[<{])")


def build(
    documents: Sequence[Document], written: Sequence[bytes], shells: Path, folder: Path
) -> tuple[Cost, Cost]:
    """Makes every document in a folder: cost of filling the templates, and of the conversion.

    `written` are our own Word files of the documents. Raises ValueError where the words or the controls of
    a file are not those of ours.
    """
    source = folder / "docx"
    source.mkdir()
    templates = {path: _Template(path) for path in {_shell(document, shells) for document in documents}}
    filling, made = of_call(
        lambda: [templates[_shell(document, shells)].filled(document) for document in documents]
    )
    for number, (document, data, ours) in enumerate(zip(documents, made, written, strict=True)):
        if text_lines(data) != text_lines(ours) or controls(data) != controls(ours):
            raise ValueError(f"not the same document: {document.kind} {document.name} {document.language}")
        (source / f"{number:03}.docx").write_bytes(data)
    with TemporaryDirectory() as profile:
        return filling, of_command(_conversion(source, folder / "pdf", Path(profile)))


def _conversion(source: Path, target: Path, profile: Path) -> list[str]:
    """One call for every file of a folder."""
    options = {name: {"type": kind, "value": value} for name, (kind, value) in EXPORT.items()}
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
    command += [f"pdf:writer_pdf_Export:{json.dumps(options)}", "--outdir", str(target)]
    return [*command, *map(str, sorted(source.iterdir()))]


def _shell(document: Document, shells: Path) -> Path:
    """The shell of the document's kind and language, or the general one."""
    own = shells / f"{document.kind}.{document.language}.docx"
    return own if own.is_file() else shells / f"document.{document.language}.docx"


class _Template:
    """A shell with the body that loops over blocks, made once; of a form only the fields can be changed."""

    def __init__(self, shell: Path) -> None:
        word = docx.Document(str(shell))
        root = word.element
        section = root.body.sectPr
        body = etree.fromstring(_BETWEEN_TAGS.sub("", BODY.read_text("utf-8")))
        body.append(section)
        root.replace(root.body, body)
        if shell.name.startswith("questionnaire"):
            adjust.protect(word.settings.element, root)
        self._frame = Frame(adjust.text_width(root), adjust.style_ids(word.styles.element))
        target = BytesIO()
        word.save(target)
        self._template = DocxTemplate(target)

    def filled(self, document: Document) -> bytes:
        target = BytesIO()
        self._template.render(context(document, self._frame, self._template), autoescape=True)
        self._template.core_properties.title = document.title
        self._template.core_properties.subject = document.subject
        self._template.core_properties.keywords = document.keywords
        self._template.save(target)
        return target.getvalue()
