"""Every contact that a memo shows or dials is in the list of contacts."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.library import Library
from builder.model.memos import Memo, Step
from builder.model.text import Text

_DIALLED = re.compile(r"номер[уа]? (\d[\d-]*)|(\d[\d-]*) нөмір")


def check_contacts(library: Library) -> Iterable[Finding]:
    if library.contacts is None or library.memos is None:
        return
    ids = [contact.id for contact in library.contacts.contacts]
    values = [contact.value for contact in library.contacts.contacts]
    for memo in library.memos.memos:
        for step in _steps(memo):
            if step.contact is not None and step.contact not in ids:
                yield _finding(step.contact, ids, step.place)
            for number, place in _numbers(step):
                if number not in values:
                    yield _finding(number, values, place)


def _finding(name: str, known: list[str], place: Place) -> Finding:
    return Finding("Q813", place, {"contact": name, "suggestion": guess(name, known)})


def _steps(memo: Memo) -> Iterator[Step]:
    yield from memo.steps
    if memo.plain is not None:
        yield from memo.plain.steps


def _numbers(step: Step) -> Iterator[tuple[str, Place]]:
    texts: tuple[Text | None, ...] = (step.headline, step.text, *step.advice)
    for text in texts:
        for wording in text.wordings.values() if text is not None else ():
            for match in _DIALLED.finditer(wording.raw):
                yield match[1] or match[2], wording.at(match.start())
