"""Every identifier is given once."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.library import Library
from builder.model.questionnaire import Section


class _Known(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


def check_duplicates(library: Library) -> Iterable[Finding]:
    for group in _groups(library):
        yield from _repeats((known.id, known.place) for known in group)
    yield from _repeats(
        (f"questionnaire/{file.section.number}", file.section.place) for file in library.sections
    )


def _repeats(pairs: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, place in pairs:
        if name in first:
            yield Finding("Q403", place, {"id": name, "line": str(first[name].line)})
        else:
            first[name] = place


def _groups(library: Library) -> Iterator[Iterable[_Known]]:
    """Numbers of points, items and the like repeat under a code of their own (Q402)."""
    if library.units is not None:
        yield library.units.units
    if library.breakdowns is not None:
        yield library.breakdowns.breakdowns
        for breakdown in library.breakdowns.breakdowns:
            yield breakdown.categories
    if library.terms is not None:
        yield library.terms.terms
    if library.divergences is not None:
        yield library.divergences.divergences
    if library.answer_checks is not None:
        yield library.answer_checks.checks.naming
        yield library.answer_checks.checks.rules()
    yield from _registries(library)
    yield from _asked(library)
    for file in library.sections:
        yield from _columns(file.section)


def _registries(library: Library) -> Iterator[Iterable[_Known]]:
    if library.subjects is not None:
        yield library.subjects.subjects
    if library.contacts is not None:
        yield library.contacts.contacts
    if library.citations is not None:
        yield library.citations.citations
    if library.sop is not None:
        yield library.sop.sop.parts
    if library.memos is not None:
        yield library.memos.memos
    if library.wording is not None:
        yield library.wording.wording
    if library.indicators is not None:
        for _, lists in library.indicators.kinds():
            yield lists
            yield [entry for one in lists for entry in one.entries]


def _asked(library: Library) -> Iterator[Iterable[_Known]]:
    """An imported body may have the id of another, which it corrects; among themselves none repeats."""
    if library.regions is not None:
        yield library.regions.regions
    if library.respondents is not None:
        yield library.respondents.groups
        yield library.respondents.bodies
    if library.imported is not None:
        yield library.imported.bodies


def _columns(section: Section) -> Iterator[Iterable[_Known]]:
    for item in section.items:
        for field in item.fields:
            yield field.columns
