"""What an assessment rests on: the answers of the years of a period, and figures drawn from them."""

from dataclasses import dataclass
from enum import StrEnum

from builder.model.answers import Form, Value
from builder.model.collection import Collection, Issue


@dataclass(frozen=True, slots=True)
class Year:
    """One year: who was asked, and the forms that count (neither superseded nor without owner)."""

    collection: Collection
    issues: tuple[Issue, ...]
    forms: tuple[Form, ...]

    @property
    def number(self) -> int:
        return self.collection.year


@dataclass(frozen=True, slots=True)
class Evidence:
    """The years of a period, in order. Answers held for personal data are not in the forms."""

    years: tuple[Year, ...]

    def year(self, number: int) -> Year | None:
        return next((year for year in self.years if year.number == number), None)


class Break(StrEnum):
    """Why a value must not be compared with the one of the year before."""

    WORDING = "wording"
    UNIT = "unit"
    EDITION = "edition"
    KIND = "kind"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class Part:
    """One answer that a figure is made of: whose, from which file, as it was understood."""

    respondent: str
    form: int
    file: str
    value: Value


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of a code in a year: reported by one body, or summed over `parts`.

    `computed` is true for what we calculated. `asked` bodies had the question, `answered` gave a value,
    `absent` gave a reason instead. `breaks` stand between this year and the one before.
    """

    code: str
    year: int
    value: Value
    unit: str | None
    parts: tuple[Part, ...]
    asked: int
    answered: int
    absent: int
    computed: bool = False
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one code over the years of a period, every year present, gaps as NOT_ANSWERED."""

    code: str
    unit: str | None
    figures: tuple[Figure, ...]
