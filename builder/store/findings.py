"""Findings kept beside forms, and those that compare several forms."""

import sqlite3
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.store.rows import finding_of, finding_row

READING = "reading"
"""What was seen while a form was read: it stays as long as the form."""
CHECKS = "checks"
"""What the answer checks say of one form: made again when the checks change."""
REFUSED = "refused"

_INSERT = (
    "INSERT INTO finding (scope, form, refused, respondent, code, path, line, col, at, data) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_COLUMNS = "code, path, line, col, at, data"


def add(
    db: sqlite3.Connection,
    scope: str,
    found: Iterable[Finding],
    form: int | None = None,
    refused: int | None = None,
) -> None:
    db.executemany(_INSERT, ((scope, form, refused, None, *finding_row(finding)) for finding in found))


def of_form(db: sqlite3.Connection, form: int) -> tuple[Finding, ...]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM finding WHERE form = ? ORDER BY id", (form,))
    return tuple(map(finding_of, rows))


def of_refused(db: sqlite3.Connection, refused: int) -> tuple[Finding, ...]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM finding WHERE refused = ? ORDER BY id", (refused,))
    return tuple(map(finding_of, rows))


def replace_checks(db: sqlite3.Connection, form: int, found: Iterable[Finding]) -> None:
    db.execute("DELETE FROM finding WHERE form = ? AND scope = ?", (form, CHECKS))
    add(db, CHECKS, found, form=form)


def replace(db: sqlite3.Connection, scope: str, found: Iterable[tuple[str, Finding]]) -> None:
    """All findings of a scope anew; each with the respondent that it is about, or none."""
    db.execute("DELETE FROM finding WHERE scope = ? AND form IS NULL AND refused IS NULL", (scope,))
    db.executemany(_INSERT, ((scope, None, None, who or None, *finding_row(one)) for who, one in found))


def of_scope(db: sqlite3.Connection, scope: str) -> tuple[tuple[str, Finding], ...]:
    rows = db.execute(
        f"SELECT respondent, {_COLUMNS} FROM finding "
        "WHERE scope = ? AND form IS NULL AND refused IS NULL ORDER BY id",
        (scope,),
    )
    return tuple((row[0] or "", finding_of(row[1:])) for row in rows)
