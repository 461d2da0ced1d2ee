"""Answers of a returned questionnaire: values that keep their kind, and how each was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from builder.base.finding import Finding
from builder.base.language import Language

IDENTIFICATION = "0."
"""Codes about the respondent itself begin so: persons and telephones stand there."""


class ValueKind(StrEnum):
    """What an answer says. Zero, absence of data with a reason, and silence are three different things."""

    EXACT = "exact"
    ZERO = "zero"
    ABOUT = "about"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    RANGE = "range"
    NO_DATA = "no_data"
    NOT_ANSWERED = "not_answered"
    YES = "yes"
    NO = "no"
    CHOICE = "choice"
    DATE = "date"
    TEXT = "text"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Value:
    """One answer; `raw` is what was written, to the letter.

    Numbers: `low` and `high` are the bounds in the field's own unit; both are the number for EXACT, ZERO
    and ABOUT; UP_TO has `high` only, MORE_THAN `low` only. CHOICE has the id of the option in `text`, TEXT
    the words, NO_DATA the reason if one was given, a number what stands beside it (`12, all men`); DATE has
    `day`.
    """

    kind: ValueKind
    raw: str
    low: Decimal | None = None
    high: Decimal | None = None
    text: str = ""
    day: date | None = None


class How(StrEnum):
    """How an answer was found in the file."""

    TAG = "tag"
    CODE = "code"
    POSITION = "position"
    FIELD = "field"
    CELL = "cell"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Found:
    """Words found for a code, before they are understood; `ticked` for check boxes only.

    `at` is the place in the file: `paragraph 120`, `Sheet2!D14`, `page 3`.
    """

    code: str
    text: str
    how: How
    at: str
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that no question asked for; `near` is the code of the answer before them."""

    text: str
    at: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a file says of itself: hidden properties first, visible words where they are gone."""

    form_id: str | None = None
    year: int | None = None
    section: int | None = None
    language: Language | None = None
    edition: str | None = None
    digest: str | None = None
    body: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """One returned file as read: nothing understood yet, nothing dropped.

    `format` is `docx`, `pdf`, `xlsx`, `csv` or `json`; `findings` tell of every tolerance.
    """

    name: str
    format: str
    marks: Marks
    found: tuple[Found, ...]
    strays: tuple[Stray, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An understood answer of a form."""

    code: str
    value: Value
    how: How
    at: str


def given(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """What was answered by code, besides what identifies the respondent."""
    return {
        code: answer
        for code, answer in answers.items()
        if answer.value.kind is not ValueKind.NOT_ANSWERED and not code.startswith(IDENTIFICATION)
    }


class State(StrEnum):
    """Of a form in the collection: the one that counts, one that a later form replaced, one without owner."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True)
class Form:
    """A received form. `respondent` is empty while nobody knows whose it is.

    `id` is its number in the store, `answers` are by code, `findings` those of reading and checking it.
    """

    id: int
    respondent: str
    section: int
    language: Language
    name: str
    format: str
    sha256: str
    received: datetime
    state: State
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    strays: tuple[Stray, ...] = ()
    findings: tuple[Finding, ...] = ()
