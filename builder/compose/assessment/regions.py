"""A figure by the regions of the bodies that reported it."""

from collections.abc import Iterator

from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.compose.assessment.quantity import NUMBERS
from builder.compose.assessment.telling import Telling
from builder.compose.charts import datum
from builder.model.answers import Value, ValueKind
from builder.model.evidence import Figure

_GENERAL = 1
_FEWEST = 2
"""Of fewer regions no chart is drawn."""


def by_region(telling: Telling, code: str, title: str) -> Chart | None:
    """Bars in falling order, for the last year in which several regions have a number.

    Regions that were asked and gave none stand at the end, as holes. Not in public: the figure of a region
    is mostly that of one body.
    """
    if telling.public:
        return None
    for year in reversed(telling.dossier.years):
        found = telling.figure(code, year)
        values = {} if found is None else telling.dossier.known.by_region(found)
        values = {region: value for region, value in values.items() if value.kind in NUMBERS}
        if found is not None and len(values) >= _FEWEST:
            silent = dict.fromkeys(_asked(telling, found), Value(ValueKind.NOT_ANSWERED, ""))
            return _bars(telling, found, {**silent, **values}, title)
    return None


def _asked(telling: Telling, found: Figure) -> Iterator[str]:
    """Regions whose bodies had the question."""
    year = telling.dossier.evidence.year(found.year)
    section = int(found.code.partition(".")[0])
    for issue in () if year is None else year.issues:
        if issue.respondent.region is not None and section in (_GENERAL, issue.respondent.section):
            yield issue.respondent.region


def _bars(telling: Telling, found: Figure, values: dict[str, Value], title: str) -> Chart:
    names = {region.id: telling.voice.words(region.name) for region in telling.content.regions}
    data = {names[region]: datum(telling.voice, value) for region, value in values.items()}
    ordered = sorted(data, key=lambda name: _rank(name, data[name]))
    run = Run(title, tuple(data[name] for name in ordered))
    words = telling.label("chart_in_year", title=title, year=found.year)
    unit = "" if found.unit is None else telling.unit(found.unit)
    return Chart(ChartKind.BARS, words, tuple(ordered), (run,), unit, telling.voice.label("region"))


def _rank(name: str, value: Datum) -> tuple[bool, float, str]:
    return value.hole, -value.most, name
