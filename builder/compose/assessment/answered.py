"""Answers that are no numbers, of all bodies in one cell: yes and no counted, words as they were written.

The public sees no words of respondents but those cleared for it, then without a name, and no count so small
that it tells what single bodies answered.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from builder.base import ids
from builder.blocks.tree import Cell
from builder.compose.assessment.cells import lines, share_of
from builder.compose.assessment.quantity import NOTHING, hole
from builder.compose.assessment.telling import Telling
from builder.model.answers import Form, Value, ValueKind
from builder.model.assessment import public_name
from builder.model.cells import FieldCells, cells
from builder.model.evidence import Year
from builder.model.questionnaire import Field, FieldKind

_GENERAL = 1
MOST = 12
"""So many answers in words stand in a cell; the others are counted, they are in the export of answers."""


def answer_cell(telling: Telling, code: str, field: Field, year_number: int) -> Cell:
    year = telling.dossier.evidence.year(year_number)
    section = int(code.partition(".")[0])
    if year is None:
        return lines(telling.label("no_collection"))
    if not year.asked(0 if section == _GENERAL else section):
        return lines(telling.label("not_asked"))
    found = tuple((_counted if telling.public else _lines)(telling, code, field, year))
    return lines(*found) if found else _hole(telling, code, section, year)


def _hole(telling: Telling, code: str, section: int, year: Year) -> Cell:
    """Nobody said anything: how many said why, or how many are silent."""
    asked = year.asked(0 if section == _GENERAL else section)
    reason = f"{code.rpartition('.')[0]}.{ids.REASON}"
    why = {form.respondent for form in year.forms if reason in form.answers and form.respondent in asked}
    if not why:
        silent = telling.label("silent_by", count=len(asked))
        return lines(hole(telling.voice, ValueKind.NOT_ANSWERED), silent)
    reasons = telling.label("reasons_by", of=share_of(telling, len(why), len(asked)))
    return lines(hole(telling.voice, ValueKind.NO_DATA), reasons)


def _lines(telling: Telling, code: str, field: Field, year: Year) -> Iterator[str]:
    asked = _cells(telling, code, field)
    if field.kind is FieldKind.YES_NO:
        yield from _yes_no(telling, asked, year.forms)
    said = [
        telling.label("said_by", body=_body(telling, year, form), words=words)
        for form in year.forms
        if (words := _words(telling, form, field, asked))
    ]
    yield from said[:MOST]
    if len(said) > MOST:
        yield telling.label("more_answers", count=len(said) - MOST)


def _counted(telling: Telling, code: str, field: Field, year: Year) -> Iterator[str]:
    """For the public: yes and no of as many bodies as the threshold, otherwise how many answered at all."""
    asked = _cells(telling, code, field)
    decided = sum(_decided(field, asked, form) for form in year.forms)
    spoken = (_decided(field, asked, form) or _words(telling, form, field, asked) for form in year.forms)
    answered = sum(map(bool, spoken))
    if decided and decided >= telling.content.method.threshold:
        yield from _yes_no(telling, asked, year.forms)
    elif answered:
        section = int(code.partition(".")[0])
        bodies = len(year.asked(0 if section == _GENERAL else section))
        yield telling.label("answered_by", of=share_of(telling, answered, bodies))
    yield from _cleared(telling, asked, field, year)


def _cleared(telling: Telling, asked: FieldCells, field: Field, year: Year) -> Iterator[str]:
    """Words that somebody cleared for the public, without the name of the body."""
    names = frozenset(telling.dossier.assessment.period.public_answers)
    for form in year.forms if names else ():
        for codes in ([cell.code for cell in asked.own], *_rows(asked, form)):
            for code in codes:
                words = _written(telling, form, field, code)
                if words and public_name(code, form.respondent, year.number) in names:
                    yield telling.label("cleared_words", words=words)


def _cells(telling: Telling, code: str, field: Field) -> FieldCells:
    section, item, _ = (int(number) for number in code.split("."))
    return cells(section, item, field, telling.content.breakdowns)


def _yes_no(telling: Telling, asked: FieldCells, forms: Iterable[Form]) -> Iterator[str]:
    yes, no = sum(_yes(asked, form) for form in forms), sum(_no(asked, form) for form in forms)
    if yes or no:
        yield telling.label("yes_no", yes=yes, no=no)


def _decided(field: Field, asked: FieldCells, form: Form) -> bool:
    return field.kind is FieldKind.YES_NO and (_yes(asked, form) or _no(asked, form))


def _yes(asked: FieldCells, form: Form) -> bool:
    return _is(form, asked.own[0].code, ValueKind.YES)


def _no(asked: FieldCells, form: Form) -> bool:
    return any(_is(form, cell.code, ValueKind.NO) for cell in asked.own[:2])


def _is(form: Form, code: str, kind: ValueKind) -> bool:
    return code in form.answers and form.answers[code].value.kind is kind


def _words(telling: Telling, form: Form, field: Field, asked: FieldCells) -> str:
    """What one body wrote: rows of a list apart by semicolons, their columns by commas."""
    if field.kind is FieldKind.YES_NO:
        return _written(telling, form, field, asked.own[2].code)
    if field.kind is FieldKind.ENTRIES:
        rows = (
            ", ".join(filter(None, (_written(telling, form, field, code) for code in row)))
            for row in _rows(asked, form)
        )
        return "; ".join(filter(None, rows))
    return "; ".join(filter(None, (_written(telling, form, field, cell.code) for cell in asked.own)))


def _rows(asked: FieldCells, form: Form) -> Iterator[tuple[str, ...]]:
    """Codes of the cells of each row of a list: those printed, then those that the body added."""
    yield from (tuple(cell.code for cell in row) for row in asked.rows)
    if not asked.rows:
        return
    field = asked.rows[0][0].code.rsplit(".", 2)[0]
    for number in count(len(asked.rows) + 1):
        row = tuple(f"{field}.{number}.{column}" for column in range(1, len(asked.rows[0]) + 1))
        if form.answers.keys().isdisjoint(row):
            return
        yield row


def _written(telling: Telling, form: Form, field: Field, code: str) -> str:
    answer = form.answers.get(code)
    if answer is None or answer.value.kind in NOTHING:
        return ""
    return _chosen(telling, field, answer.value) or " ".join(answer.value.raw.split())


def _chosen(telling: Telling, field: Field, value: Value) -> str:
    """The words of an option in the language of the document."""
    if value.kind is not ValueKind.CHOICE or field.options is None:
        return ""
    options = telling.content.breakdown(field.options).categories
    return next((telling.voice.words(one.text) for one in options if one.id == value.text), "")


def _body(telling: Telling, year: Year, form: Form) -> str:
    names = {issue.respondent.id: issue.respondent.name for issue in year.issues}
    return names[form.respondent][telling.language]
