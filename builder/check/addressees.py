"""Every section says whom it asks."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.model.library import Library

GENERAL = 1
"""The section of general questions: for everyone, so it has a title instead of addressees."""


def check_addressees(library: Library) -> Iterable[Finding]:
    for file in library.sections:
        section = file.section
        key = "title" if section.number == GENERAL else "addressees"
        if not getattr(section, key):
            yield Finding("Q508", section.place, {"section": str(section.number), "key": key})
