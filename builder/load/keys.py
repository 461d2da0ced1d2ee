"""Paths of texts inside a file: stable names for the entries of a list."""

from builder.base.language import LAW_LANGUAGES
from builder.load.tree import Mapping, Node, Scalar, Sequence, walk
from builder.model.standing import words_hash

_NAMES = ("id", "number")


def segments(node: Sequence) -> tuple[str, ...]:
    """A name for every entry: its `id` or `number` where all have one, each its own; else its place."""
    for key in _NAMES:
        names = [_named(item, key) for item in node.items]
        if names and None not in names and len(set(names)) == len(names):
            return tuple(str(name) for name in names)
    return tuple(str(position) for position in range(1, len(node.items) + 1))


def _named(item: Node, key: str) -> str | None:
    value = item.values.get(key) if isinstance(item, Mapping) else None
    return value.value if isinstance(value, Scalar) else None


def pairs(node: Node) -> frozenset[tuple[str, str]]:
    """Hashes of the two wordings of every text in a file."""
    found = set()
    for item in walk(node):
        if isinstance(item, Mapping):
            words = [item.values.get(str(language)) for language in LAW_LANGUAGES]
            if all(isinstance(scalar, Scalar) for scalar in words):
                kk, ru = (words_hash(scalar.value) for scalar in words if isinstance(scalar, Scalar))
                found.add((kk, ru))
    return frozenset(found)
