"""Every quotation mark and bracket has its other half."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.check.passages import Passage, passages
from builder.check.register import Register, register_of
from builder.model.library import Library

_MARKS = re.compile('[()\\[\\]{}«»„“”"]')
_ENUMERATOR = re.compile(r"(?<![\w)])(?:\d{1,3}|[^\W\d_])\)")
"""`1)`, `а)`: most likely the mark of a subpoint, no bracket; both readings are tried."""

_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "«": "»", "„": "“”", "“": "”"}

_Open = tuple[tuple[str, int], ...]
"""Marks still open, with their offsets."""


def check_pairs(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for passage in passages(library):
        if not _MARKS.search(passage.words):
            continue
        offset = _lonely(passage.words)
        if offset is None:
            continue
        mark = passage.words[offset]
        if not passage.known(register, mark) and not _slip(passage, register, offset):
            yield Finding("Q207", passage.at(offset), {"mark": mark})


def _slip(passage: Passage, register: Register, offset: int) -> bool:
    """The register records a slip on the side where the other half should be."""
    if passage.text is None:
        return False
    opens = passage.words[offset] in {*_CLOSED_BY, '"'}
    stretch = passage.words[offset:] if opens else passage.words[: offset + 1]
    return register.misprinted(passage.text, passage.language, stretch)


def _lonely(words: str) -> int | None:
    """Offset of a mark without its other half, if no reading of the enumerators gives it one."""
    enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(words)} if ")" in words else set()
    readings: set[_Open] = {()}
    for match in _MARKS.finditer(words):
        mark, offset = match.group(), match.start()
        after = {open_ for reading in readings for open_ in _read(reading, mark, offset)}
        if offset in enumerators:
            after |= readings
        if not after:
            return offset
        readings = after
    fewest = min(readings, key=len)
    return fewest[0][1] if fewest else None


def _read(reading: _Open, mark: str, offset: int) -> Iterator[_Open]:
    """What stays open after one more mark; nothing when the mark closes what is not open."""
    if reading and mark in _CLOSED_BY.get(reading[-1][0], '"'):
        yield reading[:-1]
    elif mark == '"' or mark in _CLOSED_BY:
        yield (*reading, (mark, offset))
