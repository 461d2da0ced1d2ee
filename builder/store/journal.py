"""Files that were not taken: what they were called, what was wrong, when they came."""

import sqlite3

from builder.store import findings
from builder.store.rows import moment, moment_of
from builder.store.shapes import Refused


def refuse(db: sqlite3.Connection, one: Refused) -> bool:
    """Notes a refusal once; whether it is new."""
    row = db.execute(
        "INSERT INTO refused (name, sha256, size, received) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING RETURNING id",
        (one.name, one.sha256, one.size, moment(one.received)),
    ).fetchone()
    if row is not None:
        findings.add(db, findings.REFUSED, one.findings, refused=row[0])
    return row is not None


def refused(db: sqlite3.Connection) -> tuple[Refused, ...]:
    """In the order in which they came."""
    rows = db.execute("SELECT id, name, sha256, size, received FROM refused ORDER BY id").fetchall()
    return tuple(
        Refused(name, sha256, size, moment_of(received), findings.of_refused(db, number))
        for number, name, sha256, size, received in rows
    )
