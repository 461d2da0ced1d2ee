"""What the documents of an assessment are composed from, put together by the workflow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from builder.base.finding import Finding
from builder.compose.assessment.saying import Figures
from builder.model.answers import Value
from builder.model.assessment import Assessment
from builder.model.evidence import Evidence, Figure, Slice
from builder.model.published import Published
from builder.model.ranking import Ranking
from builder.model.registry import Respondent
from builder.model.status import Status


class Known(Figures, Protocol):
    """Figures by code and year, breakdowns of a field (a slice to a category or name), a figure by region."""

    def slices(self, code: str) -> tuple[Slice, ...]: ...

    def by_region(self, found: Figure) -> Mapping[str, Value]: ...


@dataclass(frozen=True, slots=True)
class Replies:
    """What one body did with the items (`2.8`) of its form of a year; no item at all: no form came."""

    year: int
    respondent: Respondent
    answered: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    @property
    def came(self) -> bool:
        return bool(self.answered or self.explained or self.silent)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One assessment with the answers it rests on.

    `statuses` are those of the collections on the day the assessment was formed, by year; `replies` by year,
    in the order of the register; `between` are findings of comparing bodies, by year; `code` is a digest of
    all answers, the same for all documents made from them. `published` is what the public may see.
    """

    assessment: Assessment
    known: Known
    rankings: tuple[Ranking, ...]
    statuses: Mapping[int, Status]
    replies: tuple[Replies, ...]
    between: Mapping[int, tuple[Finding, ...]]
    code: str
    published: Published | None = None

    @property
    def evidence(self) -> Evidence:
        return self.known.evidence

    @property
    def years(self) -> tuple[int, ...]:
        """All years of the period, those without a collection included."""
        return self.evidence.period

    def figure(self, code: str, year: int) -> Figure | None:
        return self.known.figure(code, year)

    def asked(self, section: int) -> bool:
        """Whether anybody was asked about a section in any year."""
        return any(year.asked(section if section > 1 else 0) for year in self.evidence.years)
