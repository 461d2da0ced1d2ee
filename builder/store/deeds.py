"""What people decided about forms: never changed, only added to; the last word counts."""

import sqlite3
from collections.abc import Iterable

from builder.store.rows import moment, moment_of
from builder.store.shapes import Deed, What


def add(db: sqlite3.Connection, deeds: Iterable[Deed]) -> None:
    db.executemany(
        "INSERT INTO deed (what, form, code, person, moment, reason) VALUES (?, ?, ?, ?, ?, ?)",
        ((one.what.value, one.form, one.code, one.person, moment(one.moment), one.reason) for one in deeds),
    )


def of_form(db: sqlite3.Connection, form: int) -> tuple[Deed, ...]:
    rows = db.execute(
        "SELECT what, form, code, person, moment, reason FROM deed WHERE form = ? ORDER BY id", (form,)
    )
    return tuple(
        Deed(What(what), number, code, person, moment_of(when), reason)
        for what, number, code, person, when, reason in rows
    )


def held(db: sqlite3.Connection, form: int) -> frozenset[str]:
    """Codes whose words are withheld now: held, and not cleared since."""
    last = {one.code: one.what for one in of_form(db, form) if one.what is not What.ASSIGN}
    return frozenset(code for code, what in last.items() if what is What.HOLD)
