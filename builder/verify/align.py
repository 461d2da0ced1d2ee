"""Which words of a publication are which words of the content.

Exact words first, in order; then phrases that extraction displaced; then words it split or joined.
What is still free at the end differs, and is reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.verify import pairs

REACH = 300
"""How far, in words, a whole phrase may lie from its place: about two pages of torn cells."""

NEARBY = 12
"""How far beyond its own node a single displaced word may lie."""

WRITTEN_TOGETHER = 4
"""The most words of the content that may have run into one."""

PHRASE = 3
"""Words that make a phrase worth looking for outside its node."""

Window = Callable[[int], range]
Run = tuple[int, int, int]
"""Start in the content, start in the publication, length."""


class Alignment:
    """For each content word the publication words that hold it: none, one, or the bits of a broken word."""

    def __init__(self, content: Sequence[str], publication: Sequence[str], nodes: Sequence[str]) -> None:
        self.content = content
        self.publication = publication
        self.nodes = nodes
        self.images: list[tuple[int, ...]] = [()] * len(content)
        self.owners: list[int | None] = [None] * len(publication)
        self.broken: set[int] = set()

    def free(self, own: int) -> bool:
        return not self.images[own]

    def unclaimed(self, other: int) -> bool:
        return 0 <= other < len(self.owners) and self.owners[other] is None

    def pair(self, own: int, other: int) -> None:
        self.images[own] = (other,)
        self.owners[other] = own

    def free_again(self, words: Iterable[int]) -> None:
        """Takes back what was said of these content words."""
        for own in words:
            image = self.images[own]
            for other in image:
                self.owners[other] = None
            for near in self._sharing(own) if image else ():
                self.images[near] = ()
                self.broken.discard(near)

    def _sharing(self, own: int) -> list[int]:
        """The word itself, and those that were written together with it."""
        near = range(max(0, own - WRITTEN_TOGETHER), min(len(self.images), own + WRITTEN_TOGETHER + 1))
        return [index for index in near if self.images[index] == self.images[own]]

    def splice(self, own: Sequence[int], other: Sequence[int]) -> None:
        """The same letters, divided into words in another way."""
        for index in own:
            self.images[index] = tuple(other)
            self.broken.add(index)
        for index in other:
            self.owners[index] = own[0]

    def chain(self) -> list[pairs.Pair]:
        """The words that stand in the order of the content."""
        found = [(own, image[0]) for own, image in enumerate(self.images) if image and own not in self.broken]
        return pairs.in_order(found)


def align(content: Sequence[str], publication: Sequence[str], nodes: Sequence[str]) -> Alignment:
    """`nodes` names the node of each content word."""
    result = Alignment(content, publication, nodes)
    _take(result, pairs.anchored(content, publication))
    _displaced(result, PHRASE, _around(result))
    for own, other in list(pairs.gaps(result.chain(), len(content), len(publication))):
        ours = [index for index in own if result.free(index)]
        theirs = [index for index in other if result.unclaimed(index)]
        if ours and theirs:
            _take(result, pairs.between(content, publication, ours, theirs))
    _displaced(result, 1, _within_node(result))
    _straighten(result)
    return result


def _take(alignment: Alignment, found: Sequence[pairs.Pair]) -> None:
    for own, other in found:
        alignment.pair(own, other)


def _straighten(alignment: Alignment) -> None:
    """Lets equal words change partners where more of them then stand beside their neighbours."""
    for own, image in enumerate(alignment.images):
        for step in (-1, 1):
            near, other = own + step, image[0] + step if image else -1
            if not (0 <= near < len(alignment.content) and 0 <= other < len(alignment.publication)):
                continue
            rival = alignment.owners[other]
            if rival not in (None, near) and alignment.content[near] == alignment.publication[other]:
                _exchange(alignment, near, rival)


def _exchange(alignment: Alignment, one: int, two: int | None) -> None:
    if two is None or not alignment.images[one]:
        return
    images = alignment.images
    before = _links(alignment, one) + _links(alignment, two)
    images[one], images[two] = images[two], images[one]
    if _links(alignment, one) + _links(alignment, two) <= before:
        images[one], images[two] = images[two], images[one]
    for own in (one, two):
        alignment.owners[images[own][0]] = own


def _links(alignment: Alignment, own: int) -> int:
    """How many neighbours of a word are its neighbours in the publication too."""
    images = alignment.images
    return sum(
        bool(images[near]) and images[near][0] - images[own][0] == near - own
        for near in (own - 1, own + 1)
        if 0 <= near < len(images)
    )


def _displaced(alignment: Alignment, size: int, window: Window) -> None:
    """Pairs free runs of `size` words or more, the longest and nearest first, until none is left."""
    while True:
        runs = sorted(_runs(alignment, size, window), key=lambda run: _rank(run, window))
        if not runs:
            return
        for own, other, length in runs:
            if all(alignment.free(own + k) and alignment.unclaimed(other + k) for k in range(length)):
                _take(alignment, [(own + k, other + k) for k in range(length)])


def _rank(run: Run, window: Window) -> tuple[int, int]:
    own, other, length = run
    near = window(own)
    return -length, abs(2 * other - near.start - near.stop)


def _runs(alignment: Alignment, size: int, window: Window) -> Iterator[Run]:
    """Equal runs of free words, each as long as it goes, within the window of its first word."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for other, word in enumerate(alignment.publication):
        if alignment.unclaimed(other):
            starts[word].append(other)
    for own, word in enumerate(alignment.content):
        if not alignment.free(own) or word not in starts:
            continue
        near = window(own)
        for other in starts[word]:
            if other in near and not _continues(alignment, own, other):
                length = _length(alignment, own, other)
                if length >= size:
                    yield own, other, length


def _continues(alignment: Alignment, own: int, other: int) -> bool:
    return own > 0 and _same(alignment, own - 1, other - 1)


def _same(alignment: Alignment, own: int, other: int) -> bool:
    return (
        own < len(alignment.content)
        and alignment.free(own)
        and alignment.unclaimed(other)
        and alignment.content[own] == alignment.publication[other]
    )


def _length(alignment: Alignment, own: int, other: int) -> int:
    length = 0
    while _same(alignment, own + length, other + length):
        length += 1
    return length


def _around(alignment: Alignment) -> Window:
    """Windows around the place where a word should stand, as its neighbours tell it."""
    places: list[int] = []
    place = 0
    for image in alignment.images:
        place = image[0] if image else place
        places.append(place)

    def window(own: int) -> range:
        return range(max(0, places[own] - REACH), places[own] + REACH)

    return window


def _within_node(alignment: Alignment) -> Window:
    """Windows that hold the words of the same node, and a little on both sides."""
    around = _around(alignment)
    extents: dict[str, range] = {}
    for own, image in enumerate(alignment.images):
        if image:
            node = alignment.nodes[own]
            known = extents.get(node, range(image[0], image[0] + 1))
            extents[node] = range(min(known.start, image[0]), max(known.stop, image[-1] + 1))

    def window(own: int) -> range:
        known = extents.get(alignment.nodes[own])
        if known is None:
            middle = (around(own).start + around(own).stop) // 2
            known = range(middle, middle + 1)
        return range(max(0, known.start - NEARBY), known.stop + NEARBY)

    return window
