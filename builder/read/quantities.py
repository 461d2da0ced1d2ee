"""A number as it was meant: exact, about, up to, more than, a range; or what keeps it from being told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from builder.model.answers import ValueKind
from builder.read.lexicon import Lexicon
from builder.read.numbers import NUMBER, Number, Reading, read_numbers

_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 5
_LIKENESS = 0.84
_REMARK = re.compile(r"[;,] ")
_PERCENT = "percent"
_SPELT_TWICE = (f"{NUMBER} - {NUMBER}", f"{NUMBER} , {NUMBER}", f"{NUMBER} {NUMBER}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Bounds in the unit asked for, as `Value` has them; `comment` are words beside the number."""

    kind: ValueKind
    low: Decimal | None = None
    high: Decimal | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why words are not a number: Q771 not told, Q773 figures and words differ, Q774 another unit."""

    code: str
    data: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def quantity(
    folded: str,
    unit: str | None,
    whole: bool,
    year: int | None,
    known: Lexicon,
) -> Quantity | Trouble:
    """The number of a folded text in a unit; `whole` where there are no fractions of what is counted.

    `year` is the year asked about: a figure for another year is not the answer.
    """
    reading = read_numbers(folded, known)
    found = _told(reading, unit, whole, known)
    if isinstance(found, Quantity) or found.code != "Q771":
        return found
    return _with_remarks(folded, unit, whole, year, known) or found


def _told(reading: Reading, unit: str | None, whole: bool, known: Lexicon) -> Quantity | Trouble:
    if reading.foreign and reading.numbers:
        return Trouble("Q774", {"unit": unit or "—"})
    twice = _said_twice(reading)
    if twice is not None:
        return twice if isinstance(twice, Trouble) else _checked(reading, twice, unit, whole)
    kind = known.patterns.get(reading.skeleton)
    if kind is None or not reading.numbers or (unit != _PERCENT and _doubtful(reading)):
        return Trouble("Q771")
    bounds = _bounds(kind, reading.numbers)
    return bounds if isinstance(bounds, Trouble) else _checked(reading, bounds, unit, whole)


def _doubtful(reading: Reading) -> bool:
    """Whether a number may be a fraction or thousands; a share is never thousands."""
    return any(number.doubtful for number in reading.numbers)


def _said_twice(reading: Reading) -> Quantity | Trouble | None:
    """`12 - двенадцать`: once in figures, once in words, and both must agree."""
    numbers = reading.numbers
    if reading.skeleton not in _SPELT_TWICE or numbers[0].spelt == numbers[1].spelt:
        return None
    figures, words = (numbers[1], numbers[0]) if numbers[0].spelt else (numbers[0], numbers[1])
    return _agreed(figures, words)


def _agreed(figures: Number, words: Number) -> Quantity | Trouble:
    if words.value not in (figures.value, figures.value / figures.factor):
        return Trouble("Q773", {"digits": _plain(figures.value), "words": _plain(words.value)})
    return Quantity(ValueKind.EXACT, figures.value, figures.value)


def _bounds(kind: ValueKind, numbers: list[Number]) -> Quantity | Trouble:
    first = numbers[0].value
    match kind:
        case ValueKind.UP_TO:
            return Quantity(kind, high=first)
        case ValueKind.MORE_THAN:
            return Quantity(kind, low=first)
        case ValueKind.RANGE:
            return _range(*numbers)
        case _:
            return Quantity(kind, first, first)


def _range(first: Number, last: Number) -> Quantity | Trouble:
    """`1-2 млн` says millions once for both, where that leaves them in order."""
    low = first.value
    if first.factor == 1 and last.factor > 1:
        if first.value * last.factor > last.value:
            return Trouble("Q771")
        low = first.value * last.factor
    if low > last.value:
        return Trouble("Q771")
    return Quantity(ValueKind.RANGE, low, last.value)


def _checked(reading: Reading, found: Quantity, unit: str | None, whole: bool) -> Quantity | Trouble:
    strange = next((other for other in reading.units if other != unit), None)
    if strange is not None:
        return Trouble("Q774", {"unit": unit or "—"})
    if whole and any(bound is not None and bound % 1 for bound in (found.low, found.high)):
        return Trouble("Q771")
    return found


def _with_remarks(
    folded: str, unit: str | None, whole: bool, year: int | None, known: Lexicon
) -> Quantity | Trouble | None:
    """The same after words that are no part of the number are put aside: brackets, a year, a remark."""
    remarks: list[str] = []
    spelt: list[Number] = []

    def bracket(match: re.Match[str]) -> str:
        inside = read_numbers(_respelt(match[1], known), known)
        if inside.skeleton == NUMBER and not inside.foreign:
            spelt.append(inside.numbers[0])
        elif any(sign.isdigit() for sign in match[1]):
            return match[0]
        else:
            remarks.append(match[1].strip())
        return " "

    def named_year(match: re.Match[str]) -> str:
        if year is not None and int(match[1]) != year:
            return match[0]
        remarks.append(match[0].strip())
        return " "

    rest = _BRACKETS.sub(bracket, known.year.sub(named_year, folded)).strip(" .,;")
    cut = _REMARK.split(rest, maxsplit=1)
    if len(cut) == 2 and not any(sign.isdigit() for sign in cut[1]):
        rest = cut[0]
        remarks.append(cut[1].strip())
    if rest == folded or not rest:
        return None
    found = _told(read_numbers(rest, known), unit, whole, known)
    if isinstance(found, Trouble) or not spelt:
        return _commented(found, remarks)
    agreed = _confirmed(rest, spelt, known)
    return agreed if isinstance(agreed, Trouble) else _commented(found, remarks)


def _respelt(words: str, known: Lexicon) -> str:
    """Slips in number words put right, so that `12 (двадцть)` does not pass for a remark."""
    return _WORD.sub(lambda match: _near(match[0], known), words)


def _near(word: str, known: Lexicon) -> str:
    if len(word) < _SHORTEST or word in known.meanings:
        return word
    near = get_close_matches(word, known.number_words, 1, _LIKENESS)
    return near[0] if near else word


def _confirmed(rest: str, spelt: list[Number], known: Lexicon) -> Quantity | Trouble:
    """Whether the number in brackets is the number before them, once in figures and once in words."""
    numbers = read_numbers(rest, known).numbers
    if len(spelt) > 1 or len(numbers) != 1 or spelt[0].spelt == numbers[0].spelt:
        return Trouble("Q771")
    figures, words = (spelt[0], numbers[0]) if numbers[0].spelt else (numbers[0], spelt[0])
    return _agreed(figures, words)


def _commented(found: Quantity | Trouble, remarks: list[str]) -> Quantity | Trouble:
    if isinstance(found, Trouble):
        return found
    return Quantity(found.kind, found.low, found.high, "; ".join(remark for remark in remarks if remark))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
