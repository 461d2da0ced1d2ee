"""Which runs are links, and what a screen reader says of them: the compiler would say it in English."""

from collections.abc import Container, Iterator, Mapping

from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, Paragraph, Style, walk

ADDRESSES = ("http://", "https://", "mailto:", "tel:")

LONGEST = 90


def is_address(run: Run) -> bool:
    """Whether a run leads out of the document."""
    return bool(run.text and run.target and run.target.startswith(ADDRESSES))


def is_reference(run: Run, anchors: Container[str]) -> bool:
    """Whether a run leads to a block of this document; targets elsewhere are set as plain words."""
    return bool(run.text and run.target and run.target in anchors)


def is_square(block: Block) -> bool:
    """Whether a paragraph is drawn as a square that a phone reads."""
    return isinstance(block, Paragraph) and block.style is Style.QR


def destinations(blocks: tuple[Block, ...]) -> dict[str, str]:
    """The first words of each block that a link can lead to, by anchor."""
    found: dict[str, str] = {}
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause) and block.anchor:
            found.setdefault(block.anchor, _opening(block))
    return found


def spoken_links(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Where each link leads, in words of the document, in reading order."""
    leading = [run for run in _runs(blocks) if run.target and run.text]
    if leading:  # most documents have none
        anchors = destinations(blocks)
        yield from (_said(run, anchors) for run in leading if is_address(run) or is_reference(run, anchors))


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause) and not is_square(block):
            yield from (item for item in block.content if isinstance(item, Run))


def _said(run: Run, anchors: Mapping[str, str]) -> str:
    target = run.target or ""
    return anchors.get(target, target.removeprefix("mailto:").removeprefix("tel:"))


def _opening(block: Heading | Paragraph | Clause) -> str:
    words = "".join(item.text for item in block.content if isinstance(item, Run))
    if isinstance(block, Clause):
        words = f"{block.number} {words}"
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0] + "…"
