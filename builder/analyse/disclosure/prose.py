"""Figures in prose: which may be called in the public version, and what a call tells an attacker."""

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from typing import assert_never

from builder.analyse.disclosure.primary import bounds
from builder.base.finding import Finding
from builder.base.quantity import rounded
from builder.model.calls import (
    Asked,
    Bodies,
    Call,
    Change,
    Number,
    Series,
    Share,
    Slip,
    Times,
    Value,
    found_in,
)
from builder.model.evidence import Figure
from builder.model.published import Fact, Published
from builder.model.tables import CellId
from builder.model.text import Text

_HALF = Decimal("0.05")
"""Shares and ratios are said to one digit after the comma."""

Find = Callable[[str, int], Figure | None]


def called(call: Call, years: Iterable[int]) -> tuple[CellId, ...]:
    """The numbers that a call says, or that it is worked out of; `years` are those of the period."""
    match call:
        case Value() | Number():
            return (CellId(call.code, call.year),)
        case Share():
            return (CellId(call.part, call.year), CellId(call.whole, call.year))
        case Change() | Times():
            return (CellId(call.code, call.year), CellId(call.code, call.before))
        case Series():
            return tuple(CellId(call.code, year) for year in years)
        case Asked() | Bodies():
            return ()
        case _:
            assert_never(call)


def sayable(published: Published, find: Find, call: Call, years: Collection[int]) -> bool:
    """Whether the public version may say a call: every protected number it rests on is published.

    A protected number that stands in no table may not be said; tables are made with the codes that prose
    calls, so that none is missing.
    """
    for key in called(call, years):
        figure = find(key.code, key.year)
        if figure is None or bounds(figure.value) is None:
            continue
        if key in published.suppressed:
            return False
        if figure.unit in published.protected and key not in published.shown:
            return False
    return True


def withheld(
    published: Published, find: Find, texts: Iterable[Text], years: Collection[int]
) -> Iterator[Finding]:
    """Calls that the public version leaves out (Q666), each with its place."""
    for text in texts:
        for wording in text.wordings.values():
            for found in found_in(wording.raw):
                if not isinstance(found.call, Slip) and not sayable(published, find, found.call, years):
                    yield Finding("Q666", wording.at(found.start), {"call": found.words})


def facts(calls: Iterable[Call], find: Find, years: Collection[int]) -> tuple[Fact, ...]:
    """What calls that are said give away, as facts for `attack`; calls without a number give nothing."""
    return tuple(fact for call in calls for fact in _facts(call, find, years))


def _facts(call: Call, find: Find, years: Collection[int]) -> Iterator[Fact]:
    keys = called(call, years)
    match call:
        case Value() | Number() | Series():
            for key in keys:
                figure = find(key.code, key.year)
                known = None if figure is None else bounds(figure.value)
                if known is not None:
                    high = float("inf") if known.high is None else float(known.high)
                    yield Fact(((key, 1.0),), float(known.low), high)
        case Share() | Times():
            yield from _ratio(keys, find, 100 if isinstance(call, Share) else 1)
        case Change():
            now, before = (_exact(find, key) for key in keys)
            if now is not None and before is not None:
                difference = float(now - before)
                yield Fact(((keys[0], 1.0), (keys[1], -1.0)), difference, difference)
        case Asked() | Bodies():
            pass
        case _:
            assert_never(call)


def _ratio(keys: tuple[CellId, ...], find: Find, scale: int) -> Iterator[Fact]:
    """The first number is as much of the second as was said, give or take the rounding."""
    part, whole = (_exact(find, key) for key in keys)
    if part is None or not whole:
        return
    said = rounded(scale * part / whole)
    least, most = float((said - _HALF) / scale), float((said + _HALF) / scale)
    yield Fact(((keys[0], 1.0), (keys[1], -least)), 0.0, float("inf"))
    yield Fact(((keys[0], 1.0), (keys[1], -most)), float("-inf"), 0.0)


def _exact(find: Find, key: CellId) -> Decimal | None:
    figure = find(key.code, key.year)
    known = None if figure is None else bounds(figure.value)
    return known.low if known is not None and known.low == known.high else None
