"""Dates in the official form of each language."""

from datetime import date

from builder.base.language import Language

NBSP = "\u00a0"

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


def dated(day: date, language: Language) -> str:
    """The date as an attribute: `2024 жылғы 24 қазандағы` (редакция), `от 24 октября 2024 года`."""
    words = long_date(day, language)
    if language is Language.KK:
        return words + _KK_LOCATIVE[MONTHS[language][day.month - 1]]
    return f"от {words}" if language is Language.RU else words
