"""Checks on answers that legal staff keep as content (Rules, point 13 1)): content/collection/checks.yaml.

Arithmetic that the wording itself prescribes stands with the items (`sums`); here stands what reason asks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.base.language import Language
from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


class Bond(StrEnum):
    """What must hold between answers.

    Of figures: `equal`, `at_most`, `at_least`; `together`: both are zero or neither; `needs`: where the left
    is above zero, the right is not zero. Of answers of any kind: `excludes`: not both are given;
    `one_of`: at most one is "yes", and one answer is enough. Of each answer named, or of all when none is:
    `described`: a "yes" has its description; `single`: not both "yes" and "no"; `alone`: the reason for
    absence stands only where something is absent.
    """

    EQUAL = "equal"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    TOGETHER = "together"
    NEEDS = "needs"
    EXCLUDES = "excludes"
    ONE_OF = "one_of"
    DESCRIBED = "described"
    SINGLE = "single"
    ALONE = "alone"


PAIRED = frozenset({Bond.EQUAL, Bond.AT_MOST, Bond.AT_LEAST, Bond.TOGETHER, Bond.NEEDS})
"""Bonds between two sums of figures: the only ones that may join answers of different bodies."""

ONE_SIDED = frozenset({Bond.ONE_OF, Bond.DESCRIBED, Bond.SINGLE, Bond.ALONE})
"""Bonds that look at the left side only."""


class Scope(StrEnum):
    """Where sums of several bodies are compared: over the whole country, or in each region by itself."""

    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Naming:
    """A body as respondents write it in rows of their own: beginnings of words, in both languages.

    A word of three letters or fewer stands whole (`МВД`, `ДП`).
    """

    id: str
    words: Mapping[Language, tuple[str, ...]]
    place: Place


@dataclass(frozen=True, slots=True)
class Operand:
    """Answers whose figures are added up.

    `codes` are fields (`3.1.3`) or cells; in bonds without figures also items (`1.1`). `column` is that of a
    list of entries (without it its filled rows are counted), `category` a part of a breakdown; `naming`
    takes only the rows whose first words name that body. `subjects` and `regions` take only the answers
    of such bodies.
    """

    place: Place
    codes: tuple[str, ...] = ()
    column: str | None = None
    category: str | None = None
    naming: str | None = None
    subjects: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Between:
    """A comparison of what different bodies say; a difference is a question, never an error.

    `tolerance` is in percent of the larger side.
    """

    id: str
    title: Text
    why: Text
    left: Operand
    relation: Bond
    right: Operand
    place: Place
    scope: Scope = Scope.COUNTRY
    tolerance: int = 0


@dataclass(frozen=True, slots=True)
class WithinForm:
    """A bond between answers of one form; `certain` makes its breach an error instead of a question."""

    id: str
    title: Text
    why: Text
    relation: Bond
    left: Operand
    place: Place
    right: Operand | None = None
    certain: bool = False
    tolerance: int = 0


@dataclass(frozen=True, slots=True)
class LastYear:
    """A figure grew or fell by more than `factor` times, and the larger of the two is `floor` or more.

    Looks at figures of the `units`, or at the `codes`.
    """

    id: str
    title: Text
    why: Text
    factor: int
    floor: int
    place: Place
    units: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """Dates and periods (all, or the `codes`) that do not belong to the year asked about."""

    id: str
    title: Text
    why: Text
    place: Place
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure above `maximum` or below zero; `certain` makes it an error instead of a question."""

    id: str
    title: Text
    why: Text
    maximum: int
    place: Place
    units: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    certain: bool = False


Rule = Between | WithinForm | LastYear | PeriodRule | Limit


@dataclass(frozen=True, slots=True)
class AnswerChecks:
    """All checks by kind; `totals` are beginnings of the names of rows that repeat the total."""

    place: Place
    totals: Mapping[Language, tuple[str, ...]]
    naming: tuple[Naming, ...] = ()
    between: tuple[Between, ...] = ()
    within_form: tuple[WithinForm, ...] = ()
    last_year: tuple[LastYear, ...] = ()
    period: tuple[PeriodRule, ...] = ()
    limit: tuple[Limit, ...] = ()

    def rules(self) -> Iterator[Rule]:
        yield from self.between
        yield from self.within_form
        yield from self.last_year
        yield from self.period
        yield from self.limit


@dataclass(frozen=True, slots=True)
class AnswerChecksFile:
    """content/collection/checks.yaml."""

    provenance: Provenance
    checks: AnswerChecks
