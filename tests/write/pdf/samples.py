"""Documents for the tests of the PDF writer, and one way to make them."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind, Option
from builder.blocks.tree import Block, Cell, Document, Heading, Paragraph, Row, Style, Table, TableKind
from builder.write.pdf.writer import Pdf, write
from tests.specimen import specimen

TEMPLATES = Path(__file__).parents[3] / "templates"
CREATED = datetime(2024, 10, 24, tzinfo=UTC)

WORDS = {
    Language.KK: "Халықаралық стандарттарға сәйкессіздік, ұйымдастыру іс-шаралары",
    Language.RU: "Несоответствие международным стандартам, организационные мероприятия",
}


def pdf_of(document: Document) -> Pdf:
    return write(document, TEMPLATES, CREATED)


@cache
def specimen_pdf(language: Language = Language.KK) -> Pdf:
    return pdf_of(specimen(language))


def document(*blocks: Block, language: Language = Language.KK, form: bool = True) -> Document:
    """A document of these blocks under a heading."""
    heading = Heading(1, (Run("T"),), "test/title")
    return replace(specimen(language), blocks=(heading, *blocks), form=form)


def paragraph(*content: Run | Control | str, style: Style = Style.CELL) -> Paragraph:
    return Paragraph(tuple(Run(item) if isinstance(item, str) else item for item in content), style)


def big_form(language: Language, rows: int = 60) -> Document:
    """A form over several pages: bands, a repeated header, every kind of control."""
    kinds = tuple(ControlKind)
    words = WORDS[language]
    lines: list[Row] = []
    for number in range(rows):
        if number % 15 == 0:
            lines.append(Row((Cell((paragraph(f"{number // 15 + 1}. {words}"),), columns=3),), band=True))
        kind = kinds[number % len(kinds)]
        options = (Option("a", "A"), Option("b", "B")) if kind is ControlKind.CHOICE else ()
        high = 3 if kind is ControlKind.AREA else 1
        control = Control(f"2.{number}.1", kind, f"{number} {words}", "кк.аа.жжжж", options, high)
        cells = (
            Cell((paragraph(str(number)), paragraph(f"2.{number}.1", style=Style.CODE))),
            Cell((paragraph(words),)),
            Cell((paragraph(control),)),
        )
        lines.append(Row(cells, whole=True))
    header = Row(tuple(Cell((paragraph(word),), header=True) for word in ("№", words, words)))
    return document(Table(TableKind.FORM, (1, 5, 6), tuple(lines), words, (header,)), language=language)
