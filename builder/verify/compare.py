"""The content against a publication: every word of both sides accounted for, differences by node."""

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.base.language import Language
from builder.model.library import Library
from builder.verify import wording
from builder.verify.align import Alignment, align
from builder.verify.difference import Comparison, Difference, Kind, NodeTally, Tally
from builder.verify.expected import Piece, pieces
from builder.verify.holes import holes, mend
from builder.verify.shown import of_signs, of_words, unpublished
from builder.verify.sides import Content, Found, Sides, words_of
from builder.verify.signs import Signs
from builder.verify.tokens import Stream, atoms
from builder.verify.traces import settle


def compare(library: Library, publication: str, language: Language) -> Comparison:
    """Holds every text of the act in one language against the words of a publication.

    Texts that are not official wording are looked for too; where the publication lacks them, as
    expected, they are reported as `unpublished` and nothing else.
    """
    return compare_pieces(pieces(library, language), publication)


def compare_pieces(expected: tuple[Piece, ...], publication: str) -> Comparison:
    """The same for texts given one by one."""
    stream = Stream.of(atoms(publication))
    drafts = frozenset(index for index, piece in enumerate(expected) if not piece.published)
    sides = Sides(Content.of(expected, drafts), stream)
    alignment = _align(sides)
    present = _present(sides, alignment, drafts)
    if present:
        sides = Sides(Content.of(expected, drafts - present), stream)
        alignment = _align(sides)
    mend(alignment)
    settle(sides, alignment)
    return _account(sides, alignment, sorted(drafts - present))


def _align(sides: Sides) -> Alignment:
    content = sides.content
    return align(content.stream.words, sides.publication.words, content.nodes)


def _present(sides: Sides, alignment: Alignment, drafts: frozenset[int]) -> frozenset[int]:
    """Draft texts that the publication has after all, each in its place."""
    places = {sides.content.origin(own): other for own, other in alignment.chain()}
    found: set[int] = set()
    place = -1
    for index, piece in enumerate(sides.content.pieces):
        place = max(place, places.get(index, -1))
        if index in drafts and (words := words_of(piece)):
            start = _sequence(alignment, words, place + 1)
            if start is not None:
                found.add(index)
                place = start + len(words) - 1
    return frozenset(found | _silent(sides, drafts, found))


def _sequence(alignment: Alignment, words: Sequence[str], start: int) -> int | None:
    """Where the words stand in a row among the free words that follow."""
    while alignment.unclaimed(start):
        stop = start + len(words)
        taken = all(map(alignment.unclaimed, range(start, stop)))
        if taken and list(alignment.publication[start:stop]) == list(words):
            return start
        start += 1
    return None


def _silent(sides: Sides, drafts: frozenset[int], found: set[int]) -> set[int]:
    """Drafts without words, such as a number sign: they come with the text after them."""
    return {index for index in drafts if index + 1 in found and not words_of(sides.content.pieces[index])}


def _account(sides: Sides, alignment: Alignment, absent: Sequence[int]) -> Comparison:
    gaps = holes(alignment)
    signs = Signs(sides, alignment, gaps)
    words = [*wording.displaced(sides, alignment), *wording.filled(sides, gaps)]
    used = {other for found in words for other in found.other}
    words.extend(wording.strangers(sides, alignment, used))
    reported = [(item.place, of_words(item, sides, alignment, signs)) for item in words]
    reported.extend((fault.place, of_signs(fault, sides, alignment)) for fault in signs.faults)
    reported.extend(((index, 0), unpublished(sides.content.pieces[index])) for index in absent)
    differences = tuple(difference for _, difference in sorted(reported, key=lambda pair: pair[0]))
    return _comparison(sides, words, differences, absent)


def _comparison(
    sides: Sides, words: Sequence[Found], differences: tuple[Difference, ...], absent: Sequence[int]
) -> Comparison:
    own, other = Counter[Kind](), Counter[Kind]()
    counted: set[int] = set()  # a word into which two texts ran together is shown with both
    for found in words:
        own[found.kind] += len(found.own)
        other[found.kind] += len(set(found.other) - counted)
        counted.update(found.other)
    own[Kind.UNPUBLISHED] = sum(len(words_of(sides.content.pieces[index])) for index in absent)
    total = len(sides.content.stream.positions) + own[Kind.UNPUBLISHED]
    counts = Counter(difference.kind for difference in differences)
    by_node = tuple(_by_node(sides, words, differences, absent))
    return Comparison(
        nodes=len(by_node),
        words_content=total,
        words_publication=len(sides.publication.positions),
        equal_words=total - own.total(),
        differences=differences,
        tallies=tuple(Tally(kind, counts[kind], own[kind], other[kind]) for kind in Kind),
        by_node=by_node,
    )


def _by_node(
    sides: Sides, words: Sequence[Found], differences: Sequence[Difference], absent: Sequence[int]
) -> Iterator[NodeTally]:
    totals, unequal = Counter[str](), Counter[str]()
    for piece in sides.content.pieces:
        totals[piece.node] += len(words_of(piece))
    for found in words:
        unequal[found.node] += len(found.own)
    for index in absent:
        piece = sides.content.pieces[index]
        unequal[piece.node] += len(words_of(piece))
    counts = Counter(difference.node for difference in differences)
    for node, total in totals.items():
        yield NodeTally(node, total, total - unequal[node], counts[node])
