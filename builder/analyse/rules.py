"""Checks of content on one form: bonds between answers, jumps since last year, dates, limits."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from builder.analyse.case import Case
from builder.analyse.figures import figure, holds, no, yes
from builder.analyse.interval import Interval, interval, plain
from builder.analyse.plan import FIGURES, Asked, Same, SectionPlan
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.model.answer_checks import AnswerChecks, Bond, LastYear, Limit, Operand, Rule, WithinForm
from builder.model.answers import ValueKind
from builder.model.questionnaire import FieldKind


def check_bonds(case: Case) -> Iterable[Finding]:
    """Relations between answers of one form: contradictions (Q748, Q780) and questions (Q784)."""
    for rule in _concerned(Same(case.content.answer_checks), Same(case.plan)):
        yield from _bond(case, rule)


def check_last_year(case: Case) -> Iterable[Finding]:
    """Figures against what the same respondent said a year before (Q781)."""
    if case.last_year is None:
        return
    before = {code: answer.value for code, answer in case.last_year.answers.items()}
    for rule in case.content.answer_checks.last_year:
        for field in _measured(case, rule):
            now, then = case.figure(field.code), interval(before.get(field.code))
            if now is not None and then is not None and _jumped(rule, now, then):
                data = {"value": str(now), "before": str(then), "factor": str(rule.factor)}
                yield case.finding("Q781", field.code, **_named(rule), **data)


def check_period(case: Case) -> Iterable[Finding]:
    """Dates outside the year asked about (Q782), periods that end before they begin (Q792)."""
    for rule in case.content.answer_checks.period:
        for field in case.plan.fields.values():
            if rule.codes and field.code not in rule.codes:
                continue
            days = list(_days(case, field))
            for code, day in days:
                if case.year is not None and day.year != case.year:
                    data = {"day": f"{day:%d.%m.%Y}", "year": str(case.year)}
                    yield case.finding("Q782", code, **_named(rule), **data)
            if field.kind is FieldKind.PERIOD and len(days) == 2 and days[0][1] > days[1][1]:
                start, end = (f"{day:%d.%m.%Y}" for _, day in days)
                yield case.finding("Q792", field.code, start=start, end=end)


def check_limits(case: Case) -> Iterable[Finding]:
    """Figures that cannot be (Q783) or hardly can be (Q789)."""
    for rule in case.content.answer_checks.limit:
        for field in _measured(case, rule):
            value = case.figure(field.code)
            if value is not None and (value.low > rule.maximum or value.low < 0):
                code = "Q783" if rule.certain or value.low < 0 else "Q789"
                data = {"value": str(value), "limit": plain(Decimal(rule.maximum))}
                yield case.finding(code, field.code, **_named(rule), **data)


@lru_cache(maxsize=256)
def _concerned(checks: Same[AnswerChecks], plan: Same[SectionPlan]) -> tuple[WithinForm, ...]:
    """Rules of which every answer is asked on the form."""
    return tuple(rule for rule in checks.it.within_form if _asked(plan.it, rule))


def _asked(plan: SectionPlan, rule: WithinForm) -> bool:
    items = {item.code for item in plan.items}
    codes = (*rule.left.codes, *(rule.right.codes if rule.right is not None else ()))
    return all(code in items or plan.owner(code) in plan.fields for code in codes)


def _bond(case: Case, rule: WithinForm) -> Iterator[Finding]:
    match rule.relation:
        case Bond.DESCRIBED | Bond.SINGLE:
            yield from _ticked(case, rule)
        case Bond.ALONE:
            yield from _alone(case, rule)
        case Bond.ONE_OF:
            said = [code for code in rule.left.codes if holds(case, (code,))]
            if len(said) > 1:
                yield _pair(case, rule, said[0], ", ".join(said), "")
        case Bond.EXCLUDES:
            yield from _excluding(case, rule)
        case _:
            yield from _compared(case, rule)


def _ticked(case: Case, rule: WithinForm) -> Iterator[Finding]:
    """Each "yes" has its description, or each question only one of "yes" and "no" (Q748)."""
    for field in _boxes(Same(rule), Same(case.plan)):
        if not yes(case, field):
            continue
        if rule.relation is Bond.SINGLE:
            if no(case, field):
                yield case.finding("Q748", field.code, **_named(rule))
        elif field.own[2] not in case.given:
            yield _single(case, rule, field.code)


@lru_cache(maxsize=1024)
def _boxes(rule: Same[WithinForm], plan: Same[SectionPlan]) -> tuple[Asked, ...]:
    """Questions with "yes" and "no" that a rule is about."""
    return tuple(
        field
        for field in plan.it.fields.values()
        if field.kind is FieldKind.YES_NO and _names(rule.it.left, field)
    )


def _excluding(case: Case, rule: WithinForm) -> Iterator[Finding]:
    if rule.right is not None and holds(case, rule.left.codes) and holds(case, rule.right.codes):
        yield _pair(case, rule, rule.left.codes[0], _codes(rule.left), _codes(rule.right))


def _compared(case: Case, rule: WithinForm) -> Iterator[Finding]:
    if rule.right is None:
        return
    left, right = figure(case, rule.left), figure(case, rule.right)
    if left is not None and right is not None and broken(rule.relation, left, right, rule.tolerance):
        sides = (f"{_codes(rule.left)} = {left}", f"{_codes(rule.right)} = {right}")
        yield _pair(case, rule, rule.left.codes[0], *sides)


def broken(bond: Bond, left: Interval, right: Interval, tolerance: int) -> bool:
    """Two sums certainly do not stand to each other as they should."""
    match bond:
        case Bond.AT_MOST:
            return left.above(right, tolerance)
        case Bond.AT_LEAST:
            return right.above(left, tolerance)
        case Bond.EQUAL:
            return left.above(right, tolerance) or right.above(left, tolerance)
        case Bond.TOGETHER:
            return (left.positive and right.zero) or (left.zero and right.positive)
        case Bond.NEEDS:
            return left.positive and right.zero
        case _:
            return False


def _alone(case: Case, rule: WithinForm) -> Iterator[Finding]:
    """A reason for absence where no field of the item lacks an answer."""
    for item in case.plan.items:
        value = case.given.get(item.reason)
        if value is None or value.kind is not ValueKind.TEXT:
            continue
        named = not rule.left.codes or item.code in rule.left.codes
        if named and all(field.code in case.fields for field in item.fields):
            yield _single(case, rule, item.reason)


def _names(operand: Operand, field: Asked) -> bool:
    """The field is meant by itself, with its item, or with all fields."""
    return not operand.codes or field.code in operand.codes or field.item in operand.codes


def _measured(case: Case, rule: LastYear | Limit) -> Iterator[Asked]:
    for field in case.plan.fields.values():
        if field.kind in FIGURES and (field.code in rule.codes or field.unit in rule.units):
            yield field


def _jumped(rule: LastYear, now: Interval, then: Interval) -> bool:
    return any(
        more.low >= rule.floor and less.high is not None and more.low > less.high * rule.factor
        for more, less in ((now, then), (then, now))
    )


def _days(case: Case, field: Asked) -> Iterator[tuple[str, date]]:
    codes: Iterable[str] = ()
    if field.kind in {FieldKind.PERIOD, FieldKind.DATE}:
        codes = field.own
    elif field.entries is not None:
        rows = field.entries
        codes = (rows.cell(row, n) for row in case.filled(rows) for n in rows.columns.values())
    for code in codes:
        value = case.given.get(code)
        if value is not None and value.kind is ValueKind.DATE and value.day is not None:
            yield code, value.day


def _codes(operand: Operand) -> str:
    return " + ".join(operand.codes)


def _named(rule: Rule) -> dict[str, str]:
    return {"check": rule.id} | {
        f"title:{language}": rule.title.plain(language) for language in LAW_LANGUAGES
    }


def _single(case: Case, rule: WithinForm, code: str) -> Finding:
    return _pair(case, rule, code, code, "")


def _pair(case: Case, rule: WithinForm, code: str, left: str, right: str) -> Finding:
    sides = "; ".join(side for side in (left, right) if side)
    return case.finding(
        "Q780" if rule.certain else "Q784", code, **_named(rule), left=left, right=right, answers=sides
    )
