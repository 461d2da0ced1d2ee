"""A part with places to fill: literal pieces and named slots, joined without touching the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters: legal in XML, changed by no escaping, written by no editor."""


def mark(name: str) -> str:
    """The text that stands for a slot until the part is cut."""
    return f"{_OPEN}{name}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Slotted:
    """`pieces` has literal text at even positions and names of slots at odd ones."""

    pieces: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> bytes:
        """The part with ready XML in its slots."""
        texts = (values[piece] if index % 2 else piece for index, piece in enumerate(self.pieces))
        return "".join(texts).encode("utf-8")


def cut(text: str) -> Slotted:
    """A part with marks, ready to be filled."""
    pieces: list[str] = []
    literal, opened, rest = text.partition(_OPEN)
    while opened:
        name, _, rest = rest.partition(_CLOSE)
        pieces += (literal, name)
        literal, opened, rest = rest.partition(_OPEN)
    return Slotted((*pieces, literal))
