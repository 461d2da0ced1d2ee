"""Operands of content checks, resolved on a form: which cells are added, and what they make."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from builder.analyse.arithmetic import names_total
from builder.analyse.case import Case
from builder.analyse.interval import NOTHING, Interval
from builder.analyse.plan import FIGURES, Asked, Rows, Same
from builder.base.language import Language
from builder.model.answer_checks import Naming, Operand
from builder.model.answers import ValueKind
from builder.model.questionnaire import FieldKind

_WHOLE_WORD = 3
"""Names of so many letters or fewer stand as a word of their own."""
_SIGNS = str.maketrans(dict.fromkeys("«»\"“”„'().,;:/\\-–—\u00a0№", " ") | {"ё": "е"})


def figure(case: Case, operand: Operand) -> Interval | None:
    """The sum of an operand on a form; None when no figure of it was given.

    Rows whose name nobody can place, or that name two bodies, widen the sum upwards.
    """
    result: Interval | None = None
    for code in operand.codes:
        for part in _parts(case, operand, code):
            result = part if result is None else result + part
    return result


def holds(case: Case, codes: Iterable[str]) -> bool:
    """An answer says that something is there: "yes", a figure above zero, words, a filled row."""
    return any(_there(case, code) for code in codes)


def _there(case: Case, code: str) -> bool:
    field = case.plan.fields.get(code)
    if field is not None and field.kind is FieldKind.YES_NO:
        return yes(case, field)
    if field is not None and field.entries is not None:
        return next(case.filled(field.entries), None) is not None
    value = case.given.get(code)
    number = case.figure(code)
    if number is not None:
        return number.positive
    return value is not None and value.kind is not ValueKind.NO_DATA


def yes(case: Case, field: Asked) -> bool:
    value = case.given.get(field.own[0])
    return value is not None and value.kind is ValueKind.YES


def no(case: Case, field: Asked) -> bool:
    """The box "no" is ticked, or "no" is written where "yes" stands."""
    first, second = (case.given.get(code) for code in field.own[:2])
    ticked = second is not None and second.kind in {ValueKind.YES, ValueKind.NO}
    return ticked or (first is not None and first.kind is ValueKind.NO)


def _parts(case: Case, operand: Operand, code: str) -> Iterable[Interval]:
    field = case.plan.fields.get(code)
    if field is None:
        number = case.figure(code)
        return () if number is None else (number,)
    if operand.naming is not None:
        return _named(case, operand, field)
    if field.entries is not None:
        return _entries(case, operand, field.entries)
    if operand.category is not None:
        cells = (one.categories.get(operand.category) for one in field.splits if one.categories is not None)
        found = [case.figure(cell) for cell in cells if cell is not None]
    elif field.kind in FIGURES:
        found = [case.figure(field.code)]
    else:
        found = []
    return [number for number in found if number is not None]


def _entries(case: Case, operand: Operand, rows: Rows) -> Iterable[Interval]:
    filled = [row for row in case.filled(rows) if not names_total(case, case.name(rows, row))]
    if operand.column is None:
        return [Interval(NOTHING.low + len(filled), NOTHING.low + len(filled))] if filled else []
    column = rows.columns[operand.column]
    found = (case.figure(rows.cell(row, column)) for row in filled)
    return [number for number in found if number is not None]


def _named(case: Case, operand: Operand, field: Asked) -> Iterable[Interval]:
    rows = field.entries or next((split.rows for split in field.splits if split.rows is not None), None)
    if rows is None:
        return
    column = rows.columns[operand.column] if operand.column is not None else next(iter(rows.columns.values()))
    for row in case.filled(rows):
        number, name = case.figure(rows.cell(row, column)), case.name(rows, row)
        if number is None or names_total(case, name):
            continue
        bodies = named(case, name)
        if bodies == {operand.naming}:
            yield number
        elif not bodies or operand.naming in bodies:
            yield Interval(NOTHING.low, number.high)
        else:
            yield NOTHING


def named(case: Case, words: str) -> set[str]:
    """Ids of the bodies that some words name."""
    padded = f" {' '.join(words.lower().translate(_SIGNS).split())} "
    known = _starts(Same(case.content.answer_checks.naming))
    return {name for name, starts in known if any(start in padded for start in starts)}


@lru_cache(maxsize=8)
def _starts(naming: Same[tuple[Naming, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((one.id, tuple(_padded(one.words))) for one in naming.it)


def _padded(words: Mapping[Language, tuple[str, ...]]) -> Iterable[str]:
    for starts in words.values():
        for start in starts:
            plain = " ".join(start.lower().translate(_SIGNS).split())
            yield f" {plain} " if len(plain) <= _WHOLE_WORD else f" {plain}"
