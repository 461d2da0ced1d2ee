"""Files as they are to be read: archives and messages opened, tables of one export put together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath

from builder.ooxml.package import pack
from builder.read.bundle import WORDS, enclosed, is_bundle
from builder.read.files import contents
from builder.read.guard import Admitted, look
from builder.read.guard import admit as admit_file
from builder.read.limits import LIMITS
from builder.read.names import legible
from builder.read.sniff import Kind
from builder.read.survey.shapes import Table, headings
from builder.read.survey.tables import is_list, is_survey
from builder.workflow.collect.walk import Listed, is_litter
from builder.workflow.files import digest, file_digest

_TABLES = frozenset({".csv", ".tsv"})
_DIGITS = re.compile(r"([0-9]{1,12})")
_HEAD = 1 << 18
"""Bytes in which the headings of a table stand; those of the largest form take some ten thousand."""
_NO_FORMS = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".ico", ".tif", ".tiff", ".webp", ".heic",
    ".p7s", ".p7m", ".asc", ".sig", ".cms", ".ics", ".vcf", ".htm", ".html",
})  # fmt: skip
"""What comes along with forms in messages and archives: pictures, signatures, cards."""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What an archive or a message holds: files to be read, and the names of those that are none."""

    files: tuple[Listed, ...]
    passed: tuple[str, ...]


def unfolded(file: Listed) -> Unfolded:
    """An archive or a message opened. Raises QagidaError (Q721 to Q728) when it must not be."""
    shown = legible(file.name)
    inside = enclosed(contents(file.path, shown, LIMITS), shown)
    passed, kept = [], []
    for one in inside:
        name = PurePosixPath(one.name)
        if is_litter(name.name) or "__MACOSX" in name.parts:
            continue
        if name.suffix.casefold() in _NO_FORMS or name.name.startswith(WORDS):
            passed.append(one.name.removeprefix(f"{shown}/"))
        else:
            kept.append(Listed(file.path, one.name, file.saved, one.data, one.findings))
    return Unfolded(tuple(grouped(sorted(kept, key=in_order))), tuple(passed))


def admit(file: Listed) -> Admitted:
    """A file looked at, from the disk or from the memory. Raises QagidaError, Q721 to Q732."""
    if file.tables:
        return _export(file)
    if file.data is not None:
        return look(file.data, legible(file.name))
    return admit_file(file.path, name=file.name)


def opens(file: Listed) -> bool:
    """Whether a file holds others."""
    return file.data is None and not file.tables and is_bundle(file.path.name)


def grouped(files: Iterable[Listed]) -> Iterator[Listed]:
    """Tables of one export as one file, where lists lie beside submissions in a folder.

    A table that is left alone is refused by its reader when it cannot be read alone.
    """
    files = list(files)
    beside: dict[str, list[Listed]] = defaultdict(list)
    for file in filter(_is_table, files):
        beside[_folder(file)].append(file)
    joined = {folder: _joined(tables) for folder, tables in beside.items()}
    for file in files:
        export = joined[_folder(file)] if _is_table(file) else None
        if export is None or not any(file is one for one in export.tables):
            yield file
        elif file is export.tables[0]:
            yield export


def _is_table(file: Listed) -> bool:
    return PurePosixPath(file.name).suffix.casefold() in _TABLES


def _folder(file: Listed) -> str:
    return str(file.path.parent if file.data is None else PurePosixPath(file.name).parent)


def _joined(files: Sequence[Listed]) -> Listed | None:
    """The tables of an export, its submissions first; None where no list lies beside submissions."""
    known = [(file, Table(file.path.name, headings(_head(file)), ())) for file in files]
    lists = [file for file, table in known if is_list(table)]
    mains = [file for file, table in known if is_survey(table) and not is_list(table)]
    if not lists or not mains:
        return None
    others = len(lists) + len(mains) - 1
    saved = max(file.saved for file in (*mains, *lists))
    return replace(mains[0], name=f"{mains[0].name} (+{others})", saved=saved, tables=(*mains, *lists))


def _head(file: Listed) -> bytes:
    if file.data is not None:
        return file.data[:_HEAD]
    try:
        if not file.path.is_file():
            return b""
        with file.path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""


def _export(file: Listed) -> Admitted:
    """The tables packed into one file, so that they are kept and compared as one."""
    parts = {PurePosixPath(one.name).name: _bytes(one) for one in file.tables}
    data = pack(parts)
    return Admitted(legible(file.name), Kind.EXPORT, data, sha256(data).hexdigest(), (), parts)


def _bytes(file: Listed) -> bytes:
    return look(file.data, legible(file.name)).data if file.data is not None else admit_file(file.path).data


def in_order(file: Listed) -> tuple[int, list[tuple[int, str]]]:
    """By the second in which files were saved, then by name as people count: `2` before `10`, `(2)` last."""
    words = _DIGITS.split(str(PurePosixPath(file.name).with_suffix("")))
    return int(file.saved), [(int(word) if word.isdecimal() else -1, word) for word in words]


def weighed(file: Listed) -> tuple[int | None, str]:
    """Size and digest; no digest of a file that is too large or cannot be read, no size where none is."""
    if file.data is not None:
        return len(file.data), digest(file.data)
    path = file.path
    try:
        if not path.is_file():
            return (0 if path.exists() else None), ""
        size = path.stat().st_size
        return size, file_digest(path) or "" if size <= LIMITS.file else ""
    except OSError:
        return None, ""
