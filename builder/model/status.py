"""Who answered, who is late, how complete: the state of one collection on a day (Rules, points 9 and 13 1)).

Filled by analysis, shown by the register of answers, the terminal and the export.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from builder.model.collection import Collection
from builder.model.registry import Respondent


class Reply(StrEnum):
    """Where a respondent stands: `WAITING` while the term runs, `OVERDUE` after it.

    `ANSWERED` came within the term, `LATE` after it; `RETURNED` was sent back and has not come again.
    """

    ANSWERED = "answered"
    LATE = "late"
    RETURNED = "returned"
    WAITING = "waiting"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Row:
    """One respondent. `days` counts are past the term: of the first answer, or until today.

    `filled` of `expected` items have an answer or a reason for absence; `forms` were received in all,
    `defects` are the findings of the current form that may go back.
    """

    respondent: Respondent
    reply: Reply
    days: int = 0
    filled: int = 0
    expected: int = 0
    forms: int = 0
    defects: int = 0

    @property
    def completeness(self) -> float | None:
        """Share from 0 to 1; None while there is no form."""
        return self.filled / self.expected if self.forms and self.expected else None


@dataclass(frozen=True, slots=True)
class Total:
    """Sums over the rows of a section (`key` is its number), a region (its id) or the whole collection.

    `key` is empty for respondents without a region and for the whole. `filled` and `expected` count the
    forms received only, so that completeness speaks of what came and not of who is silent.
    """

    key: str
    asked: int = 0
    answered: int = 0
    late: int = 0
    returned: int = 0
    waiting: int = 0
    overdue: int = 0
    filled: int = 0
    expected: int = 0

    @property
    def completeness(self) -> float | None:
        return self.filled / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a collection on `day`; rows and totals are in the order of the registry."""

    collection: Collection
    day: date
    rows: tuple[Row, ...]
    whole: Total
    sections: tuple[Total, ...]
    regions: tuple[Total, ...]


def status(collection: Collection, day: date, rows: Iterable[Row], regions: Iterable[str]) -> Status:
    """Rows with their totals; `regions` are ids in the order of totals, none comes last."""
    rows = tuple(rows)
    sections = sorted({row.respondent.section for row in rows})
    by_region = [
        total(region, (row for row in rows if row.respondent.region == region)) for region in regions
    ]
    by_region.append(total("", (row for row in rows if row.respondent.region is None)))
    return Status(
        collection,
        day,
        rows,
        total("", rows),
        tuple(total(str(n), (row for row in rows if row.respondent.section == n)) for n in sections),
        tuple(found for found in by_region if found.asked),
    )


def total(key: str, rows: Iterable[Row]) -> Total:
    """The sums of some rows."""
    rows = tuple(rows)
    counts = {reply: sum(row.reply is reply for row in rows) for reply in Reply}
    came = tuple(row for row in rows if row.forms)
    return Total(
        key,
        asked=len(rows),
        answered=counts[Reply.ANSWERED],
        late=counts[Reply.LATE],
        returned=counts[Reply.RETURNED],
        waiting=counts[Reply.WAITING],
        overdue=counts[Reply.OVERDUE],
        filled=sum(row.filled for row in came),
        expected=sum(row.expected for row in came),
    )
