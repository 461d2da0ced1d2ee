"""Which form a file without marks is: by the words that it shares with each blank form."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.answers import Marks
from builder.ooxml.pieces import Line
from builder.read.expected import Expected
from builder.read.word.gaps import text_of
from builder.read.wording import folded

ExpectedFor = Callable[[Marks], Expected | None]

_FIRST, _LAST = 2, 16
"""Sections of the questionnaire that have addressees."""
_ENOUGH = 4
"""Lines that must be the same before a file is taken for a form."""


def recognised(
    lines: Sequence[Line], marks: Marks, expected_for: ExpectedFor
) -> tuple[Marks, Expected] | None:
    """The form with the most lines in common; None where hardly any are."""
    own = {folded(text_of(line)) for line in lines if len(line.pieces) == 1}
    best: tuple[int, Marks, Expected] | None = None
    for guess in _guesses(marks):
        form = expected_for(guess)
        if form is not None:
            shared = len(own & form.wordings)
            if best is None or shared > best[0]:
                best = (shared, guess, form)
    return (best[1], best[2]) if best is not None and best[0] >= _ENOUGH else None


def _guesses(marks: Marks) -> Iterator[Marks]:
    """What is known stays; languages are tried, then sections."""
    languages = sorted(LAW_LANGUAGES, key=lambda language: language is not marks.language)
    sections = (marks.section,) if marks.section is not None else (None, *range(_FIRST, _LAST + 1))
    for section in sections:
        for language in languages:
            yield replace(marks, section=section, language=language)


def other(language: Language) -> Language:
    """The other language of the law."""
    return next(item for item in LAW_LANGUAGES if item is not language)
