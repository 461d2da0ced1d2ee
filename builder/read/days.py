"""Days and periods as people write them, in both languages."""

import re
from calendar import monthrange
from datetime import date

from builder.read.folding import fold
from builder.read.lexicon import Lexicon

_FIRST, _LAST = 1900, 2100
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d.]\d)(?!\d)")
_BACKWARD = re.compile(
    r"(?<![\d./-])(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[t ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?z?)?(?![./-]?\d)"
)
_WORD = re.compile(r"\d+|[^\W\d_]+|[^\s]")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "і": 1,
    "іі": 2,
    "ііі": 3,
    "іv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
_DROPPED = frozenset('.,"-–()') | {"ші", "шы", "й", "го", "е", "ое"}
_CENTURY = 2000

Period = tuple[date, date]


def understand_period(text: str, known: Lexicon) -> Period | None:
    """First and last day of a text that names one day, a month, a quarter, a half, a year, or two of these.

    None when it cannot be told, or when anything stands there that is no part of a date.
    """
    folded = fold(text).strip(" .;")
    if not folded or len(folded) > 120:
        return None
    days, rest = _numeric(folded)
    if days is None:
        return None
    pieces = _pieces(rest, known)
    if pieces is None:
        return None
    if days:
        return _joined(days) if not pieces else None
    return _in_words(pieces)


def _joined(days: list[date]) -> Period | None:
    first, last = days[0], days[-1]
    return (first, last) if len(days) <= 2 and first <= last else None


def _numeric(folded: str) -> tuple[list[date] | None, str]:
    """Days written in figures, and the text without them; None for a day that is not in the calendar."""
    days: list[date | None] = []

    def take(match: re.Match[str]) -> str:
        one, two, three = match.groups()
        year, month, day = (one, two, three) if len(one) == 4 else (three, two, one)
        days.append(_day(int(year), int(month), int(day)))
        return " "

    rest = _NUMERIC.sub(take, _BACKWARD.sub(take, folded))
    known = [day for day in days if day is not None]
    return (known, rest) if len(known) == len(days) else (None, rest)


def _day(year: int, month: int, day: int) -> date | None:
    year = year + _CENTURY if year < 100 else year
    if not _FIRST <= year <= _LAST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _pieces(rest: str, known: Lexicon) -> list[tuple[str, int]] | None:
    """What the words are: `month`, `year`, `day`, `quarter`, `half` with their numbers; None for others."""
    words = [word for word in _WORD.findall(rest) if word not in _DROPPED]
    found: list[tuple[str, int]] = []
    for position, word in enumerate(words):
        after = words[position + 1] if position + 1 < len(words) else ""
        month = word if word in known.months else known.stem(word, known.months)
        if month is not None:
            found.append(("month", known.months[month]))
        elif _is(after, known.quarter_words, known) and word in _ROMAN:
            found.append(("quarter", _ROMAN[word]))
        elif _is(after, known.half_words, known) and _ROMAN.get(word, 9) <= 2:
            found.append(("half", _ROMAN[word]))
        elif word.isascii() and word.isdigit():
            number = int(word[:5])
            found.append(("year" if number > 31 else "day", number))
        elif word not in known.around_words and not _is(word, known.date_words, known):
            return None
    return found


def _is(word: str, words: frozenset[str], known: Lexicon) -> bool:
    return word in words or known.stem(word, words) is not None


def _in_words(pieces: list[tuple[str, int]]) -> Period | None:
    named: dict[str, list[int]] = {}
    for sort, number in pieces:
        named.setdefault(sort, []).append(number)
    years = named.pop("year", [])
    if not years or any(not _FIRST <= year <= _LAST for year in years):
        return None
    found: Period | None = None
    match sorted(named):
        case []:
            found = _years(years)
        case ["month"]:
            found = _months(named["month"], years)
        case ["day", "month"]:
            found = _dated(named["day"], named["month"], years)
        case ["quarter"] if len(years) == 1:
            found = _parts_of_year(named["quarter"], 3, years[0])
        case ["half"] if len(years) == 1:
            found = _parts_of_year(named["half"], 6, years[0])
    return found


def _years(years: list[int]) -> Period | None:
    return _span(years[0], 1, years[-1], 12) if len(years) <= 2 else None


def _months(months: list[int], years: list[int]) -> Period | None:
    if len(months) > 2 or len(years) > len(months):
        return None
    return _span(years[0], months[0], years[-1], months[-1])


def _parts_of_year(parts: list[int], months: int, year: int) -> Period | None:
    if len(parts) > 2:
        return None
    return _span(year, months * (parts[0] - 1) + 1, year, months * parts[-1])


def _dated(days: list[int], months: list[int], years: list[int]) -> Period | None:
    if len(days) > 2 or len(months) > len(days) or len(years) > len(days):
        return None
    first = _day(years[0], months[0], days[0])
    last = _day(years[-1], months[-1], days[-1])
    return (first, last) if first is not None and last is not None and first <= last else None


def _span(first_year: int, first_month: int, last_year: int, last_month: int) -> Period | None:
    first = date(first_year, first_month, 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return (first, last) if first <= last else None
