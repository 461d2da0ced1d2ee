"""Answer cells of the form: for every field a visible code, words where needed, and controls."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.inline import Control, ControlKind, Inline, Option
from builder.blocks.tree import Paragraph, Style
from builder.compose.voice import Voice
from builder.model.cells import Part, ValueCell, cells
from builder.model.questionnaire import Field, FieldKind, Line

_KINDS = {
    FieldKind.COUNT: ControlKind.NUMBER,
    FieldKind.MONEY: ControlKind.NUMBER,
    FieldKind.SHARE: ControlKind.NUMBER,
    FieldKind.DATE: ControlKind.DATE,
    FieldKind.CHOICE: ControlKind.CHOICE,
}
_AREA_ROWS = 3


def answers(voice: Voice, section: int, item: int, line: Line) -> Iterator[Paragraph]:
    """Paragraphs with the controls of every field of a line."""
    for field in line.fields:
        yield from _Answer(voice, section, item, line, field).paragraphs()


def reason(voice: Voice, section: int, item: int) -> tuple[Paragraph, Control]:
    """The words and the control that ask why data are absent (Rules, point 9)."""
    code = ids.code(section, item, ids.REASON)
    words = voice.label("reason_for_absence")
    control = Control(code, ControlKind.LINE, f"{code}. {words}", voice.label("enter_text"))
    return Paragraph((Run(words),), Style.PROMPT), control


def code_run(code: str) -> tuple[Inline, ...]:
    """The visible short code that stands before a control."""
    return (Run(f"{code}\u00a0"),)


class _Answer:
    """The paragraphs of one field."""

    def __init__(self, voice: Voice, section: int, item: int, line: Line, field: Field) -> None:
        self._voice = voice
        self._field = field
        self._code = ids.code(section, item, field.code)
        self._cells = cells(section, item, field, voice.content.breakdowns)
        words = voice.words(line.text if field.label is None else field.label)
        self._spoken = f"{self._code}. {words}"

    def paragraphs(self) -> Iterator[Paragraph]:
        yield from self._label()
        if self._field.kind is FieldKind.YES_NO:
            yield from self._yes_no()
        elif self._field.kind is FieldKind.PERIOD:
            yield from self._period()
        else:
            for cell in self._cells.own:
                yield from self._value(cell)
        for breakdown, group in self._cells.groups:
            title = self._voice.words(breakdown.title)
            yield self._words(self._voice.label("by_breakdown", breakdown=title))
            yield from self._open(group) if breakdown.open else self._closed(group)
        for row in self._cells.rows:
            yield from self._entry(row)

    def _value(self, cell: ValueCell) -> Iterator[Paragraph]:
        """A large field stands below its code, a small one beside it."""
        control = self._control(cell)
        if control.kind is ControlKind.AREA:
            yield Paragraph((Run(self._code),), Style.CODE, keep=True)
            yield Paragraph((control,), Style.CODE)
        else:
            yield self._line(self._code, (control,), self._unit(cell))

    def _label(self) -> Iterator[Paragraph]:
        if self._field.label is not None:
            yield self._words(self._voice.words(self._field.label))

    def _words(self, words: str) -> Paragraph:
        return Paragraph((Run(words),), Style.PROMPT, keep=True)

    def _line(self, code: str, content: tuple[Inline, ...], after: str = "") -> Paragraph:
        tail = (Run(f"\u00a0{after}"),) if after else ()
        return Paragraph((*code_run(code), *content, *tail), Style.CODE)

    def _yes_no(self) -> Iterator[Paragraph]:
        yes, no, description = self._cells.own
        choice = (
            self._control(yes),
            Run(f"\u00a0{self._voice.label('yes')}   "),
            self._control(no),
            Run(f"\u00a0{self._voice.label('no')}"),
        )
        yield self._line(self._code, choice)
        yield Paragraph((self._control(description),), Style.CODE)

    def _period(self) -> Iterator[Paragraph]:
        start, end = self._cells.own
        content = (
            Run(f"{self._voice.label('period_from')}\u00a0"),
            self._control(start),
            Run(f" {self._voice.label('period_to')}\u00a0"),
            self._control(end),
        )
        yield self._line(self._code, content)

    def _closed(self, group: tuple[ValueCell, ...]) -> Iterator[Paragraph]:
        for cell in group:
            words = self._voice.words(cell.category.text) if cell.category else ""
            content = (Run(f"{words}: "), self._control(cell))
            yield self._line(cell.code, content, self._unit(cell))

    def _open(self, group: tuple[ValueCell, ...]) -> Iterator[Paragraph]:
        for name, number in zip(group[::2], group[1::2], strict=True):
            row_code = name.code.rpartition(".")[0]
            content = (self._control(name), Run(" "), self._control(number))
            yield self._line(row_code, content, self._unit(number))

    def _entry(self, row: tuple[ValueCell, ...]) -> Iterator[Paragraph]:
        for cell in row:
            words = self._voice.words(cell.column.label) if cell.column else ""
            content = (Run(f"{words}: "), self._control(cell))
            yield self._line(cell.code, content, self._unit(cell))

    def _unit(self, cell: ValueCell) -> str:
        return self._voice.words(self._voice.content.unit(cell.unit).text) if cell.unit else ""

    def _control(self, cell: ValueCell) -> Control:
        if cell.part in (Part.YES, Part.NO):
            answer = self._voice.label("yes" if cell.part is Part.YES else "no")
            return Control(cell.code, ControlKind.CHECK, f"{self._spoken} {answer}")
        kind = _KINDS.get(cell.kind, self._text_kind(cell))
        return Control(
            cell.code,
            kind,
            self._label_of(cell),
            self._hint(kind),
            self._options() if kind is ControlKind.CHOICE else (),
            _AREA_ROWS if kind is ControlKind.AREA else 1,
        )

    def _text_kind(self, cell: ValueCell) -> ControlKind:
        return ControlKind.AREA if cell.part in (Part.VALUE, Part.DESCRIPTION) else ControlKind.LINE

    def _hint(self, kind: ControlKind) -> str:
        keys = {
            ControlKind.NUMBER: "enter_number",
            ControlKind.DATE: "choose_date",
            ControlKind.CHOICE: "choose",
        }
        return self._voice.label(keys.get(kind, "enter_text"))

    def _options(self) -> tuple[Option, ...]:
        breakdown = self._voice.content.breakdown(self._field.options or "")
        return tuple(Option(item.id, self._voice.words(item.text)) for item in breakdown.categories)

    def _label_of(self, cell: ValueCell) -> str:
        """What a screen reader says: the question, then what this very cell is for."""
        voice = self._voice
        extra: list[str] = []
        if cell.breakdown is not None:
            extra.append(voice.words(cell.breakdown.title))
        if cell.category is not None:
            extra.append(voice.words(cell.category.text))
        if cell.row is not None:
            extra.append(voice.label("entry", number=cell.row))
        if cell.column is not None:
            extra.append(voice.words(cell.column.label))
        key = {
            Part.DESCRIPTION: "describe",
            Part.START: "period_from",
            Part.END: "period_to",
            Part.NAME: "category",
        }.get(cell.part)
        if key is not None:
            extra.append(voice.label(key))
        if cell.unit is not None:
            extra.append(self._unit(cell))
        if self._text_kind(cell) is ControlKind.LINE and cell.kind is FieldKind.DATE:
            extra.append(voice.label("choose_date"))
        return ". ".join((self._spoken, *extra))
