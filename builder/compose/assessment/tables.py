"""Tables of figures by section: every field that asks for a number, years as columns, holes as holes."""

from collections.abc import Iterator

from builder.base import ids
from builder.blocks.tree import Block, Cell, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.cells import figure_cell, lines, shown
from builder.compose.assessment.quantity import NUMBERS
from builder.compose.assessment.telling import Telling, code_anchor
from builder.compose.items import band, bare, cell, header
from builder.compose.voice import said
from builder.model.evidence import Slice
from builder.model.questionnaire import NUMERIC, Field, FieldKind, Line, Section

_CODE, _WORDS, _YEAR = 1.9, 7.4, 2.9


def tables(telling: Telling) -> Iterator[Block]:
    """A table for each section that anybody was asked about; the others are named as holes."""
    yield telling.body("tables_lead")
    unasked = []
    for section in telling.content.sections:
        if not telling.dossier.asked(section.number):
            unasked.append(str(section.number))
            continue
        found = section_table(telling, section)
        if found is not None:
            yield telling.heading(3, section_words(telling, section), f"figures{section.number}")
            yield found
    if unasked:
        yield telling.body("sections_unasked", sections=", ".join(unasked))


def section_words(telling: Telling, section: Section) -> str:
    """`Раздел 2. Министерство внутренних дел …`."""
    name = telling.voice.label("section", number=section.number)
    title = section.title or (section.addressees[0] if section.addressees else None)
    return name if title is None else f"{name}. {bare(telling.voice.words(title))}"


def section_table(telling: Telling, section: Section) -> Table | None:
    """All figures of a section; None where it asks for none."""
    rows = tuple(_rows(telling, section))
    if not rows:
        return None
    years = telling.dossier.years
    widths = (_CODE, _WORDS, *(_YEAR for _ in years))
    head = header(telling.label("code"), telling.label("question"), *telling.years("year"))
    return Table(TableKind.GRID, widths, rows, section_words(telling, section), header=(head,))


def _rows(telling: Telling, section: Section) -> Iterator[Row]:
    """A line with several figures stands over them; a lone figure has the words of its line."""
    width = 2 + len(telling.dossier.years)
    for item in section.items:
        for line in item.lines:
            fields = [field for field in line.fields if field.kind in NUMERIC]
            grouped = any(field.label is not None for field in fields)
            if grouped:
                yield band(bare(telling.voice.words(line.text)), width)
            for field in fields:
                yield from _field(telling, ids.code(section.number, item.number, field.code), line, field)


def _field(telling: Telling, code: str, line: Line, field: Field) -> Iterator[Row]:
    words = bare(telling.voice.words(line.text if field.label is None else field.label))
    if field.unit is not None:
        unit = telling.voice.words(telling.content.unit(field.unit).text)
        words = telling.label("row_unit", words=words, unit=unit)
    first = Cell((Paragraph(said(code), Style.CELL, code_anchor(code)),))
    if field.kind is FieldKind.DISTRIBUTION:
        yield Row((first, cell(words), *split_cells(telling, code, field)), whole=True)
    else:
        cells = (figure_cell(telling, code, year) for year in telling.dossier.years)
        yield Row((first, cell(words), *cells), whole=True)
    yield from slice_rows(telling, code)


def split_cells(telling: Telling, code: str, field: Field) -> Iterator[Cell]:
    """Cells of a split as a whole: empty where its rows follow, else the hole of the total that it splits."""
    total = f"{code.rpartition('.')[0]}.{field.of}"
    found = telling.slices(code)
    for at, year in enumerate(telling.dossier.years):
        whole = telling.dossier.figure(total, year)
        if any(one.series.figures[at].value.kind in NUMBERS for one in found):
            yield lines("")
        elif whole is not None and whole.value.kind in NUMBERS:
            yield lines(telling.voice.label("value_not_answered"))
        else:
            yield figure_cell(telling, total, year)


def slice_rows(telling: Telling, code: str) -> Iterator[Row]:
    """Categories that have a number in any year."""
    for one in telling.slices(code):
        if any(figure.value.kind in NUMBERS for figure in one.series.figures):
            words = f"{_breakdown(telling, one)}: {_category(telling, one)}"
            cells = (shown(telling, figure) for figure in one.series.figures)
            yield Row((cell(""), cell(f"– {words}"), *cells), whole=True)


def _breakdown(telling: Telling, one: Slice) -> str:
    return telling.voice.words(telling.content.breakdown(one.breakdown).title)


def _category(telling: Telling, one: Slice) -> str:
    """The category of the questionnaire, or the words of the respondents."""
    if not one.category:
        return one.name
    categories = telling.content.breakdown(one.breakdown).categories
    return telling.voice.words(next(item.text for item in categories if item.id == one.category))
