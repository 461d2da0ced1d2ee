"""Every body that a document names is known to a registry."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.check.names import Words, begins, holds, known_names, words_of
from builder.check.register import register_of
from builder.model.library import Library
from builder.model.text import Text

_STEMS = ("Министерств", "Комитет", "Агентств")
_RUSSIAN = re.compile(rf"\b(?:{'|'.join(_STEMS)})\w*(?:,? [а-яё]+)+")
_KAZAKH = re.compile(r"министрліг\w*")
_BEFORE = re.compile(r"(?:[\w-]+,? ){1,8}$")
"""Honest but narrow: ministries in both languages, committees and agencies in Russian."""
_FAR = 120
"""Characters before a ministry in which its name stands."""
_ELSEWHERE = ("/rules/divergences.yaml", "/labels.yaml")


def check_bodies(library: Library) -> Iterable[Finding]:
    if library.subjects is None or library.sop is None or library.plan is None:
        return
    register = register_of(library)
    names = known_names(library)
    for text in library.texts:
        if text.place.path.endswith(_ELSEWHERE):
            continue
        for language, offset, body in _named(text, names):
            if not register.covers(text, language, body):
                wording = text[language]
                place = wording.at(max(0, wording.raw.find(body, offset)))
                yield Finding("Q814", place, {"body": body})
    yield from _addressees(library, names[Language.RU])


def _named(text: Text, names: dict[Language, tuple[Words, ...]]) -> Iterator[tuple[Language, int, str]]:
    """Names of bodies that no registry knows."""
    for language in LAW_LANGUAGES:
        if language not in text.wordings:
            continue
        find = _russian if language is Language.RU else _kazakh
        for offset, body in find(text.plain(language)):
            words = words_of(body)
            if not any(_fits(language, words, name) for name in names[language]):
                yield language, offset, body


def _russian(words: str) -> Iterator[tuple[int, str]]:
    if any(stem in words for stem in _STEMS):
        for match in _RUSSIAN.finditer(words):
            yield match.start(), match.group()


def _kazakh(words: str) -> Iterator[tuple[int, str]]:
    """The word `министрлігі` with up to eight words before it."""
    for match in _KAZAKH.finditer(words):
        before = _BEFORE.search(words[max(0, match.start() - _FAR) : match.start()])
        if before:
            offset = match.start() - len(before.group())
            yield offset, words[offset : match.end()]


def _fits(language: Language, words: Words, name: Words) -> bool:
    """In Russian a name goes on after its first word, in Kazakh it ends with `министрлігі`."""
    return begins(words, name) if language is Language.RU else begins(words[-len(name) :], name)


def _addressees(library: Library, names: tuple[Words, ...]) -> Iterator[Finding]:
    """Whoever a section of the questionnaire asks is a subject of the registry."""
    for file in library.sections:
        for text in file.section.addressees:
            if Language.RU in text.wordings:
                words = words_of(text.plain(Language.RU))
                if not any(holds(words, name) for name in names):
                    yield Finding("Q814", text.place, {"body": text.plain(Language.RU)})
