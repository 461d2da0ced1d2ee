"""One group of connected numbers, laid out for linear programming."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, hstack, vstack

from builder.analyse.interval import Interval
from builder.model.tables import CellId, Sum

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

CEILING = 1e8
"""More persons than any count can hold: a number that reaches it has no upper bound."""
EXACTLY = 1e-6
_OPTIMAL, _INFEASIBLE = 0, 2


class SolverError(RuntimeError):
    """The solver gave neither a solution nor the proof that there is none."""


@dataclass(frozen=True, slots=True)
class System:
    """Numbers in order with their true bounds, bonds as rows of a matrix, and the loss when one is hidden."""

    ids: tuple[CellId, ...]
    index: Mapping[CellId, int]
    sums: tuple[Sum, ...]
    low: Vector
    high: Vector
    loss: Vector
    bonds: csr_array


def system(
    ids: tuple[CellId, ...],
    sums: tuple[Sum, ...],
    known: Mapping[CellId, Interval],
    uses: Mapping[CellId, int],
) -> System:
    """In each bond the parts make the whole.

    A number that is large, or stands in several tables, tells more, so hiding it costs more.
    """
    index = {key: position for position, key in enumerate(ids)}
    low = np.array([float(known[key].low) for key in ids])
    high = np.array([_end(known[key]) for key in ids])
    size = np.where(high < CEILING, high, low)
    loss = np.array([uses.get(key, 0) * (1 + log(1 + size[at])) for at, key in enumerate(ids)])
    return System(ids, index, sums, low, high, loss, _matrix(index, sums))


def _end(known: Interval) -> float:
    return CEILING if known.high is None else float(known.high)


def _matrix(index: Mapping[CellId, int], sums: Iterable[Sum]) -> csr_array:
    rows, columns, signs = [], [], []
    bonds = list(sums)
    for row, bond in enumerate(bonds):
        for key, sign in ((bond.whole, 1.0), *((part, -1.0) for part in bond.parts)):
            rows.append(row)
            columns.append(index[key])
            signs.append(sign)
    return csr_array(coo_array((signs, (rows, columns)), shape=(len(bonds), len(index))))


def possible(made: System, low: Vector, high: Vector) -> Vector | None:
    """Whole numbers within bounds that keep all bonds, if there are any."""
    return solve(np.zeros(len(made.ids)), _rows(made), low, high)


def pair(made: System, low: Vector, high: Vector, at: int, span: tuple[float, float, float]) -> Vector | None:
    """Two sets of numbers that keep all bonds and differ at one place, stacked: the higher one first.

    `span`: the least that the higher has there, the most that the lower has, the least difference.
    """
    count = len(made.ids)
    above, below, apart = span
    lows, highs = np.concatenate([low, low]), np.concatenate([high, high])
    lows[at], highs[count + at] = max(lows[at], above), min(highs[count + at], below)
    if lows[at] > highs[at] or lows[count + at] > highs[count + at]:
        return None
    found = solve(np.zeros(2 * count), _twice(made, at, apart), lows, highs)
    return None if found is None else found.reshape(2, count)


def cheapest(
    made: System, shown: Mask, free: tuple[Vector, Vector], at: int, span: tuple[float, float, float]
) -> Vector | None:
    """Like `pair`, but what is shown may leave its true bounds, as little and as cheaply as possible.

    Where it does is what has to be hidden. `free` are the bounds that hold when something is hidden.
    """
    count, above, below, apart = len(made.ids), *span
    ways = np.flatnonzero(shown)
    lows, highs = np.concatenate([free[0], free[0]]), np.concatenate([free[1], free[1]])
    lows[at], highs[count + at] = max(lows[at], above), min(highs[count + at], below)
    if lows[at] > highs[at] or lows[count + at] > highs[count + at]:
        return None
    bonds = _twice(made, at, apart)
    extra = 2 * len(ways)
    pick = coo_array((np.ones(extra), (np.arange(extra), np.concatenate([ways, ways + count]))),
                     shape=(extra, 2 * count))  # fmt: skip
    unit = coo_array((np.ones(extra), (np.arange(extra), np.arange(extra))), shape=(extra, extra))
    nothing = coo_array((bonds.A.shape[0], 2 * extra))
    true_low, true_high = np.tile(made.low[ways], 2), np.tile(made.high[ways], 2)
    rows = LinearConstraint(
        csr_array(vstack([hstack([bonds.A, nothing]), hstack([pick, -unit, unit])])),
        np.concatenate([bonds.lb, true_low]),
        np.concatenate([bonds.ub, true_high]),
    )
    cost = np.concatenate([np.zeros(2 * count), np.tile(made.loss[ways], 4)])
    lows = np.concatenate([lows, np.zeros(2 * extra)])
    highs = np.concatenate([highs, np.full(2 * extra, CEILING)])
    found = solve(cost, rows, lows, highs, whole=2 * count)
    return None if found is None else found[: 2 * count].reshape(2, count)


def _rows(made: System) -> LinearConstraint:
    return LinearConstraint(made.bonds, np.zeros(len(made.sums)), np.zeros(len(made.sums)))


def _twice(made: System, at: int, apart: float) -> LinearConstraint:
    """The bonds of both sets, and their difference at one place."""
    count, bonds = len(made.ids), len(made.sums)
    difference = coo_array(([1.0, -1.0], ([0, 0], [at, count + at])), shape=(1, 2 * count))
    empty = coo_array((bonds, count))
    rows = vstack([hstack([made.bonds, empty]), hstack([empty, made.bonds]), difference])
    even = np.zeros(2 * bonds)
    return LinearConstraint(csr_array(rows), np.append(even, apart), np.append(even, np.inf))


def solve(
    cost: Vector, rows: LinearConstraint, low: Vector, high: Vector, whole: int | None = None
) -> Vector | None:
    """The cheapest solution in whole numbers (the first `whole` of them, default all); None if there is none.

    Tables mostly have whole solutions by themselves, so that is tried first.
    """
    first = len(cost) if whole is None else whole
    found = _milp(cost, rows, low, high, np.zeros(len(cost)))
    if found is None or np.all(np.abs(found[:first] - np.round(found[:first])) < EXACTLY):
        return found
    integral = np.zeros(len(cost))
    integral[:first] = 1
    return _milp(cost, rows, low, high, integral)


def _milp(cost: Vector, rows: LinearConstraint, low: Vector, high: Vector, integral: Vector) -> Vector | None:
    some = rows if rows.A.shape[0] else ()
    result = milp(cost, integrality=integral, bounds=Bounds(low, high), constraints=some)
    if result.status == _OPTIMAL:
        return np.asarray(result.x, dtype=np.float64)
    if result.status == _INFEASIBLE:
        return None
    raise SolverError(result.message)
