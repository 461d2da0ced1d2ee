"""What a comparison says: differences by node, and an account in which every word appears once."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How content and publication differ at a place.

    `moved` (displaced at line breaks or blanks) and `spacing` keep the words; `number_missing` and
    `unpublished` are known losses of a copy: a number of the layout, and wording that the content
    itself marks as not official. Words in another order without a trace of damage are `changed`.
    """

    CHANGED = "changed"
    MISSING = "missing_in_publication"
    EXTRA = "extra_in_publication"
    PUNCTUATION = "punctuation"
    MOVED = "moved"
    SPACING = "spacing"
    NUMBER_MISSING = "number_missing"
    UNPUBLISHED = "unpublished"


WORDING = frozenset({Kind.CHANGED, Kind.MISSING, Kind.EXTRA})
"""Kinds that mean other words, not another layout."""

UNEXPLAINED = WORDING | {Kind.PUNCTUATION}
"""Kinds for which a person must find the reason."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a difference: of the content, or of the publication where only it has words."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """`line` is the line of the publication, from 1, where its words (or their neighbours) stand."""

    kind: Kind
    node: str
    content_words: str
    publication_words: str
    context: Context = Context()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Differences of one kind, and the words of each side they cover (none for signs and spaces)."""

    kind: Kind
    differences: int
    words_content: int
    words_publication: int


@dataclass(frozen=True, slots=True)
class NodeTally:
    """A node with its words, those found in order, and its differences."""

    node: str
    words: int
    equal_words: int
    differences: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """On each side the equal words and the words of all tallies add up to all words."""

    nodes: int
    words_content: int
    words_publication: int
    equal_words: int
    differences: tuple[Difference, ...]
    tallies: tuple[Tally, ...]
    by_node: tuple[NodeTally, ...]

    def of(self, *kinds: Kind) -> Iterator[Difference]:
        return (difference for difference in self.differences if difference.kind in kinds)

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        """Differences that damage of the copy and our own drafts do not explain."""
        return tuple(self.of(*UNEXPLAINED))

    @property
    def same_wording(self) -> bool:
        """No word was changed, lost or added; words may still be displaced or broken up."""
        return not any(self.of(*WORDING))
