"""Files written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str | None:
    """SHA-256 of a file, or None where there is no readable file."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None


PUBLIC, PRIVATE = 0o644, 0o600
"""Rights of a file: anybody may read it, or its owner alone."""


def write_whole(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Puts `data` at `path` in one step; on failure nothing is left behind (Q905)."""
    with whole_file(path, mode) as stream:
        stream.write(data)


@contextmanager
def whole_file(path: Path, mode: int = PUBLIC) -> Iterator[BinaryIO]:
    """A stream whose bytes appear at `path` in one step at the end; on failure nothing is left (Q905)."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".qagida-", suffix=".part")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise cannot_write(path, error) from error


def keep_aside(path: Path) -> Path:
    """Gives a file that somebody changed another name beside its own: `name.edited-1.docx`."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise cannot_write(aside, error) from error
    return aside


def cannot_write(path: Path, error: OSError) -> QagidaError:
    reason = error.strerror or type(error).__name__
    return QagidaError(Finding("Q905", Place(str(path)), {"reason": reason}))


def sweep(folder: Path) -> None:
    """Removes half-written files that a killed build left; call it only while holding the lock."""
    for path in folder.rglob(".qagida-*.part"):
        path.unlink(missing_ok=True)
