"""The abbreviations that a document really uses, with what they stand for."""

import re
from collections.abc import Iterable, Iterator

from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, Paragraph, Row, Table, TableKind, walk
from builder.compose.assessment.telling import Telling
from builder.compose.items import cell, header

_WIDTHS = (1.0, 4.0)


def abbreviations(telling: Telling, blocks: Iterable[Block]) -> Iterator[Block]:
    """A table of those used."""
    found = used(telling, blocks)
    rows = tuple(Row((cell(short, bold=True), cell(full)), whole=True) for short, full in found)
    if rows:
        head = header(telling.voice.label("abbreviation"), telling.voice.label("full_form"))
        label = telling.label("annex_abbreviations")
        yield Table(TableKind.GRID, _WIDTHS, rows, label, header=(head,))


def used(telling: Telling, blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Those of the SOP and of the registry of subjects that occur in the blocks, in order, decoded."""
    words = " ".join(spoken(blocks))
    return sorted((short, full) for short, full in _known(telling).items() if occurs(short, words))


def _known(telling: Telling) -> dict[str, str]:
    """Short and full words; where the registry and the SOP differ, the registry is right."""
    voice = telling.voice
    known = {
        entry.short.plain(voice.language): entry.full.plain(voice.language)
        for entry in telling.content.sop.abbreviations
    }
    for subject in telling.content.subjects:
        if subject.short is not None:
            known[subject.short.plain(voice.language)] = subject.name.plain(voice.language)
    return known


def spoken(blocks: Iterable[Block]) -> Iterator[str]:
    """Every word of the blocks."""
    for block in walk(tuple(blocks)):
        if isinstance(block, Heading | Paragraph | Clause):
            yield "".join(item.text for item in block.content if isinstance(item, Run))


def occurs(short: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", words) is not None
