"""Differences of words: displaced runs, broken words, holes, and words that only the publication has."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from builder.verify.align import Alignment
from builder.verify.difference import Kind
from builder.verify.holes import Hole, free_runs
from builder.verify.sides import Found, Sides
from builder.verify.tokens import Space

SMALL = 2_500
"""Product of the sides of a hole up to which its words are set against each other by likeness."""

ALIKE = 0.5
"""Share of letters, counted from both ends, that makes two words versions of one."""


def displaced(sides: Sides, alignment: Alignment) -> Iterator[Found]:
    """Runs of words that are the same but stand elsewhere or are written apart."""
    ordered = {own for own, _ in alignment.chain()}
    start, kind = 0, None
    for own in range(len(alignment.images) + 1):
        now = _state(sides, alignment, own, ordered) if own < len(alignment.images) else None
        if kind is not None and (now is not kind or not _follows(sides, alignment, own)):
            yield _run(sides, alignment, kind, range(start, own))
            kind = None
        if kind is None:
            start, kind = own, now


def _state(sides: Sides, alignment: Alignment, own: int, ordered: set[int]) -> Kind | None:
    """How a matched word differs, if at all."""
    image = alignment.images[own]
    if not image:
        return None
    if own in alignment.broken:
        return Kind.SPACING if image[-1] - image[0] == len(image) - 1 else Kind.MOVED
    if own not in ordered:
        return Kind.MOVED
    spaced = {sides.content.stream.word(own).spaced, sides.publication.word(image[0]).spaced}
    return Kind.SPACING if len(spaced) > 1 else None


def _follows(sides: Sides, alignment: Alignment, own: int) -> bool:
    """Whether a word continues the run of the word before it, on both sides and in one node."""
    before, image = alignment.images[own - 1], alignment.images[own]
    next_to = image[0] == before[-1] + 1 or image == before
    return next_to and sides.content.piece(own).node == sides.content.piece(own - 1).node


def _run(sides: Sides, alignment: Alignment, kind: Kind, run: range) -> Found:
    other = sorted({index for own in run for index in alignment.images[own]})
    return _found(sides, kind, run, other)


def _found(sides: Sides, kind: Kind, own: range, other: Sequence[int]) -> Found:
    position = sides.content.stream.positions[own.start]
    place = (sides.content.origins[position], position)
    return Found(kind, sides.content.piece(own.start).node, own, tuple(other), place)


def filled(sides: Sides, holes: Sequence[Hole]) -> Iterator[Found]:
    """Holes by node: changed, missing, or a lost number."""
    for hole in holes:
        parts = _parts(sides, hole.own)
        for part, other in zip(parts, _shares(sides, hole, parts), strict=True):
            marker = sides.content.piece(part.start).marker
            kind = Kind.CHANGED if other else Kind.NUMBER_MISSING if marker else Kind.MISSING
            yield _found(sides, kind, part, other)


def _parts(sides: Sides, own: range) -> list[range]:
    """The hole cut where the node changes and around numbers of the layout."""

    def key(word: int) -> tuple[str, int | None]:
        piece = sides.content.piece(word)
        return piece.node, sides.content.origin(word) if piece.marker else None

    groups = [list(group) for _, group in groupby(own, key)]
    return [range(group[0], group[-1] + 1) for group in groups]


def _shares(sides: Sides, hole: Hole, parts: Sequence[range]) -> list[list[int]]:
    """The words of the publication dealt out to the parts of a hole."""
    shares: list[list[int]] = [[] for _ in parts]
    wordy = [index for index, part in enumerate(parts) if not sides.content.piece(part.start).marker]
    if not hole.other or (len(parts) == 1 and (wordy or len(hole.own) == len(hole.other) == 1)):
        shares[0] = list(hole.other)
        return shares
    likes = _likes(sides, hole) if len(hole.own) * len(hole.other) <= SMALL else {}
    current = wordy[0] if wordy else 0
    for other in hole.other:
        own = likes.get(other)
        if own is not None:
            current = next(index for index, part in enumerate(parts) if own in part)
            shares[current].append(other)
        elif wordy:
            current = current if current in wordy else next((i for i in wordy if i > current), wordy[-1])
            shares[current].append(other)
    return shares


def _likes(sides: Sides, hole: Hole) -> dict[int, int]:
    """Publication word → content word, in order on both sides, as alike as can be in sum."""
    content, publication = sides.content.stream.words, sides.publication.words
    rows = [[0.0] * (len(hole.other) + 1) for _ in range(len(hole.own) + 1)]
    for i in reversed(range(len(hole.own))):
        for j in reversed(range(len(hole.other))):
            like = likeness(content[hole.own[i]], publication[hole.other[j]])
            rows[i][j] = max(rows[i + 1][j], rows[i][j + 1], rows[i + 1][j + 1] + like)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(hole.own) and j < len(hole.other):
        if rows[i][j] == rows[i + 1][j]:
            i += 1
        elif rows[i][j] == rows[i][j + 1]:
            j += 1
        else:
            pairs[hole.other[j]] = hole.own[i]
            i, j = i + 1, j + 1
    return pairs


def likeness(one: str, two: str) -> float:
    """0 for unlike words; a number is like any number and like nothing else."""
    if one.isdigit() or two.isdigit():
        return float(one.isdigit() and two.isdigit())
    head = _agreeing(one, two)
    tail = _agreeing(one[head:][::-1], two[head:][::-1])
    share = (head + tail) / max(len(one), len(two))
    return share if share >= ALIKE else 0.0


def _agreeing(one: str, two: str) -> int:
    """How many letters agree from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def strangers(sides: Sides, alignment: Alignment, used: set[int]) -> Iterator[Found]:
    """Words of the publication that stand for nothing in the content."""
    free = [owner is None and other not in used for other, owner in enumerate(alignment.owners)]
    for run in free_runs(free):
        own = _neighbour(sides, alignment, run)
        if own is None:
            yield Found(Kind.EXTRA, "", range(0), tuple(run), (-1, -1))
        else:
            place = (sides.content.origin(own), sides.content.stream.positions[own])
            yield Found(Kind.EXTRA, sides.content.piece(own).node, range(own, own), tuple(run), place)


def _neighbour(sides: Sides, alignment: Alignment, run: range) -> int | None:
    """The content word whose node an extra run belongs to.

    It is the word before, unless a line break parts them and none parts the run from the word after.
    """
    before = alignment.owners[run.start - 1] if run.start else None
    after = alignment.owners[run.stop] if run.stop < len(alignment.owners) else None
    if before is None or after is None:
        return after if before is None else before
    parted = sides.publication.word(run.start).space is Space.SOFT
    joined = sides.publication.word(run.stop).space is not Space.SOFT
    return after if parted and joined else before
