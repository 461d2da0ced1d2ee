"""Nodes of a government plan: identifier, place and texts of each, in order."""

from collections.abc import Iterator

from builder.base import ids
from builder.model.plan import Measure, Plan, Resolution
from builder.model.sop_nodes import Spot, spot

_RESOLUTION = "plan/resolution"


def plan_spots(plan: Plan) -> Iterator[Spot]:
    yield from _resolution(plan.resolution)
    yield spot(ids.part("plan", "stamp"), plan.place, *plan.stamp)
    yield spot(ids.part("plan", "title"), plan.title.place, plan.title)
    yield spot(ids.part("plan", "columns"), plan.place, *plan.columns)
    for section in plan.sections:
        yield spot(ids.part("plan", "section", section.number), section.place, section.title)
    for measure in plan.measures:
        yield from _measure(measure)
    yield spot(ids.part("plan", "note"), plan.note.place, plan.note)
    for position, entry in enumerate(plan.key, 1):
        yield spot(ids.part("plan", "abbreviation", position), entry.place, entry.short, entry.full)


def _resolution(resolution: Resolution) -> Iterator[Spot]:
    act = _RESOLUTION
    yield spot(ids.part(act, "title"), resolution.title.place, resolution.title)
    yield spot(ids.part(act, "imprint"), resolution.imprint.place, resolution.imprint)
    yield spot(ids.part(act, "preamble"), resolution.preamble.place, resolution.preamble)
    for point in resolution.points:
        yield spot(ids.point(act, point.number), point.place, point.text)
        for sub in point.subpoints:
            yield spot(ids.subpoint(act, point.number, sub.number), sub.place, sub.text)
    signature = resolution.signature
    yield spot(ids.part(act, "signature"), signature.place, signature.post, signature.name)


def _measure(measure: Measure) -> Iterator[Spot]:
    yield spot(
        ids.measure(measure.number),
        measure.place,
        measure.measure,
        measure.form,
        measure.executors,
        measure.deadline,
    )
    for part in measure.parts:
        yield spot(ids.measure(part.number), part.place, part.measure, part.executors)
