"""Charts as data: what is drawn, what it says in words, and the same facts as a table beside it.

Colour is never the only difference: series differ by pattern and every value is written.
"""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """`STACKED` parts of a whole per year; `SHARE` pairs with the share in words; `COLUMNS` with a true zero.

    `BARS` bars from left to right (regions, items) in the order of the categories; `HEAT` a table of
    classes, five by five, with numbers of items in its cells.
    """

    STACKED = "stacked"
    SHARE = "share"
    COLUMNS = "columns"
    BARS = "bars"
    HEAT = "heat"


MOST_SERIES, MOST_CLASSES = 8, 5
"""As many as can be told apart in black and white."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One value: `low` and `high` are drawn as a range where they differ; both None is a hole, drawn as one.

    `low` alone None means from zero (`до 90`); `high` alone None means that the end is open (`больше 60`).
    In HEAT both are the class of the cell, from 1. `shown` is what stands at the mark: `36`, `≈ 100`,
    `до 90`; for a hole the words that say so (`нет данных`); in HEAT the numbers of items, or nothing.
    """

    low: float | None
    high: float | None
    shown: str

    @property
    def hole(self) -> bool:
        return self.low is None and self.high is None

    @property
    def least(self) -> float:
        """The part of the value that is certain."""
        return 0.0 if self.low is None else self.low

    @property
    def most(self) -> float:
        """Where what is drawn ends."""
        return self.least if self.high is None else self.high

    @property
    def open(self) -> bool:
        """Whether there may be more, nobody knows how much."""
        return self.high is None and self.low is not None

    @property
    def ranged(self) -> bool:
        """Whether the exact number is not known."""
        return self.most > self.least or self.open


@dataclass(frozen=True, slots=True)
class Run:
    """A series of a chart: its name and a datum for each category."""

    name: str
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a drawing shows; `title` is said and is the caption's, it is not drawn.

    `categories` along the axis; for HEAT they are the columns (consequence) and runs are the rows, from
    top to bottom. `unit` is that of the values, `axis` says what the categories are, `side` what the rows
    of HEAT are. `breaks` are positions of categories before which the series must not be read on.
    `shares` has words for each category of SHARE (`75,0 %`); `classes` are names of the classes of HEAT,
    lowest first. `break_note` and `range_note` are written at the foot where there is a break or a range.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    runs: tuple[Run, ...]
    unit: str
    axis: str = ""
    breaks: tuple[int, ...] = ()
    side: str = ""
    shares: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    break_note: str = ""
    range_note: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where the pieces do not fit together."""
        if not self.categories or not self.runs:
            raise ValueError("a chart without categories or series")
        if any(len(run.data) != len(self.categories) for run in self.runs):
            raise ValueError("a series has more or fewer values than there are categories")
        if self.shares and len(self.shares) != len(self.categories):
            raise ValueError("as many shares as categories")
        if any(datum.least < 0 or datum.most < datum.least for datum in self.data):
            raise ValueError("a value below zero or a range from high to low")
        if len(self.classes) > MOST_CLASSES or (
            self.kind is not ChartKind.HEAT and len(self.runs) > MOST_SERIES
        ):
            raise ValueError("more series or classes than can be told apart")
        if self.kind is ChartKind.HEAT and any(not self._known(datum) for datum in self.data):
            raise ValueError("a cell of a class without a name")

    @property
    def data(self) -> tuple[Datum, ...]:
        """Every value, series by series."""
        return tuple(datum for run in self.runs for datum in run.data)

    @property
    def ranged(self) -> bool:
        """Whether any value is drawn as a range."""
        return self.kind is not ChartKind.HEAT and any(datum.ranged for datum in self.data)

    def class_of(self, datum: Datum) -> str:
        """The name of the class of a cell of HEAT."""
        return self.classes[int(datum.least) - 1]

    def _known(self, datum: Datum) -> bool:
        return datum.hole or (datum.least == datum.most and 1 <= datum.least <= len(self.classes))
