"""What the expert group judged: every entry with its reason and the answers that it leans on."""

from collections.abc import Iterator

from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Cell, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.cells import bold, lines
from builder.compose.assessment.ranked import class_name
from builder.compose.assessment.telling import Telling, entry_anchor
from builder.compose.items import cell, header
from builder.model.assessment import Judgement

_COLUMNS = ("entry", "probability", "consequence", "class", "reason")
_WIDTHS = (1.7, 2.7, 2.9, 2.2, 9.0)


def judged(telling: Telling) -> Iterator[Block]:
    """The same facts as the map of entries, with the reasons."""
    judgements = telling.dossier.assessment.judgements
    if not judgements:
        return
    rows = tuple(_row(telling, one) for one in judgements)
    head = header(*(telling.label(key) for key in _COLUMNS))
    yield Table(TableKind.GRID, _WIDTHS, rows, telling.label("heat"), header=(head,))


def _row(telling: Telling, one: Judgement) -> Row:
    method = telling.content.method
    class_ = method.class_of(one.probability, one.consequence)
    names = {"probability": method.probability, "consequence": method.consequence}
    steps = (
        next(f"{step.value}. {telling.voice.words(step.name)}" for step in names[key] if step.value == value)
        for key, value in (("probability", one.probability), ("consequence", one.consequence))
    )
    linked = Cell((Paragraph((Run(one.code, strong=True, target=entry_anchor(one.code)),), Style.CELL),))
    reason = lines(telling.prose(one.reason, one.sources), leans_on(telling, one))
    return Row((linked, *map(cell, steps), lines(bold(class_name(telling, class_))), reason))


def leans_on(telling: Telling, one: Judgement) -> Inlines:
    """Codes of the answers with body and year; in public the codes alone."""
    known = "; ".join(dict.fromkeys(_answer(telling, name) for name in one.answers))
    return (Run(telling.label("leans_on", answers=known)),) if known else ()


def _answer(telling: Telling, name: str) -> str:
    """`1.1.3.1@ngo-shymkent/2023` in words."""
    code, _, owner = name.partition("@")
    if telling.public or not owner:
        return code
    body, _, year = owner.partition("/")
    issues = (issue for one in telling.dossier.evidence.years for issue in one.issues)
    names = {issue.respondent.id: issue.respondent.name[telling.language] for issue in issues}
    words = [names.get(body, body), *([telling.label("in_year", year=year)] if year else [])]
    return f"{code} ({', '.join(words)})"
