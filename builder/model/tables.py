"""Tables of counts for publication: neutral data with what adds up to what, before suppression."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.model.answers import Value, ValueKind


@dataclass(frozen=True, slots=True, order=True)
class CellId:
    """What a number is about: the same id in several tables is the same number.

    `area` is empty for the whole figure, else a tier of bodies (`mia`, `mia/regions`) or a region of one
    (`mia/abai`).
    """

    code: str
    year: int
    area: str = ""

    def __str__(self) -> str:
        return f"{self.code}/{self.year}" + (f"@{self.area}" if self.area else "")


def folded(name: str) -> str:
    """Names of respondents' own that differ only in case and spaces are one."""
    return " ".join(name.casefold().split())


def named_code(split: str, name: str) -> str:
    """The code of a category that respondents named: `2.11.1.1/иностранцы`."""
    return f"{split}/{folded(name)}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table. `low` and `high` are those of its `Value`, so that its kind stays.

    `needs`: it is worked out of these, or (an amount of money) it went to the persons that these count; it is
    published only where all of them are.
    """

    low: Decimal | None
    high: Decimal | None
    kind: ValueKind
    code: str
    year: int
    area: str = ""
    needs: tuple[CellId, ...] = ()

    @property
    def id(self) -> CellId:
        return CellId(self.code, self.year, self.area)

    @property
    def value(self) -> Value:
        return Value(self.kind, "", self.low, self.high)


class Adding(StrEnum):
    """`MAKE`: the parts make the whole; `WITHIN`: together they do not exceed it."""

    MAKE = "make"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, order=True)
class Sum:
    """A bond that everybody knows from the wording of the table; its cells may stand in several tables."""

    whole: CellId
    parts: tuple[CellId, ...]
    adding: Adding = Adding.MAKE

    @property
    def members(self) -> tuple[CellId, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of one unit. `title` are codes and ids that a composer puts into words.

    `rows` and `columns` are keys in order; a pair without a cell is empty. `sums` may name cells of other
    tables: breakdowns add up to their total, regions to the national figure.
    """

    id: str
    title: tuple[str, ...]
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    sums: tuple[Sum, ...] = ()

    def ids(self) -> Iterator[CellId]:
        for cell in self.cells.values():
            yield cell.id
