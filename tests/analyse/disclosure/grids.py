"""Tables of invented counts for tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from builder.analyse.disclosure.primary import bounds
from builder.model.answers import Value
from builder.model.published import PublicTable, Published
from builder.model.tables import Adding, Cell, CellId, CountTable, Sum
from tests.analyse.forms import value

YEAR = 2026
PERSONS = ("persons",)


def cell(words: object, code: str, year: int = YEAR, needs: tuple[CellId, ...] = ()) -> Cell:
    """A number in the notation of tests/analyse/forms.py."""
    made = value(str(words))
    return Cell(made.low, made.high, made.kind, code, year, "", needs)


def key(code: str, year: int = YEAR) -> CellId:
    return CellId(code, year)


def split(whole: object, parts: Sequence[object], name: str = "s", *, year: int = YEAR, adding: Adding = Adding.MAKE
          ) -> CountTable:  # fmt: skip
    """A figure `w` and its parts `s.1`, `s.2`…"""
    codes = [f"{name}.{position}" for position in range(1, len(parts) + 1)]
    cells = {("w", "n"): cell(whole, "w", year)}
    cells |= {(code, "n"): cell(part, code, year) for code, part in zip(codes, parts, strict=True)}
    bond = Sum(key("w", year), tuple(key(code, year) for code in codes), adding)
    return CountTable(f"{name}/{year}", (name,), "persons", ("w", *codes), ("n",), cells, (bond,))


def grid(rows: Sequence[Sequence[int]], year: int = YEAR, name: str = "g", corner: str | None = None) -> CountTable:
    """Rows and columns with their totals; `corner` names the total of all, to share it with other tables."""
    height, width, top = len(rows), len(rows[0]), corner or f"{name}.t.t"
    downs, acrosses = [*map(str, range(height)), "t"], [*map(str, range(width)), "t"]

    def code(down: str, across: str) -> str:
        return top if (down, across) == ("t", "t") else f"{name}.{down}.{across}"

    def number(down: str, across: str) -> int:
        chosen = rows if down == "t" else [rows[int(down)]]
        return sum(sum(row) if across == "t" else row[int(across)] for row in chosen)

    cells = {(d, a): cell(number(d, a), code(d, a), year) for d in downs for a in acrosses}
    across_sums = [Sum(key(code(d, "t"), year), tuple(key(code(d, a), year) for a in acrosses[:-1])) for d in downs]
    down_sums = [Sum(key(code("t", a), year), tuple(key(code(d, a), year) for d in downs[:-1])) for a in acrosses]
    bonds = (*across_sums, *down_sums)
    return CountTable(f"{name}/{year}", (name,), "persons", tuple(downs), tuple(acrosses), cells, bonds)


def truth(tables: Sequence[CountTable]) -> dict[CellId, Value]:
    return {cell.id: cell.value for table in tables for cell in table.cells.values()}


def shown_again(published: Published, tables: Sequence[CountTable], unhidden: CellId) -> tuple[PublicTable, ...]:
    """The published tables with one suppressed number put back: a planted leak."""
    return tuple(_with(table, unhidden, truth(tables)[unhidden]) for table in published.tables)


def _with(table: PublicTable, unhidden: CellId, number: Value) -> PublicTable:
    cells = {
        at: replace(one, value=number) if one.id == unhidden else one for at, one in table.cells.items()
    }
    return replace(table, cells=MappingProxyType(cells))


def enumerated(tables: Sequence[PublicTable], most: int) -> Mapping[CellId, tuple[int, int]]:
    """The least and the greatest value of each suppressed number over all tables that agree, one by one."""
    known = {one.id: one.value for table in tables for one in table.cells.values()}
    hidden = sorted(one for one, value in known.items() if value is None)
    bonds = {bond for table in tables for bond in table.sums}
    loose = {part for bond in bonds if known[bond.whole] is None for part in bond.parts}
    numbers = {one: int(found.low) for one, value in known.items() if value and (found := bounds(value))}
    ranges = [range(0 if one in loose else 1, most + 1) for one in hidden]
    fits = [
        guess
        for guess in product(*ranges)
        if all(_fits(bond, numbers | dict(zip(hidden, guess, strict=True))) for bond in bonds)
    ]
    return {one: (min(fit[n] for fit in fits), max(fit[n] for fit in fits)) for n, one in enumerate(hidden)}


def _fits(bond: Sum, numbers: Mapping[CellId, int]) -> bool:
    return numbers[bond.whole] == sum(numbers[part] for part in bond.parts)
