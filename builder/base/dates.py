"""Dates in the official form of each language."""

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

from builder.base.language import Language

NBSP = "\u00a0"
DECEMBER = 12
KAZAKHSTAN = timezone(timedelta(hours=5))
"""One time for the whole country since 1 March 2024."""

MONTHS = {
    Language.KK: (
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
    Language.RU: (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
}  # fmt: skip


def long_date(day: date, language: Language) -> str:
    """`2024 жылғы 24 қазан`, `24 октября 2024 года`, with no-break spaces."""
    if language is Language.EN:
        return day.isoformat()
    month = MONTHS[language][day.month - 1]
    words = (
        (str(day.year), "жылғы", str(day.day), month)
        if language is Language.KK
        else (str(day.day), month, str(day.year), "года")
    )
    return NBSP.join(words)


_KK_LOCATIVE = dict(
    zip(
        MONTHS[Language.KK],
        ("дағы", "дағы", "дағы", "дегі", "дағы", "дағы", "дегі", "дағы", "тегі", "дағы", "дағы", "дағы"),
        strict=True,
    )
)


_KK_ABLATIVE = dict(
    zip(
        MONTHS[Language.KK],
        ("дан", "нан", "дан", "ден", "дан", "нан", "ден", "дан", "тен", "нан", "дан", "нан"),
        strict=True,
    )
)


def on(day: date, language: Language) -> str:
    """The day on which something was done: `2024 жылғы 24 қазанда`, `24 октября 2024 года`."""
    return dated(day, language)[:-2] if language is Language.KK else long_date(day, language)


def later_than(day: date, language: Language) -> str:
    """A day to be `not later than`: `2024 жылғы 24 қазаннан` (кешіктірмей), `24 октября 2024 года`."""
    words = long_date(day, language)
    return words + _KK_ABLATIVE[MONTHS[language][day.month - 1]] if language is Language.KK else words


def state_of(day: date, language: Language) -> str:
    """The day that a state is told of: `2024 жылғы 24 қазандағы` (жағдай бойынша), `24 октября 2024 года`."""
    return dated(day, language) if language is Language.KK else long_date(day, language)


def legal_day(moment: datetime) -> date:
    """The day of a moment in Kazakhstan, wherever the program runs."""
    return moment.astimezone(KAZAKHSTAN).date()


def month_later(day: date) -> date:
    """The same day of the next month, or the last one of a shorter month (Rules, point 9: within a month)."""
    year, month = (day.year + 1, 1) if day.month == DECEMBER else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def dated(day: date, language: Language) -> str:
    """The date as an attribute: `2024 жылғы 24 қазандағы` (редакция), `от 24 октября 2024 года`."""
    words = long_date(day, language)
    if language is Language.KK:
        return words + _KK_LOCATIVE[MONTHS[language][day.month - 1]]
    return f"от {words}" if language is Language.RU else words
