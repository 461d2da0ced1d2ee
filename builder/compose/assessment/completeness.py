"""How completely every body answered, year by year (Rules, point 13 1))."""

from collections.abc import Iterator
from itertools import groupby

from builder.blocks.tree import Block, Row, Table, TableKind
from builder.compose.assessment.description import by_section
from builder.compose.assessment.telling import Telling
from builder.compose.items import band, cell, header
from builder.compose.letters.words import percent
from builder.model.registry import Respondent
from builder.model.status import Row as Standing

_BODY, _YEAR = 8.0, 3.4


def completeness(telling: Telling) -> Iterator[Block]:
    """By body, under its section; in public by section only."""
    yield telling.body("completeness_lead")
    yield by_section(telling) if telling.public else _by_body(telling)


def _by_body(telling: Telling) -> Table:
    bodies: dict[str, Respondent] = {}
    standing: dict[tuple[int, str], Standing] = {}
    for year, status in telling.dossier.statuses.items():
        for row in status.rows:
            bodies.setdefault(row.respondent.id, row.respondent)
            standing[year, row.respondent.id] = row
    years = telling.dossier.years
    rows: list[Row] = []
    ordered = sorted(bodies.values(), key=lambda body: body.section)
    for section, group in groupby(ordered, key=lambda body: body.section):
        rows.append(band(telling.voice.label("section", number=section), 1 + len(years)))
        for body in group:
            found = (_cell_words(telling, year, standing.get((year, body.id))) for year in years)
            rows.append(Row((cell(body.name[telling.language]), *map(cell, found)), whole=True))
    head = header(telling.label("respondent"), *telling.years("year"))
    label = telling.label("annex_completeness")
    return Table(TableKind.GRID, (_BODY, *(_YEAR for _ in years)), tuple(rows), label, header=(head,))


def _cell_words(telling: Telling, year: int, row: Standing | None) -> str:
    if year not in telling.dossier.statuses:
        return telling.label("no_collection")
    if row is None:
        return telling.label("not_asked")
    if row.completeness is None:
        return telling.label("no_form")
    return percent(row.completeness)
