"""Acts exist once: every citation is in the list of acts, and every dated number agrees with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from builder.base.finding import Finding
from builder.check.figures import dated_acts
from builder.check.guess import guess
from builder.check.register import register_of
from builder.model.library import Library
from builder.model.text import Text

_ELSEWHERE = ("/rules/divergences.yaml",)


def check_citations(library: Library) -> Iterable[Finding]:
    if library.citations is None:
        return
    known = [act.id for act in library.citations.citations]
    for group in library.sop.sop.legal_basis.groups if library.sop is not None else ():
        for name in group.citations:
            if name not in known:
                data = {"citation": name, "suggestion": guess(name, known)}
                yield Finding("Q812", group.place, data)
    if library.order is not None and library.plan is not None:
        acts = _acts(library)
        register = register_of(library)
        for text in library.texts:
            if not text.place.path.endswith(_ELSEWHERE) and not register.silences_parity(text):
                yield from _cited(text, acts)


def _cited(text: Text, acts: dict[str, set[str]]) -> Iterator[Finding]:
    for wording in text.wordings.values():
        for offset, number, day in dated_acts(wording.raw):
            place = wording.at(offset)
            if number not in acts:
                yield Finding("Q818", place, {"number": number, "date": day})
            elif day not in acts[number]:
                expected = ", ".join(sorted(acts[number]))
                yield Finding("Q816", place, {"number": number, "date": day, "expected": expected})


def _acts(library: Library) -> dict[str, set[str]]:
    """Dates by number of every act that the content knows."""
    acts: dict[str, set[str]] = defaultdict(set)
    for number, day in _numbers(library):
        if number is not None and day is not None:
            acts[number.upper()].add(f"{day:%d.%m.%Y}")
    return dict(acts)


def _numbers(library: Library) -> Iterator[tuple[str | None, date | None]]:
    if library.order is not None:
        order = library.order.order
        yield order.registration.number, order.registration.date
        yield from ((item.number, item.date) for item in order.numbers)
    if library.plan is not None:
        yield library.plan.plan.resolution.number, library.plan.plan.resolution.date
    for act in library.citations.citations if library.citations is not None else ():
        yield act.number, act.date
        yield from ((item.number, item.date) for item in act.numbers)
        if act.ratified is not None:
            yield act.ratified.number, act.ratified.date
