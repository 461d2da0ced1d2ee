"""Numbers among words: digits grouped in any usual way, number words, thousands and millions, units."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from builder.model.answers import ValueKind
from builder.model.vocabulary import Vocabulary
from builder.read.folding import fold
from builder.read.lexicon import Lexicon, Meaning, Sort, lexicon, longest_phrase, tokens

_DIGITS = re.compile(
    r"(?<![\d.,])(?:"
    r"(?P<spaced>\d{1,3}(?:[ ']\d{3})+)(?P<tail>[.,]\d+)?"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){2,})(?P<comma>,\d+)?"
    r"|(?P<listed>\d{1,3}(?:,\d{3}){2,})(?P<point>\.\d+)?"
    r"|(?P<mixed>\d{1,3}(?:\.\d{3},\d+|,\d{3}\.\d+))"
    r"|(?P<plain>\d+(?:[.,]\d+)?)"
    r")(?![.,]?\d)"
)
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""`1.234`: a decimal fraction, or more than a thousand. Only a word after it can tell."""
_LONGEST = 18
"""Digits of a number; more is not a count of anything."""
NUMBER = "#"


@dataclass(slots=True)
class Number:
    """A number with what makes it doubtful: `spelt` in words, `factor` of its thousands or millions."""

    value: Decimal
    spelt: bool = False
    factor: int = 1
    doubtful: bool = False


@dataclass(slots=True)
class Reading:
    """A text with `#` for every number and without what goes with numbers (units, noise)."""

    skeleton: str = ""
    numbers: list[Number] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    foreign: bool = False


def with_patterns(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon, its patterns read as answers are read: `{n}-ге жуық` becomes `# жуық`."""
    known = lexicon(vocabulary)
    known.patterns[NUMBER] = ValueKind.EXACT
    for words, kind in (
        (vocabulary.range, ValueKind.RANGE),
        (vocabulary.more_than, ValueKind.MORE_THAN),
        (vocabulary.up_to, ValueKind.UP_TO),
        (vocabulary.about, ValueKind.ABOUT),
    ):
        for phrase in words:
            sample = fold(phrase.replace("{n}", "1").replace("{m}", "2"))
            known.patterns.setdefault(read_numbers(sample, known).skeleton, kind)
    return known


def read_numbers(folded: str, known: Lexicon) -> Reading:
    """The numbers of a folded text and the words around them."""
    reader = _Reader(known)
    at = 0
    for match in _DIGITS.finditer(folded):
        if match.start() < at:
            continue
        reader.words(folded[at : match.start()])
        at = match.end()
        if suffix := known.suffix.match(folded, at):
            at = suffix.end()
        reader.digits(match)
    reader.words(folded[at:])
    return reader.finished()


class _Reader:
    def __init__(self, known: Lexicon) -> None:
        self._known = known
        self._items: list[str | Number] = []
        self._reading = Reading()
        self._spelling: _Spelling | None = None

    def digits(self, match: re.Match[str]) -> None:
        self._end_spelling()
        text = match.group()
        plain = match["plain"]
        if plain:
            value = plain.replace(",", ".")
        elif match["mixed"]:
            cut = max(text.rfind("."), text.rfind(","))
            value = re.sub(r"\D", "", text[:cut]) + "." + text[cut + 1 :]
        else:
            whole = match["spaced"] or match["dotted"] or match["listed"]
            fraction = match["tail"] or match["comma"] or match["point"] or ""
            value = re.sub(r"\D", "", whole) + fraction.replace(",", ".")
        if len(value) > _LONGEST:
            self._items.append("…")  # no pattern has it
            return
        self._items.append(Number(Decimal(value), doubtful=bool(plain and _DOUBTFUL.fullmatch(plain))))

    def words(self, text: str) -> None:
        if not text or text == " ":
            return
        found = tokens(text)
        at = 0
        while at < len(found):
            meaning, length = longest_phrase(found, at, self._known)
            self._take(meaning, " ".join(found[at : at + length]))
            at += length

    def _take(self, meaning: Meaning | None, words: str) -> None:
        if meaning is not None and meaning.sort is Sort.NUMBER:
            self._spell(meaning.number)
            return
        if meaning is not None and meaning.sort is Sort.SCALE:
            self._scale(meaning.number)
            return
        self._end_spelling()
        match meaning:
            case None:
                self._items.append(words)
            case Meaning(Sort.UNIT, unit=unit):
                self._reading.units.append(unit)
            case Meaning(Sort.FOREIGN):
                self._reading.foreign = True
            case _:
                pass

    def _spell(self, value: int) -> None:
        if self._spelling is None or not self._spelling.add(value):
            self._end_spelling()
            self._spelling = _Spelling()
            self._spelling.add(value)

    def _scale(self, factor: int) -> None:
        last = self._items[-1] if self._items else None
        if self._spelling is not None:
            self._spelling.scale(factor)
        elif isinstance(last, Number) and last.factor == 1 and not last.spelt:
            last.value *= factor
            last.factor = factor
            last.doubtful = False
        else:
            self._spelling = _Spelling()
            self._spelling.scale(factor)

    def _end_spelling(self) -> None:
        if self._spelling is not None:
            self._items.append(Number(Decimal(self._spelling.value), spelt=True))
            self._spelling = None

    def finished(self) -> Reading:
        self._end_spelling()
        items: list[str | Number] = []
        for item in self._items:
            last = items[-1] if items else None
            if isinstance(item, Number) and isinstance(last, Number) and item.value < last.factor:
                last.value += item.value  # 1 million 200 thousand
                last.factor = item.factor
            else:
                items.append(item)
        self._reading.numbers = [item for item in items if isinstance(item, Number)]
        self._reading.skeleton = " ".join(NUMBER if isinstance(item, Number) else item for item in items)
        return self._reading


class _Spelling:
    """A number being put together from words: each must be smaller than the room the last one left."""

    def __init__(self) -> None:
        self._done = 0
        self._current = 0
        self._room = 1000

    @property
    def value(self) -> int:
        return self._done + self._current

    def add(self, value: int) -> bool:
        """False when the word begins another number."""
        if value == 100 and 0 < self._current < 10:  # Kazakh says "three hundred" in two words
            self._current *= 100
            self._room = 100
            return True
        if value >= self._room:
            return False
        self._current += value
        self._room = 100 if value >= 100 else 10 if value >= 10 and value % 10 == 0 else 1
        return True

    def scale(self, factor: int) -> None:
        self._done += max(self._current, 1) * factor
        self._current = 0
        self._room = 1000
