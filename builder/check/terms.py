"""No other wording stands where the defined term belongs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.register import register_of
from builder.model.library import Library
from builder.model.text import Text, Wording

_Hit = tuple[Text, int, str, str]
"""A text, the offset in its words, the phrase found and the term that belongs there."""


def check_terms(library: Library) -> Iterable[Finding]:
    if library.terms is None:
        return
    register = register_of(library)
    quoted = {id(defect.note) for defect in library.sop.sop.defects} if library.sop is not None else set()
    texts = [text for text in library.texts if id(text) not in quoted and not _elsewhere(text)]
    for language in LAW_LANGUAGES:
        pairs = [
            (phrase.lower(), term.form(language).term)
            for term in library.terms.terms
            for phrase in term.form(language).avoid
        ]
        written = [text for text in texts if language in text.wordings]
        for text, offset, phrase, term in _hits(written, language, pairs):
            found = _whole(text.plain(language), offset, len(phrase))
            if not register.speaks_of(text, language, found):
                yield Finding("Q601", _place(text[language], found, offset), {"found": found, "term": term})


_ELSEWHERE = (
    "/rules/divergences.yaml",
    "/sop/wording.yaml",
    "/sop/citations.yaml",
    "/plan/2018-2020.yaml",
    "/sources.yaml",
)
"""Files that speak about wordings, hold titles of others, or are an older act with terms of its own."""


def _elsewhere(text: Text) -> bool:
    return text.place.path.endswith(_ELSEWHERE)


def _hits(texts: list[Text], language: Language, pairs: Iterable[tuple[str, str]]) -> Iterator[_Hit]:
    """All texts in one string: a plain search per phrase is much faster than one large pattern."""
    plain = [text.plain(language).lower() for text in texts]
    starts = [0, *accumulate(len(words) + 1 for words in plain)]
    heap = "\n".join(plain)
    for phrase, term in pairs:
        offset = heap.find(phrase)
        while offset >= 0:
            if offset == 0 or not heap[offset - 1].isalnum():
                position = bisect_right(starts, offset) - 1
                yield texts[position], offset - starts[position], phrase, term
            offset = heap.find(phrase, offset + 1)


def _whole(words: str, offset: int, length: int) -> str:
    """The phrase with the rest of its last word."""
    end = offset + length
    while end < len(words) and words[end].isalpha():
        end += 1
    return words[offset:end]


def _place(wording: Wording, found: str, offset: int) -> Place:
    """Markup only makes the words longer, so they stand at the offset or after it."""
    offset = wording.raw.find(found, offset)
    return wording.at(offset) if offset >= 0 else wording.place
