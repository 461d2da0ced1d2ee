"""The tables that the report publishes about persons, made of what was collected.

For each section the figures by year; for each figure its breakdowns and its regions, year by year. Names that
respondents wrote themselves are free text: such a category stands in a table only where its name is cleared.
"""

from collections.abc import Collection, Iterable, Iterator

from builder.analyse.disclosure.rows import is_row, said_rows
from builder.analyse.disclosure.source import TOTAL, Cells, Source, table
from builder.analyse.disclosure.splits import splits
from builder.analyse.disclosure.tiers import REGIONS, Levels, cell, region_cell, sums, tier_cell, whole
from builder.analyse.plan import Asked, ItemPlan, plan
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.questionnaire import FieldKind, Relation
from builder.model.tables import Adding, CellId, CountTable, Sum, folded

COUNTS = frozenset({FieldKind.COUNT, FieldKind.DISTRIBUTION})
AMOUNTS = "amounts"


def tables(
    content: Content,
    evidence: Evidence,
    protected: Collection[str],
    cleared: Collection[str] = (),
    said: Iterable[CellId] = (),
) -> tuple[CountTable, ...]:
    """All tables of a period.

    `cleared` are names of respondents' own that may be published; `said` the numbers that prose calls: rows
    with such a name among them get a table `said`, which is not printed but protected like the rest.
    """
    source = Source(content, evidence, protected, frozenset(map(folded, cleared)))
    made = [one for section in content.sections for one in _section(source, section.number)]
    rows = {key for key in said if is_row(content, key.code, protected)}
    return (*made, *said_rows(source, rows))


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
        yield from splits(source, one)


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
        yield table(source, (str(section),), unit, rows, cells, bonds=known)


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
        yield table(source, (str(section), AMOUNTS), unit, rows, cells)


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
        yield table(source, (code, REGIONS, tier), found[0].figure.unit or "", rows, cells)


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
