"""Rows that a respondent wrote: which figure one splits, and the name it was given."""

from collections.abc import Collection
from dataclasses import dataclass

from builder.analyse.bodies import bodies
from builder.analyse.plan import plan
from builder.analyse.series import NoFigureError, number_cell
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content


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
