"""The tables that the report publishes about persons, made of what was collected.

For each section the figures by year; for each figure its breakdowns and its regions, year by year. Names that
respondents wrote themselves are free text: such a category stands in a table only where its name is cleared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from builder.analyse.disclosure.rows import is_row, row_of
from builder.analyse.disclosure.tiers import (
    REGIONS,
    Levels,
    cell,
    levels,
    region_cell,
    sums,
    tier_cell,
    whole,
)
from builder.analyse.plan import Asked, ItemPlan, Split, plan
from builder.analyse.series import series
from builder.analyse.slices import slices
from builder.model.evidence import Evidence, Series, Slice
from builder.model.library import Content
from builder.model.questionnaire import FieldKind, Relation
from builder.model.tables import Adding, Cell, CellId, CountTable, Sum

COUNTS = frozenset({FieldKind.COUNT, FieldKind.DISTRIBUTION})
TOTAL = "total"
AMOUNTS = "amounts"
SAID = "said"

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


def tables(
    content: Content,
    evidence: Evidence,
    protected: Collection[str],
    cleared: Collection[str] = (),
    said: Iterable[CellId] = (),
) -> tuple[CountTable, ...]:
    """All tables of a period.

    `cleared` are names of respondents' own that may be published; `said` the numbers that prose calls: rows
    of respondents' own among them get a table `said`, which is not printed but protected like the rest.
    """
    source = Source(content, evidence, protected, frozenset(map(folded, cleared)))
    made = [table for section in content.sections for table in _section(source, section.number)]
    rows = {key for key in said if is_row(content, key.code, protected)}
    return (*made, *_said(source, rows))


def folded(name: str) -> str:
    """Names that differ only in case and spaces are one."""
    return " ".join(name.casefold().split())


def _section(source: Source, section: int) -> Iterator[CountTable]:
    items = [item for item in plan(source.content, section).items if _asked(source, item)]
    fields = [one for item in items for one in _asked(source, item)]
    counts = [one for one in fields if one.kind is FieldKind.COUNT]
    bonds = [bond for item in items for bond in _item_sums(source, item)]
    yield from _years(source, section, [one.code for one in counts], bonds)
    yield from _amounts(source, section, items)
    for one in fields:
        if one.kind is FieldKind.COUNT:
            yield from _regions(source, one.code)
        yield from _splits(source, one)


def _asked(source: Source, item: ItemPlan) -> tuple[Asked, ...]:
    """Fields of an item that count what is protected."""
    return tuple(one for one in item.fields if one.kind in COUNTS and one.unit in source.protected)


def _years(source: Source, section: int, codes: Iterable[str], bonds: Iterable[Sum]) -> Iterator[CountTable]:
    """Figures in rows, and below a figure its tiers where it has several; years in columns."""
    rows: list[str] = []
    cells: Cells = {}
    known = list(bonds)
    for code in codes:
        found = source.by_year(code)
        if not any(one.tiers for one in found):
            continue
        rows.append(code)
        tiers = sorted({tier for one in found for tier in one.tiers})
        rows.extend(f"{code}@{tier}" for tier in tiers if len(tiers) > 1)
        for one in found:
            year = str(one.figure.year)
            cells[code, year] = whole(one)
            known.extend(sums(one))
            for tier in tiers if len(tiers) > 1 else ():
                if tier in one.tiers:
                    cells[f"{code}@{tier}", year] = tier_cell(one, tier)
    if rows:
        unit = source.by_year(rows[0])[0].figure.unit or ""
        yield _table(source, (str(section),), unit, rows, cells, bonds=known)


def _amounts(source: Source, section: int, items: Iterable[ItemPlan]) -> Iterator[CountTable]:
    """Money of items that count persons: what a few of them got tells how many they were."""
    cells: Cells = {}
    rows: list[str] = []
    unit = ""
    for item in items:
        for one in item.fields:
            if one.kind is not FieldKind.MONEY or not any(f.tiers for f in source.by_year(one.code)):
                continue
            rows.append(one.code)
            unit = one.unit or ""
            for found in source.by_year(one.code):
                year = found.figure.year
                needs = tuple(CellId(count.code, year) for count in _asked(source, item) if count.own)
                cells[one.code, str(year)] = cell(found.figure.value, found.id(), needs)
    if rows:
        yield _table(source, (str(section), AMOUNTS), unit, rows, cells)


def _regions(source: Source, code: str) -> Iterator[CountTable]:
    """A tier of regional bodies: all of them, then region by region."""
    found = source.by_year(code)
    for tier in sorted({tier for one in found for tier in one.regions}):
        cells: Cells = {}
        for one in found:
            year = str(one.figure.year)
            if tier in one.tiers:
                cells[TOTAL, year] = tier_cell(one, tier)
            for area in one.regions.get(tier, ()):
                cells[area.rpartition("/")[2], year] = region_cell(one, tier, area)
        order = [region.id for region in source.content.regions]
        rows = [TOTAL, *(place for place in order if any(row == place for row, _ in cells))]
        yield _table(source, (code, REGIONS, tier), found[0].figure.unit or "", rows, cells)


@dataclass(frozen=True, slots=True)
class _Category:
    key: str
    found: tuple[Levels, ...]


def _splits(source: Source, one: Asked) -> Iterator[CountTable]:
    """Breakdowns of a figure, tier by tier: tiers may count the same people and are not added."""
    every = slices(source.content, source.evidence, one.code)
    for split in one.splits:
        own = [found for found in every if found.code == split.code]
        shown = [_category(source, found) for found in own if _sayable(source, found)]
        if shown:
            complete = len(shown) == len(own)
            yield from _split(source, split, own[0].breakdown, shown, complete=complete)


def _category(source: Source, found: Slice) -> _Category:
    code = found.series.code if found.category else f"{found.code}/{folded(found.name)}"
    figures = source.of(found.series)
    if not found.category:
        figures = tuple(replace(one, figure=replace(one.figure, code=code)) for one in figures)
    return _Category(found.category or folded(found.name), figures)


def _sayable(source: Source, found: Slice) -> bool:
    return bool(found.category) or folded(found.name) in source.cleared


def _split(
    source: Source, split: Split, breakdown: str, shown: list[_Category], *, complete: bool
) -> Iterator[CountTable]:
    wholes = source.by_year(split.total)
    for tier in sorted({tier for category in shown for one in category.found for tier in one.tiers}):
        cells: Cells = {}
        bonds: list[Sum] = []
        for position, of in enumerate(wholes):
            year = str(of.figure.year)
            if tier in of.tiers:
                cells[TOTAL, year] = tier_cell(of, tier)
            there = [one for one in shown if tier in one.found[position].tiers]
            parts = []
            for one in there:
                found = one.found[position]
                cells[one.key, year] = made = _apart(found, tier)
                parts.append(made.id)
            if parts and tier in of.tiers:
                adding = Adding.MAKE if complete and len(there) == len(shown) else Adding.WITHIN
                bonds.append(Sum(of.id(of.area(tier)), tuple(parts), adding))
        rows = [TOTAL, *(one.key for one in shown if any(row == one.key for row, _ in cells))]
        unit = wholes[0].figure.unit or ""
        yield _table(source, (split.code, breakdown, tier), unit, rows, cells, bonds=bonds)


def _apart(found: Levels, tier: str) -> Cell:
    """A category of one tier; its regions are in no table, so it does not rest on them."""
    return cell(found.tiers[tier], found.id(found.area(tier)))


def _item_sums(source: Source, item: ItemPlan) -> Iterator[Sum]:
    """What the wording of an item prescribes, for the whole figure, each tier and each region alike."""
    asked = {one.code for one in _asked(source, item)}
    for total in item.totals:
        if not asked.issuperset((total.whole, *total.parts)):
            continue
        groups = [total.parts] if total.relation is Relation.SUM else [(part,) for part in total.parts]
        adding = Adding.MAKE if total.relation is Relation.SUM else Adding.WITHIN
        for position in range(len(source.evidence.period)):
            of = source.by_year(total.whole)[position]
            for tier in of.tiers:
                for parts in groups:
                    yield from _alike(of, [source.by_year(part)[position] for part in parts], tier, adding)


def _alike(of: Levels, parts: list[Levels], tier: str, adding: Adding) -> Iterator[Sum]:
    if all(tier in part.tiers for part in parts):
        yield Sum(of.id(of.area(tier)), tuple(part.id(part.area(tier)) for part in parts), adding)
    for area in of.regions.get(tier, ()):
        if all(area in part.regions.get(tier, ()) for part in parts):
            yield Sum(of.id(area), tuple(part.id(area) for part in parts), adding)


def _said(source: Source, said: Collection[CellId]) -> Iterator[CountTable]:
    cells: Cells = {}
    bonds: list[Sum] = []
    codes = sorted({key.code for key in said})
    for code in codes:
        for one in source.by_year(code):
            if one.tiers and one.id() in said:
                cells[code, str(one.figure.year)] = whole(one)
                bonds.extend(_row_sums(source, one))
    if codes:
        unit = source.by_year(codes[0])[0].figure.unit or ""
        yield _table(source, (SAID,), unit, codes, cells, bonds=bonds)


def _row_sums(source: Source, found: Levels) -> Iterator[Sum]:
    """A row of a respondent's own is part of the figure it splits, and of its name where that is cleared."""
    row = row_of(source.content, source.evidence, found.figure)
    if row is None:
        return
    (tier,) = found.tiers
    position = source.evidence.period.index(found.figure.year)
    of = source.by_year(row.total)[position]
    if tier in of.tiers:
        yield Sum(of.id(of.area(tier)), (found.id(),), Adding.WITHIN)
    if folded(row.name) in source.cleared:
        for named in slices(source.content, source.evidence, row.field):
            if named.code == row.split and folded(named.name) == folded(row.name):
                all_of = _category(source, named).found[position]
                yield Sum(all_of.id(all_of.area(tier)), (found.id(),))


def _table(
    source: Source,
    title: tuple[str, ...],
    unit: str,
    rows: Iterable[str],
    cells: Mapping[tuple[str, str], Cell],
    *,
    bonds: Iterable[Sum] = (),
) -> CountTable:
    name = "/".join(part.replace("/", "-") for part in title)
    known = tuple(dict.fromkeys(bonds))
    return CountTable(name, title, unit, tuple(rows), source.years, MappingProxyType(dict(cells)), known)
