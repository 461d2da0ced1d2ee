"""Parts and totals: only a certain contradiction is an error.

Figures keep their kind ("about", "up to", ranges) as bounds, and a figure that was left out may be anything
from zero up; so leaving data out never makes an error, and parts that merely do not reach the whole of an
unfinished split are a question (Q791).
"""

from collections.abc import Iterable

from builder.analyse.case import Case
from builder.analyse.interval import NOTHING, Interval, total
from builder.analyse.plan import Rows, Split, Total
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.model.questionnaire import Relation

_PLUS = " + "


def check_sums(case: Case) -> Iterable[Finding]:
    """Sums of items: the parts make the whole, or none of them exceeds it."""
    for item in case.plan.items:
        for one in item.totals:
            if one.relation is Relation.SUM:
                yield from _sum(case, one)
            else:
                yield from _within(case, one)


def check_breakdowns(case: Case) -> Iterable[Finding]:
    """Splits: the categories make the total of their field."""
    for field in case.plan.fields.values():
        for split in field.splits:
            yield from _split(case, split)


def _sum(case: Case, one: Total) -> Iterable[Finding]:
    whole = case.figure(one.whole)
    if whole is None:
        return
    parts = total(case.figure(code) for code in one.parts)
    if parts.above(whole) or whole.above(parts):
        codes = _PLUS.join(one.parts)
        yield case.finding("Q777", one.whole, total=str(whole), parts=codes, sum=str(parts))


def _within(case: Case, one: Total) -> Iterable[Finding]:
    whole = case.figure(one.whole)
    for code in one.parts:
        part = case.figure(code)
        if whole is not None and part is not None and part.above(whole):
            yield case.finding("Q778", code, part=str(part), whole=one.whole, total=str(whole))


def _split(case: Case, split: Split) -> Iterable[Finding]:
    whole = case.figure(split.total)
    given = _given(case, split)
    if whole is None or given is None:
        return
    parts, finished = given
    if parts.above(whole) or (finished and whole.above(parts)):
        yield _differs(case, "Q779", split, whole, parts)
    elif whole.above(_so_far(case, split)):
        yield _differs(case, "Q791", split, whole, _so_far(case, split))


def _differs(case: Case, code: str, split: Split, whole: Interval, parts: Interval) -> Finding:
    names = {f"breakdown:{language}": split.title.plain(language) for language in LAW_LANGUAGES}
    return case.finding(code, split.code, whole=split.total, total=str(whole), sum=str(parts), **names)


def _given(case: Case, split: Split) -> tuple[Interval, bool] | None:
    """The sum of a split, and whether every category has a figure; None when nothing is filled.

    A split into rows of the respondent's own is never known to be finished.
    """
    if split.rows is not None:
        rows = row_figures(case, split.rows)
        return (total((*rows, None)), False) if rows else None
    if not any(code in case.given for code in split.cells):
        return None
    figures = [case.figure(code) for code in split.cells]
    return total(figures), None not in figures


def _so_far(case: Case, split: Split) -> Interval:
    """The sum of what is filled, as if nothing else were to come."""
    if split.rows is not None:
        return total(row_figures(case, split.rows))
    filled = (code for code in split.cells if code in case.given)
    return sum((case.figure(code) or Interval(NOTHING.low, None) for code in filled), NOTHING)


def row_figures(case: Case, rows: Rows) -> list[Interval | None]:
    """Figures of the filled rows; a row that repeats the total ("Всего") is no part of it."""
    column = next(iter(rows.columns.values()))
    return [
        case.figure(rows.cell(row, column))
        for row in case.filled(rows)
        if not names_total(case, case.name(rows, row))
    ]


def names_total(case: Case, name: str) -> bool:
    words = name.strip().lower()
    totals = case.content.answer_checks.totals
    return bool(words) and any(words.startswith(start) for starts in totals.values() for start in starts)
