"""A look at parts of a foreign package before anything builds a tree of them.

Reads with expat, which stops at the first thing we ask it to stop at: a document type is refused before
any entity in it is declared.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar
from xml.parsers import expat

T = TypeVar("T")
_STEP = 4096
_SMALL = 1 << 14
"""Bytes of a part that is kept in memory to be known again."""
_TEMPLATE = "attachedTemplate"
_ON_DISK = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]|[^:/\\]+\.dot[xm]?$", re.ASCII)
_HYPERLINK = "hyperlink"
_PLAIN = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
    rb"(?: standalone=[\"'](?:yes|no)[\"'])?\s*\?>\s*)?<[A-Za-z_]"
)


class DeclaredTypeError(ValueError):
    """The part has a document type, where entities could be declared; Office files never have one."""


class BrokenPartError(ValueError):
    """The part is not well-formed XML, or is in an encoding that Office files never have."""


class _Enough(Exception):  # noqa: N818 - a signal, not an error
    pass


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: the last word of its type (`image`, `oleObject`), its target, inside or outside."""

    kind: str
    target: str
    external: bool

    @property
    def fetches(self) -> bool:
        """Whether opening the document asks for something outside it; a hyperlink waits for a click.

        Office Word names the sender's own template by its path on the sender's disk: nothing is asked for
        elsewhere. On a server it would be.
        """
        if self.kind == _TEMPLATE and _ON_DISK.match(self.target):
            return False
        return self.external and self.kind != _HYPERLINK


def _once(look: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """The same small parts come back in most files: each is looked at once."""
    known = lru_cache(maxsize=256)(look)
    return lambda data: (known if len(data) <= _SMALL else look)(data)


def check_prolog(data: bytes) -> None:
    """Reads up to the root element. Raises DeclaredTypeError or BrokenPartError.

    A part in UTF-8 without the beginning of a declaration has none: most parts are let pass by that.
    """
    if _PLAIN.match(data) and b"<!DOCTYPE" not in data:
        return

    def stop(*_: object) -> None:
        raise _Enough

    parser = _parser(stop)
    try:
        for start in range(0, len(data), _STEP):
            _parse(parser, data[start : start + _STEP], start + _STEP >= len(data))
    except _Enough:
        return
    raise BrokenPartError("no root element")


@_once
def links(data: bytes) -> tuple[Link, ...]:
    """Relationships of a `.rels` part."""
    found: list[Link] = []

    def element(_: str, attributes: dict[str, str]) -> None:
        if "Target" in attributes:
            kind = attributes.get("Type", "").rstrip("/").rpartition("/")[2]
            external = attributes.get("TargetMode", "").casefold() == "external"
            found.append(Link(kind, attributes["Target"], external))

    _run(data, element)
    return tuple(found)


@_once
def content_types(data: bytes) -> tuple[str, ...]:
    """Types that `[Content_Types].xml` names."""
    found: list[str] = []

    def element(_: str, attributes: dict[str, str]) -> None:
        if "ContentType" in attributes:
            found.append(attributes["ContentType"].casefold())

    _run(data, element)
    return tuple(found)


@_once
def field_words(data: bytes) -> tuple[str, ...]:
    """First words of the fields of a Word part, in capitals: `PAGE`, `DDEAUTO`."""
    if b"instr" not in data and b"\x00" not in data:
        return ()
    pieces: list[str] = []
    inside = False

    def element(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        local = name.rpartition(":")[2]
        inside = local == "instrText"
        if local == "fldChar":
            pieces.append("\n")
        pieces.extend(
            f"\n{value}\n" for key, value in attributes.items() if key.rpartition(":")[2] == "instr"
        )

    def words(text: str) -> None:
        if inside:
            pieces.append(text)

    _run(data, element, words)
    lines = "".join(pieces).split("\n")
    return tuple(first[0].upper() for line in lines if (first := line.split(maxsplit=1)[:1]))


def _run(
    data: bytes, element: Callable[[str, dict[str, str]], None], words: Callable[[str], None] | None = None
) -> None:
    parser = _parser(element)
    if words is not None:
        parser.CharacterDataHandler = words
    _parse(parser, data, True)


def _parse(parser: expat.XMLParserType, data: bytes, last: bool) -> None:
    try:
        parser.Parse(data, last)
    except DeclaredTypeError:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: encodings nobody knows
        raise BrokenPartError(str(error)) from error


def _parser(element: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = element
    return parser


def _refuse(*_: object) -> None:
    raise DeclaredTypeError("a document type is declared")
