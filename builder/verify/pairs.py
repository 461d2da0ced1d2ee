"""Pairs of equal words in two sequences: the most telling ones first, then what lies between them.

Alignment by phrases that occur once on each side (patience) stays local: a torn table cell or a
repeated list cannot pull words over from another item, and the work grows with the text, not its square.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
"""A content word and a publication word."""

Gap = tuple[range, range]
"""Words of both sides between two pairs."""

PHRASES = (6, 4, 3)
"""Lengths of the phrases to anchor on, in words."""

LARGE = 4_000_000
"""Product of the sides above which a gap may ignore frequent words, to stay fast on foreign texts."""


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest chain of pairs that ascends on both sides; `pairs` ascend on the content side."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        slot = bisect_left(tails, place)
        before.append(ends[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [place]
        ends[slot : slot + 1] = [index]
    chain: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def gaps(chain: Sequence[Pair], content: int, publication: int) -> Iterator[Gap]:
    """Stretches between the pairs of a chain where both sides still have words."""
    left, right = -1, -1
    for own, other in (*chain, (content, publication)):
        if own - left > 1 and other - right > 1:
            yield range(left + 1, own), range(right + 1, other)
        left, right = own, other


def anchored(content: Sequence[str], publication: Sequence[str]) -> list[Pair]:
    """A chain built on phrases that occur once in the stretch, from long phrases to short ones."""
    chain: list[Pair] = []
    for size in PHRASES:
        found = [
            pair
            for gap in gaps(chain, len(content), len(publication))
            for pair in _phrases(content, publication, gap, size)
        ]
        chain = sorted((*chain, *found))
    return chain


def _phrases(content: Sequence[str], publication: Sequence[str], gap: Gap, size: int) -> list[Pair]:
    own, other = (_once(words, side, size) for words, side in zip((content, publication), gap, strict=True))
    starts = in_order([(start, other[phrase]) for phrase, start in own.items() if phrase in other])
    chain: list[Pair] = []
    left, right = -1, -1
    for start, place in starts:
        for step in range(size):
            if start + step > left and place + step > right:
                left, right = start + step, place + step
                chain.append((left, right))
    return chain


def _once(words: Sequence[str], side: range, size: int) -> dict[tuple[str, ...], int]:
    """Phrases that occur once in a stretch, with their starts, in order."""
    found: dict[tuple[str, ...], int] = {}
    for start in range(side.start, side.stop - size + 1):
        phrase = tuple(words[start : start + size])
        found[phrase] = -1 if phrase in found else start
    return {phrase: start for phrase, start in found.items() if start >= 0}


def between(
    content: Sequence[str], publication: Sequence[str], own: Sequence[int], other: Sequence[int]
) -> list[Pair]:
    """Ordinary pairs within one gap, given by the words still free on both sides."""
    junk = len(own) * len(other) > LARGE
    matcher = SequenceMatcher(
        None, [content[index] for index in own], [publication[index] for index in other], autojunk=junk
    )
    return [
        (own[block.a + step], other[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
