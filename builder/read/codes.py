"""Visible codes as people type them: `2.8.1`, `2,8,1.`, `2 . 8. 1`, with letters that look like digits."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_ALIKE: Final = str.maketrans("OoОоЗзlIІі|б", "000033111116")
_DIGITS: Final = r"[0-9OoОоЗзlIІі|б]{1,3}"
_CODE: Final = re.compile(rf"\s*({_DIGITS}(?:\s?[.,]\s?{_DIGITS})+)\s?[.,)]?(?=\s|$|[^\w.,])")
_NUMBER: Final = re.compile(_DIGITS)
_SEPARATOR: Final = re.compile(r"\s?[.,)]?")
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)+")


class Lead(NamedTuple):
    """A code at the start of words, and where the words after it begin."""

    code: str
    end: int


def leading(text: str) -> Lead | None:
    """The code at the start of a paragraph, spelled as we spell it; the longest that it can be."""
    return next(leads(text), None)


def leads(text: str) -> Iterator[Lead]:
    """All codes that the start may be read as, the longest first: `2.8.1. 15` may be a code and a number."""
    found = _CODE.match(text)
    if found is None or not any(map(str.isdigit, found[1])):
        return
    numbers = [(part[0].translate(_ALIKE), part.end()) for part in _NUMBER.finditer(text, 0, found.end(1))]
    for count in range(len(numbers), 1, -1):
        code = ".".join(number for number, _ in numbers[:count])
        after = _SEPARATOR.match(text, numbers[count - 1][1])
        end = found.end() if count == len(numbers) or after is None else after.end()
        yield Lead(code, end)


def is_code(text: str) -> bool:
    """Whether the words are a code exactly as we print it."""
    return _PLAIN.fullmatch(text) is not None


def of_item(code: str) -> str:
    """`2.8` of `2.8.1.3`; empty for codes of the respondent (`0.1`)."""
    parts = code.split(".")
    return ".".join(parts[:2]) if len(parts) > 2 else ""
