"""All files of one act name the same act, registration, edition and publication.

The files of the order and of the Rules with its appendix follow the order, those of the SOP follow its body,
and every plan stands alone; each of the three follows what it says of itself.
"""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.model.act import OrderFile
from builder.model.library import Library
from builder.model.plan import PlanFile
from builder.model.provenance import Provenance

_KEYS = ("act", "registration", "edition", "publication")


def check_provenance(library: Library) -> Iterable[Finding]:
    if library.order is not None:
        yield from _order(library.order)
    if library.plan is not None:
        yield from _plan(library.plan)
    heads = {
        "sop": None if library.sop is None else library.sop.provenance,
        "plan": None if library.plan is None else library.plan.provenance,
        "": None if library.order is None else library.order.provenance,
    }
    for provenance in library.provenances():
        home = _home(provenance)
        head = heads.get(home, heads[""])
        if head is not None:
            yield from _same(provenance, head)


def _home(provenance: Provenance) -> str:
    """The last folder of the path: `sop`, `plan`, `rules` and so on."""
    return provenance.place.path.rpartition("/")[0].rpartition("/")[2]


def _same(provenance: Provenance, head: Provenance) -> Iterator[Finding]:
    for key in _KEYS:
        expected = getattr(head, key)
        if getattr(provenance, key) != expected:
            yield _finding(provenance, key, str(expected))


def _order(file: OrderFile) -> Iterator[Finding]:
    given, order = file.provenance, file.order
    if given.registration != order.registration.number:
        yield _finding(given, "registration", order.registration.number)
    act = "/".join(number.number for number in order.numbers)
    if given.act != act:
        yield _finding(given, "act", act)


def _plan(file: PlanFile) -> Iterator[Finding]:
    given, resolution = file.provenance, file.plan.resolution
    if given.act != resolution.number:
        yield _finding(given, "act", resolution.number)
    if given.edition != resolution.date:
        yield _finding(given, "edition", resolution.date.isoformat())


def _finding(provenance: Provenance, key: str, expected: str) -> Finding:
    return Finding("Q801", provenance.place, {"key": key, "expected": expected})
