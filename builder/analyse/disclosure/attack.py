"""The attacker: everything published at once, and what linear programming makes of the suppressed numbers.

Knows no more than a reader: the numbers shown in any table, figures called in prose, what adds up to what,
that counts are whole and not negative, and that zeros are shown. Shares no code with suppression but the
shapes of tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, isinf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array

from builder.analyse.disclosure.primary import bounds
from builder.model.published import Attack, PublicCell, PublicTable, Reach
from builder.model.tables import Adding, CellId, Sum

ENDLESS = 1e8
"""More persons than any count can hold."""
_NEARLY = 1e-6
_OPTIMAL, _INFEASIBLE = 0, 2


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence gives away: a weighted sum of numbers lies between `low` and `high`."""

    terms: tuple[tuple[CellId, float], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Unknown:
    """Numbers that are not known exactly, connected by facts."""

    ids: tuple[CellId, ...]
    facts: tuple[Fact, ...]


class AttackError(RuntimeError):
    """The solver came to no result, so nothing is proved."""


def attack(
    tables: Sequence[PublicTable], threshold: int, protected: tuple[str, ...], said: Iterable[Fact] = ()
) -> Attack:
    """What can be known of numbers about protected units.

    Of those suppressed, of those shown only roughly, and of those left over where parts lie within a whole.
    """
    counted = [table for table in tables if table.unit in protected]
    seen = _seen(tables)
    bonds = list(dict.fromkeys(_bonds(counted, seen)))
    left = frozenset(_left(bond) for bond in bonds if bond.adding is Adding.WITHIN)
    targets = _targets(counted, threshold) | left
    facts = [*map(_fact, bonds), *said]
    reached: list[Reach] = []
    contradicted: list[CellId] = []
    for group in _groups(facts, seen, targets):
        wanted = [key for key in group.ids if key in targets]
        found = _reach(group, seen, wanted)
        if found is None:
            contradicted.extend(wanted)
        else:
            reached.extend(found)
    reached.sort(key=lambda reach: reach.id)
    narrowed = tuple(reach for reach in reached if _narrow(reach, threshold, left))
    return Attack(tuple(reached), narrowed, tuple(sorted(contradicted)))


def _narrow(reach: Reach, threshold: int, left: frozenset[CellId]) -> bool:
    """What is left over is no number of a table: known to be nothing or to be many, it tells of nobody."""
    if reach.id in left:
        return reach.high is not None and 1 <= reach.high < threshold
    return reach.narrow(threshold)


def _cells(tables: Iterable[PublicTable]) -> Iterator[PublicCell]:
    for table in tables:
        yield from table.cells.values()


def _seen(tables: Sequence[PublicTable]) -> dict[CellId, tuple[float, float]]:
    """What a reader sees of each number. One shown anywhere is known; a suppressed one is at least 1.

    It may be zero where the whole of its split is suppressed too, or where nothing is known of it.
    """
    shown: dict[CellId, tuple[float, float]] = {}
    hidden: set[CellId] = set()
    for cell in _cells(tables):
        if cell.value is None:
            hidden.add(cell.id)
        elif (found := bounds(cell.value)) is not None:
            shown[cell.id] = (float(found.low), inf if found.high is None else float(found.high))
    hidden -= shown.keys()
    least = dict.fromkeys(hidden, 1.0)
    for table in tables:
        for bond in table.sums:
            if bond.whole in hidden:
                least |= {part: 0.0 for part in bond.parts if part in hidden}
    return shown | {key: (low, inf) for key, low in least.items()}


def _targets(tables: Sequence[PublicTable], threshold: int) -> frozenset[CellId]:
    found: set[CellId] = set()
    for cell in _cells(tables):
        known = None if cell.value is None else bounds(cell.value)
        rough = known is not None and known.low != known.high and known.low < threshold
        if cell.suppressed or rough:
            found.add(cell.id)
    return frozenset(found)


def _bonds(tables: Sequence[PublicTable], seen: Mapping[CellId, object]) -> Iterator[Sum]:
    for table in tables:
        for bond in table.sums:
            if all(member in seen for member in bond.members):
                yield bond


def _fact(bond: Sum) -> Fact:
    """The whole less its parts is nothing, or what is left over."""
    terms = [(bond.whole, 1.0), *((part, -1.0) for part in bond.parts)]
    if bond.adding is Adding.WITHIN:
        terms.append((_left(bond), -1.0))
    return Fact(tuple(terms), 0.0, 0.0)


def _left(bond: Sum) -> CellId:
    code = " - ".join((bond.whole.code, *map(str, bond.parts)))
    return CellId(code, bond.whole.year, bond.whole.area)


def _groups(
    facts: Iterable[Fact], seen: Mapping[CellId, tuple[float, float]], targets: Iterable[CellId]
) -> Iterator[_Unknown]:
    """Numbers known exactly are put into the facts; what is left falls into groups that do not touch."""
    left = [fact for fact in (_filled(fact, seen) for fact in facts) if fact.terms]
    near: dict[CellId, set[int]] = {key: set() for key in targets}
    for number, fact in enumerate(left):
        for key, _ in fact.terms:
            near.setdefault(key, set()).add(number)
    done: set[CellId] = set()
    for start in sorted(near):
        if start in done:
            continue
        ids, bonds, waiting = {start}, set[int](), [start]
        while waiting:
            for number in near[waiting.pop()] - bonds:
                bonds.add(number)
                waiting.extend(key for key, _ in left[number].terms if key not in ids)
                ids.update(key for key, _ in left[number].terms)
        done |= ids
        yield _Unknown(tuple(sorted(ids)), tuple(left[number] for number in sorted(bonds)))


def _filled(fact: Fact, seen: Mapping[CellId, tuple[float, float]]) -> Fact:
    constant, terms = 0.0, []
    for key, weight in fact.terms:
        low, high = seen.get(key, (0.0, inf))
        if low == high:
            constant += weight * low
        else:
            terms.append((key, weight))
    return Fact(tuple(terms), fact.low - constant, fact.high - constant)


def _reach(
    group: _Unknown, seen: Mapping[CellId, tuple[float, float]], wanted: Iterable[CellId]
) -> list[Reach] | None:
    """The least and the greatest value of each; None where no numbers agree with what was published."""
    program = _Program(group, seen)
    reached = []
    for key in wanted:
        low, high = program.extreme(key, 1.0), program.extreme(key, -1.0)
        if low is None or high is None:
            return None
        top = None if high > ENDLESS / 2 else floor(high + _NEARLY)
        reached.append(Reach(key, ceil(low - _NEARLY), top))
    return reached


class _Program:
    """The linear program of a group, asked for one number after the other."""

    def __init__(self, group: _Unknown, seen: Mapping[CellId, tuple[float, float]]) -> None:
        self.index = {key: at for at, key in enumerate(group.ids)}
        self.bounds = [_capped(*seen.get(key, (0.0, inf))) for key in group.ids]
        same = [(fact, 1.0, fact.low) for fact in group.facts if fact.low == fact.high]
        above = [(fact, 1.0, fact.high) for fact in group.facts if fact.low != fact.high]
        below = [(fact, -1.0, -fact.low) for fact in group.facts if fact.low != fact.high]
        self.same = self._rows(same)
        self.within = self._rows([row for row in (*above, *below) if not isinf(row[2])])

    def _rows(
        self, rows: list[tuple[Fact, float, float]]
    ) -> tuple[csr_array, NDArray[np.float64]] | tuple[None, None]:
        if not rows:
            return None, None
        entries = [
            (sign * weight, number, self.index[key])
            for number, (fact, sign, _) in enumerate(rows)
            for key, weight in fact.terms
        ]
        values, down, across = zip(*entries, strict=True)
        shape = (len(rows), len(self.index))
        return csr_array(coo_array((values, (down, across)), shape=shape)), np.array(
            [end for *_, end in rows]
        )

    def extreme(self, key: CellId, sign: float) -> float | None:
        """The least (sign 1) or greatest (-1) whole value of a number; None where there is no solution."""
        cost = np.zeros(len(self.index))
        cost[self.index[key]] = sign
        found = self._solved(cost, whole=False)
        if found is not None and np.any(np.abs(found - np.round(found)) > _NEARLY):
            found = self._solved(cost, whole=True)
        return None if found is None else float(found[self.index[key]])

    def _solved(self, cost: NDArray[np.float64], *, whole: bool) -> NDArray[np.float64] | None:
        result = linprog(
            cost,
            A_ub=self.within[0],
            b_ub=self.within[1],
            A_eq=self.same[0],
            b_eq=self.same[1],
            bounds=self.bounds,
            method="highs",
            integrality=np.ones(len(cost)) if whole else None,
        )
        if result.status == _OPTIMAL:
            return np.asarray(result.x, dtype=np.float64)
        if result.status == _INFEASIBLE:
            return None
        raise AttackError(result.message)


def _capped(low: float, high: float) -> tuple[float, float]:
    return low, min(high, ENDLESS)
