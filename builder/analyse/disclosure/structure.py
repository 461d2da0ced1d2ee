"""All tables as one system of numbers: what each is, what adds up to what, and parts that do not touch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.disclosure.primary import bounds
from builder.analyse.interval import Interval, total
from builder.model.tables import Adding, Cell, CellId, CountTable, Sum


class ConflictError(ValueError):
    """The same number has different values in two tables."""


@dataclass(frozen=True, slots=True)
class Structure:
    """`known` are the numbers with what is known of them (holes are no numbers), `uses` how many cells show
    each, `sums` the bonds that hold, `broken` those that the answers contradict."""

    known: Mapping[CellId, Interval]
    uses: Mapping[CellId, int]
    needs: Mapping[CellId, tuple[CellId, ...]]
    sums: tuple[Sum, ...]
    broken: tuple[Sum, ...]


def structure(tables: Iterable[CountTable]) -> Structure:
    """The system of some tables; raises ConflictError."""
    cells: dict[CellId, Cell] = {}
    uses: dict[CellId, int] = {}
    every: dict[Sum, None] = {}
    for table in tables:
        for cell in table.cells.values():
            if cells.setdefault(cell.id, cell) != cell:
                raise ConflictError(str(cell.id))
            uses[cell.id] = uses.get(cell.id, 0) + 1
        every.update(dict.fromkeys(table.sums))
    known = {key: found for key, cell in cells.items() if (found := bounds(cell.value)) is not None}
    needs = {key: cell.needs for key, cell in cells.items() if cell.needs}
    fit = [one for one in (_numbers(bond, known) for bond in every) if one is not None]
    holds = [one for one in fit if consistent(one, known)]
    broken = [one for one in fit if not consistent(one, known)]
    return Structure(known, uses, needs, tuple(sorted(set(holds))), tuple(sorted(set(broken))))


def _numbers(bond: Sum, known: Mapping[CellId, Interval]) -> Sum | None:
    """The bond between numbers. A part without one may be anything, so the rest only lie within the whole;
    so do parts that do not reach it: not all bodies split what they count.
    """
    if bond.whole not in known:
        return None
    parts = tuple(part for part in bond.parts if part in known)
    if not parts:
        return None
    if len(parts) == len(bond.parts) and consistent(made := Sum(bond.whole, parts, bond.adding), known):
        return made
    return Sum(bond.whole, parts, Adding.WITHIN)


def consistent(bond: Sum, known: Mapping[CellId, Interval]) -> bool:
    """Whether the numbers, as far as they are known, can keep the bond."""
    whole, parts = known[bond.whole], total(known[part] for part in bond.parts)
    return not parts.above(whole) and (bond.adding is Adding.WITHIN or not whole.above(parts))


def components(
    ids: Iterable[CellId], sums: Iterable[Sum]
) -> Iterator[tuple[tuple[CellId, ...], tuple[Sum, ...]]]:
    """Numbers that bonds connect, each group with its bonds; a number without a bond is a group of its own."""
    leader = {key: key for key in ids}

    def find(key: CellId) -> CellId:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    bonds = list(sums)
    for bond in bonds:
        for part in bond.parts:
            leader[find(part)] = find(bond.whole)
    groups: dict[CellId, tuple[list[CellId], list[Sum]]] = {}
    for key in sorted(leader):
        groups.setdefault(find(key), ([], []))[0].append(key)
    for bond in bonds:
        groups[find(bond.whole)][1].append(bond)
    for keys, own in groups.values():
        yield tuple(keys), tuple(own)
