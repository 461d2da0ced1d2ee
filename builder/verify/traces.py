"""Displaced words with and without a trace of damage.

Extraction tears words out at a line break or leaves a wide blank, both where they stood and where they
landed. Words that stand elsewhere without such traces were put there by someone: they differ.
"""

from collections.abc import Iterator
from dataclasses import replace

from builder.verify.align import NEARBY, Alignment
from builder.verify.difference import Kind
from builder.verify.sides import Found, Sides
from builder.verify.tokens import Space, Stream
from builder.verify.wording import displaced

PATCH = 2
"""Differing words that may lie inside a torn block, on either side."""


def settle(sides: Sides, alignment: Alignment) -> None:
    """Takes back the pairs of words that moved without a trace."""
    moved = [found for found in displaced(sides, alignment) if found.kind is Kind.MOVED]
    for block in _blocks(moved):
        other = tuple(index for found in block for index in found.other)
        whole = replace(block[0], own=range(block[0].own.start, block[-1].own.stop), other=other)
        if not _traced(sides, alignment, whole):
            for found in block:
                _release(alignment, found)


def _blocks(moved: list[Found]) -> Iterator[list[Found]]:
    """Displaced runs that a differing word or two cut apart lie in one torn cell."""
    block: list[Found] = []
    for found in moved:
        if block and not _adjoins(block[-1], found):
            yield block
            block = []
        block.append(found)
    if block:
        yield block


def _adjoins(one: Found, two: Found) -> bool:
    near = two.own.start - one.own.stop <= PATCH and 0 < two.other[0] - one.other[-1] <= PATCH + 1
    return near and one.node == two.node


def _traced(sides: Sides, alignment: Alignment, found: Found) -> bool:
    """Whether a break or a blank explains it.

    A torn cell lies between breaks, a torn number before the line it should not be in; a torn hyperlink
    leaves a wide blank and has a break at one side. A word in two pieces needs no other proof.
    """
    if not alignment.broken.isdisjoint(found.own):
        return True
    start, end = (_breaks(sides.publication, word) for word in (found.other[0], found.other[-1] + 1))
    before = alignment.images[found.own.start - 1] if found.own.start else (-1,)
    after = alignment.images[found.own.stop] if found.own.stop < len(alignment.images) else ()
    places = [*(word + 1 for word in before[-1:]), *after[:1]]
    left = set[Space]().union(*(_breaks(sides.publication, place) for place in places))
    if places and not left:
        return False
    if start and (end or all(sides.content.piece(own).marker for own in found.own)):
        return True
    return bool(start or end) and Space.WIDE in start | end | left


def _breaks(publication: Stream, word: int) -> set[Space]:
    """Breaks before a word or beside a sign before it. The text begins and ends with a break."""
    if not 0 < word < len(publication.positions):
        return {Space.SOFT}
    positions = (*publication.glue(word), publication.positions[word])
    return {publication.atoms[position].space for position in positions} & {Space.SOFT, Space.WIDE}


def _release(alignment: Alignment, found: Found) -> None:
    """Frees the words; close by, those they changed places with too, to show both orders whole."""
    alignment.free_again(found.own)
    before = alignment.images[found.own.start - 1] if found.own.start else (-1,)
    after = alignment.images[found.own.stop] if found.own.stop < len(alignment.images) else ()
    if before and before[-1] < found.other[0] <= before[-1] + 1 + NEARBY:
        between = range(before[-1] + 1, found.other[0])
    elif after and found.other[-1] < after[0] <= found.other[-1] + 1 + NEARBY:
        between = range(found.other[-1] + 1, after[0])
    else:
        return
    owners = [owner for other in between if (owner := alignment.owners[other]) is not None]
    if all(alignment.nodes[owner] == found.node for owner in owners):
        alignment.free_again(owners)
