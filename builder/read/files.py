"""Bytes of a file that somebody sent: regular files only, and never more than the limit."""

import os
import stat
from pathlib import Path

from builder.read.limits import MEGABYTE, Limits
from builder.read.refusal import refused

_CHUNK = MEGABYTE


def contents(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of the file; `name` is what findings call it.

    Raises QagidaError: Q721 when it cannot be read, Q722 when it is empty, Q723 when it is too large.
    """
    try:
        # A pipe without a writer would wait for ever, hence not blocking; a terminal must not become ours.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise refused("Q721", name, trouble=_trouble(error)) from error
    try:
        return _read(handle, name, limits.file)
    except OSError as error:
        raise refused("Q721", name, trouble=_trouble(error)) from error
    finally:
        os.close(handle)


def _read(handle: int, name: str, limit: int) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise refused("Q721", name, trouble="folder" if stat.S_ISDIR(status.st_mode) else "special")
    if status.st_size > limit:
        raise _too_large(name, status.st_size, limit)
    pieces: list[bytes] = []
    total = 0
    while piece := os.read(handle, min(_CHUNK, limit + 1 - total)):
        pieces.append(piece)
        total += len(piece)
        if total > limit:  # it grows while it is read, or its size was a lie
            raise _too_large(name, total, limit)
    if not total:
        raise refused("Q722", name)
    return b"".join(pieces)


def _too_large(name: str, size: int, limit: int) -> Exception:
    return refused("Q723", name, size=megabytes(size), limit=megabytes(limit))


def megabytes(size: int) -> str:
    """The size in megabytes, rounded up."""
    return str(-(-size // MEGABYTE))


def _trouble(error: Exception) -> str:
    match error:
        case PermissionError():
            return "denied"
        case FileNotFoundError():
            return "gone"
        case IsADirectoryError():
            return "folder"
        case _:
            return "unreadable"
