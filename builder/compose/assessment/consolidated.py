"""The consolidated table of answers: a row to each line of the questionnaire, years as columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base import ids
from builder.blocks.tree import Block, Cell, Heading, Row, Table, TableKind
from builder.compose.assessment.answered import answer_cell
from builder.compose.assessment.cells import figure_cell
from builder.compose.assessment.entries import item_words
from builder.compose.assessment.opening import key_to_marks, stamp
from builder.compose.assessment.tables import section_words, slice_rows, split_cells
from builder.compose.assessment.telling import Telling
from builder.compose.items import band, bare, cell, header
from builder.compose.voice import said
from builder.model.questionnaire import NUMERIC, Field, FieldKind, Item, Line, Section

_CODE, _WORDS, _YEAR = 1.6, 7.0, 4.6


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The table of a period: for the expert group, or for the public, without words of respondents."""

    public: bool = False

    @property
    def name(self) -> str:
        return "consolidated-public" if self.public else "consolidated"


def title(telling: Telling) -> str:
    period = telling.dossier.assessment.period
    return telling.label("title_consolidated", first=period.first, last=period.last)


def blocks(telling: Telling) -> Iterator[Block]:
    yield stamp(telling)
    yield Heading(1, said(title(telling)))
    yield from key_to_marks(telling)
    yield _lead(telling)
    yield telling.body("tables_lead")
    unasked = []
    for section in telling.content.sections:
        if not telling.dossier.asked(section.number):
            unasked.append(str(section.number))
            continue
        yield Heading(2, said(section_words(telling, section)))
        yield _table(telling, section)
    if unasked:
        yield telling.body("sections_unasked", sections=", ".join(unasked))


def _lead(telling: Telling) -> Block:
    if telling.public:
        return telling.body("consolidated_public_lead", threshold=telling.content.method.threshold)
    return telling.body("consolidated_lead")


def _table(telling: Telling, section: Section) -> Table:
    years = telling.dossier.years
    rows = tuple(row for item in section.items for row in _item(telling, section, item))
    head = header(telling.label("code"), telling.label("question"), *telling.years("year"))
    widths = (_CODE, _WORDS, *(_YEAR for _ in years))
    return Table(TableKind.GRID, widths, rows, section_words(telling, section), header=(head,))


def _item(telling: Telling, section: Section, item: Item) -> Iterator[Row]:
    """The first words of an item over its lines, where it has several answers."""
    asked = [
        (line, field) for line in item.lines for field in line.fields if field.kind is not FieldKind.PERIOD
    ]
    if len(asked) > 1:
        number = ids.code(section.number, item.number)
        yield band(f"{number}. {item_words(telling, item)}", 2 + len(telling.dossier.years))
    for line, field in asked:
        yield from _field(telling, ids.code(section.number, item.number, field.code), line, field)


def _field(telling: Telling, code: str, line: Line, field: Field) -> Iterator[Row]:
    words = bare(telling.voice.words(line.text if field.label is None else field.label))
    if field.unit is not None:
        words = telling.label("row_unit", words=words, unit=telling.unit(field.unit))
    yield Row((cell(code), cell(words), *_cells(telling, code, field)))
    if field.kind in NUMERIC:
        yield from slice_rows(telling, code)


def _cells(telling: Telling, code: str, field: Field) -> Iterator[Cell]:
    if field.kind is FieldKind.DISTRIBUTION:
        return split_cells(telling, code, field)
    if field.kind in NUMERIC:
        return (figure_cell(telling, code, year) for year in telling.dossier.years)
    return (answer_cell(telling, code, field, year) for year in telling.dossier.years)
