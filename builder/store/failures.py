"""What the database library reports, as findings that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place

_FULL = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOLFS")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_READING = ("SQLITE_IOERR_CORRUPTFS", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_DATA")
"""Failures of a damaged file that bear the name of a failed reading."""


class Damaged(Exception):  # noqa: N818 - a state, told to the reader as Q923
    """What was read cannot be what was written."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns failures of the database at `path` into findings (Q921, Q923, Q927)."""
    try:
        yield
    except Damaged as error:
        raise damaged(path, str(error)) from error
    except sqlite3.Error as error:
        raise _finding(path, error) from error


def damaged(path: Path, reason: str) -> QagidaError:
    return QagidaError(Finding("Q923", Place(str(path)), {"reason": reason}))


def _finding(path: Path, error: sqlite3.Error) -> QagidaError:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(_FULL) and name not in _READING:
        return QagidaError(Finding("Q921", Place(str(path)), {"reason": str(error)}))
    if name.startswith(_BUSY):
        return QagidaError(Finding("Q927", Place(str(path))))
    return damaged(path, str(error))
