"""What every code of the questionnaire asks: its words, unit and kind in both languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.base import ids
from builder.base.language import Language
from builder.model.cells import Part, ValueCell, cells
from builder.model.library import Content
from builder.model.questionnaire import Field, FieldKind, Line
from builder.model.registry import Words
from builder.model.text import Text
from builder.write.tidy.shape import Column, Row, Sheet, Sort

NOTHING = Words("", "")
_PARTS = {
    Part.YES: "yes",
    Part.NO: "no",
    Part.DESCRIPTION: "describe",
    Part.START: "period_from",
    Part.END: "period_to",
    Part.NAME: "category",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One code. `row` is the number of a row that the respondent fills, 0 where there are none.

    `part` says what the value is of its field (`yes`, `start`, `name`); `options` are the words of a choice
    by the id of the option.
    """

    code: str
    field: str
    section: int
    item: str
    kind: FieldKind
    part: str
    question: Words
    label: Words = NOTHING
    unit: str = ""
    unit_words: Words = NOTHING
    breakdown: str = ""
    breakdown_words: Words = NOTHING
    category: str = ""
    category_words: Words = NOTHING
    row: int = 0
    options: Mapping[str, Words] | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """Entries by code; `fields` are the codes of the cells that hold a field's own answer, by its code."""

    entries: Mapping[str, Entry]
    fields: Mapping[str, tuple[str, ...]]

    def find(self, code: str) -> Entry | None:
        """The entry of a code; a row added by a respondent is asked like the first row."""
        if code in self.entries:
            return self.entries[code]
        stem, _, column = code.rpartition(".")
        return self.entries.get(f"{stem.rpartition('.')[0]}.1.{column}")

    def of_section(self, section: int) -> Iterator[str]:
        """Fields of a section in order."""
        return (name for name in self.fields if int(name.partition(".")[0]) == section)


def codebook(content: Content) -> Codebook:
    """All codes in the order of the questionnaire, reasons for absence included."""
    words = _Wording(content)
    entries: dict[str, Entry] = {}
    fields: dict[str, tuple[str, ...]] = {}
    for section in content.sections:
        for item in section.items:
            name = ids.code(section.number, item.number)
            for line in item.lines:
                for field in line.fields:
                    found = tuple(words.entries(section.number, item.number, line, field))
                    entries.update((entry.code, entry) for entry in found)
                    code = ids.code(section.number, item.number, field.code)
                    fields[code] = tuple(entry.code for entry in found)
                    entries.setdefault(code, words.whole(section.number, name, line, field))
            reason = ids.code(section.number, item.number, ids.REASON)
            question = words.of(item.indicator[0].text)
            label = words.label("reason_for_absence")
            entries[reason] = Entry(
                reason, reason, section.number, name, FieldKind.TEXT, "reason", question, label
            )
    return Codebook(entries, fields)


@dataclass(frozen=True, slots=True)
class _Wording:
    """The content, asked for words in both languages."""

    content: Content

    def of(self, text: Text) -> Words:
        return Words(text.plain(Language.KK), text.plain(Language.RU))

    def label(self, key: str) -> Words:
        return self.of(self.content.labels.labels[key])

    def whole(self, section: int, item: str, line: Line, field: Field) -> Entry:
        """A field as such: what is not answered when none of its cells is."""
        code = f"{item}.{field.code}"
        label = NOTHING if field.label is None else self.of(field.label)
        return Entry(code, code, section, item, field.kind, "", self.of(line.text), label)

    def entries(self, section: int, item: int, line: Line, field: Field) -> Iterator[Entry]:
        field_code = ids.code(section, item, field.code)
        label = NOTHING if field.label is None else self.of(field.label)
        for cell in cells(section, item, field, self.content.breakdowns):
            unit = NOTHING if cell.unit is None else self.of(self.content.unit(cell.unit).text)
            yield Entry(
                cell.code,
                field_code,
                section,
                ids.code(section, item),
                FieldKind.YES_NO if cell.part in (Part.YES, Part.NO) else cell.kind,
                cell.part.value,
                self.of(line.text),
                label,
                cell.unit or "",
                unit,
                "" if cell.breakdown is None else cell.breakdown.id,
                NOTHING if cell.breakdown is None else self.of(cell.breakdown.title),
                *self._category(cell),
                cell.row or 0,
                self._options(field, cell),
            )

    def _category(self, cell: ValueCell) -> tuple[str, Words]:
        if cell.category is not None:
            return cell.category.id, self.of(cell.category.text)
        if cell.column is not None:
            return cell.column.id, self.of(cell.column.label)
        if cell.part in _PARTS:
            return cell.part.value, self.label(_PARTS[cell.part])
        return "", NOTHING

    def _options(self, field: Field, cell: ValueCell) -> Mapping[str, Words] | None:
        if cell.kind is not FieldKind.CHOICE or not field.options:
            return None
        return {one.id: self.of(one.text) for one in self.content.breakdown(field.options).categories}


COLUMNS = (
    Column("code"),
    Column("section", Sort.WHOLE),
    Column("item"),
    Column("field"),
    Column("kind"),
    Column("part"),
    Column("question_kk"),
    Column("question_ru"),
    Column("label_kk"),
    Column("label_ru"),
    Column("unit"),
    Column("unit_kk"),
    Column("unit_ru"),
    Column("breakdown"),
    Column("breakdown_kk"),
    Column("breakdown_ru"),
    Column("category"),
    Column("category_kk"),
    Column("category_ru"),
    Column("row", Sort.WHOLE),
)


def codes_sheet(book: Codebook) -> Sheet:
    """The codebook as a table."""
    return Sheet("codes", COLUMNS, (_row(entry) for entry in book.entries.values()))


def _row(entry: Entry) -> Row:
    return (
        entry.code,
        entry.section,
        entry.item,
        entry.field,
        entry.kind.value,
        entry.part,
        entry.question.kk,
        entry.question.ru,
        entry.label.kk,
        entry.label.ru,
        entry.unit,
        entry.unit_words.kk,
        entry.unit_words.ru,
        entry.breakdown,
        entry.breakdown_words.kk,
        entry.breakdown_words.ru,
        entry.category,
        entry.category_words.kk,
        entry.category_words.ru,
        entry.row or None,
    )
