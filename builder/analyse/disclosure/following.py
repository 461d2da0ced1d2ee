"""What else goes when a number is suppressed, whatever its value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.disclosure.structure import Structure
from builder.model.tables import CellId


@dataclass(frozen=True, slots=True)
class Rules:
    """Numbers by the number that takes them along.

    `dependents` rest on it; `zeros` are the zeros of its splits, `empty` the wholes of a zero that are zero
    themselves; `broken` the parts, but for zeros, of a split that does not add up.
    """

    dependents: Mapping[CellId, tuple[CellId, ...]]
    zeros: Mapping[CellId, tuple[CellId, ...]]
    empty: Mapping[CellId, tuple[CellId, ...]]
    broken: Mapping[CellId, tuple[CellId, ...]]

    def closed(self, hidden: Iterable[CellId]) -> frozenset[CellId]:
        """Some suppressed numbers with all that go with them.

        A zero goes with the whole of its split, unless another whole of it is seen to be zero.
        """
        done: set[CellId] = set()
        waiting = list(hidden)
        while waiting:
            key = waiting.pop()
            if key in done:
                continue
            done.add(key)
            waiting.extend(self.dependents.get(key, ()))
            waiting.extend(self.broken.get(key, ()))
            waiting.extend(part for part in self.zeros.get(key, ()) if done.issuperset(self.empty[part]))
        return frozenset(done)


def rules(made: Structure) -> Rules:
    """The rules of a system of tables."""
    zeros = [
        (bond.whole, part)
        for bond in made.sums
        for part in bond.parts
        if made.known[part].zero and part not in made.rests
    ]
    broken = [
        (member, part)
        for bond in made.broken
        for member in bond.members
        for part in bond.parts
        if not made.known[part].zero
    ]
    empty = [(part, whole) for whole, part in zeros if made.known[whole].zero]
    return Rules(
        _gathered((one, key) for key, needed in made.needs.items() for one in needed),
        _gathered(zeros),
        {part: () for _, part in zeros} | _gathered(empty),
        _gathered(broken),
    )


def _gathered(pairs: Iterable[tuple[CellId, CellId]]) -> dict[CellId, tuple[CellId, ...]]:
    found: dict[CellId, dict[CellId, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def above(made: Structure, key: CellId) -> Iterator[CellId]:
    """A number and all the wholes that it is in, as far up as they go."""
    done: set[CellId] = set()
    waiting = [key]
    while waiting:
        one = waiting.pop()
        if one not in done:
            done.add(one)
            yield one
            waiting.extend(bond.whole for bond in made.sums if one in bond.parts)
