"""The questionnaire of the appendix: official wording, and beside it the fields that take answers."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


class Role(StrEnum):
    """What a line of an item does."""

    QUESTION = "question"
    HEADING = "heading"
    NOTE = "note"
    PART = "part"


class FieldKind(StrEnum):
    """What a respondent fills in."""

    YES_NO = "yes_no"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    PERIOD = "period"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"
    ENTRIES = "entries"
    DISTRIBUTION = "distribution"


NUMERIC = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE, FieldKind.DISTRIBUTION})
"""Kinds that need a unit."""


class Relation(StrEnum):
    """`sum`: the parts make the total; `within`: no part exceeds it."""

    SUM = "sum"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of entries."""

    id: str
    kind: FieldKind
    label: Text
    place: Place
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One answer. `code` is its third number; `of` names the count that a distribution splits."""

    code: int
    kind: FieldKind
    place: Place
    unit: str | None = None
    label: Text | None = None
    breakdowns: tuple[str, ...] = ()
    breakdown: str | None = None
    of: int | None = None
    options: str | None = None
    columns: tuple[Column, ...] = ()
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an official cell. `number` and `prompt` belong to the option lines of section 1."""

    text: Text
    place: Place
    role: Role = Role.QUESTION
    number: int | None = None
    prompt: Text | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic that must hold between fields of one item (by their codes)."""

    total: int
    parts: tuple[int, ...]
    relation: Relation
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered row: lines of the indicator column, then lines of the data column."""

    number: int
    indicator: tuple[Line, ...]
    place: Place
    data: tuple[Line, ...] = ()
    sums: tuple[Sum, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.indicator, *self.data)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for line in self.lines for field in line.fields)


@dataclass(frozen=True, slots=True)
class Section:
    """A section; 1 has a title, 2-16 the addressees as worded in the publication."""

    number: int
    items: tuple[Item, ...]
    place: Place
    title: Text | None = None
    addressees: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Appendix mark, title and column headings."""

    mark: tuple[Text, ...]
    title: Text
    columns: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Unit:
    """`text` is the unit in forms: in Russian in the genitive plural (`5 дел`).

    `one` and `few` are its Russian forms after 1 and after 2 (`дело`, `дела`), `stem` the Kazakh word that
    endings are added to; the words of `text` where they are left out.
    """

    id: str
    text: Text
    place: Place
    one: str | None = None
    few: str | None = None
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    id: str
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A way to split a count; an `open` one lets the respondent name the categories in `rows` rows."""

    id: str
    title: Text
    place: Place
    categories: tuple[Category, ...] = ()
    open: bool = False
    rows: int = 5


@dataclass(frozen=True, slots=True)
class QuestionnaireFile:
    """content/questionnaire/questionnaire.yaml."""

    provenance: Provenance
    questionnaire: Questionnaire


@dataclass(frozen=True, slots=True)
class SectionFile:
    """content/questionnaire/section-NN.yaml."""

    provenance: Provenance
    section: Section


@dataclass(frozen=True, slots=True)
class UnitsFile:
    """content/questionnaire/units.yaml."""

    provenance: Provenance
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class BreakdownsFile:
    """content/questionnaire/breakdowns.yaml."""

    provenance: Provenance
    breakdowns: tuple[Breakdown, ...]
