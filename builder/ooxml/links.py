"""Content types and relationships: how a package knows its parts."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from builder.ooxml.xml import DECLARATION, parse, serialised

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES: Final = "[Content_Types].xml"
PACKAGE_LINKS: Final = "_rels/.rels"
DOCUMENT_LINKS: Final = "word/_rels/document.xml.rels"

CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
DOCUMENT_TYPE: Final = f"{_WORD}.document.main+xml"
GLOSSARY_TYPE: Final = f"{_WORD}.document.glossary+xml"
STYLES_TYPE: Final = f"{_WORD}.styles+xml"

CORE_LINK: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
APP_LINK: Final = f"{_DOCUMENT}/extended-properties"
CUSTOM_LINK: Final = f"{_DOCUMENT}/custom-properties"
GLOSSARY_LINK: Final = f"{_DOCUMENT}/glossaryDocument"
STYLES_LINK: Final = f"{_DOCUMENT}/styles"
HYPERLINK: Final = f"{_DOCUMENT}/hyperlink"
IMAGE_LINK: Final = f"{_DOCUMENT}/image"


def set_type(types: etree._Element, part: str, content_type: str) -> None:
    """Declares the content type of one part, or changes it."""
    name = f"/{part}"
    for override in types.iterfind(f"{{{_TYPES}}}Override"):
        if override.get("PartName") == name:
            override.set("ContentType", content_type)
            return
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=content_type)


def set_link(links: etree._Element, kind: str, target: str, identifier: str) -> None:
    """The one relationship of its kind points to `target`."""
    for link in list(links):
        if link.get("Type") == kind:
            links.remove(link)
    etree.SubElement(links, f"{{{_RELATIONSHIPS}}}Relationship", Id=identifier, Type=kind, Target=target)


def without(parts: Mapping[str, bytes], folders: tuple[str, ...]) -> dict[str, bytes]:
    """The parts without those of some folders and without what is said about them."""
    kept = {name: data for name, data in parts.items() if not name.startswith(folders)}
    for index in (CONTENT_TYPES, PACKAGE_LINKS, DOCUMENT_LINKS):
        root = parse(kept[index])
        base = "word/" if index == DOCUMENT_LINKS else ""
        for item in list(root):
            name = item.get("PartName") or item.get("Target") or ""
            if (name.removeprefix("/") if name.startswith("/") else base + name).startswith(folders):
                root.remove(item)
        kept[index] = serialised(root).encode()
    return kept


def link(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    """A relationship as text; `target` is already escaped."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{identifier}" Type="{kind}" Target="{target}"{mode}/>'


def part_type(part: str, content_type: str) -> str:
    """The declaration of a part's content type as text."""
    return f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{content_type}"/>'


def part_links(*relationships: str) -> str:
    """The text of a whole part of relationships."""
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(relationships)}</Relationships>'
