"""Every number has its unit, one of the list."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.fields import measured
from builder.check.guess import guess
from builder.model.library import Library
from builder.model.questionnaire import NUMERIC


def check_units(library: Library) -> Iterable[Finding]:
    known = None if library.units is None else [unit.id for unit in library.units.units]
    for field in measured(library):
        if field.unit is None:
            if field.kind in NUMERIC:
                yield Finding("Q501", field.place, {"kind": str(field.kind)})
        elif known is not None and field.unit not in known:
            yield Finding("Q502", field.place, {"unit": field.unit, "suggestion": guess(field.unit, known)})
