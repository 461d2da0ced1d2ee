"""One form as the checks see it: the form, what its section asks, and what was given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.analyse.interval import Interval, interval
from builder.analyse.plan import Rows, SectionPlan, of_form
from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Answer, Form, Value, ValueKind
from builder.model.library import Content

YEAR = "0.3"
"""The code under which a respondent writes the year reported on."""


@dataclass(frozen=True, slots=True)
class Case:
    """`given` leaves out what was not answered; `fields` are the fields with an answer other than "no data".

    `lacking` are fields of which a cell says that there are no data.
    """

    content: Content
    plan: SectionPlan
    form: Form
    last_year: Form | None
    year: int | None
    given: Mapping[str, Value]
    fields: frozenset[str]
    lacking: frozenset[str]
    figures: dict[str, Interval | None] = field(default_factory=dict)

    def figure(self, code: str) -> Interval | None:
        """The number given at a code; worked out once."""
        if code not in self.figures:
            self.figures[code] = interval(self.given.get(code))
        return self.figures[code]

    def finding(self, code: str, at: str, **data: str) -> Finding:
        """About an answer of this form: `item` and `code` say which."""
        return Finding(code, Place(self.form.name, at=at), {"item": item_of(at), "code": at, **data})

    def filled(self, rows: Rows) -> Iterator[int]:
        """Rows with something in them."""
        columns = {rows.name, *rows.columns.values()}
        for row in rows.rows(self.given):
            if any(rows.cell(row, column) in self.given for column in columns):
                yield row

    def name(self, rows: Rows, row: int) -> str:
        value = self.given.get(rows.cell(row, rows.name))
        return value.raw if value is not None else ""


def item_of(code: str) -> str:
    """`2.8` of `2.8.1.2.3`."""
    return ".".join(code.split(".")[:2])


def case(content: Content, form: Form, last_year: Form | None = None, year: int | None = None) -> Case:
    """A form made ready; without a year, that of the form's own heading counts, if it can be read."""
    plan = of_form(content, form.section)
    given = given_of(form.answers)
    fields: set[str] = set()
    lacking: set[str] = set()
    for code, value in given.items():
        (lacking if value.kind is ValueKind.NO_DATA else fields).add(plan.owner(code))
    stated = year if year is not None else _stated(given)
    return Case(content, plan, form, last_year, stated, given, frozenset(fields), frozenset(lacking))


def given_of(answers: Mapping[str, Answer]) -> dict[str, Value]:
    return {
        code: answer.value
        for code, answer in answers.items()
        if answer.value.kind is not ValueKind.NOT_ANSWERED
    }


def _stated(given: Mapping[str, Value]) -> int | None:
    value = given.get(YEAR)
    if value is None:
        return None
    words = value.raw.strip()
    digits = words if words.isdigit() else str(value.low or "")
    return int(digits) if len(digits) == 4 and digits.isdigit() else None
