"""A document into the bytes of a DOCX file."""

from datetime import datetime
from pathlib import Path

from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE
from builder.blocks.tree import Document, Furniture
from builder.ooxml import drawing, glossary, links, properties
from builder.ooxml.package import pack
from builder.ooxml.xml import escaped
from builder.write.docx.body import flow
from builder.write.docx.draft import Draft, Spot, begun
from builder.write.docx.shell import shell_for
from builder.write.marks import marks

_STYLES = "word/styles.xml"
_FIELD = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def write(document: Document, shells: Path, created: datetime) -> bytes:
    """The document in the Word shell of its kind and language (`<kind>.<language>.docx` in `shells`).

    Equal arguments and shells give equal bytes. Raises QagidaError: Q901 for a placeholder in the shell
    that we do not fill, Q902 for a shell that is missing, unreadable or without our styles.
    """
    shell = shell_for(document, shells)
    draft = begun(document, shell.styles, shells.parent / "fonts")
    body = flow(draft, document.blocks, Spot(document.main, shell.width))
    values = {"body": body, "language": document.main.tag, **_linked(draft), **_furniture(document.furniture)}
    parts = {name: part.filled(values) for name, part in shell.slotted.items()}
    return pack({**shell.fixed, **parts, **_added(draft, parts[_STYLES]), **_about(document, created)})


def _furniture(furniture: Furniture) -> dict[str, str]:
    before, first, between, second, after = _page_words(furniture.page_of)
    words = {
        "edition": furniture.edition,
        "content_hash": furniture.hash,
        "header": furniture.header,
        "page_before": before,
        "page_between": between,
        "page_after": after,
        "first_field": first,
        "second_field": second,
    }
    return {name: escaped(text) for name, text in words.items()}


def _page_words(page_of: str) -> tuple[str, str, str, str, str]:
    """Words before, the first field, words between, the second field, words after.

    Kazakh puts the total before the page: `{total} беттің {page} беті`.
    """
    first, second = sorted(_FIELD, key=page_of.find)
    before, _, rest = page_of.partition(first)
    between, _, after = rest.partition(second)
    return before, _FIELD[first], between, _FIELD[second], after


def _linked(draft: Draft) -> dict[str, str]:
    """Relationships and content types that this document adds to its shell."""
    outgoing = [
        links.link(identifier, links.HYPERLINK, escaped(address).replace('"', "&quot;"), external=True)
        for address, identifier in draft.links.items()
    ]
    types: list[str] = []
    if draft.hints:
        outgoing.append(links.link("glossary1", links.GLOSSARY_LINK, "glossary/document.xml"))
        types.append(links.part_type(glossary.PART, links.GLOSSARY_TYPE))
        types.append(links.part_type(glossary.STYLES, links.STYLES_TYPE))
    for name in draft.media:
        outgoing.append(links.link(drawing.link_of(name), links.IMAGE_LINK, f"media/{name}"))
        types.append(links.part_type(f"word/media/{name}", drawing.TYPES[Path(name).suffix]))
    return {"links": "".join(outgoing), "types": "".join(types)}


def _added(draft: Draft, styles: bytes) -> dict[str, bytes]:
    """Parts of this document alone."""
    media = {f"word/media/{name}": data for name, data in draft.media.items()}
    return {**_glossary(draft, styles), **media}


def _glossary(draft: Draft, styles: bytes) -> dict[str, bytes]:
    """Hints as building blocks, with the styles they are shown in."""
    if not draft.hints:
        return {}
    return {
        glossary.PART: glossary.glossary(draft.hints.values()).encode(),
        glossary.STYLES: styles,
        glossary.RELATIONSHIPS: links.part_links(
            links.link("styles1", links.STYLES_LINK, "styles.xml")
        ).encode(),
    }


def _about(document: Document, created: datetime) -> dict[str, bytes]:
    summary = properties.Summary(
        document.title, document.subject, document.keywords, _languages(document), created
    )
    return {
        properties.CORE: properties.core(summary).encode(),
        properties.APP: properties.app().encode(),
        properties.CUSTOM: properties.custom(marks(document)).encode(),
    }


def _languages(document: Document) -> str:
    if document.language == SIDE_BY_SIDE:
        return ", ".join(language.tag for language in LAW_LANGUAGES)
    return document.main.tag
