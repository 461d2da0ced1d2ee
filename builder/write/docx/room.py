"""Room for a pen: how tall a cell must be so that a printed form can be filled by hand."""

from math import ceil

from builder.base.inline import Run
from builder.blocks.inline import Control, ControlKind, Inlines
from builder.blocks.tree import Block, Clause, Heading, Paragraph

_LINE = 280
"""Height of a written line, in twentieths of a point."""
_LETTER = 110
"""Mean width of a letter in a cell."""


def writing_room(blocks: tuple[Block, ...], width: int) -> int:
    """The least height of a cell whose answers ask for several lines; 0 where none does.

    The words above the answers are estimated: a line too many is no harm.
    """
    asked = sum(_asked(block.content) for block in blocks if isinstance(block, Heading | Paragraph | Clause))
    if not asked:
        return 0
    return (asked + sum(_printed(block, width) for block in blocks)) * _LINE


def _asked(content: Inlines) -> int:
    """Lines asked for beyond the first, which the paragraph has anyway."""
    asked = 0
    for item in content:
        if isinstance(item, Control) and item.kind is ControlKind.AREA:
            asked += item.rows - 1
    return asked


def _printed(block: Block, width: int) -> int:
    if not isinstance(block, Heading | Paragraph | Clause):
        return 1
    letters = sum(len(item.text) for item in block.content if isinstance(item, Run))
    return max(1, ceil(letters * _LETTER / max(width, _LETTER)))
