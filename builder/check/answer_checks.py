"""Checks on answers name answers, bodies and words that exist, and have what their kind needs."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from builder.base import ids
from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.answer_checks import (
    ONE_SIDED,
    PAIRED,
    AnswerChecks,
    Between,
    Bond,
    LastYear,
    Limit,
    Operand,
    PeriodRule,
    Rule,
    WithinForm,
)
from builder.model.cells import cells
from builder.model.library import Library
from builder.model.questionnaire import Field, FieldKind

SECTIONS = 16
"""While fewer could be read, nobody can tell which are missing."""
_PERIODS = frozenset({FieldKind.PERIOD, FieldKind.DATE, FieldKind.ENTRIES})
_MEASURED = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE})

_Codes = Mapping[str, Field | None]
"""Codes of items, fields and cells, with the field that each is."""


def check_answer_checks(library: Library) -> Iterable[Finding]:
    if library.answer_checks is None or library.breakdowns is None:
        return
    checks = library.answer_checks.checks
    known = _codes(library)
    for rule in checks.rules():
        for code, place in _named(rule):
            if code not in known:
                yield Finding(
                    "Q641", place, {"check": rule.id, "code": code, "suggestion": guess(code, known)}
                )
        yield from _words(library, checks, rule, known)
        fault = _fault(rule, known)
        if fault:
            yield Finding("Q643", rule.place, {"check": rule.id, "lack": fault})


def _read(library: Library, code: str) -> bool:
    """The section of a code could be read, or all sections could and none is that one."""
    number = code.partition(".")[0]
    there = {str(file.section.number) for file in library.sections}
    return number in there or len(there) == SECTIONS


def _codes(library: Library) -> _Codes:
    """Of a code that is given twice the first counts."""
    breakdowns = library.breakdowns.breakdowns if library.breakdowns is not None else ()
    known: dict[str, Field | None] = {}
    for file in library.sections:
        section = file.section.number
        for item in file.section.items:
            known.setdefault(ids.code(section, item.number), None)
            for field in item.fields:
                known.setdefault(ids.code(section, item.number, field.code), field)
                for cell in cells(section, item.number, field, breakdowns):
                    known.setdefault(cell.code, field)
    return known


def _operands(rule: Rule) -> tuple[Operand, ...]:
    match rule:
        case Between():
            return rule.left, rule.right
        case WithinForm():
            return (rule.left,) if rule.right is None else (rule.left, rule.right)
        case _:
            return ()


def _named(rule: Rule) -> Iterator[tuple[str, Place]]:
    for operand in _operands(rule):
        yield from ((code, operand.place) for code in operand.codes)
    if isinstance(rule, LastYear | Limit | PeriodRule):
        yield from ((code, rule.place) for code in rule.codes)


def _words(library: Library, checks: AnswerChecks, rule: Rule, known: _Codes) -> Iterator[Finding]:
    """Words of operands that nothing bears: bodies, regions, columns, categories, units.

    Registries that could not be read are not asked.
    """
    naming = {one.id for one in checks.naming}
    for operand in _operands(rule):
        fields = [field for code in operand.codes if (field := known.get(code)) is not None]
        columns = {column.id for field in fields for column in field.columns}
        yield from _unknown(rule, _one(operand.naming), naming, operand.place)
        yield from _unknown(rule, operand.regions, _categories(library, {"region"}), operand.place)
        if len(fields) == len(operand.codes):
            yield from _unknown(rule, _one(operand.column), columns, operand.place)
            split = _categories(library, _splits(fields))
            yield from _unknown(rule, _one(operand.category), split, operand.place)
        if library.subjects is not None:
            subjects = {one.id for one in library.subjects.subjects}
            yield from _unknown(rule, operand.subjects, subjects, operand.place)
    if isinstance(rule, LastYear | Limit) and library.units is not None:
        yield from _unknown(rule, rule.units, {one.id for one in library.units.units}, rule.place)


def _one(word: str | None) -> tuple[str, ...]:
    return () if word is None else (word,)


def _unknown(rule: Rule, words: tuple[str, ...], allowed: Collection[str], place: Place) -> Iterator[Finding]:
    for word in words:
        if word not in allowed:
            data = {"check": rule.id, "word": word, "suggestion": guess(word, sorted(allowed))}
            yield Finding("Q642", place, data)


def _splits(fields: Iterable[Field]) -> set[str]:
    return {name for field in fields for name in (*field.breakdowns, field.breakdown) if name is not None}


def _categories(library: Library, names: Collection[str]) -> set[str]:
    breakdowns = library.breakdowns.breakdowns if library.breakdowns is not None else ()
    return {category.id for one in breakdowns if one.id in names for category in one.categories}


def _fault(rule: Rule, known: _Codes) -> str:
    """What a check lacks, as a word of the catalogue; empty when nothing."""
    match rule:
        case Between():
            return _pair_fault(rule.relation, rule.left, rule.right, known)
        case WithinForm() if rule.relation in ONE_SIDED:
            return _single_fault(rule)
        case WithinForm():
            return _pair_fault(rule.relation, rule.left, rule.right, known)
        case LastYear() | Limit():
            return _measured_fault(rule, known)
        case PeriodRule():
            kinds = [field.kind for code in rule.codes if (field := known.get(code)) is not None]
            return "" if all(kind in _PERIODS for kind in kinds) else "not a date"


def _pair_fault(bond: Bond, left: Operand, right: Operand | None, known: _Codes) -> str:
    if right is None:
        return "right side"
    if not left.codes or not right.codes:
        return "codes"
    if bond is Bond.EXCLUDES:
        return ""
    if bond not in PAIRED:
        return "relation"
    codes = (code for side in (left, right) for code in side.codes if code in known)
    return "" if all(_has_figure(known[code], code) for code in codes) else "not a figure"


def _single_fault(rule: WithinForm) -> str:
    if rule.right is not None:
        return "right side too many"
    return "codes" if rule.relation is Bond.ONE_OF and len(rule.left.codes) < 2 else ""


def _measured_fault(rule: LastYear | Limit, known: _Codes) -> str:
    if isinstance(rule, LastYear) and rule.factor < 2:
        return "factor"
    if not rule.units and not rule.codes:
        return "codes"
    fields = [known[code] for code in rule.codes if code in known]
    return "" if all(field is not None and field.kind in _MEASURED for field in fields) else "not a figure"


def _has_figure(field: Field | None, code: str) -> bool:
    """A count, a sum, a share, a list with rows, or a cell of a split."""
    if field is None:
        return False
    return field.kind in _MEASURED | {FieldKind.ENTRIES} or (
        field.kind is FieldKind.DISTRIBUTION and code.count(".") > 2
    )
