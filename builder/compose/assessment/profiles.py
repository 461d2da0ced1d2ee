"""Risk profiles of subjects by competence (Rules, point 17 4)), in their short form."""

from collections.abc import Iterable, Iterator

from builder.blocks.tree import Block, Paragraph, Row, Table, TableKind
from builder.compose.assessment.advice import addressed, numbers
from builder.compose.assessment.cells import lines
from builder.compose.assessment.telling import Telling, anchor, linked
from builder.compose.items import cell, entry, header, named
from builder.compose.profile import takes_part
from builder.model.indicators import IndicatorList
from builder.model.subjects import Subject

_WIDTHS = (1.7, 7.0)


def profiles(telling: Telling) -> Iterator[Block]:
    yield telling.body("profiles_lead")
    for subject in telling.content.subjects:
        if takes_part(telling.content, subject):
            words = named(telling.voice, subject)
            yield telling.heading(3, words, f"profile/{subject.id}")
            if subject.who is not None:
                yield Paragraph(telling.voice.runs(subject.who), keep=True)
            yield _table(telling, subject, words)


def _table(telling: Telling, subject: Subject, label: str) -> Table:
    file = telling.content.indicators
    rows = [
        *_listed(telling, "groups", file.groups, subject),
        *_listed(telling, "places", file.places, subject),
        *_signs(telling, subject),
        _advice(telling, subject),
    ]
    head = header(telling.label("profile_row"), telling.label("profile_words"))
    return Table(TableKind.GRID, _WIDTHS, tuple(rows), label, header=(head,))


def _listed(telling: Telling, key: str, lists: Iterable[IndicatorList], subject: Subject) -> Iterator[Row]:
    met = [item for one in lists for item in one.entries if item.concern(subject.id) is not None]
    if met:
        words = "; ".join(entry(telling.voice, item.text) for item in met)
        yield Row((cell(telling.label(f"profile_{key}"), bold=True), cell(words)))


def _signs(telling: Telling, subject: Subject) -> Iterator[Row]:
    signs = telling.content.indicators.signs
    count = sum(item.concern(subject.id) is not None for one in signs for item in one.entries)
    if count:
        words = telling.label("profile_signs_count", count=count)
        yield Row((cell(telling.label("profile_signs"), bold=True), cell(words)), whole=True)


def _advice(telling: Telling, subject: Subject) -> Row:
    order = numbers(telling)
    links = linked((str(order[one.id]), anchor(f"advice/{one.id}")) for one in addressed(telling, subject.id))
    words = lines(links) if links else cell(telling.label("none_addressed"))
    return Row((cell(telling.label("profile_recommendations"), bold=True), words), whole=True)
