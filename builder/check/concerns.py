"""Every risk group, place and sign says which subjects can see it in their work."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.model.library import Library


def check_concerns(library: Library) -> Iterable[Finding]:
    for entry in library.indicators.entries() if library.indicators is not None else ():
        if not entry.concerns:
            yield Finding("Q817", entry.place, {"id": entry.id})
