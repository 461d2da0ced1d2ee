"""Forms to rows: one row per value, with everything needed to understand it and to find where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.language import Language
from builder.model.answers import Answer, Form, Marks, Value, ValueKind, given
from builder.model.library import Content
from builder.model.questionnaire import FieldKind
from builder.model.registry import Respondent, Words
from builder.store.store import Store
from builder.workflow.collect.codebook import NOTHING, Codebook, Entry
from builder.write.tidy.shape import Column, Row, Sheet, Sort

COLUMNS = (
    Column("year", Sort.WHOLE),
    Column("respondent"),
    Column("respondent_kk"),
    Column("respondent_ru"),
    Column("region"),
    Column("region_kk"),
    Column("region_ru"),
    Column("form", Sort.WHOLE),
    Column("form_number"),
    Column("language"),
    Column("edition"),
    Column("section", Sort.WHOLE),
    Column("item"),
    Column("field"),
    Column("code"),
    Column("question_kk"),
    Column("question_ru"),
    Column("label_kk"),
    Column("label_ru"),
    Column("breakdown"),
    Column("breakdown_kk"),
    Column("breakdown_ru"),
    Column("category"),
    Column("category_kk"),
    Column("category_ru"),
    Column("row", Sort.WHOLE),
    Column("row_name"),
    Column("part"),
    Column("value"),
    Column("low", Sort.NUMBER),
    Column("high", Sort.NUMBER),
    Column("unit"),
    Column("unit_kk"),
    Column("unit_ru"),
    Column("day", Sort.DAY),
    Column("text"),
    Column("choice_kk"),
    Column("choice_ru"),
    Column("raw"),
    Column("withheld", Sort.FLAG),
    Column("file"),
    Column("sha256"),
    Column("found"),
    Column("place"),
    Column("received", Sort.MOMENT),
)
"""Columns of the table of answers; each has its words in the labels, `export_` and its name."""

_SILENT = Value(ValueKind.NOT_ANSWERED, "")


@dataclass(frozen=True, slots=True)
class Tidy:
    """Rows of the forms that count; `mark` takes the place of words withheld for personal data."""

    store: Store
    book: Codebook
    regions: dict[str, Words]
    mark: str

    def sheet(self) -> Sheet:
        return Sheet("answers", COLUMNS, self.rows())

    def rows(self) -> Iterator[Row]:
        """Form by form, in the order of the register and of the questionnaire."""
        year = self.store.collection().year
        asked = {issue.respondent.id: issue.respondent for issue in self.store.issues()}
        for form in self.store.forms():
            yield from _Rows(self, year, asked[form.respondent], form, self.store.held(form.id)).rows(
                self.store.marks(form.id)
            )


def tidy(content: Content, store: Store, book: Codebook) -> Tidy:
    both = content.labels.labels["export_withheld_mark"]
    mark = f"[{both.plain(Language.KK)} / {both.plain(Language.RU)}]"
    regions = {
        one.id: Words(one.text.plain(Language.KK), one.text.plain(Language.RU))
        for one in content.breakdown("region").categories
    }
    return Tidy(store, book, regions, mark)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one form."""

    tidy: Tidy
    year: int
    respondent: Respondent
    form: Form
    held: frozenset[str]

    def rows(self, marks: Marks) -> Iterator[Row]:
        head = self._head(marks)
        form = self.form
        tail = (form.name, form.sha256)
        for code, entry, answer in self._values():
            value = _SILENT if answer is None else answer.value
            how = ("", "") if answer is None else (answer.how.value, answer.at)
            yield (
                *head,
                *_asked(code, entry),
                self._row_name(code, entry),
                entry.part,
                *self._said(code, entry, value),
                *tail,
                *how,
                form.received,
            )

    def _head(self, marks: Marks) -> Row:
        one = self.respondent
        region = self.tidy.regions.get(one.region or "", NOTHING)
        return (
            self.year,
            one.id,
            one.name.kk,
            one.name.ru,
            one.region or "",
            region.kk,
            region.ru,
            self.form.id,
            marks.form_id or "",
            self.form.language.value,
            marks.edition or "",
        )

    def _values(self) -> Iterator[tuple[str, Entry, Answer | None]]:
        """Answers in the order of the questionnaire; a field without any has one row that says so."""
        book, answers = self.tidy.book, self.form.answers
        found = given(answers)
        silent = {code: None for code in self._fields() if not _answered(book, code, found)}
        for code in sorted((*found, *silent), key=_order):
            entry = book.find(code) or _stranger(code)
            yield code, entry, found.get(code)

    def _fields(self) -> Iterator[str]:
        for section in sorted({1, self.form.section}):
            yield from self.tidy.book.of_section(section)

    def _row_name(self, code: str, entry: Entry) -> str:
        """What the respondent called the row that a number stands in."""
        if not _in_row(code, entry) or entry.part == "name":
            return ""
        name = f"{code.rpartition('.')[0]}.1"
        answer = self.form.answers.get(name)
        if answer is None or name == code:
            return ""
        return self.tidy.mark if name in self.held else answer.value.raw

    def _said(self, code: str, entry: Entry, value: Value) -> Row:
        withheld = code in self.held
        choice = NOTHING
        if value.kind is ValueKind.CHOICE and entry.options is not None:
            choice = entry.options.get(value.text, NOTHING)
        return (
            value.kind.value,
            value.low,
            value.high,
            entry.unit,
            entry.unit_words.kk,
            entry.unit_words.ru,
            value.day,
            self.tidy.mark if withheld else value.text,
            choice.kk,
            choice.ru,
            self.tidy.mark if withheld else value.raw,
            withheld,
        )


def _asked(code: str, entry: Entry) -> Row:
    return (
        entry.section,
        entry.item,
        entry.field,
        code,
        entry.question.kk,
        entry.question.ru,
        entry.label.kk,
        entry.label.ru,
        entry.breakdown,
        entry.breakdown_words.kk,
        entry.breakdown_words.ru,
        entry.category,
        entry.category_words.kk,
        entry.category_words.ru,
        int(code.split(".")[-2]) if _in_row(code, entry) else None,
    )


def _in_row(code: str, entry: Entry) -> bool:
    return entry.row > 0 and code.count(".") >= 3


def _answered(book: Codebook, field: str, given: dict[str, Answer]) -> bool:
    return any(code in given for code in book.fields[field]) or any(
        code.startswith(f"{field}.") for code in given
    )


def _stranger(code: str) -> Entry:
    """A code that the questionnaire does not have; its value is exported all the same."""
    parts = code.split(".")
    section = int(parts[0]) if parts[0].isdigit() else 0
    item, field = ".".join(parts[:2]), ".".join(parts[:3])
    return Entry(code, field, section, item, FieldKind.TEXT, "", NOTHING)


def _order(code: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in code.split("."))
