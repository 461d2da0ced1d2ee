"""A connection to a store: private files, durable commits, writers one at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
BUSY_SECONDS = 60.0
"""How long a process waits while another one writes; a transaction takes milliseconds."""
SIDE_FILES = ("-wal", "-shm")


def connect(path: Path) -> sqlite3.Connection:
    """Opens an existing file; every commit is on the disk before it returns (synchronous FULL)."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # transactions begin where we say, not where the library guesses
        cached_statements=256,
    )
    try:
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def private_file(path: Path) -> None:
    """Makes an empty file that only its owner may read, whatever the umask; fails where one is."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE)
    os.close(handle)
    path.chmod(PRIVATE_FILE)


def private_folder(path: Path) -> None:
    """Makes a folder that only its owner may enter, or closes one that is there."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path.chmod(PRIVATE_FOLDER)


def tighten(path: Path) -> None:
    """Closes a store to others when it was copied here with wider rights; its side files follow it."""
    for name in (path, *(path.with_name(path.name + suffix) for suffix in SIDE_FILES)):
        if name.exists() and name.stat().st_mode & 0o077:
            name.chmod(PRIVATE_FILE)


@contextmanager
def transaction(db: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All or nothing; what is written here is on the disk when the block is left without an error."""
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment, whatever other processes write meanwhile."""
    with transaction(db, "BEGIN DEFERRED"):
        yield


def same_file(path: Path, inode: int) -> None:
    """Stops a writer whose store was moved away by a restore in another process (Q927)."""
    try:
        there = path.stat().st_ino
    except OSError:
        there = -1
    if there != inode:
        raise QagidaError(Finding("Q927", Place(str(path))))
