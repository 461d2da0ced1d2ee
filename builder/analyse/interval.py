"""What a number may be: the bounds that an answer certainly keeps, and sums of such bounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from builder.model.answers import Value, ValueKind

_ZERO = Decimal(0)
_ROUGH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included; `high` is None where nothing bounds it."""

    low: Decimal
    high: Decimal | None

    def __add__(self, other: "Interval") -> "Interval":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(self.low + other.low, high)

    @property
    def positive(self) -> bool:
        """Certainly above zero."""
        return self.low > 0

    @property
    def zero(self) -> bool:
        """Certainly zero."""
        return self.high == 0

    def above(self, other: "Interval", percent: int = 0) -> bool:
        """Certainly more than the other, by more than `percent` of this side."""
        if other.high is None:
            return False
        return self.low > other.high and self.low * (100 - percent) > other.high * 100

    def __str__(self) -> str:
        """`12`, `10–20`, `≥ 5`: the same in every language."""
        if self.high is None:
            return f"≥ {plain(self.low)}"
        if self.low == self.high:
            return plain(self.low)
        return f"{plain(self.low)}–{plain(self.high)}"


NOTHING = Interval(_ZERO, _ZERO)
UNKNOWN = Interval(_ZERO, None)
"""A figure that nobody gave: any number from zero up."""


def interval(value: Value | None) -> Interval | None:
    """The bounds of a value; None where it is no number (absent, without data, words)."""
    if value is None or (value.low is None and value.high is None):
        return NOTHING if value is not None and value.kind is ValueKind.ZERO else None
    low = value.low if value.low is not None else _ZERO
    match value.kind:
        case ValueKind.EXACT | ValueKind.ZERO:
            return Interval(low, low)
        case ValueKind.ABOUT:
            return _about(low, value.high if value.high is not None else low)
        case ValueKind.UP_TO | ValueKind.MORE_THAN | ValueKind.RANGE:
            return Interval(low, value.high)
        case _:
            return None


def _about(low: Decimal, high: Decimal) -> Interval:
    """A round figure: a tenth either way, half of its last digit that is not zero, at least one."""
    return Interval(max(_ZERO, low - _slack(low)), high + _slack(high))


def _slack(number: Decimal) -> Decimal:
    exponent = number.normalize().as_tuple().exponent if number else 0
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _ZERO
    return max(abs(number) * _ROUGH, half, Decimal(1))


def total(parts: Iterable[Interval | None]) -> Interval:
    """The sum; a part that is missing may be anything from zero up."""
    low, high = _ZERO, _ZERO
    bounded = True
    for part in parts:
        if part is None:
            bounded = False
            continue
        low += part.low
        if part.high is None:
            bounded = False
        else:
            high += part.high
    return Interval(low, high if bounded else None)


def plain(number: Decimal) -> str:
    """Digits in threes with no-break spaces: `1 234 567,5`."""
    words = f"{number.normalize():f}"
    whole, _, rest = words.partition(".")
    return f"{int(whole):,}".replace(",", "\u00a0") + (f",{rest}" if rest else "")
