"""Charts of a report, drawn from the answers: each with its words, its source and the same facts as a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.base.quantity import NBSP, grouped, rounded
from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.blocks.tree import Block, Paragraph, Style
from builder.compose.assessment.quantity import EXACT, NOTHING, NUMBERS
from builder.compose.assessment.regions import by_region
from builder.compose.assessment.telling import Telling, anchor
from builder.compose.charts import as_table, datum, drawing
from builder.compose.voice import said
from builder.model.answers import Value, ValueKind
from builder.model.evidence import Figure, Slice

_SILENT = Value(ValueKind.NOT_ANSWERED, "")

Found = Sequence[Figure | None]
Maker = Callable[[Telling], Chart | None]


def _protected(telling: Telling) -> Chart | None:
    """Persons under measures of security: foreigners as respondents counted them, and the others."""
    whole = _figures(telling, "2.11.1")
    part = _named(telling, "2.11.1", "foreign_starts")
    return _parted(telling, "protected", whole, part, ("others_computed", "foreigners"))


def _compensated(telling: Telling) -> Chart | None:
    return _columns(telling, "compensated", "2.12.1")


def _compensation(telling: Telling) -> Chart | None:
    return _columns(telling, "compensation", "2.12.2")


def _registered(telling: Telling) -> Chart | None:
    return _columns(telling, "registered", "2.1.2")


def _blocked(telling: Telling) -> Chart | None:
    """Resources sent for blocking and those blocked, with the share that was blocked."""
    sent, blocked = _figures(telling, "12.4.1"), _figures(telling, "12.1.2")
    runs = (_run(telling, "sent", sent), _run(telling, "blocked_run", blocked))
    if all(value.hole for run in runs for value in run.data):
        return None
    shares = tuple(_share(telling, part, whole) for part, whole in zip(blocked, sent, strict=True))
    return Chart(
        ChartKind.SHARE,
        telling.label("chart_blocked"),
        _years(telling),
        runs,
        _unit(telling, sent),
        telling.label("axis_year"),
        _breaks(sent, blocked),
        shares=shares,
    )


def _territory(telling: Telling) -> Chart | None:
    """Registered crimes by the region of the bodies that reported them, in the last year with any."""
    return by_region(telling, "2.1.2", telling.label("chart_territory"))


CHARTS: Mapping[str, tuple[int, tuple[str, ...], Maker]] = MappingProxyType(
    {
        "registered": (2, ("2.1.2",), _registered),
        "territory": (3, ("2.1.2",), _territory),
        "protected": (4, ("2.11.1",), _protected),
        "compensated": (4, ("2.12.1",), _compensated),
        "compensation": (4, ("2.12.2",), _compensation),
        "blocked": (6, ("12.4.1", "12.1.2"), _blocked),
    }
)
"""By name: the heading of point 14 below which a chart stands unless content names it, its codes, its maker."""


def charts_of(telling: Telling, subpoint: int) -> Iterator[Block]:
    """Charts that content names for a heading, then those that no heading names and that belong to it."""
    for name in placed(telling)[subpoint]:
        chart = CHARTS[name][2](telling)
        if chart is not None:
            yield from illustrated(telling, chart, CHARTS[name][1], name)


def placed(telling: Telling) -> dict[int, list[str]]:
    """Names of charts by heading; a name that nobody knows is passed over."""
    headings = telling.dossier.assessment.headings
    chosen = {name: one.subpoint for one in headings for name in one.charts if name in CHARTS}
    own = {name: subpoint for name, (subpoint, _, _) in CHARTS.items()}
    found: dict[int, list[str]] = {number: [] for number in range(1, 10)}
    for name, subpoint in {**chosen, **{key: own[key] for key in own if key not in chosen}}.items():
        found[subpoint].append(name)
    return found


def illustrated(telling: Telling, chart: Chart, codes: tuple[str, ...], name: str) -> Iterator[Block]:
    """The drawing, its caption with the source, and its facts as a table."""
    source = telling.label("chart_source", codes=", ".join(codes)) if codes else ""
    words = f"{chart.title}. {source}" if source else chart.title
    yield drawing(telling.voice, chart)
    yield Paragraph(said(f"{words}."), Style.NOTE, anchor(f"chart/{name}"), keep=True)
    yield as_table(telling.voice, chart)


def _columns(telling: Telling, key: str, code: str) -> Chart | None:
    """One figure over the years, from a true zero."""
    found = _figures(telling, code)
    run = _run(telling, key, found, "chart")
    if all(value.hole for value in run.data):
        return None
    return Chart(
        ChartKind.COLUMNS,
        telling.label(f"chart_{key}"),
        _years(telling),
        (run,),
        _unit(telling, found),
        telling.label("axis_year"),
        _breaks(found),
    )


def _parted(telling: Telling, key: str, whole: Found, part: Found, names: tuple[str, str]) -> Chart | None:
    """A part and the rest of a whole; where either is not known exactly, the year is a hole."""
    parts, rest = [], []
    for of, one in zip(whole, part, strict=True):
        known = _exact(one), _exact(of)
        if known[0] is None or known[1] is None or known[0] > known[1]:
            hole = _datum(telling, of if of is not None and of.value.kind in NOTHING else None)
            hole = hole if hole.hole else datum(telling.voice, _SILENT)
            parts.append(hole)
            rest.append(hole)
            continue
        parts.append(datum(telling.voice, known[0]))
        rest.append(datum(telling.voice, known[1]))
    return None
