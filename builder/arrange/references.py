"""References to nodes: live links where the document has the node, plain words where it has not."""

from dataclasses import replace

from builder.arrange.rewrite import changed, rewrite
from builder.base.inline import Run
from builder.blocks.inline import Inline
from builder.blocks.tree import Block, Clause, Heading, Paragraph, walk


def anchors(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Every anchor a document offers."""
    return frozenset(
        block.anchor
        for block in walk(blocks)
        if isinstance(block, Heading | Paragraph | Clause) and block.anchor is not None
    )


def resolve(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drops targets that this document does not contain; addresses (`https://…`) stay."""
    known = anchors(blocks)

    def change(item: Inline) -> Inline:
        if isinstance(item, Run) and item.target and not _kept(item.target, known):
            return replace(item, target=None)
        return item

    return rewrite(blocks, lambda content: changed(content, change))


def _kept(target: str, known: frozenset[str]) -> bool:
    return target in known or ":" in target
