"""What a section asks, laid out once for all its forms: fields, cells, splits, sums.

Ten thousand forms are checked against sixteen sections, so nothing here is worked out per form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Generic, TypeVar

from builder.base import ids
from builder.model.cells import Part, cells
from builder.model.library import Content
from builder.model.questionnaire import Field, FieldKind, Item, Relation
from builder.model.text import Text

FIGURES = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE})
GENERAL = 1
"""The section that everyone answers."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that a respondent writes: `prefix` + row + column; those beyond `printed` may have been added."""

    prefix: str
    printed: int
    columns: Mapping[str, int]
    name: int = 1

    def cell(self, row: int, column: int) -> str:
        return f"{self.prefix}.{row}.{column}"

    def rows(self, given: Mapping[str, object]) -> Iterator[int]:
        """The printed rows, then those that were added, as far as they go."""
        width = max((self.name, *self.columns.values()))
        for row in count(1):
            known = row <= self.printed
            if not known and not any(self.cell(row, column) in given for column in range(1, width + 1)):
                return
            yield row


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown of a total: the cells of its categories, or rows when the respondent names them."""

    code: str
    total: str
    title: Text
    cells: tuple[str, ...] = ()
    categories: Mapping[str, str] | None = None
    rows: Rows | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A field: its code, and the codes that hold its answer (`own`)."""

    code: str
    item: str
    kind: FieldKind
    unit: str | None
    own: tuple[str, ...]
    of: str | None = None
    splits: tuple[Split, ...] = ()
    entries: Rows | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of an item: codes of the whole and of the parts."""

    item: str
    relation: Relation
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemPlan:
    code: str
    reason: str
    fields: tuple[Asked, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """The items of some sections; `field_of` leads from the code of a cell to that of its field."""

    items: tuple[ItemPlan, ...]
    fields: Mapping[str, Asked]
    field_of: Mapping[str, str]

    def owner(self, code: str) -> str:
        """The field of a cell; cells of added rows are in no list."""
        return self.field_of.get(code) or ".".join(code.split(".")[:3])


T = TypeVar("T")


class Same(Generic[T]):
    """A value that is a key by what it is, not by what it holds: content is too large to be hashed."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.it is self.it


def plan(content: Content, *sections: int) -> SectionPlan:
    """The plan of sections, made once for a content."""
    return _plan(Same(content), tuple(sorted({*sections})))


def of_form(content: Content, section: int) -> SectionPlan:
    """A form asks the general section and the respondent's own."""
    return plan(content, GENERAL, section)


@lru_cache(maxsize=128)
def _plan(content: Same[Content], sections: tuple[int, ...]) -> SectionPlan:
    known = {section.number: section for section in content.it.sections}
    items = tuple(
        _item(content.it, number, item)
        for number in sections
        if number in known
        for item in known[number].items
    )
    fields = {field.code: field for item in items for field in item.fields}
    return SectionPlan(items, fields, {code: field.code for field in fields.values() for code in _all(field)})


def _item(content: Content, section: int, item: Item) -> ItemPlan:
    code = ids.code(section, item.number)
    return ItemPlan(
        code,
        ids.code(section, item.number, ids.REASON),
        tuple(_field(content, section, item, field) for field in item.fields),
        tuple(
            Total(
                code,
                total.relation,
                ids.code(section, item.number, total.total),
                tuple(ids.code(section, item.number, part) for part in total.parts),
            )
            for total in item.sums
        ),
    )


def _field(content: Content, section: int, item: Item, field: Field) -> Asked:
    made = cells(section, item.number, field, content.breakdowns)
    code = ids.code(section, item.number, field.code)
    of = None if field.of is None else ids.code(section, item.number, field.of)
    splits = []
    for position, (breakdown, group) in enumerate(made.groups, 1):
        alone = field.kind is FieldKind.DISTRIBUTION
        prefix = code if alone else f"{code}.{position}"
        total = of or code
        if breakdown.open:
            rows = Rows(prefix, breakdown.rows, {"": 2})
            splits.append(Split(prefix, total, breakdown.title, rows=rows))
        else:
            by_id = {cell.category.id: cell.code for cell in group if cell.category is not None}
            splits.append(Split(prefix, total, breakdown.title, tuple(by_id.values()), by_id))
    entries = None
    if field.kind is FieldKind.ENTRIES:
        columns = {column.id: position for position, column in enumerate(field.columns, 1)}
        entries = Rows(code, len(made.rows), columns)
    own = tuple(cell.code for cell in made.own if cell.part is not Part.NAME)
    return Asked(
        code, ids.code(section, item.number), field.kind, field.unit, own, of, tuple(splits), entries
    )


def _all(field: Asked) -> Iterator[str]:
    yield field.code
    yield from field.own
    for split in field.splits:
        yield from split.cells
        if split.rows is not None:
            yield from (split.rows.cell(row, n) for row in range(1, split.rows.printed + 1) for n in (1, 2))
    if field.entries is not None:
        rows = range(1, field.entries.printed + 1)
        yield from (field.entries.cell(row, n) for row in rows for n in field.entries.columns.values())
