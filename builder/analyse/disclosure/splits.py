"""Breakdowns of a figure as tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.analyse.disclosure.source import TOTAL, Cells, Source, table
from builder.analyse.disclosure.tiers import Levels, cell, tier_cell
from builder.analyse.plan import Asked, Split
from builder.analyse.slices import slices
from builder.model.evidence import Slice
from builder.model.tables import Adding, Cell, CountTable, Sum, folded, named_code


@dataclass(frozen=True, slots=True)
class Category:
    key: str
    found: tuple[Levels, ...]


def splits(source: Source, one: Asked) -> Iterator[CountTable]:
    """Breakdowns of a figure, tier by tier: tiers may count the same people and are not added."""
    every = slices(source.content, source.evidence, one.code)
    for split in one.splits:
        own = [found for found in every if found.code == split.code]
        shown = [category_of(source, found) for found in own if _sayable(source, found)]
        if shown:
            complete = len(shown) == len(own)
            yield from _split(source, split, own[0].breakdown, shown, complete=complete)


def category_of(source: Source, found: Slice) -> Category:
    code = found.series.code if found.category else named_code(found.code, found.name)
    figures = source.of(found.series)
    if not found.category:
        figures = tuple(replace(one, figure=replace(one.figure, code=code)) for one in figures)
    return Category(found.category or folded(found.name), figures)


def _sayable(source: Source, found: Slice) -> bool:
    return bool(found.category) or folded(found.name) in source.cleared


def _split(
    source: Source, split: Split, breakdown: str, shown: list[Category], *, complete: bool
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
        yield table(source, (split.code, breakdown, tier), unit, rows, cells, bonds=bonds)


def _apart(found: Levels, tier: str) -> Cell:
    """A category of one tier; its regions are in no table, so it does not rest on them."""
    return cell(found.tiers[tier], found.id(found.area(tier)))
