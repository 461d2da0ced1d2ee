"""A figure by the regions of the bodies that reported it."""

from builder.blocks.figure import Chart, ChartKind, Run
from builder.compose.assessment.quantity import NUMBERS
from builder.compose.assessment.telling import Telling
from builder.compose.charts import datum
from builder.model.answers import Value
from builder.model.evidence import Figure

_FEWEST = 2
"""Of fewer regions no chart is drawn."""


def by_region(telling: Telling, code: str, title: str) -> Chart | None:
    """Bars in falling order, for the last year in which bodies of several regions gave a number.

    Not in public: the figure of a region is that of one body.
    """
    if telling.public:
        return None
    for year in reversed(telling.dossier.years):
        found = telling.figure(code, year)
        values = {} if found is None else _values(telling, found)
        if found is not None and len(values) >= _FEWEST:
            return _bars(telling, found, values, title)
    return None


def _values(telling: Telling, found: Figure) -> dict[str, Value]:
    """Value by region, of regions from which one body reported."""
    year = telling.dossier.evidence.year(found.year)
    regions = {issue.respondent.id: issue.respondent.region for issue in year.issues} if year else {}
    values: dict[str, list[Value]] = {}
    for part in found.parts:
        region = regions.get(part.respondent)
        if region is not None and part.value.kind in NUMBERS:
            values.setdefault(region, []).append(part.value)
    return {region: given[0] for region, given in values.items() if len(given) == 1}


def _bars(telling: Telling, found: Figure, values: dict[str, Value], title: str) -> Chart:
    names = {region.id: telling.voice.words(region.name) for region in telling.content.regions}
    data = {names[region]: datum(telling.voice, value) for region, value in values.items()}
    ordered = sorted(data, key=lambda name: (-data[name].most, name))
    run = Run(title, tuple(data[name] for name in ordered))
    words = telling.label("chart_in_year", title=title, year=found.year)
    unit = "" if found.unit is None else telling.unit(found.unit)
    return Chart(ChartKind.BARS, words, tuple(ordered), (run,), unit, telling.voice.label("region"))
