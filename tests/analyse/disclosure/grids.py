"""Tables of invented counts for tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from builder.model.answers import Value
from builder.model.published import PublicCell, PublicTable, Published
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


def split(
    whole: object, parts: Sequence[object], name: str = "s", *, year: int = YEAR, adding: Adding = Adding.MAKE
) -> CountTable:
    """A figure `w` and its parts `s.1`, `s.2`…"""
    codes = [f"{name}.{position}" for position in range(1, len(parts) + 1)]
    cells = {("w", "n"): cell(whole, "w", year)}
    cells |= {(code, "n"): cell(part, code, year) for code, part in zip(codes, parts, strict=True)}
    bond = Sum(key("w", year), tuple(key(code, year) for code in codes), adding)
    return CountTable(f"{name}/{year}", (name,), "persons", ("w", *codes), ("n",), cells, (bond,))


def grid(
    rows: Sequence[Sequence[int]], year: int = YEAR, name: str = "g", corner: str | None = None
) -> CountTable:
    """Rows and columns with their totals; `corner` names the total of all, to share it with other tables."""
    height, width, top = len(rows), len(rows[0]), corner or f"{name}.t.t"
    downs, acrosses = [*map(str, range(height)), "t"], [*map(str, range(width)), "t"]

    def code(down: str, across: str) -> str:
        return top if (down, across) == ("t", "t") else f"{name}.{down}.{across}"

    def number(down: str, across: str) -> int:
        chosen = rows if down == "t" else [rows[int(down)]]
        return sum(sum(row) if across == "t" else row[int(across)] for row in chosen)

    cells = {(d, a): cell(number(d, a), code(d, a), year) for d in downs for a in acrosses}
    across_sums = [
        Sum(key(code(d, "t"), year), tuple(key(code(d, a), year) for a in acrosses[:-1])) for d in downs
    ]
    down_sums = [
        Sum(key(code("t", a), year), tuple(key(code(d, a), year) for d in downs[:-1])) for a in acrosses
    ]
    bonds = (*across_sums, *down_sums)
    return CountTable(f"{name}/{year}", (name,), "persons", tuple(downs), tuple(acrosses), cells, bonds)


def truth(tables: Sequence[CountTable]) -> dict[CellId, Value]:
    return {cell.id: cell.value for table in tables for cell in table.cells.values()}


def shown_again(
    published: Published, tables: Sequence[CountTable], unhidden: CellId
) -> tuple[PublicTable, ...]:
    """The published tables with one suppressed number put back: a planted leak."""
    return tuple(_with(table, unhidden, truth(tables)[unhidden]) for table in published.tables)


def _with(table: PublicTable, unhidden: CellId, number: Value) -> PublicTable:
    cells = {at: replace(one, value=number) if one.id == unhidden else one for at, one in table.cells.items()}
    return replace(table, cells=MappingProxyType(cells))


def enumerated(table: PublicTable, most: int) -> Mapping[CellId, tuple[int, int]]:
    """The least and the greatest value of each suppressed number, found by trying.

    All tables with two rows and two columns that agree with the published one are gone through.
    """
    places = table.cells
    gone = {one.id for one in places.values() if one.suppressed}
    loose = {part for bond in table.sums if bond.whole in gone for part in bond.parts}
    found: dict[CellId, tuple[int, int]] = {}
    for a, b, c, d in product(range(most + 1), repeat=4):
        numbers = _margins(a, b, c, d)
        if all(_agrees(one, numbers[at], 0 if one.id in loose else 1) for at, one in places.items()):
            for at, one in places.items():
                if one.suppressed:
                    low, high = found.get(one.id, (numbers[at], numbers[at]))
                    found[one.id] = (min(low, numbers[at]), max(high, numbers[at]))
    return found


def _margins(a: int, b: int, c: int, d: int) -> dict[tuple[str, str], int]:
    return {
        ("0", "0"): a, ("0", "1"): b, ("0", "t"): a + b,
        ("1", "0"): c, ("1", "1"): d, ("1", "t"): c + d,
        ("t", "0"): a + c, ("t", "1"): b + d, ("t", "t"): a + b + c + d,
    }  # fmt: skip


def _agrees(one: PublicCell, number: int, least: int) -> bool:
    return number >= least if one.value is None else one.value.low == number
