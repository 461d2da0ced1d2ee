"""Every breakdown and list of options that a field names is in the list of breakdowns."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.fields import fields
from builder.check.guess import guess
from builder.model.library import Library


def check_breakdowns(library: Library) -> Iterable[Finding]:
    if library.breakdowns is None:
        return
    known = [breakdown.id for breakdown in library.breakdowns.breakdowns]
    for field in fields(library):
        for name in (*field.breakdowns, field.breakdown, field.options):
            if name is not None and name not in known:
                yield Finding("Q503", field.place, {"breakdown": name, "suggestion": guess(name, known)})
