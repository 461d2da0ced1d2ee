"""Every defined term stands in its definition."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES
from builder.check.register import register_of
from builder.model.library import Library

_ENDING = 3
"""Letters at the end of a word that its case may change."""


def check_definitions(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for term in library.terms.terms if library.terms is not None else ():
        if term.defined_at is None or term.defined_at not in register.texts:
            continue
        for language in LAW_LANGUAGES:
            form = term.form(language)
            if not _stands(form.term, register.words(term.defined_at, language)):
                yield Finding("Q603", form.place, {"term": form.term, "node": term.defined_at})


def _stands(term: str, definition: str) -> bool:
    """Every word of the term begins some word there; endings and order may differ."""
    words = [word.strip('«»"“”().,;:–—') for word in definition.casefold().split()]
    stems = (word[: max(3, len(word) - _ENDING)] for word in term.casefold().split())
    return all(any(word.startswith(stem) for word in words) for stem in stems)
