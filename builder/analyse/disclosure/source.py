"""Where tables come from: figures taken apart, each worked out once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.analyse.disclosure.tiers import Levels, levels
from builder.analyse.series import series
from builder.model.evidence import Evidence, Series
from builder.model.library import Content
from builder.model.tables import Cell, CountTable, Sum

TOTAL = "total"
"""The key of the row that the others are part of."""

Cells = dict[tuple[str, str], Cell]


@dataclass(frozen=True, slots=True)
class Source:
    """What tables are made of. Figures of a code, taken apart, are worked out once."""

    content: Content
    evidence: Evidence
    protected: Collection[str]
    cleared: Collection[str] = ()
    made: dict[str, tuple[Levels, ...]] = field(default_factory=dict)

    def by_year(self, code: str) -> tuple[Levels, ...]:
        if code not in self.made:
            self.made[code] = self.of(series(self.content, self.evidence, code))
        return self.made[code]

    def of(self, found: Series) -> tuple[Levels, ...]:
        return tuple(levels(self.evidence, figure) for figure in found.figures)

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(map(str, self.evidence.period))


def table(
    source: Source,
    title: tuple[str, ...],
    unit: str,
    rows: Iterable[str],
    cells: Mapping[tuple[str, str], Cell],
    *,
    bonds: Iterable[Sum] = (),
) -> CountTable:
    """A table with the years of the period in its columns; its id is made of its title."""
    name = "/".join(part.replace("/", "-") for part in title)
    known = tuple(dict.fromkeys(bonds))
    return CountTable(name, title, unit, tuple(rows), source.years, MappingProxyType(dict(cells)), known)
