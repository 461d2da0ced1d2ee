"""What the author probably meant."""

from collections.abc import Collection
from difflib import get_close_matches


def guess(word: str, known: Collection[str]) -> str:
    """The nearest known word, or all of them when few, or a dash."""
    near = get_close_matches(word, known, 1, 0.5)
    if near:
        return near[0]
    return ", ".join(known) if 0 < len(known) <= 25 else "—"
