"""A form as an XLSForm: a workbook of three sheets that KoboToolbox and ODK make a survey of."""

import hashlib
from collections.abc import Iterator, Sequence

from openpyxl import Workbook as Book
from openpyxl.styles import Font

from builder.base import survey_names as names
from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Line, Workbook
from builder.ooxml.properties import Summary
from builder.ooxml.xml import clean
from builder.write.xlsform.survey import NAMES, YES_NO_LIST, Row, Survey, list_name, words
from builder.write.xlsx.saved import moment, saved

_TRANSLATED = ("label", "hint", "required_message", "constraint_message")
_SURVEY = (
    "type",
    "name",
    *(f"{column}::{language}" for column in _TRANSLATED for language in NAMES.values()),
    "required",
    "relevant",
    "constraint",
    "appearance",
    "calculation",
)
_CHOICES = ("list_name", "name", *(f"label::{language}" for language in NAMES.values()))
_SETTINGS = ("form_title", "form_id", "version", "default_language")


def write(kazakh: Workbook, russian: Workbook) -> bytes:
    """The survey of one form in both languages; both workbooks are of the same section.

    Equal workbooks give equal bytes. The version is the edition and a hash of what is asked. It stands in the
    settings, and in every submission as a value that nobody sees: KoboToolbox gives each form an id and a
    version of its own and writes them over ours.
    """
    rows = tuple(Survey(kazakh, russian).rows())
    choices = tuple(_choices(kazakh, russian))
    title = f"{kazakh.title} / {russian.title}"
    marks = dict(kazakh.marks)
    made = _version(kazakh, rows, choices)
    settings = {
        "form_title": title,
        "form_id": names.form_name(made.section or 0),
        "version": str(made),
        "default_language": next(iter(NAMES.values())),
    }
    rows = (
        *rows,
        {"type": "calculate", "name": names.VERSION, "calculation": f"'{names.form_version(made)}'"},
    )
    book = Book()
    book.remove(book.worksheets[0])
    _sheet(book, "survey", _SURVEY, rows)
    _sheet(book, "choices", _CHOICES, choices)
    _sheet(book, "settings", _SETTINGS, (settings,))
    tags = f"{kazakh.language.tag}, {russian.language.tag}"
    keywords = f"{kazakh.keywords}, {russian.keywords}"
    summary = Summary(title, kazakh.subject, keywords, tags, moment(kazakh.created))
    return saved(book, summary, marks)


def version(kazakh: Workbook, russian: Workbook) -> names.Version:
    """The version of the survey that `write` makes of these workbooks."""
    return _version(kazakh, tuple(Survey(kazakh, russian).rows()), tuple(_choices(kazakh, russian)))


def _version(book: Workbook, rows: Sequence[Row], choices: Sequence[Row]) -> names.Version:
    marks = dict(book.marks)
    return names.Version(str(marks["qagida-edition"]), _digest(rows, choices), int(marks["qagida-section"]))


def _digest(rows: Sequence[Row], choices: Sequence[Row]) -> str:
    return hashlib.sha256(repr([list(row.items()) for row in (*rows, *choices)]).encode()).hexdigest()[:10]


def _choices(kazakh: Workbook, russian: Workbook) -> Iterator[Row]:
    """Yes and no once for all, then the list of every choice."""
    known: set[str] = set()
    for one, two in zip(kazakh.lines, russian.lines, strict=True):
        if one.kind is ControlKind.CHECK and YES_NO_LIST not in known:
            known.add(YES_NO_LIST)
            yield from _list(YES_NO_LIST, (names.YES, names.NO), one, two)
        elif one.kind is ControlKind.CHOICE:
            yield from _list(list_name(one), tuple(option.value for option in one.options), one, two)


def _list(name: str, values: tuple[str, ...], one: Line, two: Line) -> Iterator[Row]:
    for value, first, second in zip(values, one.options, two.options, strict=True):
        yield {"list_name": name, "name": value, **words("label", (first.label, second.label))}


def _sheet(book: Book, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    sheet = book.create_sheet(name)
    for position, column in enumerate(columns, 1):
        sheet.cell(1, position, column).font = Font(bold=True)
    for number, row in enumerate(rows, 2):
        for position, column in enumerate(columns, 1):
            if value := row.get(column):
                cell = sheet.cell(number, position, clean(value))
                cell.data_type, cell.number_format = "s", "@"
    sheet.freeze_panes = "A2"
