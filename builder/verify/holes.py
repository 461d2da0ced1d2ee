"""Free words of the content beside free words of the publication, and words broken up among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.verify.align import NEARBY, WRITTEN_TOGETHER, Alignment

PIECES, LIMIT = 12, 400
"""The most pieces of broken words, and the largest hole, as a product of its sides, searched for them."""

STEM = 4
"""Letters of the shortest word whose halves are looked for apart."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Words of the content with no equal in the publication, and what stands there instead."""

    own: range
    other: range


def holes(alignment: Alignment) -> tuple[Hole, ...]:
    """Every run of free content words, with the free publication words that touch its neighbours."""
    claimed: set[int] = set()
    found: list[Hole] = []
    for own in free_runs([not image for image in alignment.images]):
        other = _opposite(alignment, own, claimed)
        claimed.update(other)
        found.append(Hole(own, other))
    return tuple(found)


def free_runs(free: Sequence[bool]) -> Iterator[range]:
    """Stretches of consecutive true values."""
    for is_free, group in groupby(range(len(free)), key=lambda index: free[index]):
        if is_free:
            indexes = list(group)
            yield range(indexes[0], indexes[-1] + 1)


def _opposite(alignment: Alignment, own: range, claimed: set[int]) -> range:
    """The free words right after the word before the hole, or right before the word after it."""

    def usable(other: int) -> bool:
        return alignment.unclaimed(other) and other not in claimed

    start = stop = alignment.images[own.start - 1][-1] + 1 if own.start else 0
    while usable(stop):
        stop += 1
    if stop > start:
        return range(start, stop)
    after = own.stop < len(alignment.images)
    start = stop = alignment.images[own.stop][0] if after else len(alignment.owners)
    while usable(start - 1):
        start -= 1
    return range(start, stop)


def mend(alignment: Alignment) -> None:
    """Recognises words that were split or joined, and words whose halves were torn apart."""
    for hole in holes(alignment):
        if len(hole.own) * len(hole.other) <= LIMIT:
            _rejoin(alignment, hole)
    for hole in holes(alignment):
        for own in hole.own:
            _reunite(alignment, own)


def _rejoin(alignment: Alignment, hole: Hole) -> None:
    own, other = hole.own.start, hole.other.start
    while own < hole.own.stop and other < hole.other.stop:
        match = _same_letters(alignment, range(own, hole.own.stop), range(other, hole.other.stop))
        if match is None:
            return
        ours, theirs = match
        alignment.splice(ours, theirs)
        own, other = ours.stop, theirs.stop


def _same_letters(alignment: Alignment, own: range, other: range) -> tuple[range, range] | None:
    """The first words on both sides that spell the same when written together."""
    for start in own:
        for size in range(1, min(WRITTEN_TOGETHER, own.stop - start) + 1):
            ours = range(start, start + size)
            letters = "".join(alignment.content[index] for index in ours)
            theirs = _spelling(alignment, letters, other)
            if theirs is not None:
                return ours, theirs
    return None


def _spelling(alignment: Alignment, letters: str, other: range) -> range | None:
    for start in other:
        spelled = ""
        for stop in range(start, min(start + PIECES, other.stop)):
            spelled += alignment.publication[stop]
            if spelled == letters:
                return range(start, stop + 1)
            if not letters.startswith(spelled):
                break
    return None


def _reunite(alignment: Alignment, own: int) -> None:
    """A hyperlink can tear a word in two: its end is printed some words after its beginning."""
    word = alignment.content[own]
    if len(word) < STEM or not alignment.free(own):
        return
    place = next((alignment.images[index][-1] for index in range(own, -1, -1) if alignment.images[index]), 0)
    near = [other for other in range(place - NEARBY, place + 2 * NEARBY) if alignment.unclaimed(other)]
    for first in near:
        head = alignment.publication[first]
        if not word.startswith(head):
            continue
        for last in near:
            if last > first and head + alignment.publication[last] == word:
                alignment.splice([own], [first, last])
                return
