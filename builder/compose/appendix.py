"""The appendix as published: mark, title and the official table of three columns."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Cell, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.voice import Voice
from builder.model.library import Named
from builder.model.nodes import questionnaire_nodes, section_nodes
from builder.model.questionnaire import Item, Line, Role, Section

WIDTHS = (1.0, 5.0, 5.0)


def appendix_nodes(voice: Voice, sections: tuple[Section, ...]) -> Iterator[Named]:
    """Every official text of the appendix with the given sections."""
    yield from questionnaire_nodes(voice.content.questionnaire)
    for section in sections:
        yield from section_nodes(section)


def whole_appendix(voice: Voice) -> tuple[Block, ...]:
    """The appendix as a document of its own."""
    return (*voice.notice(appendix_nodes(voice, voice.content.sections)), *appendix(voice))


def appendix(voice: Voice) -> tuple[Block, ...]:
    """Mark, title, and one table with a band for every section."""
    table = Table(
        TableKind.GRID,
        WIDTHS,
        tuple(row for section in voice.content.sections for row in section_rows(voice, section)),
        voice.words(voice.content.questionnaire.title),
        header=(header_row(voice),),
    )
    return (*mark(voice), title(voice), table)


def mark(voice: Voice) -> Iterator[Paragraph]:
    """The appendix mark, top right."""
    for position, text in enumerate(voice.content.questionnaire.mark):
        anchor = ids.part("questionnaire", "mark") if position == 0 else None
        yield voice.paragraph(text, Style.STAMP, anchor)


def title(voice: Voice) -> Heading:
    return Heading(1, voice.runs(voice.content.questionnaire.title), ids.part("questionnaire", "title"))


def header_row(voice: Voice) -> Row:
    """Official column headings."""
    cells = tuple(
        Cell((voice.paragraph(text, Style.CELL),), header=True)
        for text in voice.content.questionnaire.columns
    )
    return Row(cells, whole=True)


def section_rows(voice: Voice, section: Section) -> Iterator[Row]:
    """The band with the section's number and title or addressees, then a row per item."""
    number = Paragraph((Run(str(section.number), strong=True),), Style.CELL, ids.section(section.number))
    names = section.addressees if section.title is None else (section.title,)
    words = tuple(
        Paragraph(
            tuple(Run(run.text, True, run.emphasis, run.target) for run in voice.runs(text)),
            Style.CELL,
            ids.addressee(section.number, position) if section.title is None else None,
        )
        for position, text in enumerate(names, 1)
    )
    yield Row((Cell((number,)), Cell(words, columns=2)), whole=True, band=True)
    for item in section.items:
        yield _item_row(voice, section.number, item)


def _item_row(voice: Voice, section: int, item: Item) -> Row:
    number = Paragraph((Run(str(item.number)),), Style.CELL, ids.item(section, item.number))
    return Row(
        (
            Cell((number,)),
            Cell(tuple(line_blocks(voice, item.indicator))),
            Cell(tuple(line_blocks(voice, item.data)) or (Paragraph((), Style.CELL),)),
        )
    )


def line_blocks(voice: Voice, lines: tuple[Line, ...]) -> Iterator[Paragraph]:
    """Official lines: words of the option with their number, then the prompt on a line of its own."""
    for line in lines:
        yield line_paragraph(voice, line)
        if line.prompt is not None:
            yield voice.paragraph(line.prompt, Style.PROMPT)


def line_paragraph(voice: Voice, line: Line) -> Paragraph:
    style = Style.NOTE if line.role is Role.NOTE else Style.CELL
    number = (Run(f"{line.number}. "),) if line.number is not None else ()
    return Paragraph((*number, *voice.runs(line.text)), style)
