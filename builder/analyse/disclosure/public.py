"""The public version of tables: protected, attacked, and only then handed out."""

from collections.abc import Iterable
from types import MappingProxyType

from builder.analyse.disclosure.primary import primary
from builder.analyse.disclosure.structure import Structure, components, fitted, structure
from builder.base.finding import Finding, QagidaError
from builder.base.place import NOWHERE
from builder.model.method import Method
from builder.model.published import Attack, Kept, PublicCell, PublicTable, Published, Tally
from builder.model.tables import Cell, CellId, CountTable, Sum


def protect(tables: tuple[CountTable, ...], method: Method) -> Published:
    """What of the tables may be published by the threshold and the units of a method; raises as `publish`."""
    return publish(tables, method.threshold, method.protected)


def publish(
    tables: tuple[CountTable, ...], threshold: int, protected: tuple[str, ...] = ("persons",)
) -> Published:
    """The tables without what would tell of fewer persons than the threshold.

    The same tables give the same result, in whatever order they come. Should the attack reach anything all
    the same, nothing is published: QagidaError (Q665).
    """
    from builder.analyse.disclosure.attack import attack
    from builder.analyse.disclosure.secondary import secondary

    counted = tuple(table for table in tables if table.unit in protected)
    made = structure(counted)
    first = primary(counted, threshold, protected)
    chosen = secondary(made, first, threshold)
    withdrawn: frozenset[CellId] = frozenset()
    while True:
        hidden = _with_dependents(tables, chosen | withdrawn)
        public = tuple(_public(table, made, hidden, withdrawn) for table in tables)
        found = attack(public, threshold, protected)
        more = withdrawn | _connected(made, found)
        if more == withdrawn:
            break
        withdrawn = more
    require(found)
    tallies = tuple(_tally(table, first, hidden) for table in tables)
    return Published(public, threshold, protected, tallies, found)


def kept_back(tables: Iterable[CountTable], published: Published) -> tuple[Kept, ...]:
    """The suppressed numbers with their values: what nobody may type into a text for the public."""
    hidden = published.suppressed
    found = {
        cell.id: Kept(cell.id, cell.value, table.unit)
        for table in tables
        for cell in table.cells.values()
        if cell.id in hidden
    }
    return tuple(found[key] for key in sorted(found))


def require(found: Attack) -> None:
    """Stops what is about to be published when an attack reached something: QagidaError (Q665)."""
    if not found.held:
        cells = (*(one.id for one in found.narrowed), *found.contradicted)
        raise QagidaError(Finding("Q665", NOWHERE, {"cells": ", ".join(map(str, cells))}))


def _connected(made: Structure, found: Attack) -> frozenset[CellId]:
    """All numbers connected with one that the attack reached.

    It does so only where answers contradict each other over several bonds. Then all of them are suppressed,
    and the bonds between them are no knowledge.
    """
    reached = {*(one.id for one in found.narrowed), *found.contradicted}
    groups = components(made.known, made.sums)
    touched = (ids for ids, _ in groups if not reached.isdisjoint(ids))
    return frozenset(key for ids in touched for key in ids)


def _with_dependents(tables: Iterable[CountTable], hidden: frozenset[CellId]) -> frozenset[CellId]:
    """Suppressed numbers and what hangs on them, such as amounts paid to few persons."""
    cells = [cell for table in tables for cell in table.cells.values() if cell.needs]
    more = hidden | {cell.id for cell in cells if not hidden.isdisjoint(cell.needs)}
    return hidden if more == hidden else _with_dependents(tables, more)


def _public(
    table: CountTable, made: Structure, hidden: frozenset[CellId], withdrawn: frozenset[CellId]
) -> PublicTable:
    cells = {at: _cell(cell, hidden) for at, cell in table.cells.items()}
    sums = tuple(bond for bond in _sums(table, made) if bond.whole not in withdrawn)
    return PublicTable(
        table.id, table.title, table.unit, table.rows, table.columns, MappingProxyType(cells), sums
    )


def _cell(cell: Cell, hidden: frozenset[CellId]) -> PublicCell:
    return PublicCell(cell.id, None if cell.id in hidden else cell.value)


def _sums(table: CountTable, made: Structure) -> tuple[Sum, ...]:
    """The bonds that hold; bonds that the answers contradict are no knowledge."""
    own = {bond for declared in table.sums if (bond := fitted(declared, made.known)) is not None}
    return tuple(bond for bond in made.bonds if bond in own)


def _tally(table: CountTable, first: frozenset[CellId], hidden: frozenset[CellId]) -> Tally:
    ids = frozenset(table.ids())
    small = len(ids & first)
    return Tally(table.id, len(ids), small, len(ids & hidden) - small)
