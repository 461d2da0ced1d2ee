"""The description of an assessment (Rules, point 17 1)): its words, who was asked, who answered."""

from collections.abc import Iterator

from builder.blocks.tree import Block, Paragraph, Row, Table, TableKind
from builder.compose.assessment.cells import share_of
from builder.compose.assessment.telling import Telling
from builder.compose.items import cell, header
from builder.compose.letters.words import percent
from builder.model.status import Total

_FIRST = 7.0
_YEAR = 3.2


def description(telling: Telling) -> Iterator[Block]:
    for paragraph in telling.dossier.assessment.period.description:
        yield Paragraph(telling.prose(paragraph.text, paragraph.sources))
    yield telling.heading(3, telling.label("who"), "who")
    for year in telling.dossier.years:
        if year not in telling.dossier.statuses:
            yield telling.body("year_missing", year=year)
    yield telling.body("who_lead")
    yield by_section(telling)


def by_section(telling: Telling) -> Table:
    """Answered of asked and completeness: a row to each section that anybody was asked about."""
    statuses = telling.dossier.statuses
    totals = {(year, one.key): one for year, status in statuses.items() for one in status.sections}
    asked = sorted({int(key) for _, key in totals})
    rows = [
        _row(telling, telling.voice.label("section", number=number), str(number), totals) for number in asked
    ]
    whole = {(year, ""): status.whole for year, status in statuses.items()}
    rows.append(_row(telling, telling.label("all_sections"), "", whole, bold=True))
    head = header(telling.label("section"), *telling.years("year"))
    widths = (_FIRST, *(_YEAR for _ in telling.dossier.years))
    return Table(TableKind.GRID, widths, tuple(rows), telling.label("who"), header=(head,))


def _row(
    telling: Telling, name: str, key: str, totals: dict[tuple[int, str], Total], *, bold: bool = False
) -> Row:
    years = telling.dossier.years
    cells = (cell(_total(telling, year, totals.get((year, key))), bold=bold) for year in years)
    return Row((cell(name, bold=bold), *cells), whole=True)


def _total(telling: Telling, year: int, one: Total | None) -> str:
    if year not in telling.dossier.statuses:
        return telling.label("no_collection")
    if one is None:
        return telling.label("not_asked")
    came = one.answered + one.late + one.returned
    counts = share_of(telling, came, one.asked)
    return counts if one.completeness is None else f"{counts} ({percent(one.completeness)})"
