"""Stretches of words to look at, with their places: every wording of every text, and the terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.memo import remembered
from builder.check.register import Register
from builder.model.library import Library
from builder.model.text import Text, Wording


@dataclass(frozen=True, slots=True)
class Passage:
    """`words` as written, markup included, so that offsets lead to places in the file."""

    words: str
    language: Language
    text: Text | None
    wording: Wording | None
    place: Place

    def at(self, offset: int) -> Place:
        return self.place if self.wording is None else self.wording.at(offset)

    def known(self, register: Register, words: str) -> bool:
        """The words are official and the register says that they stand in the publication so."""
        return self.text is not None and register.covers(self.text, self.language, words)


def _texts(library: Library) -> Iterator[Passage]:
    for text in library.texts:
        for language, wording in text.wordings.items():
            yield Passage(wording.raw, language, text, wording, wording.place)


def _terms(library: Library) -> Iterator[Passage]:
    for term in library.terms.terms if library.terms is not None else ():
        for language in LAW_LANGUAGES:
            form = term.form(language)
            yield Passage(form.term, language, None, None, form.place)


def _make(library: Library) -> tuple[Passage, ...]:
    return (*_texts(library), *_terms(library))


passages = remembered(_make)
