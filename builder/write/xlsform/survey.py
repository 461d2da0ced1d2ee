"""Rows of an XLSForm from the same form in both languages, paired row by row."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import assert_never

from builder.base import survey_names as names
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Line, SheetRow, Words, Workbook

YES_NO_LIST = "yes_no"

Row = Mapping[str, str]
"""Cells of a row by the heading of their column."""

NAMES = {Language.KK: "Қазақша (kk)", Language.RU: "Русский (ru)"}

_NUMBER = "regex(., '.*[0-9].*') or regex(., '.*([Жж]оқ|[Нн]ет|[Нн][Дд]).*') or regex(., '[-–—]')"
"""What a number must hold: a digit, or words that there are no data.

A question of the type `integer` would refuse `about 100`, `up to 90` and `1-2 million`, which the Rules let
a body answer; a second question for every number, asking how exact it is, would double a form of some hundred
numbers. So numbers are typed as text, the hint shows the usual forms, and only an answer without any number
in it is stopped. What was meant is read later, by the same rules as on paper.
"""
_FORM_ID = "regex(., '[0-9]{4}-[0-9]{5}-[12]-[0-9]{2}')"
_YEAR = "regex(., '20[0-9]{2}')"
_REQUIRED = frozenset({"0.1", "0.3"})
_YEAR_CODE = "0.3"
_IDENTIFICATION = "0"

LinePair = tuple[Line, Line]
RowPair = tuple[SheetRow, SheetRow]


def words(column: str, texts: Iterable[str]) -> Row:
    """A text in the columns of both languages: Kazakh, then Russian."""
    return {f"{column}::{NAMES[language]}": text for language, text in zip(LAW_LANGUAGES, texts, strict=True)}


class Survey:
    """The sheet `survey` of a form, made of the same workbook in Kazakh and in Russian."""

    def __init__(self, kazakh: Workbook, russian: Workbook) -> None:
        self._books = (kazakh, russian)
        self._checks = {line.code for line in kazakh.lines if line.kind is ControlKind.CHECK}

    def rows(self) -> Iterator[Row]:
        sheets = zip(*(book.sheets for book in self._books), strict=True)
        for number, (one, two) in enumerate(sheets):
            section = one.lines[0].code.partition(".")[0]
            name = names.group("g", section)
            yield {"type": "begin_group", "name": name, **words("label", (one.title, two.title))}
            if number == 0:
                yield self._form_id()
            yield from self._sheet(section, tuple(zip(one.rows, two.rows, strict=True)))
            yield {"type": "end_group"}

    def _said(self, column: str, key: str) -> Row:
        """A fixed word of surveys in both languages."""
        return words(column, (str(getattr(book.survey, key)) for book in self._books))

    def _form_id(self) -> Row:
        return {
            "type": "text",
            "name": names.FORM_ID,
            "required": "yes",
            "constraint": _FORM_ID,
            **self._said("label", "form_id"),
            **self._said("hint", "form_id_hint"),
            **self._said("constraint_message", "form_id_constraint"),
            **self._said("required_message", "required"),
        }

    def _sheet(self, section: str, rows: tuple[RowPair, ...]) -> Iterator[Row]:
        """Rows before the first numbered one stand by themselves, then a group for every item."""
        for number, pairs in groupby(_numbered(section, rows), key=lambda found: found[0]):
            body = self._rows(f"{section}_{number or 0}", [pair for _, pair in pairs])
            if not number:
                yield from body
                continue
            code = f"{section}.{number}"
            yield {"type": "begin_group", "name": names.group("i", code), **words("label", (code, code))}
            yield from body
            yield {"type": "end_group"}

    def _rows(self, place: str, rows: list[RowPair]) -> Iterator[Row]:
        """Official words are notes before what they ask; a list of entries is a repeat."""
        position = 0
        for listed, pairs in groupby(rows, key=_list):
            questions: list[Row] = []
            for pair in pairs:
                if (official := tuple(map(_official, pair))) != ("", ""):
                    position += 1
                    yield {"type": "note", "name": f"n_{place}_{position}", **words("label", official)}
                found = self._question(*pair)
                if found and listed:
                    questions.append(found)
                elif found:
                    yield found
            if listed:
                yield self._list(listed, rows)
                yield from questions
                yield {"type": "end_repeat"}

    def _list(self, code: str, rows: list[RowPair]) -> Row:
        """What is listed; its words are those of the first row."""
        first = next(pair for pair in rows if _list(pair) == code)
        labels = (
            book.survey.listed.replace("{question}", f"{code} {line.entry.name}".strip())
            for book, line in zip(self._books, first, strict=True)
            if isinstance(line, Line) and line.entry is not None
        )
        return {"type": "begin_repeat", "name": names.group("r", code), **words("label", labels)}

    def _question(self, one: SheetRow, two: SheetRow) -> Row | None:
        """One question; its label begins with the code, so that an export with labels can be read too."""
        if not isinstance(one, Line) or not isinstance(two, Line) or one.spare:
            return None
        row: dict[str, str] = {
            "type": _type(one),
            "name": _name(one),
            **words("label", (_label(one), _label(two))),
        }
        if one.code in _REQUIRED:
            row |= {"required": "yes", **self._said("required_message", "required")}
        if one.code == _YEAR_CODE:
            row |= {"constraint": _YEAR, **self._said("constraint_message", "year_constraint")}
        elif one.kind is ControlKind.NUMBER:
            row |= {"constraint": _NUMBER, **self._said("constraint_message", "number_constraint")}
            row |= words("hint", self._number_hints((one, two)))
        if one.kind is ControlKind.AREA:
            row["appearance"] = "multiline"
        parent = one.code.rpartition(".")[0]
        if parent in self._checks:
            row["relevant"] = f"${{{names.yes_no(parent)}}} = '{names.YES}'"
        return row

    def _number_hints(self, lines: LinePair) -> Iterator[str]:
        for book, line in zip(self._books, lines, strict=True):
            yield book.survey.number_hint.replace("{unit}", line.unit)


def _numbered(section: str, rows: Iterable[RowPair]) -> Iterator[tuple[str, RowPair]]:
    """Each row with the number of its item; identification has none."""
    number = ""
    for pair in rows:
        if section != _IDENTIFICATION and pair[0].number:
            number = pair[0].number
        yield number, pair


def _list(pair: RowPair) -> str:
    """The code of the list that a row stands in; empty for all other rows."""
    line = pair[0]
    return names.list_code(line.code) if isinstance(line, Line) and line.entry is not None else ""


def _official(row: SheetRow) -> str:
    """The official words of a row, where it has any."""
    if isinstance(row, Words):
        return "" if row.of_sheets else row.text
    return row.wording


def _label(line: Line) -> str:
    if line.entry is not None:
        return f"{names.any_row(line.code)} {line.entry.each}"
    return f"{line.code} {line.asked}"


def _name(line: Line) -> str:
    if line.kind is ControlKind.CHECK:
        return names.yes_no(line.code)
    return names.question(line.code, line.entry.row if line.entry is not None else None)


def _type(line: Line) -> str:
    match line.kind:
        case ControlKind.DATE:
            return "date"
        case ControlKind.CHECK:
            return f"select_one {YES_NO_LIST}"
        case ControlKind.CHOICE:
            return f"select_one {list_name(line)}"
        case ControlKind.NUMBER | ControlKind.LINE | ControlKind.AREA:
            return "text"
        case _:
            assert_never(line.kind)


def list_name(line: Line) -> str:
    """The list of choices of a line."""
    return names.group("c", line.code)
