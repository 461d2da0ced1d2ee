"""Terms that end on a Saturday or a Sunday: told of, never moved (Rules, point 9)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from builder.base.finding import Finding
from builder.base.place import Place

_NAMES = {5: "saturday", 6: "sunday"}
_WEEK = 7


def on_day_off(last: date, path: Path) -> Iterator[Finding]:
    """Q667 when the last day of a term is a day off; `path` is what the finding is about.

    Public holidays are unknown here: they are moved by decisions of every year.
    """
    name = _NAMES.get(last.weekday())
    if name is None:
        return
    following = last + timedelta(_WEEK - last.weekday())
    data = {
        "day": f"{last:%d.%m.%Y}",
        "weekday": name,
        "next": f"{following:%d.%m.%Y}",
        "iso": following.isoformat(),
    }
    yield Finding("Q667", Place(str(path)), data)
