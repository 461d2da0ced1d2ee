"""The scale of values: it begins at zero and ends at a round number."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from builder.base.quantity import grouped
from builder.blocks.figure import Datum

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """`ticks` from zero up; the last is the end of the scale."""

    ticks: tuple[Decimal, ...]

    @property
    def end(self) -> float:
        return float(self.ticks[-1]) or 1.0

    def labels(self) -> tuple[str, ...]:
        return tuple(grouped(tick) for tick in self.ticks)


def scale_for(data: Iterable[Datum]) -> Scale:
    """A scale that holds every value; where all are whole numbers, its ticks are whole too."""
    known = tuple(data)
    return scale_to(max(datum.most for datum in known), whole=whole_numbers(known))


def whole_numbers(data: Iterable[Datum]) -> bool:
    return all(float(bound).is_integer() for datum in data for bound in (datum.least, datum.most))


def scale_to(most: float, *, whole: bool) -> Scale:
    """A scale from zero to `most` or a little more."""
    if most <= 0:
        return Scale((Decimal(0),))
    size = Decimal(1).scaleb(math.floor(math.log10(most)) - 1)
    step = next(
        step * unit
        for unit in (size, size * 10)
        for step in _STEPS
        if Decimal(most) <= step * unit * _MOST_TICKS
    )
    if whole:
        step = max(step, Decimal(1))
    count = math.ceil(Decimal(most) / step)
    return Scale(tuple(step * position for position in range(count + 1)))
