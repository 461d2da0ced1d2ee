"""Dates, act numbers and other numbers that a wording names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.dates import MONTHS
from builder.base.language import LAW_LANGUAGES, Language
from builder.check.memo import remembered
from builder.check.numerals import whole
from builder.check.register import register_of
from builder.model.library import Library
from builder.model.text import Text

_RU_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма[йяею]", "июн",
    "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_KK_MONTHS = tuple(re.sub("к$", "[кг]", month) for month in MONTHS[Language.KK])
_ANY_KK = "|".join(f"(?:{month})" for month in _KK_MONTHS)
_ANY_RU = "|".join(_RU_MONTHS)
_DATES = (
    re.compile(
        rf"(?<!\d{{4}}\s[–-]\s)(?P<y>\d{{4}})\s+жыл\w*\s+(?P<d>\d{{1,2}})\s+(?P<m>{_ANY_KK})\w*",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<d>\d{{1,2}})\s+(?P<m>{_ANY_RU})\w*\s+(?P<y>\d{{4}})(?!\s[–-]\s\d{{4}})", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
)
"""A day of several years (20 января 2019 – 2020 годов) is no date; its numbers count one by one."""
_MONTH_NUMBERS = tuple(
    (re.compile(stem, re.IGNORECASE), number)
    for stems in (_KK_MONTHS, _RU_MONTHS)
    for number, stem in enumerate(stems, 1)
)
_ACT = re.compile(r"№\s*(\d[\w/]*(?:-\w+)*)")
_NUMBERED = re.compile(r"\s*(?:года|г\.)?\s*№\s*(\d[\w/]*(?:-[IVXLC]+)?)")
_NUMBER = re.compile(r"(?<![\w])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_WITH_WORDS = re.compile(r"(\d+)\s*\(([^)\d]+)\)")
_FIGURE = re.compile(r"[\d№]")
_YEAR = re.compile(r"\d{4}")
"""Every date has one, most texts have none."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counted, because saying a number once and saying it twice are different things."""

    dates: Counter[str]
    acts: Counter[str]
    numbers: Counter[str]


@dataclass(frozen=True, slots=True)
class Figured:
    """The words of a node (of its first text, when it has several) with the figures they name."""

    text: Text
    kk_words: str
    ru_words: str
    kk: Figures
    ru: Figures


def figures(words: str, language: Language) -> Figures:
    dates: Counter[str] = Counter()

    def take(match: re.Match[str]) -> str:
        dates[f"{int(match['d']):02}.{_month(match['m']):02}.{match['y']}"] += 1
        return " "

    if _YEAR.search(words):
        for pattern in _DATES:
            words = pattern.sub(take, words)
    acts = Counter(number.upper() for number in _ACT.findall(words))
    words = _ACT.sub(" ", words)
    numbers = Counter(_plain(found) for found in _NUMBER.findall(words))
    for digits, letters in _WITH_WORDS.findall(words):
        said = whole(letters, language)
        if said is not None and said != int(digits):  # "3 (two)": both are said, so both count
            numbers[str(said)] += 1
    return Figures(dates, acts, numbers)


def undated(words: str) -> str:
    """The words with blanks in place of dates and numbers of acts; the others keep their places."""
    for pattern in (*_DATES, _ACT):
        words = pattern.sub(lambda match: " " * len(match.group()), words)
    return words


def dated_acts(words: str) -> Iterator[tuple[int, str, str]]:
    """Acts cited by date and number: offset, number and the date as `22.10.2024`."""
    if "№" not in words:
        return
    for pattern in _DATES:
        for match in pattern.finditer(words):
            act = _NUMBERED.match(words, match.end())
            if act:
                day = f"{int(match['d']):02}.{_month(match['m']):02}.{match['y']}"
                yield match.start(), act[1].upper(), day


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(number for stem, number in _MONTH_NUMBERS if stem.match(name))


def _plain(number: str) -> str:
    return re.sub(r"\s", "", number).replace(",", ".")


def _make(library: Library) -> tuple[Figured, ...]:
    """Nodes that name any figures; lines of one stamp count as one, for languages order them differently."""
    nodes = register_of(library).nodes
    groups: dict[object, list[Text]] = defaultdict(list)
    for text in library.texts:
        if len(text.wordings) == len(LAW_LANGUAGES):
            groups[nodes.get(id(text), id(text))].append(text)
    found = (_figured(tuple(texts)) for texts in groups.values())
    return tuple(figured for figured in found if figured is not None)


def _figured(texts: tuple[Text, ...]) -> Figured | None:
    kk, ru = (" ".join([text.plain(language) for text in texts]) for language in LAW_LANGUAGES)
    if not _FIGURE.search(kk) and not _FIGURE.search(ru):
        return None
    return Figured(texts[0], kk, ru, figures(kk, Language.KK), figures(ru, Language.RU))


all_figures = remembered(_make)


def difference(one: Counter[str], other: Counter[str]) -> str:
    """What the first has and the second has not, for a message."""
    return shown(one - other)


def shown(counted: Counter[str]) -> str:
    return ", ".join(counted.elements()) or "—"
