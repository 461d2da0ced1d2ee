"""A text as atoms: words and single signs, each with the white space before it.

Words are what the comparison aligns; signs follow the words they stand at.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Space(Enum):
    """White space before an atom. A line break may come from the page, so it proves nothing."""

    NONE = ""
    HARD = " "
    WIDE = "  "
    SOFT = "\n"


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or a sign; `line` counts from 1; `spaced` words were printed l i k e  t h i s."""

    text: str
    is_word: bool
    space: Space
    line: int
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """Atoms, and where among them the words stand."""

    atoms: tuple[Atom, ...]
    positions: tuple[int, ...]

    @classmethod
    def of(cls, atoms: Iterable[Atom]) -> "Stream":
        listed = tuple(atoms)
        return cls(listed, tuple(index for index, atom in enumerate(listed) if atom.is_word))

    @property
    def words(self) -> list[str]:
        return [self.atoms[position].text for position in self.positions]

    def word(self, index: int) -> Atom:
        return self.atoms[self.positions[index]]

    def glue(self, index: int) -> range:
        """Positions of the signs between word `index - 1` and word `index`; both ends of the text work."""
        start = self.positions[index - 1] + 1 if index > 0 else 0
        end = self.positions[index] if index < len(self.positions) else len(self.atoms)
        return range(start, end)


_LETTER = r"[^\W\d_]"
_SPACED = re.compile(rf"(?<!\w){_LETTER}(?: {_LETTER}){{3,}}(?!\w)")
_LAYOUT = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_ATOM = re.compile(r"(?P<word>[^\W_]+)|(?P<rule>_{3,})|(?P<sign>\S)|(?P<space>\s+)")


def _clean(text: str) -> str:
    """One spelling of every letter; marks that nobody sees are dropped."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if unicodedata.category(char) != "Cf")


def _close_up(text: str) -> tuple[str, dict[int, int]]:
    """Joins letter-spaced words; returns the text and the extent of each joined word."""
    joined: dict[int, int] = {}
    parts: list[str] = []
    done = length = 0
    for match in _SPACED.finditer(text):
        word = match.group().replace(" ", "")
        length += match.start() - done
        parts.extend((text[done : match.start()], word))
        joined[length] = len(word)
        length += len(word)
        done = match.end()
    return "".join((*parts, text[done:])), joined


def atoms(text: str) -> list[Atom]:
    """Words and signs of a text. Lines of underscores, drawn for a signature, are left out."""
    closed, joined = _close_up(_clean(text))
    result: list[Atom] = []
    space, line = Space.SOFT, 1
    for match in _ATOM.finditer(closed):
        if match["space"] is not None:
            line += match["space"].count("\n")
            space = Space.SOFT if space is Space.SOFT else _space(match["space"])
        elif match["rule"] is not None:
            space = Space.SOFT
        else:
            spaced = joined.get(match.start()) == len(match.group())
            result.append(Atom(match.group(), match["word"] is not None, space, line, spaced))
            space = Space.NONE
    return result


def _space(blank: str) -> Space:
    if _LAYOUT & set(blank):
        return Space.SOFT
    return Space.WIDE if len(blank) > 1 else Space.HARD


def render(shown: Sequence[Atom]) -> str:
    """Atoms as one line of text."""
    parts: list[str] = []
    for atom in shown:
        if parts and atom.space is not Space.NONE and not _hugs(parts[-1], atom):
            parts.append(" ")
        parts.append(" ".join(atom.text) if atom.spaced else atom.text)
    return "".join(parts)


def _hugs(before: str, atom: Atom) -> bool:
    """A line break beside a sign is not shown where print has no space."""
    return atom.space is Space.SOFT and (before in "([«" or atom.text in ",.;:!?)]»")
