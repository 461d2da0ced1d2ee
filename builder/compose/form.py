"""The questionnaire as a form: identification, instruction, sections with answer fields, signatures."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.inline import Control, ControlKind, Option
from builder.blocks.tree import Block, Cell, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.answers import answers, code_run, reason
from builder.compose.appendix import header_row, line_blocks, line_paragraph, mark, title
from builder.compose.voice import Voice, said
from builder.model.questionnaire import Item, Line, Section

WIDTHS = (1.0, 5.0, 8.0)
_WHOLE_UP_TO = 9
"""Answer cells of up to so many paragraphs are kept on one page."""

IDENTITY = (
    ("body", ControlKind.LINE),
    ("region", ControlKind.CHOICE),
    ("reporting_year", ControlKind.NUMBER),
    ("executor", ControlKind.LINE),
    ("contact", ControlKind.LINE),
    ("filling_date", ControlKind.DATE),
)
SIGNERS = (
    ("head_of_body", ControlKind.LINE),
    ("full_name", ControlKind.LINE),
    ("date", ControlKind.DATE),
)
"""Labels and kinds of what identifies the respondent (`0.1` …) and of who signs, coded on from there."""


def form(voice: Voice, sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """A questionnaire with the given sections."""
    return (
        *mark(voice),
        title(voice),
        *_identification(voice),
        *_instruction(voice),
        *(block for section in sections for block in _section(voice, section)),
        *_signatures(voice),
    )


def identity_code(position: int) -> str:
    """Codes of the identification block: `0.1` body … `0.6` date; signers go on from there."""
    return ids.code(0, position)


def _identification(voice: Voice) -> Iterator[Block]:
    yield Heading(2, said(voice.label("identification")))
    yield _labelled(voice, IDENTITY, 1, voice.label("identification"))


def _labelled(voice: Voice, fields: tuple[tuple[str, ControlKind], ...], first: int, label: str) -> Table:
    rows = tuple(
        Row(
            (
                Cell((Paragraph(said(voice.label(key)), Style.CELL),)),
                Cell((_identity(voice, key, kind, position),)),
            ),
            whole=True,
        )
        for position, (key, kind) in enumerate(fields, first)
    )
    return Table(TableKind.FORM, (5, 9), rows, label)


def _identity(voice: Voice, key: str, kind: ControlKind, position: int) -> Paragraph:
    code = identity_code(position)
    hints = {
        ControlKind.CHOICE: "choose",
        ControlKind.DATE: "choose_date",
        ControlKind.NUMBER: "enter_number",
    }
    options = _regions(voice) if kind is ControlKind.CHOICE else ()
    control = Control(
        code, kind, f"{code}. {voice.label(key)}", voice.label(hints.get(kind, "enter_text")), options
    )
    return Paragraph((*code_run(code), control), Style.CODE)


def _regions(voice: Voice) -> tuple[Option, ...]:
    categories = voice.content.breakdown("region").categories
    return tuple(Option(item.id, voice.words(item.text)) for item in categories)


def _instruction(voice: Voice) -> Iterator[Block]:
    """Point 9 of the Rules: a month to answer, and reasons where data are absent."""
    point = next(item for item in voice.content.rules.points if item.number == 9)
    yield Heading(2, said(voice.label("how_to_fill")))
    for position, text in enumerate(point.paragraphs, 1):
        number = (Run(f"{point.number}. "),) if position == 1 else ()
        anchor = ids.paragraph("rules", point.number, position)
        yield Paragraph((*number, *voice.runs(text)), Style.NOTE, anchor)
    yield Paragraph(said(voice.label("how_to_fill_text")), Style.NOTE)


def _section(voice: Voice, section: Section) -> Iterator[Block]:
    name = voice.label("section", number=section.number)
    if section.title is not None:
        yield Heading(2, (Run(f"{name}. "), *voice.runs(section.title)), ids.section(section.number))
        yield Paragraph(said(voice.label("general_section")), Style.NOTE, keep=True)
    else:
        yield Heading(2, said(name), ids.section(section.number))
        for position, text in enumerate(section.addressees, 1):
            anchor = ids.addressee(section.number, position)
            yield Paragraph(voice.runs(text), Style.CENTER, anchor, keep=True)
    rows = tuple(row for item in section.items for row in _item_rows(voice, section.number, item))
    yield Table(TableKind.FORM, WIDTHS, rows, name, header=(header_row(voice),))


def _item_rows(voice: Voice, section: int, item: Item) -> Iterator[Row]:
    """Rows of an item under one number; the last asks for the reason of absence."""
    number = Paragraph(said(str(item.number)), Style.CELL, ids.item(section, item.number))
    pairs = _with_data(voice, section, item) if item.data else _by_line(voice, section, item)
    words, control = reason(voice, section, item.number)
    code = Paragraph((*code_run(control.code), control), Style.CODE)
    body = [*pairs, (Cell((words,)), Cell((code,)))]
    for position, (left, right) in enumerate(_merged(body)):
        lead = (Cell((number,), rows=len(body)),) if position == 0 else ()
        cells = (*lead, *((left,) if left is not None else ()), right)
        yield Row(cells, whole=len(right.blocks) <= _WHOLE_UP_TO)


_Pair = tuple[Cell | None, Cell]


def _merged(body: list[_Pair]) -> list[_Pair]:
    """Gives the first cell of a run without left neighbours the span that covers them."""
    result: list[_Pair] = []
    for position, (left, right) in enumerate(body):
        span = 1
        while position + span < len(body) and body[position + span][0] is None:
            span += 1
        result.append((Cell(left.blocks, rows=span) if left is not None else None, right))
    return result


def _by_line(voice: Voice, section: int, item: Item) -> list[_Pair]:
    """A row per line that takes an answer; lines before it that take none share its row."""
    pairs: list[_Pair] = []
    waiting: list[Line] = []
    for line in item.indicator:
        waiting.append(line)
        if line.fields:
            right = tuple(answers(voice, section, item.number, line))
            pairs.append((Cell(tuple(line_paragraph(voice, each) for each in waiting)), Cell(right)))
            waiting = []
    if waiting:
        empty = Cell((Paragraph((), Style.CELL),))
        pairs.append((Cell(tuple(line_paragraph(voice, each) for each in waiting)), empty))
    return pairs


def _with_data(voice: Voice, section: int, item: Item) -> list[_Pair]:
    """The question beside a row for each official line of the data column."""
    left: Cell | None = Cell(tuple(line_blocks(voice, item.indicator)))
    pairs: list[_Pair] = []
    for line in item.data:
        right = (*line_blocks(voice, (line,)), *answers(voice, section, item.number, line))
        pairs.append((left, Cell(right)))
        left = None
    return pairs


def _signatures(voice: Voice) -> Iterator[Block]:
    label = voice.label("signature_block")
    yield Heading(2, said(label))
    yield _labelled(voice, SIGNERS, len(IDENTITY) + 1, label)
    line = Paragraph(said(f"{voice.label('signature')} " + "_" * 28), Style.SIGNATURE, keep=True)
    seal = Paragraph(said(voice.label("place_of_seal")), Style.SIGNATURE)
    row = Row((Cell((line,)), Cell((seal,))), whole=True)
    yield Table(TableKind.LAYOUT, (1, 1), (row,), label)
