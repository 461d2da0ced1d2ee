"""What must not be published by itself: small counts about persons.

A zero is published: it is about nobody. It is not where the whole of its split is suppressed: a zero there
would tell that all of a hidden, perhaps small, group are alike (secondary.py sees to it, by the same rule
for every suppressed whole, so that the rule gives nothing away). A figure that is not exact is treated by
what it lets see: `up to 4`, `about 3` and `3 to 6` are small, `up to 90` and `2 to 10` are wide enough.
"""

from collections.abc import Iterable
from decimal import Decimal

from builder.analyse.interval import Interval, interval
from builder.model.answers import Value, ValueKind
from builder.model.tables import CellId, CountTable


def bounds(value: Value) -> Interval | None:
    """What a reader knows of a published value; None where it is no number."""
    found = interval(value)
    if found is not None and value.kind is ValueKind.MORE_THAN:
        return Interval(found.low + 1, None)
    return found


def small(known: Interval | None, threshold: int) -> bool:
    """Whether this much knowledge narrows a count of some persons to fewer than the threshold."""
    if known is None or known.high is None or known.high < 1:
        return False
    return known.low < threshold and not wide(known.low, known.high, threshold)


def wide(low: Decimal, high: Decimal, threshold: int) -> bool:
    """Whether an interval is no disclosure: it holds all of 1 to the threshold, or as many others."""
    return (low <= 1 and high >= threshold) or high - low >= threshold


def primary(tables: Iterable[CountTable], threshold: int, protected: tuple[str, ...]) -> frozenset[CellId]:
    """Cells of tables about protected units that are suppressed for their own value."""
    return frozenset(
        cell.id
        for table in tables
        if table.unit in protected
        for cell in table.cells.values()
        if small(bounds(cell.value), threshold)
    )
