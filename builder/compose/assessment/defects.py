"""What a reader has to know of texts and data: divergences of the official words, defects found."""

from collections import Counter
from collections.abc import Iterator

from builder.base.catalogue import title
from builder.base.finding import Finding
from builder.blocks.tree import Block, Row, Table, TableKind
from builder.compose.assessment.quantity import NUMBERS
from builder.compose.assessment.telling import Telling
from builder.compose.items import cell, header
from builder.model.divergence import Divergence
from builder.model.evidence import Year

_QUESTIONNAIRE = "questionnaire/"
_WIDTHS = (2.4, 7.0, 7.0)
_DEFECT, _YEAR = 9.0, 2.4


def defects(telling: Telling) -> Iterator[Block]:
    yield telling.heading(3, telling.label("divergences"), "divergences")
    yield from _divergences(telling)
    yield telling.heading(3, telling.label("data_defects"), "data-defects")
    for year in telling.dossier.years:
        if telling.dossier.evidence.year(year) is None:
            yield telling.body("year_missing", year=year)
    yield from _defects(telling)


def _divergences(telling: Telling) -> Iterator[Block]:
    used = used_items(telling)
    found = [one for one in telling.content.divergences if _places(one, used)]
    if not found:
        yield telling.body("divergences_none")
        return
    rows = tuple(
        Row(
            (
                cell(", ".join(_places(one, used))),
                cell(telling.voice.words(one.note)),
                cell(telling.voice.words(one.effect)),
            )
        )
        for one in found
    )
    columns = ("divergence_where", "divergence_note", "divergence_effect")
    head = header(*(telling.label(key) for key in columns))
    yield Table(TableKind.GRID, _WIDTHS, rows, telling.label("divergences"), header=(head,))


def used_items(telling: Telling) -> frozenset[str]:
    """Items (`2.11`) whose answers the report shows: those of ranked lists and those with a number."""
    codes = {
        code
        for year in telling.dossier.evidence.years
        for form in year.forms
        for code, answer in form.answers.items()
        if answer.value.kind in NUMBERS
    }
    ranked = {ranking.item for ranking in telling.dossier.rankings}
    return frozenset(ranked | {".".join(code.split(".")[:2]) for code in codes})


def _places(one: Divergence, used: frozenset[str]) -> list[str]:
    """Items of the questionnaire among the places of a divergence, those in use only."""
    places = (node.removeprefix(_QUESTIONNAIRE) for node in one.where if node.startswith(_QUESTIONNAIRE))
    items = (place.partition("/")[0] for place in places)
    return list(dict.fromkeys(item for item in items if ".".join(item.split(".")[:2]) in used))


def _defects(telling: Telling) -> Iterator[Block]:
    """How many findings of each kind there are in each year; bodies are told in letters, not here."""
    counts = Counter(
        (finding.code, year.number)
        for year in telling.dossier.evidence.years
        for finding in _findings(telling, year)
    )
    codes = sorted({code for code, _ in counts})
    if not codes:
        yield telling.body("defects_none")
        return
    years = telling.dossier.years
    rows = tuple(
        Row(
            (cell(title(code, telling.language)), *(cell(str(counts[code, year])) for year in years)),
            whole=True,
        )
        for code in codes
    )
    yield telling.body("defects_lead")
    head = header(telling.label("defect"), *telling.years("year"))
    widths = (_DEFECT, *(_YEAR for _ in years))
    yield Table(TableKind.GRID, widths, rows, telling.label("data_defects"), header=(head,))


def _findings(telling: Telling, year: Year) -> Iterator[Finding]:
    for form in year.forms:
        yield from form.findings
    yield from telling.dossier.between.get(year.number, ())
