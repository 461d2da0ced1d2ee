"""The charts that a report knows: each with its caption, its source and the same facts as a table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.blocks.figure import Chart
from builder.blocks.tree import Block, Paragraph, Style
from builder.compose.assessment.drawn import columns, figures, named, paired, parted
from builder.compose.assessment.regions import by_region
from builder.compose.assessment.telling import Telling, anchor
from builder.compose.charts import as_table, drawing
from builder.compose.voice import said
from builder.model.assessment import CHARTS, HEADINGS


def _columns(telling: Telling, codes: tuple[str, ...], title: str) -> Chart | None:
    return columns(telling, title, figures(telling, codes[0]))


def _territory(telling: Telling, codes: tuple[str, ...], title: str) -> Chart | None:
    return by_region(telling, codes[0], title)


def _protected(telling: Telling, codes: tuple[str, ...], title: str) -> Chart | None:
    """Foreigners as respondents counted them, and the others."""
    part = named(telling, codes[0], telling.label("foreign_starts"))
    names = telling.label("others_computed"), telling.label("foreigners")
    return parted(telling, title, figures(telling, codes[0]), part, names)


def _blocked(telling: Telling, codes: tuple[str, ...], title: str) -> Chart | None:
    names = telling.label("sent"), telling.label("blocked")
    sent, blocked = (figures(telling, code) for code in codes)
    return paired(telling, title, ((names[0], sent), (names[1], blocked)))


@dataclass(frozen=True, slots=True)
class Known:
    """A chart: its heading of point 14, unless content names it at another, and its maker."""

    subpoint: int
    make: Callable[[Telling, tuple[str, ...], str], Chart | None]


_KNOWN: Mapping[str, Known] = MappingProxyType(
    {
        "registered": Known(2, _columns),
        "territory": Known(3, _territory),
        "protected": Known(4, _protected),
        "compensated": Known(4, _columns),
        "compensation": Known(4, _columns),
        "blocked": Known(6, _blocked),
    }
)
"""All of model/assessment.CHARTS, where their codes are; titles are labels: `assess_chart_` and the name."""


def charts_of(telling: Telling, subpoint: int) -> Iterator[Block]:
    """Charts that content names for a heading, then those that it names nowhere and that belong here."""
    for name in placed(telling)[subpoint]:
        codes = CHARTS[name]
        chart = _KNOWN[name].make(telling, codes, telling.label(f"chart_{name}"))
        if chart is not None:
            source = telling.label("chart_source", codes=", ".join(codes))
            yield drawing(telling.voice, chart)
            yield Paragraph(said(f"{chart.title}. {source}."), Style.NOTE, anchor(f"chart/{name}"), keep=True)
            yield as_table(telling.voice, chart)


def placed(telling: Telling) -> Mapping[int, list[str]]:
    """Names of charts by heading."""
    headings = telling.dossier.assessment.headings
    chosen = {name: one.subpoint for one in headings for name in one.charts}
    others = {name: _KNOWN[name].subpoint for name in CHARTS if name not in chosen}
    found: dict[int, list[str]] = {subpoint: [] for subpoint in HEADINGS}
    for name, subpoint in (*chosen.items(), *others.items()):
        found[subpoint].append(name)
    return found
