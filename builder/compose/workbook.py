"""The questionnaire as a workbook: identification with the instruction, then a sheet for each section."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from builder.base import ids
from builder.base.dates import dated
from builder.base.language import Language
from builder.blocks.inline import ControlKind, Option
from builder.blocks.workbook import (
    Columns,
    Entry,
    Hints,
    Line,
    Sheet,
    SheetRow,
    SurveyWords,
    Words,
    Workbook,
)
from builder.compose import form
from builder.compose.asked import asked, parts
from builder.compose.questionnaire import GENERAL
from builder.compose.voice import Voice
from builder.model import questionnaire as q
from builder.model.cells import Part, ValueCell, cells
from builder.model.collection import Issue
from builder.model.library import Content

IDENTITY = (*form.IDENTITY, *form.SIGNERS)
"""Labels and kinds of the identification, `0.1` to `0.9`."""

_COLUMNS = (
    "number_sign",
    "workbook_code",
    "workbook_wording",
    "workbook_asked",
    "answer",
    "workbook_unit",
)
_HINTS = ("workbook_hint", "workbook_number", "workbook_date", "workbook_choice")
_SURVEY = (
    "survey_form_id",
    "survey_form_id_hint",
    "survey_form_id_constraint",
    "survey_number_hint",
    "survey_number_constraint",
    "survey_year_constraint",
    "survey_required",
    "survey_list",
)

NUMBERS = frozenset({q.FieldKind.COUNT, q.FieldKind.MONEY, q.FieldKind.SHARE})


def workbook(content: Content, issue: Issue, language: Language, plain: Workbook | None = None) -> Workbook:
    """The form that one respondent is sent, with what is known of it entered beforehand.

    `plain` is the blank form of its section, where many are made of one.
    """
    respondent = issue.respondent
    voice = Voice(content, language)
    number = str(issue.form_id(language))
    known = {
        ids.code(0, 1): respondent.name[language],
        ids.code(0, 2): _region(voice, respondent.region),
        ids.code(0, 3): str(issue.collection.year),
    }
    plain = plain or blank(content, respondent.section, language)
    marks: dict[str, str | int] = {
        "qagida-form": number,
        "qagida-year": issue.collection.year,
        "qagida-respondent": respondent.id,
        **dict(plain.marks),
    }
    return replace(
        plain,
        created=issue.collection.opened,
        about=f"{voice.label('form_number', number=number)}. {plain.about}",
        sheets=(_prefilled(plain.sheets[0], known), *plain.sheets[1:]),
        marks=tuple(marks.items()),
    )


def blank(content: Content, section: int, language: Language) -> Workbook:
    """The form of a section as nobody has been sent it yet: what a returned one is compared with."""
    voice = Voice(content, language)
    title = voice.label("title_questionnaire_section", number=section)
    sheets = (
        _identification(voice, title),
        *(_section(voice, content.section(number)) for number in (GENERAL, section)),
    )
    edition = content.provenance.edition
    return Workbook(
        title=title,
        subject=voice.label("subject_questionnaire"),
        keywords=voice.label("keywords"),
        language=language,
        created=edition,
        about=_edition(voice, edition),
        foot=voice.label("page_of"),
        columns=Columns(*(voice.label(key) for key in _COLUMNS)),
        hints=Hints(*(voice.label(key) for key in _HINTS)),
        survey=SurveyWords(*(voice.label(key) for key in _SURVEY)),
        sheets=sheets,
        marks=(
            ("qagida-section", section),
            ("qagida-edition", edition.isoformat()),
            ("qagida-language", language.value),
            ("qagida-hash", _digest(sheets)),
        ),
    )


def _edition(voice: Voice, edition: date) -> str:
    return voice.label("edition", date=dated(edition, voice.language))


def _digest(sheets: tuple[Sheet, ...]) -> str:
    """Ten hexadecimal digits that change when a word or a row changes."""
    return hashlib.sha256(repr(sheets).encode()).hexdigest()[:10]


def _prefilled(sheet: Sheet, known: dict[str, str]) -> Sheet:
    rows = tuple(
        replace(row, value=known.get(row.code, "")) if isinstance(row, Line) else row for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _region(voice: Voice, region: str | None) -> str:
    categories = voice.content.breakdown("region").categories
    return next((voice.words(item.text) for item in categories if item.id == region), "")


def _identification(voice: Voice, title: str) -> Sheet:
    regions = voice.content.breakdown("region").categories
    options = tuple(Option(item.id, voice.words(item.text)) for item in regions)
    lines = (
        Line(
            ids.code(0, position),
            kind,
            voice.label(key),
            options=options if kind is ControlKind.CHOICE else (),
        )
        for position, (key, kind) in enumerate(IDENTITY, 1)
    )
    return Sheet(voice.label("workbook_identification"), title, (*lines, *_instruction(voice)))


def _instruction(voice: Voice) -> Iterator[Words]:
    """Point 9 of the Rules: a month to answer, and reasons where data are absent."""
    point = next(item for item in voice.content.rules.points if item.number == 9)
    yield Words(voice.label("how_to_fill"), strong=True)
    for position, text in enumerate(point.paragraphs):
        yield Words(voice.words(text), number=f"{point.number}." if position == 0 else "")
    yield Words(voice.label("workbook_how"), of_sheets=True)


def _section(voice: Voice, section: q.Section) -> Sheet:
    name = voice.label("section", number=section.number)
    title, lead = name, tuple(voice.words(text) for text in section.addressees)
    if section.title is not None:
        title, lead = f"{name}. {voice.words(section.title)}", (voice.label("general_section"),)
    rows = (
        *(Words(words, strong=True) for words in lead),
        *(row for item in section.items for row in _item(voice, section.number, item)),
    )
    return Sheet(name, title, rows)


def _item(voice: Voice, section: int, item: q.Item) -> Iterator[SheetRow]:
    """Rows of an item, its number in the first; the last asks for the reason of absence."""
    first, *rest = [row for line in item.lines for row in _line(voice, section, item.number, line)]
    yield replace(first, number=str(item.number))
    yield from rest
    code = ids.code(section, item.number, ids.REASON)
    yield Line(code, ControlKind.AREA, voice.label("reason_for_absence"))


def _line(voice: Voice, section: int, item: int, line: q.Line) -> Iterator[SheetRow]:
    """The official words beside the first answer of the line, or by themselves where there is none."""
    words = wording(voice, line)
    rows = [row for field in line.fields for row in _field(voice, section, item, field)]
    if not rows:
        yield Words(words, strong=line.role is q.Role.HEADING)
        return
    first, *rest = rows
    yield replace(first, wording=words)
    yield from rest


def wording(voice: Voice, line: q.Line) -> str:
    """The official words of a line as published: its number, and its prompt on a line of its own."""
    number = f"{line.number}. " if line.number is not None else ""
    prompt = f"\n{voice.words(line.prompt)}" if line.prompt is not None else ""
    return f"{number}{voice.words(line.text)}{prompt}"


def _field(voice: Voice, section: int, item: int, field: q.Field) -> Iterator[Line]:
    found = cells(section, item, field, voice.content.breakdowns)
    rest = iter(found)
    if field.kind is q.FieldKind.YES_NO:
        yes, no = next(rest), next(rest)
        boxes = (Option(yes.code, voice.label("yes")), Option(no.code, voice.label("no")))
        asks = f"{voice.label('yes')} / {voice.label('no')}"
        yield Line(ids.code(section, item, field.code), ControlKind.CHECK, asks, options=boxes)
    for cell in rest:
        yield Line(
            cell.code,
            control_kind(cell),
            asked(voice, field, cell),
            unit=voice.words(voice.content.unit(cell.unit).text) if cell.unit else "",
            options=_options(voice, field) if cell.kind is q.FieldKind.CHOICE else (),
            entry=_entry(voice, field, cell),
        )


def _entry(voice: Voice, field: q.Field, cell: ValueCell) -> Entry | None:
    return Entry(cell.row, *parts(voice, field, cell)) if cell.row is not None else None


def _options(voice: Voice, field: q.Field) -> tuple[Option, ...]:
    categories = voice.content.breakdown(field.options or "").categories
    return tuple(Option(item.id, voice.words(item.text)) for item in categories)


def control_kind(cell: ValueCell) -> ControlKind:
    """How the answer of a cell is entered."""
    if cell.kind in NUMBERS:
        return ControlKind.NUMBER
    if cell.kind is q.FieldKind.DATE:
        return ControlKind.DATE
    if cell.kind is q.FieldKind.CHOICE:
        return ControlKind.CHOICE
    return ControlKind.AREA if cell.part in (Part.VALUE, Part.DESCRIPTION) else ControlKind.LINE
