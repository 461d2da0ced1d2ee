"""The languages of the law and of the people who use the program."""

from enum import StrEnum


class Language(StrEnum):
    """A language by its two-letter code; `tag` is the BCP 47 tag with the country."""

    KK = "kk"
    RU = "ru"
    EN = "en"

    @property
    def tag(self) -> str:
        return {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}[self.value]


LAW_LANGUAGES = (Language.KK, Language.RU)
"""Languages in which every official text must exist; both are authentic."""

UI_LANGUAGES = (Language.KK, Language.RU, Language.EN)
"""Languages in which the program speaks to people."""

SIDE_BY_SIDE = "kk-ru"
"""The language mark of working copies that show both languages."""
