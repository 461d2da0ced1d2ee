"""What a table of respondents looks like: its columns and the words of its cells, in three languages."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.registry import Channel, Respondent

COLUMNS = (
    "id", "subject", "body_kk", "body_ru", "section", "region", "language",
    "addressee_kk", "addressee_ru", "channel",
)  # fmt: skip
OPTIONAL = frozenset({"subject", "region", "language", "channel"})
"""Columns that a table need not have; all the others it must."""
FORMULA = ("=", "+", "-", "@")
"""Beginnings by which a spreadsheet takes words for a formula."""

_FILE = Path(__file__).with_name("registry_words.toml")
_MARKED = re.compile(r"'+[=+\-@]")
_SIGNS = re.compile(r"[\W_]+")


@cache
def _words() -> dict[str, Any]:
    with _FILE.open("rb") as stream:
        return tomllib.load(stream)


def plain(words: str) -> str:
    """Words without case, spaces and signs."""
    return _SIGNS.sub("", words.casefold())


def marked(words: str) -> bool:
    """Whether words begin with the apostrophe that says `no formula`."""
    return _MARKED.match(words) is not None


def harmless(words: str) -> str:
    """Words that a spreadsheet would compute, or that are marked already, get the apostrophe."""
    return f"'{words}" if words.startswith(FORMULA) or marked(words) else words


def heading(column: str, language: Language) -> str:
    """The heading of a column in one language."""
    return str(_words()["columns"][column][language.value][0])


def column_of(words: str) -> str | None:
    """The column that a heading names, in any language."""
    wanted = plain(words)
    for column, languages in _words()["columns"].items():
        if wanted == plain(column) or any(
            wanted == plain(one) for many in languages.values() for one in many
        ):
            return str(column)
    return None


def language_of(words: str) -> Language | None:
    found = _value("languages", words)
    return None if found is None else Language(found)


def channel_of(words: str) -> Channel | None:
    found = _value("channels", words)
    return None if found is None else Channel(found)


def _value(kind: str, words: str) -> str | None:
    wanted = plain(words)
    return next(
        (key for key, known in _words()[kind].items() if any(plain(word) == wanted for word in known)), None
    )


def cells(respondent: Respondent) -> tuple[str, ...]:
    """A respondent as a row, in the order of `COLUMNS`."""
    return (
        respondent.id,
        respondent.subject,
        respondent.name.kk,
        respondent.name.ru,
        str(respondent.section),
        respondent.region or "",
        ", ".join(language for language in LAW_LANGUAGES if language in respondent.languages),
        respondent.addressee.kk,
        respondent.addressee.ru,
        str(respondent.channel),
    )
