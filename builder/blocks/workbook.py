"""Nouns of a workbook: a form as sheets of rows, one answer to a row, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.base.language import Language
from builder.blocks.inline import ControlKind, Option


@dataclass(frozen=True, slots=True)
class Columns:
    """Headings of the columns, in the order in which they stand."""

    number: str
    code: str
    wording: str
    asked: str
    answer: str
    unit: str


@dataclass(frozen=True, slots=True)
class Words:
    """A row of words over the whole width: official lines that take no answer, and instructions.

    `of_sheets` words tell how to fill the cells of a workbook, and mean nothing elsewhere.
    """

    text: str
    number: str = ""
    strong: bool = False
    of_sheets: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a line stands in a list that the respondent may shorten or lengthen.

    `row` counts from 1, `name` is what the list is of, `each` what this column of any row is for.
    """

    row: int
    name: str
    each: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row that takes one answer; only its answer cell is open.

    `wording` holds the official words where they begin, `asked` what this very row is for, `value` what is
    entered beforehand. CHECK is a yes or no: its `options` carry the codes of the two boxes. `spare` rows
    are the second and later ones of a list, which a respondent may leave out.
    """

    code: str
    kind: ControlKind
    asked: str
    wording: str = ""
    number: str = ""
    unit: str = ""
    options: tuple[Option, ...] = ()
    value: str = ""
    entry: Entry | None = None

    @property
    def spare(self) -> bool:
        return self.entry is not None and self.entry.row > 1


SheetRow = Words | Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `name` on its tab, `title` in its first row, then the headings, then the rows."""

    name: str
    title: str
    rows: tuple[SheetRow, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(row for row in self.rows if isinstance(row, Line))


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person is told at a cell: of a number, a date and a list of choices."""

    title: str
    number: str
    date: str
    choice: str


@dataclass(frozen=True, slots=True)
class SurveyWords:
    """What the same form says on a phone: `number_hint` has `{unit}`, `listed` has `{question}`."""

    form_id: str
    form_id_hint: str
    form_id_constraint: str
    number_hint: str
    number_constraint: str
    year_constraint: str
    required: str
    listed: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """A form as a workbook. `about` is the visible line with its number; `foot` has `{page}` and `{total}`.

    `marks` are names and values for the properties of the file, by which a returned copy is recognised.
    """

    title: str
    subject: str
    keywords: str
    language: Language
    created: date
    about: str
    foot: str
    columns: Columns
    hints: Hints
    survey: SurveyWords
    sheets: tuple[Sheet, ...]
    marks: tuple[tuple[str, str | int], ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        for sheet in self.sheets:
            yield from sheet.lines
