"""Every item has an answer, or the reason why there is none (Rules, point 9).

What counts, item by item:

- An item is *answered* when any of its fields has an answer; the reporting period alone is none, unless the
  item asks for nothing else. Zero is an answer. A description without a tick at "yes" or "no" is an answer,
  and so are words that could not be understood: they have findings of their own.
- An item without an answer is *explained* when its reason for absence is written (code `s.i.0`), or when
  every cell that says "no data" says why.
- Anything else is *silent*. Point 9 asks for the reason item by item, so silence is reported once per item.

An answered item may still lack a part. Not lacking are: lines after figures that are all zero, a split of a
total that is zero or absent, "other" lines beside questions with "yes" and "no", the rest of answers of
which one is enough, and everything where the reason for absence is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.analyse.case import Case
from builder.analyse.interval import Interval
from builder.analyse.plan import FIGURES, Asked, ItemPlan
from builder.base.finding import Finding
from builder.model.answer_checks import Bond
from builder.model.answers import ValueKind
from builder.model.library import Content
from builder.model.questionnaire import FieldKind

SHOWN = 8
"""Codes that a finding names; the others are counted."""


class ItemState(StrEnum):
    ANSWERED = "answered"
    EXPLAINED = "explained"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ItemResult:
    """The state of an item; `missing` are the fields and splits that an answered item lacks."""

    code: str
    state: ItemState
    missing: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """An answer or a reason: what point 9 asks for."""
        return self.state is not ItemState.SILENT

    @property
    def complete(self) -> bool:
        """Nothing is lacking."""
        return self.filled and not self.missing and not self.unexplained


def completeness(case: Case) -> tuple[ItemResult, ...]:
    """Every item of the form in order."""
    enough = enough_of(case.content)
    return tuple(item_result(case, item, enough) for item in case.plan.items)


def check_completeness(case: Case) -> Iterable[Finding]:
    for result in completeness(case):
        if result.state is ItemState.SILENT and not result.unexplained:
            yield case.finding("Q776", result.code)
        if result.unexplained:
            codes = _listed(result.unexplained)
            yield case.finding("Q787", result.unexplained[0], item=result.code, codes=codes)
        if result.missing:
            yield case.finding("Q788", result.missing[0], item=result.code, codes=_listed(result.missing))


def enough_of(content: Content) -> tuple[frozenset[str], ...]:
    """Groups of fields of which one answer is enough (`one_of` among the checks of content)."""
    return tuple(
        frozenset(rule.left.codes)
        for rule in content.answer_checks.within_form
        if rule.relation is Bond.ONE_OF
    )


def item_result(case: Case, item: ItemPlan, enough: tuple[frozenset[str], ...]) -> ItemResult:
    explained = _explained(case, item.reason)
    asked = tuple(one for one in item.fields if one.kind is not FieldKind.PERIOD) or item.fields
    lacking = [one for one in asked if one.code in case.lacking and one.code not in case.fields]
    unexplained = () if explained else tuple(one.code for one in lacking if not _says_why(case, one))
    if any(one.code in case.fields for one in asked):
        missing = () if explained else tuple(_missing(case, asked, enough))
        return ItemResult(item.code, ItemState.ANSWERED, missing, unexplained)
    if explained or (lacking and not unexplained):
        return ItemResult(item.code, ItemState.EXPLAINED)
    return ItemResult(item.code, ItemState.SILENT, (), unexplained)


def _explained(case: Case, reason: str) -> bool:
    """A reason is words; "no data" in its place says nothing."""
    value = case.given.get(reason)
    return value is not None and (value.kind is not ValueKind.NO_DATA or bool(value.text.strip()))


def _says_why(case: Case, field: Asked) -> bool:
    """Any "no data" of the field that gives its reason speaks for the field."""
    return any(
        value.kind is ValueKind.NO_DATA and value.text.strip()
        for code, value in case.given.items()
        if case.plan.owner(code) == field.code
    )


def _missing(case: Case, asked: tuple[Asked, ...], enough: tuple[frozenset[str], ...]) -> Iterator[str]:
    figures = [case.figure(one.code) for one in asked if one.kind in FIGURES]
    all_zero = any(figures) and all(figure is None or figure.zero for figure in figures)
    ticks = any(one.kind is FieldKind.YES_NO for one in asked)
    for one in asked:
        given = one.code in case.fields or one.code in case.lacking
        if given:
            yield from _splits(case, one)
        elif not _excused(case, one, all_zero, ticks) and not _enough(case, one, enough):
            yield one.code


def _excused(case: Case, field: Asked, all_zero: bool, ticks: bool) -> bool:
    match field.kind:
        case FieldKind.DISTRIBUTION:
            return not _positive(case.figure(field.of or ""))
        case FieldKind.TEXT:
            return all_zero or ticks
        case FieldKind.COUNT | FieldKind.MONEY | FieldKind.SHARE:
            return False
        case _:
            return all_zero


def _enough(case: Case, field: Asked, enough: tuple[frozenset[str], ...]) -> bool:
    return any(field.code in group and not group.isdisjoint(case.fields) for group in enough)


def _splits(case: Case, field: Asked) -> Iterator[str]:
    """Splits of a count that have no cell filled although there is something to split."""
    if field.kind is FieldKind.DISTRIBUTION or not _positive(case.figure(field.code)):
        return
    for split in field.splits:
        if split.rows is not None:
            empty = next(case.filled(split.rows), None) is None
        else:
            empty = not any(code in case.given for code in split.cells)
        if empty:
            yield split.code


def _positive(figure: Interval | None) -> bool:
    return figure is not None and not figure.zero


def _listed(codes: tuple[str, ...]) -> str:
    more = f" (+{len(codes) - SHOWN})" if len(codes) > SHOWN else ""
    return ", ".join(codes[:SHOWN]) + more
