"""Rows that a respondent wrote: which figure one splits, and the name it was given."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from builder.analyse.bodies import bodies
from builder.analyse.disclosure.source import Cells, Source, table
from builder.analyse.disclosure.splits import category_of
from builder.analyse.disclosure.tiers import Levels, whole
from builder.analyse.plan import plan
from builder.analyse.series import NoFigureError, number_cell
from builder.analyse.slices import slices
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.tables import Adding, CellId, CountTable, Sum, folded

SAID = "said"


@dataclass(frozen=True, slots=True)
class Row:
    """`field` and `split` are codes of the field and its breakdown, `total` that of the figure it splits."""

    field: str
    split: str
    total: str
    name: str


def is_row(content: Content, code: str, protected: Collection[str]) -> bool:
    """Whether a code is that of a protected number in a row of a respondent's own."""
    try:
        cell = number_cell(content, code)
    except NoFigureError:
        return False
    return cell.row is not None and cell.unit in protected


def row_of(content: Content, evidence: Evidence, figure: Figure) -> Row | None:
    """The row of a figure that one body gave; None for rows of lists, which split nothing."""
    section = int(figure.code.partition(".")[0])
    asked = plan(content, section)
    field = asked.fields[asked.owner(figure.code)]
    split = next((one for one in field.splits if figure.code.startswith(f"{one.code}.")), None)
    year = evidence.year(figure.year)
    if split is None or split.rows is None or year is None:
        return None
    row = int(figure.code.split(".")[-2])
    given = {body.respondent.id: body.given for body in bodies(year, section)}
    name = given[figure.parts[0].respondent].get(split.rows.cell(row, split.rows.name))
    return Row(field.code, split.code, split.total, name.raw if name is not None else "")


def said_rows(source: Source, said: Collection[CellId]) -> Iterator[CountTable]:
    """The numbers of rows with a cleared name that prose calls: not printed as a table, but published."""
    cells: Cells = {}
    bonds: list[Sum] = []
    for code in sorted({key.code for key in said}):
        for one in _by_year(source, code):
            row = _cleared(source, one) if one.id() in said else None
            if row is not None:
                cells[code, str(one.figure.year)] = whole(one)
                bonds.extend(_row_sums(source, one, row))
    if cells:
        rows = tuple(dict.fromkeys(code for code, _ in cells))
        unit = source.by_year(rows[0])[0].figure.unit or ""
        yield table(source, (SAID,), unit, rows, cells, bonds=bonds)


def _by_year(source: Source, code: str) -> tuple[Levels, ...]:
    """Nothing where several bodies wrote a row: no figure can be called then."""
    try:
        return source.by_year(code)
    except NoFigureError:
        return ()


def _cleared(source: Source, found: Levels) -> Row | None:
    row = row_of(source.content, source.evidence, found.figure) if found.tiers else None
    return row if row is not None and folded(row.name) in source.cleared else None


def _row_sums(source: Source, found: Levels, row: Row) -> Iterator[Sum]:
    """A row of a respondent's own is part of the figure it splits, and of all rows that have its name."""
    (tier,) = found.tiers
    position = source.evidence.period.index(found.figure.year)
    of = source.by_year(row.total)[position]
    if tier in of.tiers:
        yield Sum(of.id(of.area(tier)), (found.id(),), Adding.WITHIN)
    for named in slices(source.content, source.evidence, row.field):
        if named.code == row.split and folded(named.name) == folded(row.name):
            all_of = category_of(source, named).found[position]
            yield Sum(all_of.id(all_of.area(tier)), (found.id(),))
