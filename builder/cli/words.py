"""Words of the command line in the language of the person at the keyboard."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builder.base.language import UI_LANGUAGES, Language

_FILE = Path(__file__).with_name("ui.toml")


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """All words by key and language."""
    with _FILE.open("rb") as stream:
        return tomllib.load(stream)


def say(language: Language, key: str, **data: object) -> str:
    """The words of a key; `data` fills the placeholders."""
    words = table()[key][language.value]
    return words.format(**data) if data else words


def locale_language() -> Language:
    """The interface language from the locale: Kazakh, Russian, else English."""
    for name in ("QAGIDA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")[:2].lower()
        if value in UI_LANGUAGES:
            return Language(value)
        if value:
            break
    return Language.EN
