"""Names of subjects found in texts in whatever grammatical form."""

import re
from collections.abc import Iterator, Sequence

from builder.base.language import Language
from builder.check.memo import remembered
from builder.model.library import Library

_WORD = re.compile(r"[\w-]+")
_COUNTRY = re.compile(r"^қазақстан республикасы(?:ның)? | республики казахстан$")
"""Said or left out before or after the name of a body."""
_ENDING = 3
"""Letters at the end of a word that its case may change."""

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def same(one: str, other: str) -> bool:
    """Two forms of one word: they begin alike."""
    length = max(_ENDING, min(len(one), len(other)) - _ENDING)
    return one[:length] == other[:length]


def begins(words: Sequence[str], name: Words) -> bool:
    return len(words) >= len(name) and all(same(*pair) for pair in zip(words, name, strict=False))


def holds(words: Words, name: Words) -> bool:
    """The name stands somewhere among the words, in one piece."""
    return any(begins(words[start:], name) for start in range(len(words) - len(name) + 1))


def _names(library: Library, language: Language) -> Iterator[str]:
    for subject in library.subjects.subjects if library.subjects is not None else ():
        yield subject.name.plain(language)
        yield from subject.also.get(language, ())
    for entry in library.sop.sop.abbreviations if library.sop is not None else ():
        yield entry.full.plain(language)
    for entry in library.plan.plan.key if library.plan is not None else ():
        yield entry.full.plain(language)


def _bare(name: str) -> str:
    return _COUNTRY.sub("", name.casefold())


def _make(library: Library) -> dict[Language, tuple[Words, ...]]:
    return {
        language: tuple({words_of(_bare(name)): None for name in _names(library, language)})
        for language in (Language.KK, Language.RU)
    }


known_names = remembered(_make)
"""Names of all bodies that a registry knows: subjects, the SOP's abbreviations, the key of the plan."""
