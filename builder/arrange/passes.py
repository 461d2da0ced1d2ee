"""The passes every tree goes through, in their order."""

from dataclasses import replace

from builder.arrange.references import resolve
from builder.arrange.typography import set_spaces
from builder.blocks.tree import Document

PASSES = (resolve, set_spaces)


def arrange(document: Document) -> Document:
    """The document ready for writers."""
    blocks = document.blocks
    for step in PASSES:
        blocks = step(blocks)
    return replace(document, blocks=blocks)
