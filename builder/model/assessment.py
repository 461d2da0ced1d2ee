"""What people write in an assessment (Rules, points 12-19): judgements, analysis, recommendations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.sop import Direction
from builder.model.text import Text

HEADINGS = range(1, 10)
"""Subpoints of point 14 of the Rules: what the analysis brings to light."""
SCALE = range(1, 6)
"""Steps of probability and of consequence."""
CHARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "registered": ("2.1.2",),
        "territory": ("2.1.2",),
        "protected": ("2.11.1",),
        "compensated": ("2.12.1",),
        "compensation": ("2.12.2",),
        "blocked": ("12.4.1", "12.1.2"),
    }
)
"""The charts that a heading may ask for, with the codes of their figures; the report draws them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probability and consequence of an entry (`1.1.3`), 1-5, judged by the expert group.

    `answers` are codes, with respondent and year where one is meant (`2.11.1@mia/2023`), that the reason
    leans on; `sources` are ids of the register.
    """

    code: str
    probability: int
    consequence: int
    reason: Text
    answers: tuple[str, ...]
    place: Place
    sources: tuple[str, ...] = ()


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
    `indicator` how one sees that it is done; `follows` are ids of conclusions, `minimizes` codes of entries.
    `proposed`: the source names no executors, those here are proposed.
    """

    id: str
    text: Text
    direction: Direction
    executors: tuple[str, ...]
    form: Text
    indicator: Text
    place: Place
    due: date | None = None
    follows: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    minimizes: tuple[str, ...] = ()
    proposed: bool = False


class SourceKind(StrEnum):
    """What a source is (point 10)."""

    COLLECTION = "collection"
    ARTICLE = "article"
    REPORT = "report"
    RESEARCH = "research"
    ACT = "act"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the register of sources (points 10, 15), listed in the form of GOST 7.0.100.

    `text` is the bibliographic description in the language of the publication (the same in both texts
    where that is the rule); `address` with `visited` for what was read on the network.
    """

    id: str
    text: Text
    kind: SourceKind
    place: Place
    address: str | None = None
    visited: date | None = None


@dataclass(frozen=True, slots=True)
class Cleared:
    """Words of respondents that somebody allowed to be published; the public version has no others.

    `names` are those of categories that respondents named (`иностранцы`), in any case; `answers` are codes
    with respondent and year (`1.3.5.3@ngo-shymkent/2023`), whose words are printed without a name.
    """

    place: Place
    names: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


def public_name(code: str, respondent: str, year: int) -> str:
    """How an answer is named: `1.3.5.3@ngo-shymkent/2023`."""
    return f"{code}@{respondent}/{year}"


@dataclass(frozen=True, slots=True)
class Period:
    """The years assessed, the day the assessment was formed, and what it says of itself.

    `official` is false for examples: every page then says that it is one. Without `cleared` no words of
    respondents are published.
    """

    first: int
    last: int
    formed: date
    official: bool
    note: Text
    description: tuple[Paragraph, ...]
    place: Place
    cleared: Cleared | None = None

    @property
    def public_names(self) -> tuple[str, ...]:
        """Names of categories that may be published."""
        return () if self.cleared is None else self.cleared.names

    @property
    def public_answers(self) -> tuple[str, ...]:
        """Answers whose words may be published."""
        return () if self.cleared is None else self.cleared.answers


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
class AssessmentFiles:
    """The files of one period that could be read; a part is None where its file is missing or broken.

    `name` is that of the folder: `2021-2023`.
    """

    name: str
    period: PeriodFile | None = None
    judgements: JudgementsFile | None = None
    analysis: AnalysisFile | None = None
    conclusions: ConclusionsFile | None = None
    recommendations: RecommendationsFile | None = None
    sources: SourcesFile | None = None

    def provenances(self) -> Iterator[Provenance]:
        for part in (
            self.period, self.judgements, self.analysis, self.conclusions, self.recommendations, self.sources,
        ):  # fmt: skip
            if part is not None:
                yield part.provenance

    def paragraphs(self) -> Iterator[Paragraph]:
        """Of the description and of the analysis, in order."""
        if self.period is not None:
            yield from self.period.period.description
        for heading in self.analysis.headings if self.analysis is not None else ():
            yield from heading.paragraphs


@dataclass(frozen=True, slots=True)
class Assessment:
    """All of one period, whole."""

    period: Period
    judgements: tuple[Judgement, ...]
    headings: tuple[Heading, ...]
    conclusions: tuple[Conclusion, ...]
    recommendations: tuple[Recommendation, ...]
    sources: tuple[Source, ...]

    def heading(self, subpoint: int) -> Heading | None:
        return next((heading for heading in self.headings if heading.subpoint == subpoint), None)

    def judgement(self, code: str) -> Judgement | None:
        return next((judgement for judgement in self.judgements if judgement.code == code), None)


def whole(files: AssessmentFiles) -> Assessment | None:
    """The complete assessment, or None while a file is missing or broken."""
    if (
        files.period is None
        or files.judgements is None
        or files.analysis is None
        or files.conclusions is None
        or files.recommendations is None
        or files.sources is None
    ):
        return None
    return Assessment(
        period=files.period.period,
        judgements=files.judgements.judgements,
        headings=files.analysis.headings,
        conclusions=files.conclusions.conclusions,
        recommendations=files.recommendations.recommendations,
        sources=files.sources.sources,
    )
