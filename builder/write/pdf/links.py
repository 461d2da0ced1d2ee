"""What a screen reader says of a link: the compiler would say it in English."""

from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, Paragraph, walk

LONGEST = 90


def destinations(blocks: tuple[Block, ...]) -> dict[str, str]:
    """The first words of each block that a link can lead to, by anchor."""
    found: dict[str, str] = {}
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause) and block.anchor:
            found.setdefault(block.anchor, _opening(block))
    return found


def _opening(block: Heading | Paragraph | Clause) -> str:
    words = "".join(item.text for item in block.content if isinstance(item, Run))
    if isinstance(block, Clause):
        words = f"{block.number} {words}"
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0] + "…"
