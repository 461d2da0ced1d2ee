"""Shapes to rows and back: decimals and days as exact text, moments in UTC."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from builder.base.finding import Finding
from builder.base.language import Language
from builder.base.place import Place
from builder.model.answers import Answer, How, Marks, Stray, Value, ValueKind
from builder.store.failures import Damaged

Row = tuple[Any, ...]
_JSON = json.JSONEncoder(ensure_ascii=False).encode
_KINDS = {kind: kind.value for kind in ValueKind}
_HOWS = {how: how.value for how in How}
"""Plain strings: the database library takes them several times faster than members."""
_KIND_OF = {kind.value: kind for kind in ValueKind}
_HOW_OF = {how.value: how for how in How}


def answer_rows(form: int, answers: Mapping[str, Answer]) -> list[Row]:
    """(form, position, code, kind, raw, low, high, text, day, how, at)."""
    rows = []
    for position, answer in enumerate(answers.values()):
        value = answer.value
        low, high, day = value.low, value.high, value.day
        rows.append(
            (
                form,
                position,
                answer.code,
                _KINDS[value.kind],
                value.raw,
                None if low is None else str(low),
                None if high is None else str(high),
                value.text,
                None if day is None else day.isoformat(),
                _HOWS[answer.how],
                answer.at,
            )
        )
    return rows


def answers_of(rows: Iterable[Row]) -> dict[str, Answer]:
    """Answers by code, in the order in which they were put."""
    try:
        return {row[2]: _answer(row) for row in rows}
    except (KeyError, ValueError, InvalidOperation) as error:
        raise Damaged(str(error)) from error


def _answer(row: Row) -> Answer:
    _, _, code, kind, raw, low, high, text, day, how, at = row
    value = Value(
        _KIND_OF[kind],
        raw,
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        text,
        None if day is None else date.fromisoformat(day),
    )
    return Answer(code, value, _HOW_OF[how], at)


def stray_rows(form: int, strays: Iterable[Stray]) -> list[Row]:
    return [(form, position, stray.text, stray.at, stray.near) for position, stray in enumerate(strays)]


def seal(answers: Iterable[Row], strays: Iterable[Row]) -> str:
    """A digest of what a form says: words that changed on the disk do not pass for an answer.

    The number of the form is left out, because it is given after the digest is made.
    """
    summary = hashlib.sha256()
    for rows in (answers, strays):
        summary.update(repr([row[1:] for row in rows]).encode("utf-8", "surrogatepass"))
    return summary.hexdigest()


def marks_text(marks: Marks) -> str:
    """Only what the file said, as JSON."""
    names = ("form_id", "year", "section", "language", "edition", "digest", "body", "region")
    said = {name: value for name in names if (value := getattr(marks, name)) is not None}
    return _JSON(said)


def marks_of(words: str) -> Marks:
    try:
        said = json.loads(words)
        if said.get("language") is not None:
            said["language"] = Language(said["language"])
        return Marks(**said)
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged(str(error)) from error


def finding_row(finding: Finding) -> Row:
    """(code, path, line, col, at, data)."""
    place = finding.place
    data = _JSON(dict(finding.data)) if finding.data else ""
    return (finding.code, place.path, place.line, place.column, place.at, data)


def finding_of(row: Row) -> Finding:
    code, path, line, column, at, data = row
    try:
        return Finding(code, Place(path, line, column, at), json.loads(data) if data else {})
    except ValueError as error:
        raise Damaged(str(error)) from error


def moment(value: datetime) -> str:
    """UTC, whole seconds: `2026-11-21T09:30:00+00:00`; a moment without a zone is a mistake of the caller."""
    if value.tzinfo is None:
        raise ValueError(value)
    return value.astimezone(UTC).isoformat(timespec="seconds")


def moment_of(words: str) -> datetime:
    try:
        return datetime.fromisoformat(words)
    except ValueError as error:
        raise Damaged(str(error)) from error


def day_of(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Damaged(str(error)) from error
