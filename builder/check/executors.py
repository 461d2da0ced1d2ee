"""Everybody whom a plan names as an executor can inform of the work on a form of its own."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.language import Language
from builder.base.place import Place
from builder.model.library import Library
from builder.model.plan import Executor, Plan

_ID = re.compile(r"[a-z]+(?:_[a-z]+)*")
"""It names a file."""


def check_executors(library: Library) -> Iterable[Finding]:
    if library.plan is None:
        return
    plan = library.plan.plan
    key = {entry.short.plain(Language.RU) for entry in plan.key}
    for one in plan.executors:
        if not _ID.fullmatch(one.id) or (one.body not in key and one.name is None):
            yield _finding(one.body, one.place)
    known = {one.body for one in plan.executors}
    for body, place in _named(plan) if plan.reporting else ():
        if body not in known and body in key:
            yield _finding(body, place)
    yield from _repeats(plan.executors)


def _finding(body: str, place: Place) -> Finding:
    return Finding("Q684", place, {"body": body})


def _named(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Bodies of measures and of their parts, each where it is named first."""
    seen: set[str] = set()
    for measure in plan.measures:
        named = [(body, measure.place) for body in measure.bodies]
        named += [(body, part.place) for part in measure.parts for body in part.bodies]
        for body, place in named:
            if body not in seen:
                yield body, place
            seen.add(body)


def _repeats(executors: Iterable[Executor]) -> Iterator[Finding]:
    """Two with one id would write one file; two with one body are one and the same."""
    first: dict[str, Place] = {}
    for one in executors:
        for name in dict.fromkeys((one.id, one.body)):
            if name in first:
                yield Finding("Q403", one.place, {"id": name, "line": str(first[name].line)})
            first.setdefault(name, one.place)
