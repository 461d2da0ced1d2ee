"""Which files of the named paths are returned forms: everything but what programs leave lying about."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.base.finding import Finding
from builder.workflow.collect.folder import Folder

_LITTER = re.compile(
    r"~\$.*|\.~lock\..*|~WRL\d+\.tmp|\.qagida-.*|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini", re.IGNORECASE
)
"""Locks and drafts of office programs, our own half-written files, litter of file managers."""
_FOLDERS = frozenset({"__MACOSX", ".git"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to be received; `name` is its path below the folder that was named.

    `saved` is when it was last changed. A file out of an archive or a message has its `data` here, and the
    path of what it came in; `findings` say why one could not be opened. `tables` are the files of an export
    that has several.
    """

    path: Path
    name: str
    saved: float = 0.0
    data: bytes | None = None
    findings: tuple[Finding, ...] = ()
    tables: tuple["Listed", ...] = ()


def is_litter(name: str) -> bool:
    """Whether a program left a file lying about that nobody sent."""
    return _LITTER.fullmatch(name) is not None


def listed(paths: Iterable[Path], folder: Folder) -> list[Listed]:
    """Files in order, each once. What the collection itself made is passed over.

    A path that is not there stays in the list: its refusal says so.
    """
    ours = {folder.out, folder.letters, folder.register}
    found: dict[Path, Listed] = {}
    for path in paths:
        for one in _below(path.resolve(), ours) if path.is_dir() else (_listed(path, path.name),):
            if one.path.resolve() not in _store_files(folder):
                found.setdefault(one.path.resolve(), one)
    return list(found.values())


def _below(root: Path, ours: set[Path]) -> Iterator[Listed]:
    for place, folders, files in os.walk(root):
        here = Path(place)
        folders[:] = sorted(name for name in folders if name not in _FOLDERS and here / name not in ours)
        for name in sorted(files):
            if not is_litter(name):
                path = here / name
                yield _listed(path, path.relative_to(root).as_posix())


def _listed(path: Path, name: str) -> Listed:
    try:
        return Listed(path, name, path.stat().st_mtime)
    except (OSError, ValueError):
        return Listed(path, name)


def _store_files(folder: Folder) -> set[Path]:
    return {folder.store.with_name(folder.store.name + suffix) for suffix in ("", "-wal", "-shm")}
