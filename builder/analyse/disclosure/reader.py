"""What a reader of the public version has in hand: numbers, bonds between them, and what is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from builder.analyse.disclosure.primary import bounds
from builder.model.published import Fact, PublicCell, PublicTable
from builder.model.tables import Adding, CellId, Sum

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Numbers that are not known exactly, connected by facts."""

    ids: tuple[CellId, ...]
    facts: tuple[Fact, ...]


def _cells(tables: Iterable[PublicTable]) -> Iterator[PublicCell]:
    for table in tables:
        yield from table.cells.values()


def seen(tables: Sequence[PublicTable]) -> dict[CellId, Span]:
    """What a reader sees of each number. One shown anywhere is known; a suppressed one is at least 1.

    It may be zero where the whole of its split is suppressed too, or where nothing is known of it.
    """
    shown: dict[CellId, Span] = {}
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


def targets(tables: Sequence[PublicTable], threshold: int) -> frozenset[CellId]:
    """Numbers worth an attack: the suppressed, and those shown so roughly that they may be small."""
    found: set[CellId] = set()
    for cell in _cells(tables):
        known = None if cell.value is None else bounds(cell.value)
        rough = known is not None and known.low != known.high and known.low < threshold
        if cell.suppressed or rough:
            found.add(cell.id)
    return frozenset(found)


def bonds_of(tables: Sequence[PublicTable], known: Mapping[CellId, object]) -> Iterator[Sum]:
    """Bonds between numbers, those that are no numbers left out."""
    for table in tables:
        for bond in table.sums:
            if all(member in known for member in bond.members):
                yield bond


def fact(bond: Sum) -> Fact:
    """The whole less its parts is nothing, or what is left over."""
    terms = [(bond.whole, 1.0), *((part, -1.0) for part in bond.parts)]
    if bond.adding is Adding.WITHIN:
        terms.append((left_over(bond), -1.0))
    return Fact(tuple(terms), 0.0, 0.0)


def left_over(bond: Sum) -> CellId:
    """The number of those who are in the whole and in no part: a reader can subtract."""
    code = " - ".join((bond.whole.code, *map(str, bond.parts)))
    return CellId(code, bond.whole.year, bond.whole.area)


def groups(
    facts: Iterable[Fact], known: Mapping[CellId, Span], wanted: Iterable[CellId]
) -> Iterator[Unknown]:
    """Numbers known exactly are put into the facts; what is left falls into groups that do not touch."""
    left = [one for one in (_filled(one, known) for one in facts) if one.terms]
    near: dict[CellId, set[int]] = {key: set() for key in wanted}
    for number, one in enumerate(left):
        for key, _ in one.terms:
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
        yield Unknown(tuple(sorted(ids)), tuple(left[number] for number in sorted(bonds)))


def _filled(one: Fact, known: Mapping[CellId, Span]) -> Fact:
    constant, terms = 0.0, []
    for key, weight in one.terms:
        low, high = known.get(key, (0.0, inf))
        if low == high:
            constant += weight * low
        else:
            terms.append((key, weight))
    return Fact(tuple(terms), one.low - constant, one.high - constant)
