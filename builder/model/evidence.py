"""What an assessment rests on: the answers of the years of a period, and figures drawn from them."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.finding import Finding
from builder.model.answers import Form, How, Value
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

    def asked(self, section: int = 0) -> frozenset[str]:
        """Ids of the bodies of a section that were asked; section 0 is all of them."""
        bodies = (issue.respondent for issue in self.issues)
        return frozenset(body.id for body in bodies if section in (0, body.section))

    def came(self, section: int = 0) -> frozenset[str]:
        """Ids of the bodies of a section whose form is there; section 0 is all of them."""
        return frozenset(form.respondent for form in self.forms if section in (0, form.section))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The years of a period, in order. Answers held for personal data are not in the forms.

    The period goes from `first` to `last`, so that a year without a collection is seen as a hole; without
    them it has the years that are there. `findings` tell of such holes.
    """

    years: tuple[Year, ...]
    first: int | None = None
    last: int | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def period(self) -> tuple[int, ...]:
        """All years of the period, those without a collection included."""
        there = [year.number for year in self.years]
        first = min(there, default=0) if self.first is None else self.first
        last = max(there, default=-1) if self.last is None else self.last
        return tuple(range(first, last + 1))

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
    """One answer that a figure is made of: whose, from which file, how it was found there, as understood."""

    respondent: str
    form: int
    file: str
    value: Value
    how: How | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of a code in a year: reported by one body, or summed over `parts`.

    `computed` is true for what we calculated. `asked` bodies had the question, `answered` gave a value,
    `absent` gave a reason instead; the others were silent or could not be understood. `parts` are the
    numbers given. `breaks` stand between this year and the last one before it that has a number.
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


@dataclass(frozen=True, slots=True)
class Slice:
    """One category of a breakdown over the years.

    `breakdown` is its id, `code` that of the split. A category of content has its id in `category`; of one
    that respondents named themselves `name` has the words, as most of them wrote it.
    """

    breakdown: str
    code: str
    category: str
    name: str
    series: Series
