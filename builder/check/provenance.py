"""All files name the same act, registration, edition and publication as the order."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.model.library import Library

_KEYS = ("act", "registration", "edition", "publication")


def check_provenance(library: Library) -> Iterable[Finding]:
    if library.order is None:
        return
    order = library.order.order
    given = library.order.provenance
    if given.registration != order.registration.number:
        yield Finding("Q801", given.place, {"key": "registration", "expected": order.registration.number})
    act = "/".join(number.number for number in order.numbers)
    if given.act != act:
        yield Finding("Q801", given.place, {"key": "act", "expected": act})
    for provenance in library.provenances():
        for key in _KEYS:
            expected = getattr(given, key)
            if getattr(provenance, key) != expected:
                yield Finding("Q801", provenance.place, {"key": key, "expected": str(expected)})
