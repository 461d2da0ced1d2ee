"""Every field has the keys its kind needs, and none that mean nothing to it."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.check.fields import fields
from builder.model.library import Library
from builder.model.questionnaire import NUMERIC, Breakdown, Column, Field, FieldKind

_KEYS = ("unit", "breakdowns", "breakdown", "of", "options", "columns", "rows")

_ALLOWED = {
    FieldKind.COUNT: {"unit", "breakdowns"},
    FieldKind.MONEY: {"unit"},
    FieldKind.SHARE: {"unit"},
    FieldKind.CHOICE: {"options"},
    FieldKind.TEXT: {"rows"},
    FieldKind.ENTRIES: {"columns", "rows"},
    FieldKind.DISTRIBUTION: {"unit", "breakdown", "of"},
}
_NEEDED = {
    FieldKind.CHOICE: ("options",),
    FieldKind.ENTRIES: ("columns",),
    FieldKind.DISTRIBUTION: ("breakdown",),
}
"""A missing unit and a missing `of` are questions of their own."""

_IN_COLUMNS = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE, FieldKind.DATE, FieldKind.TEXT})
"""Kinds that fit into one cell of a list."""


def check_kinds(library: Library) -> Iterable[Finding]:
    for field in fields(library):
        given = {key for key in _KEYS if getattr(field, key) not in (None, ())}
        wrong = given - _ALLOWED.get(field.kind, set())
        missing = set(_NEEDED.get(field.kind, ())) - given
        for key in (key for key in _KEYS if key in wrong | missing):
            yield _finding(field, key)
        for column in field.columns:
            yield from _column(column)
    for breakdown in library.breakdowns.breakdowns if library.breakdowns is not None else ():
        yield from _breakdown(breakdown)


def _column(column: Column) -> Iterator[Finding]:
    if column.kind not in _IN_COLUMNS:
        yield _finding(column, "kind")
    elif column.unit is not None and column.kind not in NUMERIC:
        yield _finding(column, "unit")


def _breakdown(breakdown: Breakdown) -> Iterator[Finding]:
    """Either open, or with categories."""
    if breakdown.open == bool(breakdown.categories):
        yield Finding("Q506", breakdown.place, {"key": "categories", "kind": "breakdown"})


def _finding(field: Field | Column, key: str) -> Finding:
    return Finding("Q506", field.place, {"key": key, "kind": str(field.kind)})
