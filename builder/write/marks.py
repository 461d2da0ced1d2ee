"""What a returned file is recognised by: names and values for the properties of every format."""

from collections.abc import Mapping

from builder.blocks.tree import Document

PREFIX = "qagida-"


def marks(document: Document) -> Mapping[str, str | int]:
    """Marks of the document itself, then those that it bears (`Document.marks`), which win."""
    found: dict[str, str | int] = {
        "qagida-kind": document.kind,
        "qagida-name": document.name,
        "qagida-language": document.language,
        "qagida-edition": document.edition.isoformat(),
        "qagida-hash": document.furniture.hash,
    }
    if document.section is not None:
        found["qagida-section"] = document.section
    if document.about is not None:
        found["qagida-subject"] = document.about
    return {**found, **dict(document.marks)}
