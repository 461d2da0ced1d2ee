"""Which files of the named paths are returned forms: everything but what programs leave lying about."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.workflow.collect.folder import Folder

_LITTER = re.compile(
    r"~\$.*|\.~lock\..*|~WRL\d+\.tmp|\.qagida-.*|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini", re.IGNORECASE
)
"""Locks and drafts of office programs, our own half-written files, litter of file managers."""
_FOLDERS = frozenset({"__MACOSX", ".git"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to be received; `name` is its path below the folder that was named."""

    path: Path
    name: str


def listed(paths: Iterable[Path], folder: Folder) -> list[Listed]:
    """Files in order, each once. What the collection itself made is passed over.

    A path that is not there stays in the list: its refusal says so.
    """
    ours = {folder.out, folder.letters, folder.register}
    found: dict[Path, Listed] = {}
    for path in paths:
        for one in _below(path.resolve(), ours) if path.is_dir() else (Listed(path, path.name),):
            if one.path.resolve() not in _store_files(folder):
                found.setdefault(one.path.resolve(), one)
    return list(found.values())


def _below(root: Path, ours: set[Path]) -> Iterator[Listed]:
    for place, folders, files in os.walk(root):
        here = Path(place)
        folders[:] = sorted(name for name in folders if name not in _FOLDERS and here / name not in ours)
        for name in sorted(files):
            if not _LITTER.fullmatch(name):
                path = here / name
                yield Listed(path, path.relative_to(root).as_posix())


def _store_files(folder: Folder) -> set[Path]:
    return {folder.store.with_name(folder.store.name + suffix) for suffix in ("", "-wal", "-shm")}
