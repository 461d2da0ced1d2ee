"""The two texts of a comparison: the content as a stream that knows its nodes, and the publication."""

from dataclasses import dataclass

from builder.verify.difference import Kind
from builder.verify.expected import Piece
from builder.verify.tokens import Atom, Stream, atoms


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces to be found in the publication; `origins` gives for each atom the index of its piece."""

    pieces: tuple[Piece, ...]
    stream: Stream
    origins: tuple[int, ...]

    @classmethod
    def of(cls, pieces: tuple[Piece, ...], left_out: frozenset[int] = frozenset()) -> "Content":
        """The stream of all pieces but those left out."""
        found = [
            (atom, index)
            for index, piece in enumerate(pieces)
            if index not in left_out
            for atom in atoms_of(piece)
        ]
        return cls(pieces, Stream.of(atom for atom, _ in found), tuple(index for _, index in found))

    def origin(self, word: int) -> int:
        """The index of the piece of a word."""
        return self.origins[self.stream.positions[word]]

    def piece(self, word: int) -> Piece:
        return self.pieces[self.origin(word)]

    @property
    def nodes(self) -> list[str]:
        """The node of each word."""
        return [self.piece(word).node for word in range(len(self.stream.positions))]


def atoms_of(piece: Piece) -> list[Atom]:
    """Atoms of a piece; a line end within it is the file's, not the text's, and counts as a space."""
    return atoms(" ".join(piece.text.split()))


def words_of(piece: Piece) -> list[str]:
    return [atom.text for atom in atoms_of(piece) if atom.is_word]


@dataclass(frozen=True, slots=True)
class Sides:
    content: Content
    publication: Stream


@dataclass(frozen=True, slots=True)
class Found:
    """Differing words, by their numbers on both sides. `own` is empty for extra words.

    `place` orders differences: the piece of the content and the position of an atom.
    """

    kind: Kind
    node: str
    own: range
    other: tuple[int, ...]
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """Differing signs or spaces between two words, by the positions of atoms; either may be empty."""

    kind: Kind
    node: str
    own: range
    other: range
    place: tuple[int, int]
