"""Every contact was checked within a year."""

from collections.abc import Iterable
from datetime import date

from builder.base.finding import Finding
from builder.model.library import Library


def check_freshness(library: Library, today: date) -> Iterable[Finding]:
    for contact in library.contacts.contacts if library.contacts is not None else ():
        if contact.checked_on < _a_year_before(today):
            data = {"contact": contact.id, "date": contact.checked_on.isoformat()}
            yield Finding("Q820", contact.place, data)


def _a_year_before(today: date) -> date:
    """29 February goes back to 28 February."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28)
