"""Signs and spaces between words: each sign follows the words it stands at, displaced words included."""

from collections.abc import Sequence

from builder.verify.align import Alignment
from builder.verify.difference import Kind
from builder.verify.holes import Hole
from builder.verify.sides import Fault, Sides
from builder.verify.tokens import Space

Edge = int | None


class Signs:
    """Compares what stands between every two neighbouring words, by atom positions.

    `lost` are signs of the content sought in vain beside a differing word, `met` the signs of the
    publication that were found: the others are shown with the word they stand at. `faults` stand
    between words that are equal.
    """

    def __init__(self, sides: Sides, alignment: Alignment, holes: Sequence[Hole]) -> None:
        self.lost: set[int] = set()
        self.met: set[int] = set()
        self.faults: list[Fault] = []
        self._own, self._other = sides.content.stream, sides.publication
        self._content, self._alignment = sides.content, alignment
        if alignment.content:
            self._match(holes)
            self._strangers()

    def _match(self, holes: Sequence[Hole]) -> None:
        firsts, lasts = _edges(self._alignment, holes)
        inside = {word for hole in holes for word in hole.own[1:]}
        for word in range(len(firsts) + 1):
            left = lasts[word - 1] if word else -1
            right = firsts[word] if word < len(firsts) else len(self._other.positions)
            if word in inside:
                self.lost.update(self._own.glue(word))
            elif left is not None and right == left + 1:
                self._whole(word, right)
            else:
                self._ends(word, left, right)

    def _whole(self, word: int, other: int) -> None:
        """Neighbours on both sides: all signs between them must be the same, and so must the spaces."""
        own, theirs = self._own.glue(word), self._other.glue(other)
        self.met.update(theirs)
        if self._common(own, theirs) != len(own) or len(own) != len(theirs):
            self._report(Kind.PUNCTUATION, word, own, theirs)
        elif any(map(self._spaced, (*own, own.stop), (*theirs, theirs.stop))):
            self._report(Kind.SPACING, word, own, theirs)

    def _ends(self, word: int, left: Edge, right: Edge) -> None:
        """Words torn apart: signs may have stayed with the word before them or with the one after."""
        own = self._own.glue(word)
        if left is not None:
            theirs = self._unmet(self._other.glue(left + 1))
            size = self._common(own, theirs)
            self.met.update(theirs[:size])
            own = own[size:]
        if right is not None:
            theirs = self._unmet(self._other.glue(right))[::-1]
            size = self._common(own[::-1], theirs)
            self.met.update(theirs[:size])
            own = own[: len(own) - size]
        if own and left is not None and right is not None and not self._beside_hole(word):
            self._report(Kind.PUNCTUATION, word, own, range(0))
        else:
            self.lost.update(own)

    def _unmet(self, positions: range) -> Sequence[int]:
        return [position for position in positions if position not in self.met]

    def _beside_hole(self, word: int) -> bool:
        images = self._alignment.images
        return any(not images[near] for near in (word - 1, word) if 0 <= near < len(images))

    def _common(self, own: Sequence[int], theirs: Sequence[int]) -> int:
        """How many signs agree from the start."""
        size = 0
        for mine, other in zip(own, theirs, strict=False):
            if self._own.atoms[mine].text != self._other.atoms[other].text:
                break
            size += 1
        return size

    def _spaced(self, own: int, other: int) -> bool:
        """Whether one side has a space where the other has none; line breaks prove nothing."""
        if own >= len(self._own.atoms) or other >= len(self._other.atoms):
            return False
        spaces = {self._own.atoms[own].space, self._other.atoms[other].space}
        return Space.NONE in spaces and bool(spaces & {Space.HARD, Space.WIDE})

    def _report(self, kind: Kind, word: int, own: range, theirs: range) -> None:
        agreeing = self._common(own, theirs)
        differing, foreign = own[agreeing:], theirs[agreeing:]
        hugging = bool(foreign) and self._other.atoms[foreign[0]].space is Space.NONE and word > 0
        position = self._own.positions[max(word - 1, 0)] if hugging or not differing else differing[0]
        origin = self._content.origins[position]
        node = self._content.pieces[origin].node
        self.faults.append(Fault(kind, node, own, theirs, (origin, position)))

    def _strangers(self) -> None:
        """Signs that only the publication has, between words that the content has."""
        owners = self._alignment.owners
        for other in range(1, len(owners)):
            unmet = self._unmet(self._other.glue(other))
            word = owners[other - 1]
            if not unmet or word is None or owners[other] is None:
                continue
            position = self._own.positions[word]
            node = self._content.piece(word).node
            place = (self._content.origins[position], position)
            nothing = range(position + 1, position + 1)
            signs = range(unmet[0], unmet[-1] + 1)
            self.faults.append(Fault(Kind.PUNCTUATION, node, nothing, signs, place))


def _edges(alignment: Alignment, holes: Sequence[Hole]) -> tuple[list[Edge], list[Edge]]:
    """For each content word the first and the last publication word that stand for it."""
    firsts: list[Edge] = [image[0] if image else None for image in alignment.images]
    lasts: list[Edge] = [image[-1] if image else None for image in alignment.images]
    for hole in holes:
        if hole.other:
            firsts[hole.own.start] = hole.other.start
            lasts[hole.own.stop - 1] = hole.other.stop - 1
    return firsts, lasts
