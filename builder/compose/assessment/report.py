"""The assessment report (Rules, points 12-19): what stands in it, in its order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.blocks.tree import Block, PageBreak
from builder.compose.assessment.abbreviations import abbreviations
from builder.compose.assessment.advice import recommendations
from builder.compose.assessment.analysis import analysis, conclusions
from builder.compose.assessment.completeness import completeness
from builder.compose.assessment.defects import defects
from builder.compose.assessment.description import description
from builder.compose.assessment.heat import heat
from builder.compose.assessment.method import method
from builder.compose.assessment.opening import contents, opening
from builder.compose.assessment.profiles import profiles
from builder.compose.assessment.ranked import ranked
from builder.compose.assessment.sources import sources
from builder.compose.assessment.tables import tables
from builder.compose.assessment.telling import Telling

Part = Callable[[Telling], Iterator[Block]]

RANKING, ANALYSIS = 2, 3
"""Numbers of the chapters whose parts are numbered."""
METHOD = 1
"""The number of the annex that has the method."""


def _ranking(telling: Telling) -> Iterator[Block]:
    yield from ranked(telling, RANKING, METHOD)
    position = len(telling.dossier.rankings) + 1
    yield telling.heading(3, f"{RANKING}.{position}. {telling.label('heat')}", "heat")
    yield from heat(telling)


def _analysis(telling: Telling) -> Iterator[Block]:
    yield from analysis(telling, ANALYSIS)


CHAPTERS: tuple[tuple[str, Part], ...] = (
    ("description", description),
    ("ranking", _ranking),
    ("analysis", _analysis),
    ("conclusions", conclusions),
    ("recommendations", recommendations),
    ("profiles", profiles),
)
ANNEXES: tuple[tuple[str, Part], ...] = (
    ("annex_method", method),
    ("annex_tables", tables),
    ("annex_completeness", completeness),
    ("annex_defects", defects),
    ("annex_sources", sources),
)
"""In the report the list of abbreviations follows, which needs all the others."""


@dataclass(frozen=True, slots=True)
class Report:
    """The report of a period, whole or for the public."""

    public: bool = False

    @property
    def name(self) -> str:
        return "public" if self.public else "report"


def title(telling: Telling) -> str:
    period = telling.dossier.assessment.period
    return telling.label("title", first=period.first, last=period.last)


def blocks(telling: Telling) -> tuple[Block, ...]:
    parts = (*_chapters(telling), *_annexes(telling))
    known = tuple(abbreviations(telling, parts))
    if known:
        parts = (*parts, *_annex(telling, len(ANNEXES) + 1, "annex_abbreviations"), *known)
    return (*opening(telling, telling.label("heading")), *contents(telling, parts), *parts)


def _chapters(telling: Telling) -> Iterator[Block]:
    for number, (key, part) in enumerate(CHAPTERS, 1):
        yield PageBreak()
        yield telling.heading(2, f"{number}. {telling.label(key)}", key)
        yield from part(telling)


def _annexes(telling: Telling) -> Iterator[Block]:
    for number, (key, part) in enumerate(ANNEXES, 1):
        public = key == "annex_completeness" and telling.public
        yield from _annex(telling, number, f"{key}_public" if public else key)
        yield from part(telling)


def _annex(telling: Telling, number: int, key: str) -> Iterator[Block]:
    yield PageBreak()
    words = telling.label("annex", number=number, title=telling.label(key))
    yield telling.heading(2, words, f"annex{number}")
