"""Copies of a store: made while others work, proven before they are trusted, never over another file."""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.store.connection import SIDE_FILES, connect, private_file, private_folder, snapshot
from builder.store.failures import Damaged, told
from builder.store.schema import version

Counts = Mapping[str, int]


def backup(db: sqlite3.Connection, target: Path) -> Counts:
    """The state of this moment as one file (Q905 where a file is); rows by table."""
    with _part(target) as part:
        expected = _copied(db, part)
        publish(part, target)
    return expected


def restore(source: Path, target: Path) -> Path | None:
    """Puts a proven copy in the place of the store at `target`; where the present one is now kept, if any.

    A process that was about to write into the present store notices that it is gone (Q927).
    """
    private_folder(target.parent)
    with _part(target, replacing=True) as part:
        db = _read_only(source)
        try:
            with told(source):
                version(db, source)
                _copied(db, part)
        finally:
            db.close()
        aside = _move_aside(target)
        publish(part, target)
    return aside


def _read_only(source: Path) -> sqlite3.Connection:
    if not source.is_file():
        raise QagidaError(Finding("Q922", Place(str(source))))
    with told(source):
        return sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _copied(db: sqlite3.Connection, part: Path) -> Counts:
    """Copies a database into `part` and proves the copy."""
    with told(part):
        copy = connect(part)
        try:
            with snapshot(db):
                expected = counts(db)
                db.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            verify(copy)
            if counts(copy) != expected:
                raise Damaged(part.name)
        finally:
            copy.close()
    return expected


@contextmanager
def _part(target: Path, *, replacing: bool = False) -> Iterator[Path]:
    """A private file beside `target`, gone at the end unless it took the name."""
    part = target.with_name(f".qagida-{os.getpid()}-{target.name}.part")
    try:
        if target.exists() and not replacing:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        private_file(part)
        yield part
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        for suffix in ("", "-journal", *SIDE_FILES):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _move_aside(target: Path) -> Path | None:
    """Gives the present store another name, with its side files, while nobody writes."""
    if not target.exists():
        return None
    number = 1
    while (aside := target.with_name(f"{target.stem}.kept-{number}{target.suffix}")).exists():
        number += 1
    with _locked(target):
        target.rename(aside)
        for suffix in SIDE_FILES:
            side = target.with_name(target.name + suffix)
            if side.exists():
                side.rename(aside.with_name(aside.name + suffix))
    return aside


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keeps writers out, as far as the store can still be opened at all."""
    db = None
    try:
        db = connect(path)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        if db is not None:
            db.close()
        with told(path):
            raise
    except sqlite3.DatabaseError:
        pass  # too damaged to be locked: nobody can write into it either
    try:
        yield
    finally:
        if db is not None:
            db.close()


def publish(part: Path, target: Path) -> None:
    """Gives a finished file its name in one step; fails where the name is taken."""
    handle = os.open(part, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(part, target)
        part.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        part.rename(target)


def cannot_write(path: Path, error: OSError) -> QagidaError:
    reason = error.strerror or type(error).__name__
    return QagidaError(Finding("Q905", Place(str(path)), {"reason": reason}))


def counts(db: sqlite3.Connection) -> Counts:
    """Rows by table."""
    names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def verify(db: sqlite3.Connection) -> None:
    """Everything that can be proven: structure, references, and the bytes of every original."""
    report = [row[0] for row in db.execute("PRAGMA integrity_check(3)")]
    if report != ["ok"]:
        raise Damaged("; ".join(report))
    sound(db, "PRAGMA foreign_key_check")
    for name, sha256, data in db.execute("SELECT name, sha256, data FROM file ORDER BY id"):
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(name)


def sound(db: sqlite3.Connection, pragma: str) -> None:
    """A check of the database that answers nothing when all is well, or `ok`."""
    row = db.execute(pragma).fetchone()
    if row is not None and row[0] != "ok":
        raise Damaged(" ".join(map(str, row)))
