"""Numbers that somebody typed into a text: not called, and no date, act, point, code or year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from builder.base.language import Language
from builder.check.figures import undated
from builder.check.numerals import whole
from builder.model.calls import found_in
from builder.model.questionnaire import Unit
from builder.model.text import Text, Wording

_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
_CODE = re.compile(r"(?<![\w.,])[1-9]\d?(?:\.\d{1,2}){1,5}(?![\w]|[.,]\d)")
"""`2.12` or `2.12.1`: an item or an answer; decimals have a comma in both languages."""
_POINT = re.compile(
    r"(?:пункт|подпункт|част|стать|приложени|раздел|глав|абзац)\w*\s+\d+(?:[-–,\s]+\d+)*\)?"
    r"|\d+(?:\)|-)\s*(?:тарма|бап|бөлі|бөлік|тара|қосымша)\w*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d{2}(?![\d.,]\d)(?!\d)")
_NUMBER = re.compile(r"(?<!\w)(?<!\w[-.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,\d+)?")
_GAP = re.compile(r"[\s\u00a0\u202f]*")
_WORDS = 2
"""So many words before a unit may spell a number."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as written, where it begins in the text, and the words that follow."""

    number: Decimal
    words: str
    start: int
    after: str


def typed(wording: Wording) -> Iterator[Typed]:
    """Numbers in digits, in order."""
    left = _blank_calls(wording.raw)
    for pattern in (_LINK, _CODE, _POINT):
        left = pattern.sub(_blank, left)
    left = _YEAR.sub(_blank, undated(left))
    for match in _NUMBER.finditer(left):
        number = Decimal(re.sub(r"\s", "", match.group()).replace(",", "."))
        after = left[_GAP.match(left, match.end()).end() :]  # type: ignore[union-attr]
        yield Typed(number, match.group(), match.start(), after)


def spelt_before(wording: Wording, language: Language, unit: Unit) -> Iterator[Typed]:
    """Numbers in words right before a unit: `четыре человека`."""
    left = _blank_calls(wording.raw)
    forms = "|".join(map(re.escape, forms_of(unit, language)))
    word = r"[^\W\d_]+"
    for match in re.finditer(rf"(?P<before>(?:{word}\s+){{1,{_WORDS}}})(?={forms})", left, re.IGNORECASE):
        for said in _ends(match["before"]):
            number = whole(said, language)
            if number is not None:
                yield Typed(Decimal(number), said.strip(), match.end() - len(said), left[match.end() :])
                break


def _ends(words: str) -> Iterator[str]:
    """All of the words, then fewer of them, the last ones."""
    starts = [match.start() for match in re.finditer(r"\S+", words)]
    yield from (words[start:] for start in starts)


def forms_of(unit: Unit, language: Language) -> tuple[str, ...]:
    """How the words for a unit may begin."""
    others = (unit.stem,) if language is Language.KK else (unit.one, unit.few)
    forms = (unit.text.plain(language), *others)
    return tuple(dict.fromkeys(form.casefold() for form in forms if form))


def counts(one: Typed, unit: Unit, language: Language) -> bool:
    """Whether the unit follows the number."""
    return one.after.casefold().startswith(forms_of(unit, language))


def counts_other(one: Typed, units: Iterable[Unit], language: Language) -> bool:
    """Whether one of some units is among the first words that follow: `4 уголовных дела`."""
    near = one.after.casefold().split()[:3]
    return any(word.startswith(forms_of(unit, language)) for unit in units for word in near)


def codes_in(text: Text) -> Iterator[str]:
    """Codes and items that a text names in its words, not in calls."""
    for wording in text.wordings.values():
        yield from _CODE.findall(_LINK.sub(_blank, _blank_calls(wording.raw)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blank_calls(raw: str) -> str:
    for found in found_in(raw):
        raw = f"{raw[: found.start]}{' ' * (found.end - found.start)}{raw[found.end :]}"
    return raw
