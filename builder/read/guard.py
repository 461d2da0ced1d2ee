"""Looks at a file before anything parses it: forms are let in, everything that is not safe is refused.

Each file is judged alone, so a bad one never stops the others of a batch. What is inside a PDF its reader
looks at, so that the file is opened once only (`pdf_guard.py`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from builder.base.finding import Finding
from builder.base.place import Place
from builder.read.archive import unpacked
from builder.read.files import contents
from builder.read.limits import LIMITS, Limits
from builder.read.names import legible
from builder.read.office import check_office, office_kind
from builder.read.refusal import refused
from builder.read.sniff import OLD_OFFICE, PACKAGE, Kind, old_office, sniff

_SUFFIXES = {
    Kind.DOCX: frozenset({"docx", "docm", "dotx", "dotm"}),
    Kind.XLSX: frozenset({"xlsx", "xlsm", "xltx", "xltm"}),
    Kind.PDF: frozenset({"pdf"}),
    Kind.CSV: frozenset({"csv", "tsv", "txt"}),
    Kind.JSON: frozenset({"json", "geojson", "txt"}),
}


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read. `name` is fit to be shown, `sha256` is of the bytes as they came.

    `parts` of a package: markup whole, everything else its first bytes; empty for other kinds.
    """

    name: str
    kind: Kind
    data: bytes
    sha256: str
    findings: tuple[Finding, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


def admit(path: Path, limits: Limits = LIMITS, name: str | None = None) -> Admitted:
    """The file, looked at; `name` is what findings call it, otherwise its own name.

    Raises QagidaError with one finding, Q721 to Q732, when it must not be read.
    """
    shown = legible(name or path.name)
    return look(contents(path, shown, limits), shown, limits)


def look(data: bytes, name: str, limits: Limits = LIMITS) -> Admitted:
    """The same for bytes that are in memory already."""
    if not data:
        raise refused("Q722", name)
    suffix = name.rpartition(".")[2].casefold() if "." in name else ""
    kind, parts = _known(data, name, suffix, limits)
    findings: tuple[Finding, ...] = ()
    if suffix not in _SUFFIXES[kind]:
        findings = (Finding("Q724", Place(name), {"suffix": legible(suffix, 12) or "—", "real": kind.value}),)
    return Admitted(name, kind, data, hashlib.sha256(data).hexdigest(), findings, parts)


def _known(data: bytes, name: str, suffix: str, limits: Limits) -> tuple[Kind, Mapping[str, bytes]]:
    found = sniff(data, suffix)
    if found == PACKAGE:
        parts = unpacked(data, name, limits)
        kind = office_kind(parts, name)
        check_office(parts, name)
        return kind, parts
    if found == OLD_OFFICE:
        inside = old_office(data)
        raise refused("Q726", name) if inside == "encrypted" else refused("Q725", name, filetype=inside)
    if found not in tuple(Kind):
        raise refused("Q725", name, filetype=found)
    return Kind(found), {}
