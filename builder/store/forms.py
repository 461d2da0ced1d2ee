"""Received files and their forms: put in whole, superseded but never removed."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from builder.base.finding import Finding
from builder.base.language import Language
from builder.model.answers import IDENTIFICATION, Form, Marks, State, Stray
from builder.store import deeds, findings
from builder.store.failures import Damaged
from builder.store.rows import (
    Row,
    answer_rows,
    answers_of,
    marks_of,
    marks_text,
    moment,
    moment_of,
    seal,
    stray_rows,
)
from builder.store.shapes import PROGRAM, Deed, Incoming, Kept, Original, Receipt, Source, Unknown, What

EXPORTS = frozenset({"csv", "json", "export"})
"""Formats in which a server gives all submissions so far, again and again."""

Against = Callable[[Form, Incoming], Iterable[Finding]]
"""Compares the form that counts so far with the one that takes its place."""

_FORM = """
    SELECT form.id, form.respondent, form.section, form.language, file.name, file.format, file.sha256,
           file.received, form.state, form.position, form.seal
    FROM form JOIN file ON file.id = form.file
"""


def put(db: sqlite3.Connection, source: Source, forms: Sequence[Incoming], against: Against) -> Receipt:
    """Keeps a file with its forms; one that is there already changes nothing."""
    known = db.execute("SELECT id FROM file WHERE sha256 = ?", (source.sha256,)).fetchone()
    if known is not None:
        return Receipt(_kept(db, known[0]), same=True)
    received = moment(source.received)
    file = db.execute(
        "INSERT INTO file (sha256, name, format, size, received, data) "
        "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (source.sha256, source.name, source.format, len(source.data), received, source.data),
    ).fetchone()[0]
    writing = _Writing(db, file, received, against, source.format in EXPORTS)
    return Receipt(tuple(writing.put(one, position) for position, one in enumerate(forms, 1)))


class _Writing:
    """One file on its way into the store."""

    def __init__(
        self, db: sqlite3.Connection, file: int, received: str, against: Against, export: bool
    ) -> None:
        self._db, self._file, self._received, self._against = db, file, received, against
        self._export = export
        self._seen: Counter[tuple[str, int, str]] = Counter()

    def put(self, one: Incoming, position: int) -> Kept:
        db = self._db
        if one.respondent:
            _known(db, one.respondent)
        answers, strays = answer_rows(0, one.answers), stray_rows(0, one.strays)
        sealed = seal(answers, strays)
        if self._export and (there := self._earlier(one, sealed)) is not None:
            return there
        replaced = _supersede(db, one.respondent, one.section)
        found = one.findings
        if replaced is not None:
            found = (*found, *self._against(form(db, replaced), one))
        number = self._form(one, position, sealed, answers)
        _link(db, replaced, number)
        db.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _owned(number, answers))
        db.executemany("INSERT INTO stray VALUES (?, ?, ?, ?, ?)", _owned(number, strays))
        findings.add(db, findings.READING, found, form=number)
        findings.add(db, findings.CHECKS, one.checked, form=number)
        received = moment_of(self._received)
        deeds.add(db, (Deed(What.HOLD, number, code, PROGRAM, received) for code in one.held))
        return Kept(number, one.respondent, _state(one), replaced, found, one.checked, len(one.checked))

    def _form(self, one: Incoming, position: int, sealed: str, answers: list[Row]) -> int:
        row = (
            self._file,
            position,
            one.respondent or None,
            one.section,
            one.language.value,
            _state(one).value,
            marks_text(one.marks),
            sealed,
            sum(row[3] != "not_answered" and not row[2].startswith(IDENTIFICATION) for row in answers),
        )
        statement = (
            "INSERT INTO form (file, position, respondent, section, language, state, marks, seal, answered) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
        )
        return int(self._db.execute(statement, row).fetchone()[0])

    def _earlier(self, one: Incoming, sealed: str) -> Kept | None:
        """A submission that an earlier export had: exports repeat all that came before.

        The same answers may have been sent twice, so the second of them here is the second there.
        """
        key = (one.respondent, one.section, sealed)
        self._seen[key] += 1
        rows = self._db.execute(
            "SELECT form.id, form.state FROM form JOIN file ON file.id = form.file "
            "WHERE form.respondent IS ? AND form.section = ? AND form.seal = ? AND file.id < ? "
            "AND file.format IN ('csv', 'json', 'export') ORDER BY form.id",
            (one.respondent or None, one.section, sealed, self._file),
        ).fetchall()
        if len(rows) < self._seen[key]:
            return None
        number, state = rows[self._seen[key] - 1]
        return Kept(number, one.respondent, State(state), same=True)


def _state(one: Incoming) -> State:
    return State.CURRENT if one.respondent else State.UNASSIGNED


def _known(db: sqlite3.Connection, respondent: str) -> int:
    """The section that a respondent was asked about."""
    row = db.execute("SELECT section FROM issue WHERE respondent = ?", (respondent,)).fetchone()
    if row is None:
        raise Unknown(respondent)
    return int(row[0])


def _owned(number: int, rows: list[Row]) -> Iterable[Row]:
    return ((number, *row[1:]) for row in rows)


def _supersede(db: sqlite3.Connection, respondent: str, section: int) -> int | None:
    """The form that counted so far steps back; nothing of it is removed."""
    row = db.execute(
        "UPDATE form SET state = 'superseded' "
        "WHERE respondent = ? AND section = ? AND state = 'current' RETURNING id",
        (respondent, section),
    ).fetchone()
    return None if row is None else int(row[0])


def _link(db: sqlite3.Connection, replaced: int | None, by: int) -> None:
    if replaced is not None:
        db.execute("UPDATE form SET replaced_by = ? WHERE id = ?", (by, replaced))


def same(db: sqlite3.Connection, sha256: str) -> Receipt:
    """The forms of a file that was taken before."""
    row = db.execute("SELECT id FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    return Receipt(() if row is None else _kept(db, row[0]), same=True)


def _kept(db: sqlite3.Connection, file: int) -> tuple[Kept, ...]:
    rows = db.execute("SELECT id, respondent, state FROM form WHERE file = ? ORDER BY position", (file,))
    return tuple(
        Kept(number, respondent or "", State(state)) for number, respondent, state in rows.fetchall()
    )


def assign(
    db: sqlite3.Connection,
    number: int,
    respondent: str,
    deed: Deed,
    against: Against,
    *,
    found: Sequence[Finding] = (),
) -> Kept:
    """Gives a form to a respondent; it takes the place of the form that counted so far.

    Taken from another respondent, it gives back the place of the form that it had superseded there; one that
    was superseded itself counts again. A form of no known section gets that of the respondent. `found` is
    kept with the findings of reading.
    """
    now = form(db, number)
    asked = _known(db, respondent)
    if now.state is State.CURRENT and now.respondent == respondent:
        return Kept(number, now.respondent, now.state)
    if now.state is State.CURRENT:
        _give_back(db, number)
    section = now.section or asked
    replaced = _supersede(db, respondent, section)
    one = Incoming(respondent, section, now.language, marks(db, number), now.answers, now.strays)
    if replaced is not None:
        found = (*found, *against(form(db, replaced), one))
    db.execute(
        "UPDATE form SET respondent = ?, section = ?, state = 'current', replaced_by = NULL WHERE id = ?",
        (respondent, section, number),
    )
    _link(db, replaced, number)
    findings.add(db, findings.READING, found, form=number)
    deeds.add(db, (deed,))
    return Kept(number, respondent, State.CURRENT, replaced, tuple(found))


def _give_back(db: sqlite3.Connection, number: int) -> None:
    """The form that another had superseded counts again, the last of them if there were several."""
    db.execute("UPDATE form SET state = 'superseded' WHERE id = ?", (number,))
    db.execute(
        "UPDATE form SET state = 'current', replaced_by = NULL "
        "WHERE id = (SELECT max(id) FROM form WHERE replaced_by = ?)",
        (number,),
    )


def form(db: sqlite3.Connection, number: int) -> Form:
    """A form with all that it says; Damaged when its words are not those that were put in."""
    row = db.execute(f"{_FORM} WHERE form.id = ?", (number,)).fetchone()
    if row is None:
        raise Unknown(number)
    answers = db.execute("SELECT * FROM answer WHERE form = ? ORDER BY position", (number,)).fetchall()
    strays = db.execute("SELECT * FROM stray WHERE form = ? ORDER BY position", (number,)).fetchall()
    if seal(answers, strays) != row[10]:
        raise Damaged(f"form {number}")
    found = findings.of_form(db, number)
    return _form(row, answers, tuple(Stray(*stray[2:]) for stray in strays), found)


def _form(row: Row, answers: list[Row], strays: tuple[Stray, ...], found: tuple[Finding, ...]) -> Form:
    number, respondent, section, language, name, format_, sha256, received, state, position, _ = row
    try:
        spoken, counted = Language(language), State(state)
    except ValueError as error:
        raise Damaged(str(error)) from error
    return Form(
        number,
        respondent or "",
        section,
        spoken,
        f"{name}#{position}" if format_ in EXPORTS else name,
        format_,
        sha256,
        moment_of(received),
        counted,
        answers_of(answers),
        strays,
        found,
    )


def numbers(
    db: sqlite3.Connection, state: State | None, respondent: str | None, section: int | None
) -> list[int]:
    """Ids of forms, by respondent's running number, then in the order of receipt."""
    asked = {"state": state and state.value, "form.respondent": respondent, "form.section": section}
    given = {name: value for name, value in asked.items() if value is not None}
    where = f"WHERE {' AND '.join(f'{name} = ?' for name in given)}" if given else ""
    order = "ORDER BY issue.number IS NULL, issue.number, form.id"
    joined = f"FROM form LEFT JOIN issue ON issue.respondent = form.respondent {where} {order}"
    return [row[0] for row in db.execute(f"SELECT form.id {joined}", tuple(given.values()))]


def answered(db: sqlite3.Connection, number: int) -> int:
    """How many answers a form has besides those that identify the respondent."""
    return int(db.execute("SELECT answered FROM form WHERE id = ?", (number,)).fetchone()[0])


def marks(db: sqlite3.Connection, number: int) -> Marks:
    row = db.execute("SELECT marks FROM form WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise Unknown(number)
    return marks_of(row[0])


def original(db: sqlite3.Connection, number: int) -> Original:
    """The file of a form; Damaged when its bytes are not those that came."""
    row = db.execute(
        "SELECT name, format, sha256, received, data FROM file "
        "WHERE id = (SELECT file FROM form WHERE form.id = ?)",
        (number,),
    ).fetchone()
    if row is None:
        raise Unknown(number)
    name, format_, sha256, received, data = row
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged(name)
    return Original(name, format_, sha256, moment_of(received), data)
