"""The collection itself: its dates, who was asked under which number, what was made and sent."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from builder.base.language import Language
from builder.model.collection import Collection, Issue, Reminder
from builder.model.registry import Channel, Respondent, Words
from builder.store.rows import Row, day_of
from builder.store.shapes import Made, Unknown

_ISSUE = (
    "number, respondent, subject, section, name_kk, name_ru, addressee_kk, addressee_ru, "
    "region, languages, channel"
)


def put_collection(db: sqlite3.Connection, one: Collection) -> None:
    row = (one.year, one.opened.isoformat(), one.due.isoformat(), one.coordinator, one.edition.isoformat())
    db.execute("INSERT INTO collection VALUES (1, ?, ?, ?, ?, ?)", row)


def collection(db: sqlite3.Connection) -> Collection:
    row = db.execute("SELECT year, opened, due, coordinator, edition FROM collection").fetchone()
    year, opened, due, coordinator, edition = row
    return Collection(year, day_of(opened), day_of(due), coordinator, day_of(edition))


def add(db: sqlite3.Connection, respondents: Iterable[Respondent]) -> None:
    """Gives running numbers to respondents that have none; what was written before stays as it was sent."""
    known = {row[0] for row in db.execute("SELECT respondent FROM issue")}
    number = db.execute("SELECT coalesce(max(number), 0) FROM issue").fetchone()[0]
    for one in respondents:
        if one.id not in known:
            known.add(one.id)
            number += 1
            db.execute("INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _issue_row(number, one))


def _issue_row(number: int, one: Respondent) -> Row:
    return (
        number,
        one.id,
        one.subject,
        one.section,
        one.name.kk,
        one.name.ru,
        one.addressee.kk,
        one.addressee.ru,
        one.region,
        " ".join(one.languages),
        one.channel.value,
    )


def issues(db: sqlite3.Connection) -> tuple[Issue, ...]:
    """By running number."""
    whole = collection(db)
    rows = db.execute(f"SELECT {_ISSUE} FROM issue ORDER BY number")
    return tuple(Issue(row[0], _respondent(row), whole) for row in rows)


def _respondent(row: Row) -> Respondent:
    _, one, subject, section, name_kk, name_ru, to_kk, to_ru, region, languages, channel = row
    return Respondent(
        one,
        subject,
        section,
        Words(name_kk, name_ru),
        Words(to_kk, to_ru),
        region,
        tuple(map(Language, languages.split())),
        Channel(channel),
    )


def made(db: sqlite3.Connection, path: str) -> Made | None:
    row = db.execute("SELECT path, key, sha256 FROM made WHERE path = ?", (path,)).fetchone()
    return None if row is None else Made(*row)


def all_made(db: sqlite3.Connection) -> dict[str, Made]:
    return {row[0]: Made(*row) for row in db.execute("SELECT path, key, sha256 FROM made ORDER BY path")}


def record_made(db: sqlite3.Connection, files: Iterable[Made]) -> None:
    rows = ((one.path, one.key, one.sha256) for one in files)
    db.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)


def add_letters(
    db: sqlite3.Connection, kind: str, respondents: Iterable[str], day: date, form: int | None
) -> list[Reminder]:
    """One letter of a kind per respondent and day, or per form that is sent back on a day.

    Asked again, the same letter has the same number. Numbers go on from that of the request:
    `2026/00031-1`, `2026/00031-2`.
    """
    numbers = {issue.respondent.id: issue.letter_number for issue in issues(db)}
    letters = []
    for one in respondents:
        if one not in numbers:
            raise Unknown(one)
        there = db.execute(
            "SELECT number FROM letter WHERE respondent = ? AND kind = ? AND day = ? AND form IS ?",
            (one, kind, day.isoformat(), form),
        ).fetchone()
        if there is None:
            count = db.execute("SELECT count(*) FROM letter WHERE respondent = ?", (one,)).fetchone()[0]
            there = (f"{numbers[one]}-{count + 1}",)
            db.execute(
                "INSERT INTO letter (number, kind, respondent, day, form) VALUES (?, ?, ?, ?, ?)",
                (there[0], kind, one, day.isoformat(), form),
            )
        letters.append(Reminder(kind, one, day, there[0], form))
    return letters


def letters(db: sqlite3.Connection) -> tuple[Reminder, ...]:
    """By day, then by number."""
    rows = db.execute("SELECT kind, respondent, day, number, form FROM letter ORDER BY day, number")
    return tuple(Reminder(kind, one, day_of(day), number, form) for kind, one, day, number, form in rows)
