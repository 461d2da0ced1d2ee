"""Every reference leads to a node that exists."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.library import Library
from builder.model.nodes import identifiers
from builder.model.text import Wording

_ADDRESS = re.compile(r"https://|mailto:")
_ACTS = ("order", "rules", "questionnaire", "sop", "plan")
_SOP_HOMES = {
    "sop/role": "roles",
    "sop/group/": "indicators",
    "sop/place/": "indicators",
    "sop/sign/": "indicators",
    "sop/action": "indicators",
}
_REGISTRIES = {
    "subject": "subjects",
    "citation": "citations",
    "contact": "contacts",
    "memo": "memos",
    "region": "regions",
    "respondent": "respondents",
}
"""Beginnings of identifiers, and the part of the library that holds such nodes."""
_SECTION = re.compile(r"questionnaire/(\d+)")


def check_references(library: Library) -> Iterable[Finding]:
    known = {name: None for name, _ in identifiers(library)}  # in order of publication
    read = _read(library)
    for target, place in _references(library):
        if target not in known and _home(target) in read:
            yield Finding("Q404", place, {"target": target, "suggestion": guess(target, known)})


def _references(library: Library) -> Iterator[tuple[str, Place]]:
    for text in library.texts:
        for wording in text.wordings.values():
            yield from _links(wording)
    for entry in library.divergences.divergences if library.divergences is not None else ():
        for node in entry.where:
            yield node, entry.place
    for term in library.terms.terms if library.terms is not None else ():
        if term.defined_at is not None:
            yield term.defined_at, term.place


def _links(wording: Wording) -> Iterator[tuple[str, Place]]:
    for run in wording.runs:
        if run.target is not None and not _ADDRESS.match(run.target):
            yield run.target, wording.at(max(0, wording.raw.find(f"]({run.target}") + 2))


def _home(target: str) -> str:
    """What must have been read before the target can be called missing."""
    section = _SECTION.match(target)
    if section and 1 <= int(section[1]) <= 16:
        return f"section {int(section[1])}"
    act = target.partition("/")[0]
    if act == "sop":
        return next((home for begin, home in _SOP_HOMES.items() if target.startswith(begin)), "sop")
    return act if act in _ACTS else _REGISTRIES.get(act, "nothing")


def _read(library: Library) -> set[str]:
    """Parts that are there; a reference into a broken file is no fault of the reference."""
    homes = (*_ACTS, *_SOP_HOMES.values(), *_REGISTRIES.values())
    return {
        "nothing",
        *(name for name in homes if getattr(library, name) is not None),
        *(f"section {file.section.number}" for file in library.sections),
    }
