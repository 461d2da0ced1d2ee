"""Complementary suppression: what else must not be published, so that nothing suppressed can be worked out.

For each number under protection two tables are looked for that a reader cannot tell from the true one and
that differ enough at that number; what has to leave its true value for it, at the least loss, is suppressed
too. In the end every such suppression is tried again: whatever can be shown after all is shown.

Zeros protect nothing: readers often know that nothing can be there. So a suppressed number is at least 1
where the whole of its split is shown, and an attacker may reckon with that. Where the whole is suppressed,
the zeros of its split are too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from builder.analyse.disclosure.following import Rules, above, rules
from builder.analyse.disclosure.primary import small
from builder.analyse.disclosure.structure import Structure, components
from builder.analyse.disclosure.system import (
    CEILING,
    EXACTLY,
    Mask,
    System,
    Vector,
    cheapest,
    pair,
    possible,
    system,
)
from builder.model.tables import CellId, Sum


def secondary(made: Structure, first: frozenset[CellId], threshold: int) -> frozenset[CellId]:
    """All suppressed numbers, those of `first` and those that protect them."""
    follow = rules(made)
    hidden = follow.closed(first) | {key for key in made.rests if small(made.known[key], threshold)}
    groups = tuple(components(made.known, made.sums))
    safe: dict[int, frozenset[CellId]] = {}
    while True:
        grown = set(hidden)
        for number, (ids, sums) in enumerate(groups):
            own = hidden.intersection(ids)
            if safe.get(number) != own and (own or _rough(made, ids, threshold)):
                safe[number] = _Group(made, follow, ids, sums, threshold).protect(own)
                grown |= safe[number]
        if (closed := follow.closed(grown)) == hidden:
            return hidden - made.rests
        hidden = closed


def _rough(made: Structure, ids: Iterable[CellId], threshold: int) -> bool:
    shown = (made.known[key] for key in ids if key not in made.rests)
    return any(known.low < threshold and known.low != known.high for known in shown)


@dataclass(slots=True)
class _Group:
    """Connected numbers; `points` are whole tables that a reader cannot rule out."""

    structure: Structure
    follow: Rules
    ids: tuple[CellId, ...]
    sums: tuple[Sum, ...]
    threshold: int
    made: System = field(init=False)
    rests: Mask = field(init=False)
    points: list[Vector] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.made = system(self.ids, self.sums, self.structure.known, self.structure.uses)
        self.rests = np.array([key in self.structure.rests for key in self.ids])

    def protect(self, first: frozenset[CellId]) -> frozenset[CellId]:
        low, high = self._bounds(frozenset())
        if possible(self.made, low, high) is None:
            return self._all() if first else first
        hidden = self._closed(first)
        while (at := next(self._open(hidden), None)) is not None:
            more = self._closed(hidden | self._cheapest(hidden, at))
            if more == hidden and at in self._open(hidden):
                wholes = above(self.structure, self.ids[at])
                more = self._closed({*hidden, *(key for key in wholes if not self.structure.known[key].zero)})
                if more == hidden:
                    return self._all()
            hidden = more
        return self._pruned(first, hidden)

    def _closed(self, hidden: Iterable[CellId]) -> frozenset[CellId]:
        return self.follow.closed(hidden).intersection(self.ids)

    def _bounds(self, hidden: frozenset[CellId]) -> tuple[Vector, Vector]:
        """What a reader knows of each number: what is shown, and that a suppressed one is no zero."""
        low, high = self.made.low.copy(), self.made.high.copy()
        for key in hidden:
            low[self.made.index[key]], high[self.made.index[key]] = 1, CEILING
        for at in self._loose(hidden):
            low[at] = 0
        low[self.rests], high[self.rests] = 0, CEILING
        return low, high

    def _loose(self, hidden: frozenset[CellId]) -> Iterator[int]:
        """Suppressed parts of a suppressed whole: these may be zero."""
        for bond in self.sums:
            if bond.whole in hidden:
                yield from (self.made.index[part] for part in bond.parts if part in hidden)

    def _targets(self, hidden: frozenset[CellId]) -> Iterator[int]:
        """The suppressed, what is shown so roughly that it may be small, and what is left over of these."""
        low, high = self.made.low, self.made.high
        touched = {bond.parts[-1] for bond in self.sums if not hidden.isdisjoint(bond.members)}
        for at, key in enumerate(self.ids):
            rough = low[at] != high[at] or (self.rests[at] and key in touched)
            if key in hidden or (rough and low[at] < self.threshold):
                yield at

    def _open(self, hidden: frozenset[CellId]) -> Iterator[int]:
        """Targets that no two points protect; small ones first."""
        covered = self._covered(self._valid(hidden))
        loose = [at for at in self._targets(hidden) if not covered[at]]
        yield from sorted(loose, key=lambda at: (self.made.low[at], at))

    def _valid(self, hidden: frozenset[CellId]) -> list[Vector]:
        low, high = self._bounds(hidden)
        return [p for p in self.points if np.all((p >= low - EXACTLY) & (p <= high + EXACTLY))]

    def _covered(self, points: list[Vector]) -> Mask:
        if not points:
            return np.zeros(len(self.ids), dtype=np.bool_)
        every = np.array(points)
        low, high = every.min(axis=0), every.max(axis=0)
        full = (low <= 1 + EXACTLY) & (high >= self.threshold - EXACTLY)
        return np.asarray(full | (high - low >= self.threshold - EXACTLY))

    def _spans(self, at: int) -> tuple[tuple[float, float, float], ...]:
        """What two points must reach at a number: all from 1 to the threshold, or else any such width."""
        apart = (0.0, CEILING, float(self.threshold))
        whole = (float(self.threshold), 1.0, 0.0)
        return (whole, apart) if self.made.low[at] < self.threshold else (apart, whole)

    def _cheapest(self, hidden: frozenset[CellId], at: int) -> frozenset[CellId]:
        """What is to be suppressed besides; nothing where that does not help."""
        for span in self._spans(at):
            found = cheapest(self.made, self._shown(hidden), self._free(hidden), at, span)
            if found is not None:
                self.points.extend(found)
                left = np.any((found < self.made.low - EXACTLY) | (found > self.made.high + EXACTLY), axis=0)
                return frozenset(self.ids[one] for one in np.flatnonzero(left & ~self.rests))
        return frozenset()

    def _shown(self, hidden: frozenset[CellId]) -> Mask:
        return np.array([key not in hidden for key in self.ids]) & ~self.rests

    def _free(self, hidden: frozenset[CellId]) -> tuple[Vector, Vector]:
        """Bounds when anything but a zero may be suppressed."""
        low, high = self._bounds(hidden)
        for at, key in enumerate(self.ids):
            if key not in hidden and high[at] > 0:
                low[at], high[at] = min(low[at], 1), CEILING
        return low, high

    def _pruned(self, first: frozenset[CellId], hidden: frozenset[CellId]) -> frozenset[CellId]:
        """Shows again what can be shown, the greatest loss first. Zeros come and go with their wholes."""
        order = sorted(range(len(self.ids)), key=lambda at: (-self.made.loss[at], at))
        kept = [at for at in order if self.ids[at] in hidden and not self._zero(at)]
        before = None
        while kept != before:
            before = kept
            for at in before:
                if self.ids[at] not in first and not self.rests[at]:
                    less = [one for one in kept if one != at]
                    if self._holds(at, self._closed(self.ids[one] for one in less)):
                        kept = less
        return self._closed(self.ids[at] for at in kept)

    def _all(self) -> frozenset[CellId]:
        return self._closed(key for at, key in enumerate(self.ids) if not self._zero(at))

    def _zero(self, at: int) -> bool:
        return bool(self.made.high[at] == 0) and not self.rests[at]

    def _holds(self, changed: int, hidden: frozenset[CellId]) -> bool:
        """Whether everything suppressed is protected; new points are kept, for they are true of more too."""
        if self.ids[changed] in hidden:
            return False
        low, high = self._bounds(hidden)
        valid = self._valid(hidden)
        for at in self._targets(hidden):
            if self._covered(valid)[at]:
                continue
            found = next(
                (f for s in self._spans(at) if (f := pair(self.made, low, high, at, s)) is not None), None
            )
            if found is None:
                return False
            valid.extend(found)
            self.points.extend(found)
        return True
