"""What a Word file says of itself: our properties first, then what is printed on its pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from builder.base.dates import MONTHS
from builder.base.form_id import FormId, find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.model.answers import Found, Marks
from builder.ooxml.opened import Opened
from builder.ooxml.pieces import Line
from builder.ooxml.properties import CUSTOM, read_custom
from builder.ooxml.returned import Returned, paragraphs
from builder.read.codes import leading
from builder.read.word.gaps import text_of

_PREFIX = "qagida-"
_DIGEST = re.compile(r"(?<![0-9a-z])[0-9a-f]{10}(?:[0-9a-f]{2})*(?![0-9a-z])")
_WHOLE = re.compile(r"(\d{1,4})(?:\.0+)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SECTION = re.compile(r"(?:раздел\s*(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\s*[-–‑]\s*бөлім)", re.IGNORECASE)
_DAY = {
    Language.RU: re.compile(r"(\d{1,2})\s+([а-я]+)\s+(\d{4})"),
    Language.KK: re.compile(r"(\d{4})\s+жылғы\s+(\d{1,2})\s+([а-яәғқңөұүһі]+)"),
}
_GENERAL = 1
_TOP = 40
"""Lines at the top among which the number of the form stands."""
_MANY = 3
"""Sections in a file that make it the full questionnaire."""


def marks(opened: Opened, body: Returned) -> Marks:
    """The marks; what properties do not say is looked for in the words."""
    given = _given(opened)
    feet = () if {"form", "hash", "edition"} <= given.keys() else tuple(_feet(opened))
    number = find_form_id(given.get("form", "")) or _number_on_page(body.lines, feet)
    return Marks(
        form_id=str(number) if number is not None else None,
        year=_whole(given.get("year")) or (number.year if number is not None else None),
        section=_whole(given.get("section")) or section(body.lines),
        language=_language(given.get("language")) or (number.language if number is not None else None),
        edition=given.get("edition") or _edition(feet),
        digest=_digest([given.get("hash", ""), *feet]),
    )


def completed(marks: Marks, found: Iterable[Found]) -> Marks:
    """The same with what the respondent wrote of itself: body, region and year."""
    said = {answer.code: answer.text for answer in found if answer.code in ("0.1", "0.2", "0.3")}
    year = _YEAR.search(said.get("0.3", ""))
    return Marks(
        marks.form_id,
        marks.year or (int(year[1]) if year else None),
        marks.section,
        marks.language,
        marks.edition,
        marks.digest,
        said.get("0.1"),
        said.get("0.2"),
    )


def section(lines: Sequence[Line]) -> int | None:
    """The section besides the general one: by its heading, else by the codes of its lines; None for all."""
    named = set(_named(lines))
    counted = Counter(_coded(lines))
    if named:
        return named.pop() if len(named) == 1 else None
    return counted.most_common(1)[0][0] if 0 < len(counted) < _MANY else None


def addressing(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the words that only issued forms have: their number, and what is said about it below."""
    for position, line in enumerate(lines[:_TOP]):
        if line.table >= 0:
            break
        if len(line.pieces) == 1 and find_form_id(text_of(line)) is not None:
            below = lines[position + 1 : position + 2]
            about = [position + 1 for other in below if other.table < 0 and len(other.pieces) == 1]
            return frozenset((position, *about))
    return frozenset()


def _named(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        if line.table < 0 and len(line.pieces) == 1:
            found = _SECTION.match(text_of(line).strip())
            number = int(found[1] or found[2]) if found is not None else _GENERAL
            if number != _GENERAL:
                yield number


def _coded(lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        lead = leading(text_of(line))
        if lead is not None and lead.code.count(".") > 1:
            number = int(lead.code.partition(".")[0])
            if number > _GENERAL:
                yield number


def _given(opened: Opened) -> dict[str, str]:
    """Our properties by their names without the prefix."""
    found = read_custom(opened.tree(CUSTOM)) if CUSTOM in opened else {}
    return {
        key.removeprefix(_PREFIX): value for key, value in found.items() if key.startswith(_PREFIX) and value
    }


def _feet(opened: Opened) -> Iterator[str]:
    for stem in ("footer", "header"):
        for name in opened.beside(stem):
            yield from paragraphs(opened.tree(name))


def _number_on_page(lines: Sequence[Line], feet: tuple[str, ...]) -> FormId | None:
    for text in (*map(text_of, lines[:_TOP]), *feet):
        number = find_form_id(text)
        if number is not None:
            return number
    return None


def _whole(word: str | None) -> int | None:
    found = _WHOLE.fullmatch(word or "")
    return int(found[1]) if found is not None else None


def _language(word: str | None) -> Language | None:
    return next((language for language in LAW_LANGUAGES if language == word), None)


def _edition(feet: Iterable[str]) -> str | None:
    """The date of the edition in the foot of a page, as ISO 8601."""
    for text in feet:
        for language, pattern in _DAY.items():
            found = pattern.search(text.casefold())
            day = _day(found, language) if found is not None else None
            if day is not None:
                return day.isoformat()
    return None


def _day(found: re.Match[str], language: Language) -> date | None:
    year, day, month = (found[1], found[2], found[3]) if language is Language.KK else found.group(3, 1, 2)
    number = next((i for i, word in enumerate(MONTHS[language], 1) if month.startswith(word)), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _digest(texts: Iterable[str]) -> str | None:
    return next((found[0] for text in texts if (found := _DIGEST.search(text)) is not None), None)
