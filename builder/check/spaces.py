"""No spaces too many, tabs, line breaks, or no-break spaces (typography puts those in itself)."""

import re
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.passages import passages
from builder.check.register import register_of
from builder.model.library import Library

_SPACES = re.compile(r"^[ ]+|[ ]+$|[ ]{2,}|[^\S ]+")


def check_spaces(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for passage in passages(library):
        if passage.words == " ".join(passage.words.split()):
            continue
        for match in _SPACES.finditer(passage.words):
            around = _around(passage.words, match.start(), match.end())
            if not passage.known(register, around):
                data = {"where": _kind(match, len(passage.words)), "word": " ".join(around.split())}
                yield Finding("Q206", passage.at(match.start()), data)


def _kind(match: re.Match[str], length: int) -> str:
    found = match.group()
    if "\t" in found:
        return "tab"
    if "\n" in found or "\r" in found:
        return "line break"
    if found.strip(" "):
        return "no-break space"
    if match.start() == 0:
        return "start"
    return "end" if match.end() == length else "double"


def _around(words: str, begin: int, end: int) -> str:
    """The words on both sides."""
    before = words[:begin].rpartition(" ")[2]
    after = words[end:].partition(" ")[0]
    return f"{before}{words[begin:end]}{after}"
