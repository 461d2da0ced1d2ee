"""Whatever is numbered in the SOP, its memos and the plan."""

from collections.abc import Iterable, Iterator

from builder.base import ids
from builder.base.place import Place
from builder.model.library import Library
from builder.model.memos import Memo
from builder.model.plan import Plan
from builder.model.sop import Sop

Numbered = tuple[int, Place, str]
"""A number, its place and the id of the node it numbers."""


def sop_series(library: Library) -> Iterator[Iterable[Numbered]]:
    if library.sop is not None:
        yield from _sop(library.sop.sop)
    if library.roles is not None:
        yield [
            (table.number, table.place, ids.part("sop", "role", table.number))
            for table in library.roles.roles
        ]
    for memo in library.memos.memos if library.memos is not None else ():
        yield from _memo(memo)
    if library.plan is not None:
        yield from _plan(library.plan.plan)


def _sop(sop: Sop) -> Iterator[Iterable[Numbered]]:
    yield [(term.number, term.place, ids.part("sop", "term", term.number)) for term in sop.terms]
    yield [(one.number, one.place, ids.part("sop", "direction", one.number)) for one in sop.directions]
    for part in sop.parts:
        for position, block in enumerate(part.blocks, 1):
            node = ids.block(part.id, position)
            yield [
                (entry.number, entry.place, ids.within(node, "entry", count))
                for count, entry in enumerate(block.entries, 1)
                if entry.number is not None
            ]


def _memo(memo: Memo) -> Iterator[Iterable[Numbered]]:
    node = ids.memo(memo.id)
    yield [(step.number, step.place, ids.memo(memo.id, step.number)) for step in memo.steps]
    for name, rights in (("right", memo.rights), ("migrant_right", memo.migrant_rights)):
        yield [(right.number, right.place, ids.within(node, name, right.number)) for right in rights]
    if memo.plain is not None:
        plain = f"{memo.id}/plain"
        yield [(step.number, step.place, ids.memo(plain, step.number)) for step in memo.plain.steps]


def _plan(plan: Plan) -> Iterator[Iterable[Numbered]]:
    act = "plan/resolution"
    points = plan.resolution.points
    yield [(point.number, point.place, ids.point(act, point.number)) for point in points]
    for point in points:
        yield [
            (sub.number, sub.place, ids.subpoint(act, point.number, sub.number)) for sub in point.subpoints
        ]
    yield [(one.number, one.place, ids.part("plan", "section", one.number)) for one in plan.sections]
    yield [(measure.number, measure.place, ids.measure(measure.number)) for measure in plan.measures]
