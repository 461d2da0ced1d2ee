"""No letter of another alphabet hides inside a word."""

import re
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.passages import passages
from builder.check.register import register_of
from builder.model.library import Library

_FOREIGN = re.compile("[A-Za-z\u00aa-\u02ff\u0370-\u03ff\u1e00-\u1fff]")
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LONE = re.compile(r"(?<=\s)[acoky](?=\s)")
"""A lower-case Latin letter where a one-letter Russian word belongs (а, с, о, к, у)."""


def check_letters(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for passage in passages(library):
        if not _FOREIGN.search(passage.words) or not _CYRILLIC.search(passage.words):
            continue
        for match in _WORD.finditer(passage.words):
            letters = _mixed(match.group())
            if letters and not passage.known(register, match.group()):
                yield Finding("Q203", passage.at(match.start()), {"word": match.group(), "letters": letters})
        for match in _LONE.finditer(passage.words):
            if not passage.known(register, match.group()):
                data = {"word": match.group(), "letters": match.group()}
                yield Finding("Q203", passage.at(match.start()), data)


def _mixed(word: str) -> str:
    """The letters of the alphabet that is the rarer one in the word; empty when there is only one."""
    if not _FOREIGN.search(word) or not _CYRILLIC.search(word):
        return ""
    cyrillic = _CYRILLIC.findall(word)
    foreign = _FOREIGN.findall(word)
    return ", ".join(dict.fromkeys(foreign if len(foreign) <= len(cyrillic) else cyrillic))
