"""A Word file that came back: its parts on demand, and the part that is its document."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import Final

from lxml import etree

from builder.ooxml.xml import W, parse

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "/officeDocument"
_PACKAGE_LINKS: Final = "_rels/.rels"
_USUAL: Final = "word/document.xml"

LARGEST_PART: Final = 64 * 1024 * 1024
"""Bytes of an unpacked part; no form comes near it."""

UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    LookupError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)
"""What zip and XML raise over a damaged file."""


class Opened:
    """The package, part by part: most parts of a returned form are never needed.

    `parts` are those that somebody has unpacked already. Raises one of UNREADABLE, here and later.
    """

    def __init__(self, data: bytes, parts: Mapping[str, bytes] | None = None) -> None:
        self._parts = parts
        self._archive = zipfile.ZipFile(io.BytesIO(data)) if not parts else None
        self._names = frozenset(parts or (self._archive.namelist() if self._archive is not None else ()))

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def bytes_of(self, name: str) -> bytes:
        """A part as it is; ValueError for one that is larger than any form."""
        if self._archive is None:
            return (self._parts or {})[name]
        if self._archive.getinfo(name).file_size > LARGEST_PART:
            raise ValueError(f"{name} is too large")
        return self._archive.read(name)

    def tree(self, name: str) -> etree._Element:
        """A part as a tree; the strict dialect of Word is read as the usual one."""
        data = self.bytes_of(name)
        if _STRICT in data[:4096]:
            data = data.replace(_STRICT, W.encode())
        return parse(data)

    @property
    def main(self) -> str:
        """The name of the document part: nearly always the usual one, else as the package says."""
        if _USUAL in self._names:
            return _USUAL
        for link in self.tree(_PACKAGE_LINKS):
            kind, target = link.get("Type", ""), link.get("Target", "")
            if kind.endswith(_OFFICE) and target:
                return normpath(target.removeprefix("/"))
        raise ValueError("package without document")

    def beside(self, stem: str) -> Iterator[str]:
        """Names of the parts beside the document that begin with a stem: `footer`, `comments`."""
        folder = self.main.rpartition("/")[0]
        prefix = f"{folder}/{stem}" if folder else stem
        yield from sorted(
            name
            for name in self._names
            if name.startswith(prefix) and name.endswith(".xml") and "/" not in name[len(prefix) :]
        )
