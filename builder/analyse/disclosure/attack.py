"""The attacker: everything published at once, and what linear programming makes of the suppressed numbers.

Knows no more than a reader: the numbers shown in any table, what adds up to what, that counts are whole and
not negative, and that zeros are shown. What prose says is no more: it calls only numbers that some table
shows. Shares no code with suppression but the shapes of tables and what a single value says (primary.bounds).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, inf, isinf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array

from builder.analyse.disclosure.reader import Span, Unknown, bonds_of, fact, groups, left_over, seen, targets
from builder.model.published import Attack, Fact, PublicTable, Reach
from builder.model.tables import Adding, CellId

ENDLESS = 1e8
"""More persons than any count can hold."""
_NEARLY = 1e-6
_OPTIMAL, _INFEASIBLE = 0, 2


class AttackError(RuntimeError):
    """The solver came to no result, so nothing is proved."""


def attack(tables: Sequence[PublicTable], threshold: int, protected: tuple[str, ...]) -> Attack:
    """What can be known of numbers about protected units.

    Of those suppressed, of those shown only roughly, and of those left over where parts lie within a whole.
    """
    counted = [table for table in tables if table.unit in protected]
    known = seen(tables)
    bonds = list(dict.fromkeys(bonds_of(counted, known)))
    left = frozenset(left_over(bond) for bond in bonds if bond.adding is Adding.WITHIN)
    wanted = targets(counted, threshold) | left
    reached: list[Reach] = []
    contradicted: list[CellId] = []
    for group in groups(map(fact, bonds), known, wanted):
        sought = [key for key in group.ids if key in wanted]
        found = _reach(group, known, sought)
        if found is None:
            contradicted.extend(sought)
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


def _reach(group: Unknown, known: Mapping[CellId, Span], wanted: Iterable[CellId]) -> list[Reach] | None:
    """The least and the greatest value of each; None where no numbers agree with what was published."""
    program = _Program(group, known)
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

    def __init__(self, group: Unknown, known: Mapping[CellId, Span]) -> None:
        self.index = {key: at for at, key in enumerate(group.ids)}
        self.bounds = [_capped(*known.get(key, (0.0, inf))) for key in group.ids]
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
