"""Tables as the public may see them: a suppressed number is not hidden in them, it is not there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model.answers import Value
from builder.model.tables import CellId, Sum


@dataclass(frozen=True, slots=True)
class PublicCell:
    """A number with its value, or a suppressed one without; nothing tells why it was suppressed."""

    id: CellId
    value: Value | None

    @property
    def suppressed(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A table of the public version; see `CountTable`."""

    id: str
    title: tuple[str, ...]
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], PublicCell]
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells of a table were suppressed: `primary` small themselves, `secondary` to protect others.

    For the internal version only: in public it would tell which of two suppressed cells is small.
    """

    table: str
    cells: int
    primary: int
    secondary: int


@dataclass(frozen=True, slots=True)
class Fact:
    """What a bond gives away: a weighted sum of numbers lies between `low` and `high`."""

    terms: tuple[tuple[CellId, float], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reach:
    """What an attacker makes of a number: the least and the greatest value it may have, None without end."""

    id: CellId
    low: int
    high: int | None

    def narrow(self, threshold: int) -> bool:
        """Not wide enough: neither all from 1 up to the threshold may be meant, nor as many others."""
        if self.high is None or (self.low <= 1 and self.high >= threshold):
            return False
        return self.high - self.low < threshold


@dataclass(frozen=True, slots=True)
class Attack:
    """What an attack reached: every number under protection, those narrowed, and numbers in contradiction."""

    reached: tuple[Reach, ...]
    narrowed: tuple[Reach, ...]
    contradicted: tuple[CellId, ...] = ()

    @property
    def held(self) -> bool:
        """Whether the tables resisted."""
        return not self.narrowed and not self.contradicted


@dataclass(frozen=True, slots=True)
class Kept:
    """A number that the public version keeps back, with its unit. Only for reading over what people wrote."""

    id: CellId
    value: Value
    unit: str


@dataclass(frozen=True, slots=True)
class Published:
    """What may be published, and the proof: the attack on it."""

    tables: tuple[PublicTable, ...]
    threshold: int
    protected: tuple[str, ...]
    tallies: tuple[Tally, ...]
    attack: Attack

    def cells(self) -> Iterator[PublicCell]:
        """Every cell of every table; the same number may come several times."""
        for table in self.tables:
            yield from table.cells.values()

    @property
    def suppressed(self) -> frozenset[CellId]:
        return frozenset(cell.id for cell in self.cells() if cell.suppressed)

    @property
    def shown(self) -> frozenset[CellId]:
        return frozenset(cell.id for cell in self.cells() if not cell.suppressed)
