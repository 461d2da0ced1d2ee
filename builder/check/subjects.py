"""Whoever is named by an id is in the registry of subjects, and role tables belong to their subjects."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.library import Library

GENERAL = 1
"""The section of general questions, which everyone answers."""
SECTIONS = 16
"""While fewer could be read, nobody can tell which are missing."""


def check_subjects(library: Library) -> Iterable[Finding]:
    if library.subjects is None:
        return
    known = [subject.id for subject in library.subjects.subjects]
    for name, place in _named(library):
        if name not in known:
            yield Finding("Q811", place, {"subject": name, "suggestion": guess(name, known)})
    yield from _tables(library)
    yield from _sections(library)


def _named(library: Library) -> Iterator[tuple[str, Place]]:
    for number in library.order.order.numbers if library.order is not None else ():
        yield number.body, number.place
    for contact in library.contacts.contacts if library.contacts is not None else ():
        yield contact.owner, contact.place
    for act in library.citations.citations if library.citations is not None else ():
        yield from ((body, act.place) for body in act.bodies)
        yield from ((number.body, number.place) for number in act.numbers)
    for part in library.sop.sop.parts if library.sop is not None else ():
        for block in part.blocks:
            yield from ((body, block.place) for body in block.bodies)
            for entry in block.entries:
                yield from ((body, entry.place) for body in entry.bodies)
            yield from ((body, entry.place) for entry in block.entries for body in entry.bodies)
    for indicator in library.indicators.entries() if library.indicators is not None else ():
        yield from ((concern.subject, concern.place) for concern in indicator.concerns)
    for table in library.roles.roles if library.roles is not None else ():
        yield table.subject, table.place
    for memo in library.memos.memos if library.memos is not None else ():
        yield from ((subject, memo.place) for subject in memo.audience)
    yield from _asked(library)


def _asked(library: Library) -> Iterator[tuple[str, Place]]:
    """Subjects of the registry of respondents."""
    if library.respondents is not None:
        yield from ((group.subject, group.place) for group in library.respondents.groups)
        yield from ((body.subject, body.place) for body in library.respondents.bodies)
    for body in library.imported.bodies if library.imported is not None else ():
        yield body.subject, body.place
    for turn in library.rotation.turns if library.rotation is not None else ():
        yield turn.body, turn.place


def _sections(library: Library) -> Iterator[Finding]:
    """Every section but the general one has a subject that answers it, and every section named is there."""
    if library.subjects is None or len(library.sections) < SECTIONS:
        return
    there = {file.section.number: file.section.place for file in library.sections}
    answered = {number for subject in library.subjects.subjects for number in subject.sections}
    for number, place in there.items():
        if number != GENERAL and number not in answered:
            yield Finding("Q821", place, {"section": str(number)})
    for subject in library.subjects.subjects:
        for number in subject.sections:
            if number not in there:
                yield Finding("Q821", subject.place, {"section": str(number)})


def _tables(library: Library) -> Iterator[Finding]:
    """The registry and the role tables say the same about who has which table."""
    if library.roles is None or library.subjects is None:
        return
    tables = {table.number: table for table in library.roles.roles}
    given = {subject.id: subject.role_table for subject in library.subjects.subjects}
    for subject in library.subjects.subjects:
        number = subject.role_table
        if number is not None and (number not in tables or tables[number].subject != subject.id):
            yield Finding("Q819", subject.place, {"subject": subject.id, "table": str(number)})
    for table in tables.values():
        if table.subject in given and given[table.subject] is None:
            yield Finding("Q819", table.place, {"subject": table.subject, "table": str(table.number)})
