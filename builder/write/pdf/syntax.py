"""PDF syntax in bytes: dictionaries taken apart and put together, references, text (ISO 32000-1, 7.3).

Values stay the bytes they are: what a finished document keeps need not be understood to be copied.
"""

import re
from collections.abc import Mapping

Entries = dict[bytes, bytes]
"""A dictionary's values by name, slash included, each as it is written."""

_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
"""Parentheses inside may stand in pairs."""
_NAME = rb"/[^\s/<>\[\]()]*+"
_PLAIN = rb"\d+ \d+ R|[^\s/<>\[\]()]++|<[0-9A-Fa-f]*+>|" + _NAME + b"|" + _STRING
_DEEPEST = 5


def _value(depth: int) -> bytes:
    """The pattern of a value with arrays and dictionaries down to a depth, both ended by either bracket.

    A pattern for each would double at every depth, and take longer to compile than a document to finish.
    """
    if not depth:
        return _PLAIN
    inside = rb"(?:\s|" + _value(depth - 1) + rb")*+"
    return _PLAIN + rb"|(?:\[|<<)" + inside + rb"(?:\]|>>)"


_ENTRY = re.compile(rb"(%b)\s*+(%b)|(\S)" % (_NAME, _value(_DEEPEST)), re.DOTALL)
_REFERENCE = re.compile(rb"<<.*?>>|(\d+) 0 R", re.DOTALL)


def entries(body: bytes) -> Entries:
    """The entries of a dictionary; anything else is a LookupError."""
    found = _ENTRY.findall(body, 2, len(body) - 2)
    if not (body.startswith(b"<<") and body.endswith(b">>")) or any(stray for _, _, stray in found):
        raise LookupError("not a dictionary of the compiler's kind")
    return {name: value for name, value, _ in found}


def dictionary(values: Mapping[bytes, bytes]) -> bytes:
    """Entries as a dictionary again."""
    return b"<<%b>>" % b"".join(b"%b %b" % pair for pair in values.items())


def references(value: bytes) -> list[int]:
    """Numbers of the objects that an array names, those inside its dictionaries left out."""
    return [int(number) for number in _REFERENCE.findall(value) if number]


def text(words: str) -> bytes:
    """A text string: Latin letters as they are, all others as UTF-16."""
    data = words.encode("ascii") if words.isascii() else ("\ufeff" + words).encode("utf-16-be")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(%b)" % data.replace(b"\r", b"\\r")


def number(value: float) -> bytes:
    """A number with two decimals at most."""
    return b"%d" % value if value == int(value) else b"%b" % f"{value:.2f}".rstrip("0").encode("ascii")
