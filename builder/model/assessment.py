"""What people write in an assessment (Rules, points 12-19): judgements, analysis, recommendations."""

from dataclasses import dataclass
from datetime import date

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probability and consequence of an entry (`1.1.3`), 1-5, judged by the expert group.

    `answers` are codes, with respondent and year where one is meant (`2.11.1@mia/2023`), that the reason
    leans on.
    """

    code: str
    probability: int
    consequence: int
    reason: Text
    answers: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of analysis; `sources` are ids of the register, cited at its end.

    The text may call figures: `{{ value("2.11.1", 2023) }}`.
    """

    text: Text
    place: Place
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the nine headings of point 14: `subpoint` 1-9, `charts` drawn below it by name."""

    subpoint: int
    paragraphs: tuple[Paragraph, ...]
    place: Place
    charts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A conclusion; `entries` are those of ranked lists that it speaks of."""

    id: str
    text: Text
    place: Place
    entries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation (point 17 3)): `direction` as in the SOP, `executors` ids of subjects.

    `due` is a day, or None where the source sets none; `form` is the form of completion (document, event),
    `indicator` how one sees that it is done; `follows` are ids of conclusions.
    """

    id: str
    text: Text
    direction: str
    executors: tuple[str, ...]
    form: Text
    indicator: Text
    place: Place
    due: date | None = None
    follows: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    minimizes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the register of sources (points 10, 15), listed in the form of GOST 7.0.100.

    `text` is the bibliographic description in the language of the publication (the same in both texts
    where that is the rule); `address` with `visited` for what was read on the network.
    """

    id: str
    text: Text
    kind: str
    place: Place
    address: str | None = None
    visited: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The years assessed, the day the assessment was formed, and what it says of itself.

    `official` is false for examples: every page then says that it is one.
    """

    first: int
    last: int
    formed: date
    official: bool
    note: Text
    description: tuple[Paragraph, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PeriodFile:
    """assessment/PERIOD/period.yaml."""

    provenance: Provenance
    period: Period


@dataclass(frozen=True, slots=True)
class JudgementsFile:
    """assessment/PERIOD/judgements.yaml."""

    provenance: Provenance
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class AnalysisFile:
    """assessment/PERIOD/analysis.yaml."""

    provenance: Provenance
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class ConclusionsFile:
    """assessment/PERIOD/conclusions.yaml."""

    provenance: Provenance
    conclusions: tuple[Conclusion, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsFile:
    """assessment/PERIOD/recommendations.yaml."""

    provenance: Provenance
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """assessment/PERIOD/sources.yaml."""

    provenance: Provenance
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """All of one period, whole."""

    period: Period
    judgements: tuple[Judgement, ...]
    headings: tuple[Heading, ...]
    conclusions: tuple[Conclusion, ...]
    recommendations: tuple[Recommendation, ...]
    sources: tuple[Source, ...]
