"""Numbers of issued forms: digits only, so that they survive retyping; the last two are check digits.

`2026-00031-1-27`: year asked about, running number of the respondent in that collection, language of the
form (1 Kazakh, 2 Russian), and two digits after ISO/IEC 7064, MOD 97-10.
"""

import re
from dataclasses import dataclass

from builder.base.language import Language

_LANGUAGES = {Language.KK: "1", Language.RU: "2"}
_SHAPE = re.compile(r"(?<![\d-])(\d{4})[\s-]{1,3}(\d{5})[\s-]{1,3}([12])[\s-]{1,3}(\d{2})(?![\d-])")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


@dataclass(frozen=True, slots=True)
class FormId:
    """The number of one issued form."""

    year: int
    number: int
    language: Language

    def __str__(self) -> str:
        digits = f"{self.year:04}{self.number:05}{_LANGUAGES[self.language]}"
        check = 98 - int(digits) * 100 % 97
        return f"{digits[:4]}-{digits[4:9]}-{digits[9]}-{check:02}"


def find_form_id(text: str) -> FormId | None:
    """The first form number with right check digits in a text."""
    for year, number, language, check in _SHAPE.findall(text.translate(_DASHES)):
        spoken = next(key for key, digit in _LANGUAGES.items() if digit == language)
        found = FormId(int(year), int(number), spoken)
        if str(found).endswith(f"-{check}"):
            return found
    return None
