"""What every code of a form asks for, rows that a respondent added included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.base import ids
from builder.model.cells import Part, ValueCell, cells
from builder.model.library import Content
from builder.model.questionnaire import Breakdown, Field, FieldKind, Section
from builder.read.folding import fold
from builder.read.values import Asked, Edge

_GENERAL = 1
_EDGES = {Part.START: Edge.FIRST, Part.END: Edge.LAST}
_MOST_ROWS = 10_000
_IDENTITY = {
    1: FieldKind.TEXT, 2: FieldKind.CHOICE, 3: FieldKind.TEXT, 4: FieldKind.TEXT, 5: FieldKind.TEXT,
    6: FieldKind.DATE, 7: FieldKind.TEXT, 8: FieldKind.TEXT, 9: FieldKind.DATE,
}  # fmt: skip
"""Codes 0.1 to 0.9: body, region, year, executor, contact, day; head, name, day."""
_REGION = "region"


@dataclass(frozen=True, slots=True)
class Question:
    """`field` is the code of the field that the cell belongs to; `cell` is None for identity and reasons."""

    field: str
    asked: Asked
    cell: ValueCell | None = None

    @property
    def part(self) -> Part:
        return self.cell.part if self.cell is not None else Part.VALUE


Questions = Mapping[str, Question]


def questions(content: Content, section: int, year: int | None = None) -> Questions:
    """Questions of a form by code: identity, section 1, and the section of the respondent."""
    found: dict[str, Question] = {}
    for number, kind in _IDENTITY.items():
        options = _options(content.breakdowns, _REGION) if kind is FieldKind.CHOICE else {}
        code = ids.code(0, number)
        found[code] = Question(code, Asked(kind, options=options))
    for known in content.sections:
        if known.number in (_GENERAL, section):
            _add(found, content, known, year)
    return found


def _add(found: dict[str, Question], content: Content, section: Section, year: int | None) -> None:
    for item in section.items:
        reason = ids.code(section.number, item.number, ids.REASON)
        found[reason] = Question(reason, Asked(FieldKind.TEXT))
        for field in item.fields:
            base = ids.code(section.number, item.number, field.code)
            options = _options(content.breakdowns, field.options)
            for cell in cells(section.number, item.number, field, content.breakdowns):
                found[cell.code] = Question(base, _asked(field, cell, options, year), cell)


def _asked(field: Field, cell: ValueCell, options: Mapping[str, str], year: int | None) -> Asked:
    if cell.part in (Part.YES, Part.NO):
        return Asked(FieldKind.YES_NO)
    chosen = options if field.kind is FieldKind.CHOICE else {}
    return Asked(cell.kind, cell.unit, chosen, _EDGES.get(cell.part, Edge.DAY), year)


def _options(breakdowns: Iterable[Breakdown], name: str | None) -> Mapping[str, str]:
    """Folded ids and labels in both languages, each with the id it stands for."""
    found: dict[str, str] = {}
    for breakdown in breakdowns:
        if breakdown.id == name:
            for category in breakdown.categories:
                words = [wording.plain for wording in category.text.wordings.values()]
                for label in (category.id, *words):
                    found[fold(label)] = category.id
    return found


def question_for(code: str, known: Questions) -> Question | None:
    """The question of a code; a row that was added asks what the first row asks."""
    found = known.get(code)
    if found is not None:
        return found
    parts = code.split(".")
    if len(parts) < 5 or not parts[-2].isascii() or not parts[-2].isdigit():
        return None
    first = known.get(".".join((*parts[:-2], "1", parts[-1])))
    if first is None or first.cell is None or first.cell.row is None or not 0 < int(parts[-2]) <= _MOST_ROWS:
        return None
    return first
