"""Values of several bodies made into one, each keeping its kind: what is about right never becomes exact."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from builder.analyse.interval import NOTHING, Interval, interval, total
from builder.model.answers import Value, ValueKind

NUMBERS = frozenset(
    {
        ValueKind.EXACT,
        ValueKind.ZERO,
        ValueKind.ABOUT,
        ValueKind.UP_TO,
        ValueKind.MORE_THAN,
        ValueKind.RANGE,
    }
)
_POINTS = frozenset({ValueKind.EXACT, ValueKind.ZERO, ValueKind.ABOUT})


def is_number(value: Value) -> bool:
    return value.kind in NUMBERS and interval(value) is not None


def added(values: Sequence[Value]) -> Value:
    """The sum of numbers; of one it is that one, as it was written.

    Exact and about make about; with an upper bound only, a lower bound only or a range among them, the sum
    is what the bounds allow.
    """
    if len(values) == 1:
        return values[0]
    if all(value.kind in _POINTS for value in values):
        low, high = _sum(value.low for value in values), _sum(value.high for value in values)
        about = any(value.kind is ValueKind.ABOUT for value in values)
        return Value(ValueKind.ABOUT, "", low, high) if about else exact(low)
    return bounded(total(interval(value) or NOTHING for value in values))


def between(tiers: Sequence[Value]) -> Value:
    """Sums of tiers that may count the same people: from the largest tier up to all of them together."""
    if len(tiers) == 1:
        return tiers[0]
    bounds = [interval(tier) or NOTHING for tier in tiers]
    counted = [tier for tier, known in zip(tiers, bounds, strict=True) if not known.zero]
    if len(counted) < 2:
        return counted[0] if counted else exact(Decimal(0))
    return bounded(Interval(max(known.low for known in bounds), total(bounds).high))


def spread(values: Sequence[Value]) -> Value:
    """Shares are never added: from the least to the greatest."""
    if len(values) == 1:
        return values[0]
    bounds = [interval(value) or NOTHING for value in values]
    highs = [known.high for known in bounds if known.high is not None]
    high = max(highs) if len(highs) == len(bounds) else None
    return bounded(Interval(min(known.low for known in bounds), high))


def bounded(known: Interval) -> Value:
    """Bounds as a value of the kind that says no more than they do."""
    if known.high is None:
        return Value(ValueKind.MORE_THAN, "", known.low)
    if known.low == known.high:
        return exact(known.low)
    if known.low == 0:
        return Value(ValueKind.UP_TO, "", None, known.high)
    return Value(ValueKind.RANGE, "", known.low, known.high)


def exact(number: Decimal) -> Value:
    return Value(ValueKind.EXACT if number else ValueKind.ZERO, "", number, number)


def _sum(numbers: Iterable[Decimal | None]) -> Decimal:
    return sum((number or Decimal(0) for number in numbers), Decimal(0))
