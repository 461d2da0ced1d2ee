"""Files inside other files: archives and saved messages, opened under the guards of every file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.base.finding import Finding, QagidaError
from builder.read.archive import members
from builder.read.limits import LIMITS, Limits
from builder.read.mail import attached
from builder.read.names import legible
from builder.read.office import TYPES
from builder.read.refusal import refused

MOST_DEPTH = 3
"""A message with an archive of messages; what lies deeper is refused."""

_ZIP, _MAIL = "zip", "eml"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = frozenset({TYPES, "mimetype"})
WORDS = "*"
"""The name of what a message itself says."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file out of an archive or a message. `name` begins with that of what it came in.

    `findings` say why it could not be opened, where it is itself an archive or a message.
    """

    name: str
    data: bytes
    findings: tuple[Finding, ...] = ()


def is_bundle(name: str) -> bool:
    """Whether a file should be opened and not read: by its name, since Word files are archives too."""
    return _suffix(name) in {_ZIP, _MAIL}


def enclosed(data: bytes, name: str, limits: Limits = LIMITS) -> tuple[Enclosed, ...]:
    """All files of an archive or a message, those of archives and messages inside included.

    The words of a message are a file whose name ends with `*`. An Office file that bears the name of an
    archive is one file.

    Raises QagidaError: Q721, Q722, Q726 to Q728 when it must not be opened.
    """
    if not data:
        raise refused("Q722", name)
    return tuple(_Opening(limits, limits.unpacked).opened(data, name, 1))


class _Opening:
    """How much may still be unpacked, over all archives that lie in each other."""

    def __init__(self, limits: Limits, left: int) -> None:
        self._limits, self._left = limits, left

    def opened(self, data: bytes, name: str, depth: int) -> Iterator[Enclosed]:
        if _suffix(name) == _ZIP and data.startswith(_PACKED):
            found = members(data, name, self._allowed())
            if not _OFFICE.isdisjoint(found):
                yield Enclosed(name, data)
                return
            files = [(_decoded(title), inside) for title, inside in found.items()]
        elif _suffix(name) == _MAIL:
            files = list(_named(attached(data, name, self._allowed())))
        else:
            raise refused("Q721", name, trouble="damaged")
        for title, inside in files:
            self._left -= len(inside)
            yield from self._one(inside, f"{name}/{title}", depth)

    def _allowed(self) -> Limits:
        return replace(self._limits, unpacked=max(self._left, 0))

    def _one(self, data: bytes, name: str, depth: int) -> Iterator[Enclosed]:
        if not is_bundle(name):
            yield Enclosed(name, data)
            return
        try:
            if depth == MOST_DEPTH:
                raise refused("Q727", legible(name), excess="nested", limit="")
            yield from list(self.opened(data, name, depth + 1))
        except QagidaError as error:
            yield Enclosed(name, data, error.findings)


def _named(parts: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Names that differ; words of a message only where there are any."""
    seen: dict[str, int] = {}
    for title, data in parts:
        if not title and not data.strip():
            continue
        shown = title or WORDS
        seen[shown] = seen.get(shown, 0) + 1
        head, dot, tail = shown.rpartition(".")
        again = f" ({seen[shown]})" if seen[shown] > 1 else ""
        yield (f"{head}{again}{dot}{tail}" if head else f"{shown}{again}"), data


def _decoded(name: str) -> str:
    """A name that an archiver of Windows wrote in the letters of DOS, read in its own."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "cp866"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold() if "." in name else ""
