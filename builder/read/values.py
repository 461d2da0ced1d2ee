"""Words of an answer to a value that keeps its kind. Pure: the same words give the same value, always one.

What cannot be told is UNREADABLE with a finding; a value is never made more exact than it was written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from builder.base.finding import Finding
from builder.base.place import NOWHERE, Place
from builder.model.answers import Value, ValueKind
from builder.model.questionnaire import FieldKind
from builder.read.days import understand_period
from builder.read.folding import fold
from builder.read.lexicon import Lexicon
from builder.read.names import legible
from builder.read.quantities import Trouble, quantity

_QUOTE = 60
"""Characters of an answer that a finding repeats."""
_ENDS = " .,;:"
_SIGN_OF_WORDS = re.compile(r"[^\W_]")
_EMPTY_SIGNS = re.compile(r"[\s_.…\u200b\ufeff]*")
_REASON_ENDS = " .,;:-()"


class Edge(StrEnum):
    """Which day counts where words name a span of days."""

    DAY = "day"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a code asks for. `options` of a choice lead from folded labels and ids to ids."""

    kind: FieldKind
    unit: str | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    edge: Edge = Edge.DAY
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    value: Value
    findings: tuple[Finding, ...] = ()


def understand(text: str, asked: Asked, known: Lexicon, place: Place = NOWHERE) -> Understood:
    """The value of an answer; `place` is that of its findings: Q771 to Q775.

    Never raises, whatever the text is.
    """
    if _EMPTY_SIGNS.fullmatch(text):
        return Understood(Value(ValueKind.NOT_ANSWERED, text))
    folded = fold(text).strip(_ENDS) or text.strip()
    match asked.kind:  # the most frequent first
        case FieldKind.TEXT | FieldKind.ENTRIES:
            return _words(text, folded, known)
        case FieldKind.COUNT | FieldKind.MONEY | FieldKind.SHARE | FieldKind.DISTRIBUTION:
            return _number(text, folded, asked, known, place)
        case FieldKind.DATE | FieldKind.PERIOD:
            return _day(text, folded, asked, known, place)
        case FieldKind.CHOICE:
            return _choice(text, folded, asked, known, place)
        case FieldKind.YES_NO:
            return _yes_no(text, folded, known, place)


def _number(text: str, folded: str, asked: Asked, known: Lexicon, place: Place) -> Understood:
    if folded in known.zero or (folded.isascii() and folded.isdigit() and len(folded) <= 15):
        return Understood(_exact(text, Decimal(0 if folded in known.zero else folded)))
    if folded in known.nothing or not _SIGN_OF_WORDS.search(folded):
        finding = Finding("Q772", place, {"found": _quote(text)})
        return Understood(Value(ValueKind.NO_DATA, text), (finding,))
    if (absent := _no_data(text, folded, known)) is not None:
        return Understood(absent)
    return _quantity(text, folded, asked, known, place)


def _quantity(text: str, folded: str, asked: Asked, known: Lexicon, place: Place) -> Understood:
    found = quantity(folded, asked.unit, asked.kind is FieldKind.COUNT, asked.year, known)
    if isinstance(found, Trouble):
        data = {"found": _quote(text), **found.data}
        return Understood(Value(ValueKind.UNREADABLE, text), (Finding(found.code, place, data),))
    if found.kind is ValueKind.EXACT and found.low is not None:
        return Understood(_exact(text, found.low, found.comment))
    return Understood(Value(found.kind, text, found.low, found.high, found.comment))


def _exact(raw: str, number: Decimal, comment: str = "") -> Value:
    kind = ValueKind.EXACT if number else ValueKind.ZERO
    return Value(kind, raw, number, number, comment)


def _no_data(text: str, folded: str, known: Lexicon) -> Value | None:
    """That there are none, with the reason in the words of the respondent.

    Figures beside it are no reason but another answer, unless they name a year.
    """
    found = known.no_data.search(folded)
    why = None if found else known.no_data_why.search(folded)
    if found is None and why is None:
        return None
    if any(sign.isdigit() for sign in known.year.sub(" ", folded)):
        return None
    if why is not None:
        return Value(ValueKind.NO_DATA, text, text=text.strip())
    return Value(ValueKind.NO_DATA, text, text=_reason(text, known))


def _reason(text: str, known: Lexicon) -> str:
    """The answer without the words that only say there are no data, when they stand at one end of it."""
    cleaned = " ".join(text.split())
    lowered = cleaned.casefold().replace("ё", "е")
    if len(lowered) != len(cleaned):
        return cleaned
    found = known.no_data.search(lowered)
    if found is None:
        return cleaned
    before, after = cleaned[: found.start()].strip(_REASON_ENDS), cleaned[found.end() :].strip(_REASON_ENDS)
    return cleaned if before and after else before or after


def _day(text: str, folded: str, asked: Asked, known: Lexicon, place: Place) -> Understood:
    period = understand_period(text, known)
    if period is not None:
        first, last = period
        if first == last or asked.edge is not Edge.DAY:
            return Understood(_dated(text, last if asked.edge is Edge.LAST else first))
    elif folded in known.nothing:
        return Understood(Value(ValueKind.NO_DATA, text))
    elif (absent := _no_data(text, folded, known)) is not None:
        return Understood(absent)
    finding = Finding("Q775", place, {"found": _quote(text)})
    return Understood(Value(ValueKind.UNREADABLE, text), (finding,))


def _dated(raw: str, day: date) -> Value:
    return Value(ValueKind.DATE, raw, day=day)


def _choice(text: str, folded: str, asked: Asked, known: Lexicon, place: Place) -> Understood:
    """An option by its id or by its label in either language, else by words that only one label has."""
    chosen = asked.options.get(folded)
    if chosen is None and (absent := _no_data(text, folded, known)) is not None:
        return Understood(absent)
    if chosen is None:
        words = {word for word in re.findall(r"\w+", folded) if len(word) > 2}
        able = {
            option
            for label, option in asked.options.items()
            if words and words <= set(re.findall(r"\w+", label))
        }
        chosen = able.pop() if len(able) == 1 else None
    if chosen is not None:
        return Understood(Value(ValueKind.CHOICE, text, text=chosen))
    if folded in known.nothing:
        return Understood(Value(ValueKind.NO_DATA, text))
    return _unreadable(text, place)


def _yes_no(text: str, folded: str, known: Lexicon, place: Place) -> Understood:
    if folded in known.yes:
        return Understood(Value(ValueKind.YES, text))
    if folded in known.no:
        return Understood(Value(ValueKind.NO, text))
    absent = _no_data(text, folded, known)
    return Understood(absent) if absent is not None else _unreadable(text, place)


def _words(text: str, folded: str, known: Lexicon) -> Understood:
    """Words stay words; only signs without words, and "no data" and nothing else, say that there are none."""
    if not _SIGN_OF_WORDS.search(folded):
        return Understood(Value(ValueKind.NO_DATA, text))
    if known.no_data.fullmatch(folded):
        return Understood(Value(ValueKind.NO_DATA, text))
    return Understood(Value(ValueKind.TEXT, text, text=text.strip()))


def _unreadable(text: str, place: Place) -> Understood:
    finding = Finding("Q771", place, {"found": _quote(text)})
    return Understood(Value(ValueKind.UNREADABLE, text), (finding,))


def _quote(text: str) -> str:
    return legible(" ".join(text.split()), _QUOTE)
