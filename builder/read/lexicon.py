"""The vocabulary of values, made ready for looking up: built once, asked a million times."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from builder.model.answers import ValueKind
from builder.model.vocabulary import Spellings, Vocabulary
from builder.read.folding import fold

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|[^\s]")
_REMEMBERED = 50_000
_LONGEST = 4
"""Words of the longest phrase that is looked up beside numbers."""


class Sort(StrEnum):
    """What a word beside a number is."""

    SCALE = "scale"
    UNIT = "unit"
    NUMBER = "number"
    FOREIGN = "foreign"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`number` is the value of a number word or the factor of a scale; `unit` the id of a unit."""

    sort: Sort
    number: int = 0
    unit: str = ""


@dataclass(slots=True)
class Lexicon:
    """Everything by its folded words. `patterns` fill after the rest: they are read with its help."""

    meanings: Mapping[str, Meaning]
    stems: frozenset[str]
    number_words: tuple[str, ...]
    suffixes: tuple[str, ...]
    suffix: re.Pattern[str]
    no_data: re.Pattern[str]
    no_data_why: re.Pattern[str]
    nothing: frozenset[str]
    zero: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    months: Mapping[str, int]
    quarter_words: frozenset[str]
    half_words: frozenset[str]
    date_words: frozenset[str]
    around_words: frozenset[str]
    year: re.Pattern[str]
    patterns: dict[str, ValueKind] = field(default_factory=dict)
    _met: dict[str, Meaning | None] = field(default_factory=dict)

    def meaning(self, words: str) -> Meaning | None:
        """Of a word or phrase; a Kazakh one may carry suffixes."""
        if words in self._met:
            return self._met[words]
        found = self.meanings.get(words)
        if found is None:
            stem = self.stem(words, self.stems)
            found = self.meanings[stem] if stem is not None else None
        if len(self._met) < _REMEMBERED:
            self._met[words] = found
        return found

    def stem(self, words: str, among: Container[str]) -> str | None:
        """The one of the words that these are a form of, with one or two Kazakh suffixes."""
        cut = [words[: -len(suffix)] for suffix in self.suffixes if words.endswith(suffix)]
        for rest in cut:
            if rest in among:
                return rest
        twice = (rest[: -len(suffix)] for rest in cut for suffix in self.suffixes if rest.endswith(suffix))
        return next((rest for rest in twice if rest in among), None)


def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The vocabulary for looking up; patterns are added by `numbers.with_patterns`."""
    suffixes = sorted({fold(word) for word in vocabulary.suffixes}, key=len, reverse=True)
    kazakh = sorted({fold(word) for word in vocabulary.suffixes.kk}, key=len, reverse=True)
    calendar = vocabulary.calendar
    years = sorted(_folded(calendar.year), key=len, reverse=True)
    return Lexicon(
        meanings=_meanings(vocabulary),
        stems=frozenset(_stems(vocabulary)),
        number_words=tuple({_key(word) for number in vocabulary.numbers for word in number.words}),
        suffixes=tuple(kazakh),
        suffix=_suffix_pattern(suffixes),
        no_data=_phrases(vocabulary.no_data),
        no_data_why=_phrases(vocabulary.no_data_why),
        nothing=_folded(vocabulary.nothing),
        zero=_folded(vocabulary.zero),
        yes=_folded(vocabulary.yes),
        no=_folded(vocabulary.no),
        months={word: month.number for month in calendar.months for word in _folded(month.words)},
        quarter_words=_folded(calendar.quarter),
        half_words=_folded(calendar.half),
        date_words=_folded((*calendar.year, *calendar.quarter, *calendar.half)),
        around_words=_folded(calendar.around),
        year=re.compile(
            rf"(?:(?<!\w)(?:{_either(_folded(calendar.around))})\s+)?"
            rf"(?<![\d.,-])((?:19|20)\d\d)\s*-?\s*(?:{_either(years)})(?!\w)\.?"
        ),
    )


def tokens(folded: str) -> list[str]:
    """Words and signs; the full stop of an abbreviation is dropped."""
    found = _TOKEN.findall(folded)
    return [
        word
        for position, word in enumerate(found)
        if word != "." or (position and not found[position - 1].isalpha())
    ]


def longest_phrase(words: list[str], start: int, known: Lexicon) -> tuple[Meaning | None, int]:
    """The meaning of the longest known phrase that begins at a word, and how many words it has."""
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        meaning = known.meaning(" ".join(words[start : start + length]))
        if meaning is not None:
            return meaning, length
    return None, 1


def _meanings(vocabulary: Vocabulary) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for words, meaning in _entries(vocabulary):
        for word in words:
            found.setdefault(_key(word), meaning)
    return found


def _entries(vocabulary: Vocabulary) -> Iterable[tuple[Spellings, Meaning]]:
    for number in vocabulary.numbers:
        yield number.words, Meaning(Sort.NUMBER, number.value)
    for scale in vocabulary.scales:
        yield scale.words, Meaning(Sort.SCALE, 10**scale.zeros)
    for unit in vocabulary.units:
        yield unit.words, Meaning(Sort.UNIT, unit=unit.id)
    yield vocabulary.foreign, Meaning(Sort.FOREIGN)
    yield vocabulary.noise, Meaning(Sort.NOISE)


def _stems(vocabulary: Vocabulary) -> Iterable[str]:
    for words, _ in _entries(vocabulary):
        yield from (_key(word) for word in words.kk)


def _key(word: str) -> str:
    return " ".join(tokens(fold(word)))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _phrases(words: Spellings) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(_folded(words))})(?!\w)")


def _suffix_pattern(suffixes: list[str]) -> re.Pattern[str]:
    """A suffix behind digits; without a hyphen only if it is more than one letter."""
    long = [suffix for suffix in suffixes if len(suffix) > 1]
    return re.compile(rf"(?:-(?:{_either(suffixes)})|(?:{_either(long)}))(?!\w)")
