"""All tables as one system of numbers: what each is, what adds up to what, and parts that do not touch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.analyse.disclosure.primary import bounds
from builder.analyse.interval import Interval, total
from builder.model.tables import Adding, Cell, CellId, CountTable, Sum

_ZERO = Decimal(0)


class ConflictError(ValueError):
    """The same number has different values in two tables."""


@dataclass(frozen=True, slots=True)
class Structure:
    """All numbers and bonds.

    `known`: the numbers with what is known of them (holes are no numbers); `uses`: how many cells show each;
    `needs`: what some rest on. `bonds` are those that a reader may rely on, `broken` those that the answers
    contradict. `sums` are the bonds made whole: where the parts lie within, what is left over (`rests`) is a
    number too, for a reader can subtract.
    """

    known: Mapping[CellId, Interval]
    uses: Mapping[CellId, int]
    needs: Mapping[CellId, tuple[CellId, ...]]
    bonds: tuple[Sum, ...]
    broken: tuple[Sum, ...]
    sums: tuple[Sum, ...]
    rests: frozenset[CellId]


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
    fit = sorted({made for bond in every if (made := fitted(bond, known)) is not None})
    bonds = tuple(bond for bond in fit if consistent(bond, known))
    broken = tuple(bond for bond in fit if not consistent(bond, known))
    rests = {rest(bond): left(bond, known) for bond in bonds if bond.adding is Adding.WITHIN}
    sums = tuple(_completed(bond) for bond in bonds)
    return Structure(known | rests, uses, needs, bonds, broken, sums, frozenset(rests))


def fitted(bond: Sum, known: Mapping[CellId, Interval]) -> Sum | None:
    """The bond between numbers.

    A part without one may be anything, so the rest only lie within the whole; so do parts that do not reach
    it: not all bodies split what they count.
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


def rest(bond: Sum) -> CellId:
    """The number of those who are in the whole and in no part."""
    return replace(bond.whole, code=f"{bond.whole.code} - {' - '.join(map(str, bond.parts))}")


def left(bond: Sum, known: Mapping[CellId, Interval]) -> Interval:
    """What is left of the whole."""
    whole, parts = known[bond.whole], total(known[part] for part in bond.parts)
    low = _ZERO if parts.high is None else max(_ZERO, whole.low - parts.high)
    return Interval(low, None if whole.high is None else whole.high - parts.low)


def _completed(bond: Sum) -> Sum:
    return bond if bond.adding is Adding.MAKE else Sum(bond.whole, (*bond.parts, rest(bond)))


Group = tuple[tuple[CellId, ...], tuple[Sum, ...]]


def components(ids: Iterable[CellId], sums: Iterable[Sum]) -> Iterator[Group]:
    """Numbers that bonds connect, each group with its bonds; a number without a bond is one by itself."""
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
