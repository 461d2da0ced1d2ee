"""How people write values in answers: the words that legal staff keep, both languages side by side.

Both languages are looked through for every answer, since Kazakh forms come back in Russian and the other
way round. Capitals, kinds of dash, space and apostrophe make no difference.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words or phrases of one meaning; `{n}` and `{m}` stand for numbers, whatever suffix follows them."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]
    place: Place

    def __iter__(self) -> Iterator[str]:
        yield from self.kk
        yield from self.ru


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies: `zeros` 3 for thousands."""

    zeros: int
    words: Spellings
    place: Place


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How the unit `id` is written after a number, in all its forms."""

    id: str
    words: Spellings
    place: Place


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words: units, teens, tens and hundreds; greater ones are made of these and the scales."""

    value: int
    words: Spellings
    place: Place


@dataclass(frozen=True, slots=True)
class Month:
    number: int
    words: Spellings
    place: Place


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates: months, `year` and `quarter` after or before their number, words around a date."""

    months: tuple[Month, ...]
    year: Spellings
    quarter: Spellings
    half: Spellings
    around: Spellings
    place: Place


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`no_data` says that there are none, `no_data_why` says it and why at once.

    `nothing` may mean zero or no data, so it is asked back; `zero` can only mean zero. `noise` are words
    beside a number that change nothing.
    """

    no_data: Spellings
    no_data_why: Spellings
    nothing: Spellings
    zero: Spellings
    yes: Spellings
    no: Spellings
    about: Spellings
    up_to: Spellings
    more_than: Spellings
    range: Spellings
    noise: Spellings
    foreign: Spellings
    suffixes: Spellings
    scales: tuple[Scale, ...]
    units: tuple[UnitWords, ...]
    numbers: tuple[NumberWord, ...]
    calendar: Calendar
    place: Place


@dataclass(frozen=True, slots=True)
class ValuesFile:
    """content/collection/values.yaml."""

    provenance: Provenance
    vocabulary: Vocabulary
