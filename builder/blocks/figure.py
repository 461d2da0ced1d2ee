"""Charts as data: what is drawn, what it says in words, and the same facts as a table beside it.

Colour is never the only difference: series differ by pattern and every value is written.
"""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """`STACKED` parts of a whole per year; `SHARE` pairs with the share in words; `COLUMNS` with a true zero.

    `BARS` ordered bars (regions, items); `HEAT` a five by five table with numbers of items in its cells.
    """

    STACKED = "stacked"
    SHARE = "share"
    COLUMNS = "columns"
    BARS = "bars"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Datum:
    """One value: `low` and `high` are drawn as a range where they differ; None is a hole, drawn as one.

    `shown` is what stands at the mark: `36`, `≈ 100`, `до 90`.
    """

    low: float | None
    high: float | None
    shown: str


@dataclass(frozen=True, slots=True)
class Run:
    """A series of a chart: its name and a datum for each category."""

    name: str
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`categories` along the axis; for HEAT they are the columns (consequence) and runs are the rows.

    `breaks` are positions of categories before which the series must not be read on.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    runs: tuple[Run, ...]
    unit: str
    axis: str = ""
    breaks: tuple[int, ...] = ()
