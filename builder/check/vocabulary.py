"""The words by which answers are understood: none twice with different meanings, patterns with a number."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.library import Library
from builder.model.vocabulary import Spellings, Vocabulary

_NUMBER = "{n}"
_SECOND = "{m}"
_OTHER = re.compile(r"\{(?!n\}|m\})|(?<!\{n)(?<!\{m)\}")
_ZEROS = range(1, 13)
_VALUES = range(1_000)


def check_vocabulary(library: Library) -> Iterable[Finding]:
    if library.vocabulary is None:
        return
    vocabulary = library.vocabulary.vocabulary
    for group in _meanings(vocabulary):
        yield from _repeated(group)
    yield from _patterns(vocabulary)
    yield from _numbers(vocabulary)
    if library.units is not None:
        known = {unit.id for unit in library.units.units}
        for unit in vocabulary.units:
            if unit.id not in known:
                yield _finding("unit", unit.id, unit.place)


def _meanings(vocabulary: Vocabulary) -> Iterator[list[tuple[str, Spellings]]]:
    """Groups in which a word may have one meaning only."""
    yield [
        ("no_data", vocabulary.no_data), ("no_data_why", vocabulary.no_data_why),
        ("nothing", vocabulary.nothing), ("zero", vocabulary.zero),
    ]  # fmt: skip
    yield [("yes", vocabulary.yes), ("no", vocabulary.no)]
    yield [
        ("about", vocabulary.about), ("up_to", vocabulary.up_to), ("more_than", vocabulary.more_than),
        ("range", vocabulary.range),
    ]  # fmt: skip
    yield [
        *((str(number.value), number.words) for number in vocabulary.numbers),
        *((f"zeros {scale.zeros}", scale.words) for scale in vocabulary.scales),
        *((unit.id, unit.words) for unit in vocabulary.units),
        ("foreign", vocabulary.foreign), ("noise", vocabulary.noise),
    ]  # fmt: skip
    yield [(f"month {month.number}", month.words) for month in vocabulary.calendar.months]
    yield [("suffixes", vocabulary.suffixes)]
    yield [("around", vocabulary.calendar.around)]


def _repeated(group: list[tuple[str, Spellings]]) -> Iterator[Finding]:
    """A word may stand in both languages of one entry, but not twice in one list nor in two entries."""
    owner: dict[str, str] = {}
    for name, words in group:
        for spelt in (words.kk, words.ru):
            seen: set[str] = set()
            for word in spelt:
                folded = " ".join(word.casefold().split())
                if folded in seen or owner.setdefault(folded, name) != name:
                    yield _finding("repeated", word, words.place)
                seen.add(folded)


def _patterns(vocabulary: Vocabulary) -> Iterator[Finding]:
    for spellings, needed in (
        (vocabulary.about, 1), (vocabulary.up_to, 1), (vocabulary.more_than, 1), (vocabulary.range, 2),
    ):  # fmt: skip
        for phrase in spellings:
            right = phrase.count(_NUMBER) == 1 and phrase.count(_SECOND) == needed - 1
            if not right or _OTHER.search(phrase):
                yield _finding("pattern", phrase, spellings.place)


def _numbers(vocabulary: Vocabulary) -> Iterator[Finding]:
    for number in vocabulary.numbers:
        if number.value not in _VALUES:
            yield _finding("number", str(number.value), number.place)
    for scale in vocabulary.scales:
        if scale.zeros not in _ZEROS:
            yield _finding("number", str(scale.zeros), scale.place)
    for month in vocabulary.calendar.months:
        if not 1 <= month.number <= 12:
            yield _finding("number", str(month.number), month.place)


def _finding(fault: str, word: str, place: Place) -> Finding:
    return Finding("Q640", place, {"slip": fault, "word": word})
