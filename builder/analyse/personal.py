"""Personal data in the answers of a form: a finding for each, and what no document may show.

The identification block of a form (codes `0.x`) asks for a person and a telephone itself and is passed over.
"""

import re
from collections.abc import Iterable, Iterator

from builder.analyse.case import Case, item_of
from builder.analyse.traces import Span, find_personal
from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import IDENTIFICATION, Form, ValueKind

_FIGURES = frozenset({ValueKind.EXACT, ValueKind.ZERO, ValueKind.NOT_ANSWERED, ValueKind.DATE})
"""Kinds of value that hold no words."""
_UPPER, _LOWER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ", "a-zа-яёәғқңөұүһі"
_SURNAME, _INITIALS = rf"[{_UPPER}][{_LOWER}]{{2,}}", rf"(?:[{_UPPER}]\.\s?){{1,2}}"
_PERSONS = (
    re.compile(rf"(?<!\w){_SURNAME}\s+{_INITIALS}"),
    re.compile(rf"(?<!\w){_INITIALS}{_SURNAME}"),
    re.compile(rf"(?<!\w)[{_UPPER}][{_LOWER}]+(?:(?:ов|ев|и)ич|(?:ов|ев|ич)на|инична|[ұу]лы|[қк]ызы)(?!\w)"),
)


def check_personal(case: Case) -> Iterable[Finding]:
    """One finding (Q790) for each place and number; the number itself is never repeated whole."""
    form = case.form
    for code, spans in _answers(form):
        for span in _once(spans):
            yield _finding(form, code, code, span)
    for stray in form.strays:
        for span in _once(find_personal(stray.text)):
            yield _finding(form, stray.at, stray.near, span)


def held(form: Form, cleared: Iterable[str] = ()) -> frozenset[str]:
    """Codes of answers, and places of strays, that no document may show until somebody clears them."""
    codes = {code for code, _ in _answers(form)}
    places = {stray.at for stray in form.strays if find_personal(stray.text)}
    return frozenset(codes | places) - frozenset(cleared)


def names_person(words: str) -> bool:
    """Whether words are likely to name somebody: a surname with initials, a patronymic in either language."""
    return any(pattern.search(words) for pattern in _PERSONS)


def _answers(form: Form) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for code, answer in form.answers.items():
        value = answer.value
        if value.kind in _FIGURES or code.startswith(IDENTIFICATION):
            continue
        spans = find_personal(value.raw) or (find_personal(value.text) if value.text != value.raw else ())
        if spans:
            yield code, spans


def _once(spans: tuple[Span, ...]) -> Iterable[Span]:
    return {(span.kind, span.shown): span for span in spans}.values()


def _finding(form: Form, at: str, code: str, span: Span) -> Finding:
    data = {"item": item_of(code), "code": code, "personal": span.kind.value, "shown": span.shown}
    return Finding("Q790", Place(form.name, at=at), data)
