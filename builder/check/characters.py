"""No characters that nobody sees: control, zero-width, soft hyphens, loose accents."""

import re
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.passages import passages
from builder.check.register import register_of
from builder.model.library import Library

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u061c\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\uffff"
    "\U000e0000-\U0010ffff]"
)
"""Spaces are a question of their own; an accent that stands apart breaks search just as these do."""


def check_characters(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for passage in passages(library):
        for match in _HIDDEN.finditer(passage.words):
            word = _around(passage.words, match.start())
            if not passage.known(register, word):
                data = {"character": f"U+{ord(match.group()):04X}", "word": _HIDDEN.sub("", word)}
                yield Finding("Q205", passage.at(match.start()), data)


def _around(words: str, offset: int) -> str:
    """The word that holds the character."""
    begin = max(words.rfind(" ", 0, offset), words.rfind("\n", 0, offset)) + 1
    end = words.find(" ", offset)
    return words[begin : end if end >= 0 else len(words)]
