"""Word shells: letterhead, header, footer and styles that a secretary edits in Word.

docxtpl fills a shell once in a process, with marks for values; each document then fills the marks.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.blocks.tree import Document
from builder.ooxml import adjust, links, package, properties
from builder.ooxml.slots import Slotted, cut, mark
from builder.ooxml.xml import parse, serialised
from builder.write.docx.styles import chosen, missing

FALLBACK = "document"
DECLARED = frozenset(
    ("body", "edition", "content_hash", "header", "page_before", "page_between", "page_after")
)
"""Placeholders a shell may use."""

_DOCUMENT, _STYLES, _SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
_OURS = ("docProps/", "word/glossary/")
"""Properties and building blocks of a shell give way to those of the document."""
_UNREADABLE = (
    OSError,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    AttributeError,
    etree.LxmlError,
    TemplateError,
)
"""What zip, XML, python-docx and Jinja raise over a damaged shell."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell ready to be filled.

    `fixed` parts stay as they are, `slotted` ones take values; `width` of the text is in twentieths of
    a point; `styles` gives the id of each style by its name.
    """

    fixed: Mapping[str, bytes]
    slotted: Mapping[str, Slotted]
    width: int
    styles: Mapping[str, str]


def shell_for(document: Document, shells: Path) -> Shell:
    """The shell of the document's kind and language, or the general one of that language."""
    for kind in (document.kind, FALLBACK):
        path = shells / f"{kind}.{document.language}.docx"
        if path.is_file():
            return _loaded(path, path.stat().st_mtime_ns, document.form)
    raise _unusable(shells / f"{FALLBACK}.{document.language}.docx")


def _unusable(path: Path, style: str = "") -> QagidaError:
    shell = f"{path.name} (style {style})" if style else path.name
    return QagidaError(Finding("Q902", Place(path.as_posix()), {"shell": shell}))


@lru_cache(maxsize=64)
def _loaded(path: Path, _changed: int, form: bool) -> Shell:
    """`_changed` is part of the key: a shell edited while a server runs is read again."""
    try:
        return _prepared(path, _rendered(path), form)
    except _UNREADABLE as error:
        raise _unusable(path) from error


def _rendered(path: Path) -> dict[str, bytes]:
    """The parts of the shell with marks in place of its placeholders."""
    environment = SandboxedEnvironment(autoescape=True)
    bare = links.without(package.read(path.read_bytes()), _OURS)
    template = DocxTemplate(io.BytesIO(package.pack(bare)))
    unknown = template.get_undeclared_template_variables(jinja_env=environment) - DECLARED
    if unknown:
        place = Place(path.as_posix())
        raise QagidaError(*(Finding("Q901", place, {"placeholder": name}) for name in sorted(unknown)))
    template.render({name: mark(name) for name in DECLARED}, jinja_env=environment)
    target = io.BytesIO()
    template.save(target)
    return package.read(target.getvalue())


def _prepared(path: Path, parts: dict[str, bytes], form: bool) -> Shell:
    document = adjust.with_namespaces(parse(parts[_DOCUMENT]))
    styles, settings = parse(parts[_STYLES]), parse(parts[_SETTINGS])
    ids = adjust.style_ids(styles)
    if absent := missing(ids):
        raise _unusable(path, style=absent[0])
    adjust.place_body(document, mark("body"))
    adjust.set_language(styles, mark("language"))
    if form:
        adjust.protect(settings, document)
    texts = {
        _DOCUMENT: serialised(document),
        _STYLES: serialised(styles),
        _SETTINGS: serialised(settings),
        **{name: _furniture(data) for name, data in parts.items() if _is_furniture(name)},
        **_linked(parts),
    }
    slotted = {name: cut(text) for name, text in texts.items()}
    fixed = {name: data for name, data in parts.items() if name not in slotted}
    return Shell(fixed, slotted, adjust.text_width(document), chosen(ids))


def _is_furniture(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _furniture(data: bytes) -> str:
    part = parse(data)
    adjust.mark_page_fields(part, mark("first_field"), mark("second_field"))
    return serialised(part)


def _linked(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Content types and relationships that know the properties, with room for a document's own."""
    types, packaged = parse(parts[links.CONTENT_TYPES]), parse(parts[links.PACKAGE_LINKS])
    for part, content_type, kind in (
        (properties.CORE, links.CORE_TYPE, links.CORE_LINK),
        (properties.APP, links.APP_TYPE, links.APP_LINK),
        (properties.CUSTOM, links.CUSTOM_TYPE, links.CUSTOM_LINK),
    ):
        links.set_type(types, part, content_type)
        links.set_link(packaged, kind, part, f"q{kind.rpartition('/')[2]}")
    outgoing = parse(parts[links.DOCUMENT_LINKS])
    for root, slot in ((types, "types"), (outgoing, "links")):
        root[-1].tail = mark(slot)
    return {
        links.CONTENT_TYPES: serialised(types),
        links.PACKAGE_LINKS: serialised(packaged),
        links.DOCUMENT_LINKS: serialised(outgoing),
    }
