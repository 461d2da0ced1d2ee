"""What a subject is asked to improve: forms that did not come, completeness, defects in plain words."""

from collections import defaultdict
from collections.abc import Iterator

from builder.blocks.tree import Block, Clause
from builder.compose.assessment.telling import Telling
from builder.compose.letters.returned import defects
from builder.compose.letters.words import percent
from builder.compose.voice import said
from builder.model.status import Row
from builder.model.subjects import Subject


def improve(telling: Telling, subject: Subject) -> Iterator[Block]:
    """Numbered, the plainest first."""
    if not any(one.respondent.subject == subject.id for one in telling.dossier.replies):
        yield telling.body("extract_unasked")
        return
    found = (*_forms(telling, subject), *_complete(telling, subject), *_defects(telling, subject))
    if not found:
        yield telling.body("improve_none")
    for number, words in enumerate(found, 1):
        yield Clause(f"{number}.", said(words))


def _rows(telling: Telling, subject: Subject) -> Iterator[tuple[int, list[Row]]]:
    """Bodies of the subject that were asked, by year."""
    for year, status in telling.dossier.statuses.items():
        own = [row for row in status.rows if row.respondent.subject == subject.id]
        if own:
            yield year, own


def _forms(telling: Telling, subject: Subject) -> Iterator[str]:
    for year, rows in _rows(telling, subject):
        missing = [row.respondent.name[telling.language] for row in rows if not row.forms]
        if missing:
            yield telling.label("improve_form", year=year, bodies="; ".join(missing))


def _complete(telling: Telling, subject: Subject) -> Iterator[str]:
    """The completeness of what came, where it is not whole."""
    for year, rows in _rows(telling, subject):
        came = [row for row in rows if row.forms]
        filled, expected = sum(row.filled for row in came), sum(row.expected for row in came)
        if filled < expected:
            yield telling.label("improve_complete", year=year, share=percent(filled / expected))


def _defects(telling: Telling, subject: Subject) -> Iterator[str]:
    """Each defect once, with the years in which it was found and, of several bodies, how many had it."""
    years: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for year in telling.dossier.evidence.years:
        own = {issue.respondent.id for issue in year.issues if issue.respondent.subject == subject.id}
        for form in year.forms:
            if form.respondent in own:
                for words in defects(telling.voice, form.findings):
                    years[words][year.number].add(form.respondent)
    for words, found in years.items():
        known = ", ".join(map(str, sorted(found)))
        bodies = set().union(*found.values())
        key = "improve_defect" if len(bodies) == 1 else "improve_bodies"
        data = {} if len(bodies) == 1 else {"count": len(bodies)}
        yield telling.label(key, years=known, words=words, **data)
