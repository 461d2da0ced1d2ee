"""Differences put into words: the texts of both sides with their signs, and what stands around them."""

from collections.abc import Container, Iterator, Sequence

from builder.verify.align import Alignment
from builder.verify.difference import Context, Difference, Kind
from builder.verify.expected import Piece
from builder.verify.sides import Fault, Found, Sides
from builder.verify.signs import Signs
from builder.verify.tokens import Stream, render

AROUND = 4
"""Words of context shown on each side of a difference."""

TORN = " … "
"""Between words that do not stand together in the publication."""


def of_words(found: Found, sides: Sides, alignment: Alignment, signs: Signs) -> Difference:
    """Differing words, each with the signs that differ along with it."""
    own_stream, other_stream = sides.content.stream, sides.publication
    extents = [_extent(other_stream, run, signs.met) for run in _rows(found.other)]
    words = TORN.join(_text(other_stream, extent) for extent in extents)
    if not found.own:
        context = _around(other_stream, extents[0])
        return Difference(found.kind, found.node, "", words, context, _line(other_stream, extents[0].start))
    own = _extent(own_stream, found.own, _Others(signs.lost))
    start = extents[0].start if extents else _standing(other_stream, alignment, found.own.start)
    line = _line(other_stream, start)
    return Difference(found.kind, found.node, _text(own_stream, own), words, _around(own_stream, own), line)


def of_signs(fault: Fault, sides: Sides, alignment: Alignment) -> Difference:
    """Differing signs alone; for a space, the words on both sides of it too."""
    own_stream, other_stream = sides.content.stream, sides.publication
    own, other = fault.own, fault.other
    if fault.kind is Kind.SPACING:
        own = range(max(0, own.start - 1), own.stop + 1)
        other = range(max(0, other.start - 1), other.stop + 1)
    line = _line(other_stream, other.start)
    if not other:
        word = sum(position < own.start for position in own_stream.positions)
        line = _line(other_stream, _standing(other_stream, alignment, word))
    return Difference(
        fault.kind,
        fault.node,
        _text(own_stream, own),
        _text(other_stream, other),
        _around(own_stream, own),
        line,
    )


def unpublished(piece: Piece) -> Difference:
    """A text that the content itself does not call official, absent as expected."""
    return Difference(Kind.UNPUBLISHED, piece.node, " ".join(piece.text.split()), "")


class _Others:
    """Everything but the given positions."""

    def __init__(self, positions: Container[int]) -> None:
        self._positions = positions

    def __contains__(self, position: object) -> bool:
        return position not in self._positions


def _rows(words: Sequence[int]) -> Iterator[range]:
    """Consecutive numbers as ranges."""
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index] != words[index - 1] + 1:
            yield range(words[start], words[index - 1] + 1)
            start = index


def _extent(stream: Stream, words: range, settled: Container[int]) -> range:
    """Atoms of the words, with the signs around them that are not settled elsewhere."""
    start, stop = stream.positions[words.start], stream.positions[words.stop - 1] + 1
    while start > 0 and not stream.atoms[start - 1].is_word and start - 1 not in settled:
        start -= 1
    while stop < len(stream.atoms) and not stream.atoms[stop].is_word and stop not in settled:
        stop += 1
    return range(start, stop)


def _text(stream: Stream, positions: range) -> str:
    return render(stream.atoms[positions.start : positions.stop])


def _around(stream: Stream, positions: range) -> Context:
    start = stop = words = 0
    start = positions.start
    while start > 0 and words < AROUND:
        start -= 1
        words += stream.atoms[start].is_word
    stop, words = positions.stop, 0
    while stop < len(stream.atoms) and words < AROUND:
        words += stream.atoms[stop].is_word
        stop += 1
    return Context(_text(stream, range(start, positions.start)), _text(stream, range(positions.stop, stop)))


def _standing(publication: Stream, alignment: Alignment, own: int) -> int:
    """Where the last matched word before a word of the content stands in the publication."""
    for index in range(own - 1, -1, -1):
        if alignment.images[index]:
            return publication.positions[alignment.images[index][-1]]
    return 0


def _line(publication: Stream, position: int) -> int | None:
    """The line of an atom; past the end, of the last one."""
    if not publication.atoms:
        return None
    return publication.atoms[min(position, len(publication.atoms) - 1)].line
