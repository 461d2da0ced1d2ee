"""Cells of a field: each single value a respondent enters, with its visible code.

Made here only, so that forms, readers and exports agree. The code continues the field's own:

| kind | cells |
|---|---|
| yes_no | `.1` yes, `.2` no, `.3` description |
| period | `.1` from, `.2` to |
| count, money, share, date, choice, text | the field's code |
| count with breakdowns | `.b.c`: breakdown b, category c; open ones `.b.r.1` name, `.b.r.2` number |
| distribution | `.c`, or `.r.1` and `.r.2` when open |
| entries | `.r.c`: row r, column c |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.base import ids
from builder.model.questionnaire import Breakdown, Category, Column, Field, FieldKind

ENTRY_ROWS = 5
"""Rows printed for a list of entries when the field does not say how many."""


class Part(StrEnum):
    """What a cell holds of its field."""

    VALUE = "value"
    YES = "yes"
    NO = "no"
    DESCRIPTION = "description"
    START = "start"
    END = "end"
    NAME = "name"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class ValueCell:
    """One value: its code, what it holds, and the breakdown, category, row or column it stands for."""

    code: str
    part: Part
    kind: FieldKind
    unit: str | None = None
    breakdown: Breakdown | None = None
    category: Category | None = None
    row: int | None = None
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class FieldCells:
    """Cells of one field: its own values, then a group per breakdown, or rows of entries."""

    own: tuple[ValueCell, ...] = ()
    groups: tuple[tuple[Breakdown, tuple[ValueCell, ...]], ...] = ()
    rows: tuple[tuple[ValueCell, ...], ...] = ()

    def __iter__(self) -> Iterator[ValueCell]:
        yield from self.own
        for _, cells in self.groups:
            yield from cells
        for row in self.rows:
            yield from row


_PARTS = {
    FieldKind.YES_NO: (
        (Part.YES, FieldKind.CHOICE),
        (Part.NO, FieldKind.CHOICE),
        (Part.DESCRIPTION, FieldKind.TEXT),
    ),
    FieldKind.PERIOD: ((Part.START, FieldKind.DATE), (Part.END, FieldKind.DATE)),
}


def cells(section: int, item: int, field: Field, breakdowns: tuple[Breakdown, ...]) -> FieldCells:
    """Cells of a field of an item; unknown breakdowns are left to the checks and yield nothing."""
    known = {breakdown.id: breakdown for breakdown in breakdowns}
    base = (section, item, field.code)
    if field.kind in _PARTS:
        return FieldCells(
            own=tuple(
                ValueCell(ids.code(*base, position), part, kind)
                for position, (part, kind) in enumerate(_PARTS[field.kind], 1)
            )
        )
    if field.kind is FieldKind.ENTRIES:
        return FieldCells(rows=_entries(base, field))
    if field.kind is FieldKind.DISTRIBUTION:
        breakdown = known.get(field.breakdown or "")
        return FieldCells(groups=((breakdown, _split(base, field, breakdown)),) if breakdown else ())
    own = ValueCell(ids.code(*base), Part.VALUE, field.kind, field.unit)
    groups = tuple(
        (known[name], _split((*base, position), field, known[name]))
        for position, name in enumerate(field.breakdowns, 1)
        if name in known
    )
    return FieldCells(own=(own,), groups=groups)


def _split(base: tuple[int, ...], field: Field, breakdown: Breakdown) -> tuple[ValueCell, ...]:
    if not breakdown.open:
        return tuple(
            ValueCell(
                ids.code(*base, position),
                Part.VALUE,
                FieldKind.COUNT,
                field.unit,
                breakdown,
                category,
            )
            for position, category in enumerate(breakdown.categories, 1)
        )
    return tuple(
        cell
        for row in range(1, breakdown.rows + 1)
        for cell in (
            ValueCell(ids.code(*base, row, 1), Part.NAME, FieldKind.TEXT, None, breakdown, None, row),
            ValueCell(
                ids.code(*base, row, 2),
                Part.VALUE,
                FieldKind.COUNT,
                field.unit,
                breakdown,
                None,
                row,
            ),
        )
    )


def _entries(base: tuple[int, int, int], field: Field) -> tuple[tuple[ValueCell, ...], ...]:
    return tuple(
        tuple(
            ValueCell(
                ids.code(*base, row, position),
                Part.COLUMN,
                column.kind,
                column.unit,
                row=row,
                column=column,
            )
            for position, column in enumerate(field.columns, 1)
        )
        for row in range(1, (field.rows or ENTRY_ROWS) + 1)
    )
