"""The folder the program works in."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from builder.base.dates import KAZAKHSTAN, legal_day
from builder.model.library import Content


@dataclass(frozen=True, slots=True)
class Project:
    """Root of a checkout: `content/` and `templates/` below it."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def assessments(self) -> Path:
        """A folder for each period; it need not be there."""
        return self.root / "assessment"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def output(self) -> Path:
        return self.root / "output"


def find(start: Path) -> Project:
    """The nearest folder upwards that has `content/`; `start` itself where none has."""
    for folder in (start, *start.parents):
        if (folder / "content").is_dir():
            return Project(folder)
    return Project(start)


def created(content: Content) -> datetime:
    """The moment written into documents: SOURCE_DATE_EPOCH, else midnight of the edition's date."""
    return moment_of(content.provenance.edition)


def moment_of(day: date) -> datetime:
    """The moment written into documents of a day: SOURCE_DATE_EPOCH, else its midnight."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(day, time(), UTC)


def today() -> date:
    """The day that counts as today: QAGIDA_TODAY (2026-11-21), else the day in Kazakhstan by the clock."""
    return legal_day(now())


def now() -> datetime:
    """The moment that counts as now; of a day named in QAGIDA_TODAY it is the hour of the clock.

    So a past year can be gone through as it would have been: the examples do.
    """
    clock = datetime.now(UTC)
    try:
        day = date.fromisoformat(os.environ.get("QAGIDA_TODAY", ""))
    except ValueError:
        return clock
    return datetime.combine(day, clock.astimezone(KAZAKHSTAN).timetz()).astimezone(UTC)
