"""What a screen reader hears: tables with headers and names, layouts that are not tables."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Cell, Heading, Row, Table, TableKind
from tests.specimen import specimen
from tests.write.pdf.samples import big_form, document, paragraph, pdf_of, specimen_pdf


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = element.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _roles(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(element.S) for element in _elements(pdf.Root.StructTreeRoot)]


def _attribute(element: pikepdf.Object, key: str) -> str | None:
    return next((str(item[key]) for item in element.get("/A", ()) if key in item), None)


def _tables(data: bytes) -> list[tuple[str | None, list[str]]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        tables = [item for item in _elements(pdf.Root.StructTreeRoot) if item.S == "/Table"]
        return [(_attribute(table, "/Summary"), [str(kid.S) for kid in _elements(table)]) for table in tables]


def test_headings_have_their_levels() -> None:
    assert [role for role in _roles(specimen_pdf().data) if role.startswith("/H")] == ["/H1", "/H2"]


def test_tables_are_named_and_a_layout_is_no_table() -> None:
    tables = _tables(specimen_pdf().data)
    assert [name for name, _ in tables] == [specimen().title, "spans", "sides"]


def test_header_cells_and_bands_are_headers() -> None:
    (_, roles), *_ = _tables(specimen_pdf().data)
    assert roles.count("/TH") == 3
    assert roles.count("/TR") == 8


def test_a_repeated_header_is_heard_once() -> None:
    pdf = pdf_of(big_form(Language.KK))
    ((_, roles),) = _tables(pdf.data)
    assert pdf.pages > 2
    assert roles.count("/TH") == 3 + 4


def test_a_header_cell_in_the_body_names_its_row_and_tables_nest() -> None:
    inner = Table(TableKind.GRID, (1,), (Row((Cell((paragraph("in"),)),)),), "inner")
    rows = tuple(Row((Cell((paragraph(name),), header=True), Cell((inner,)))) for name in "ab")
    outer = Table(TableKind.GRID, (1, 1), rows, "outer")
    layout = Table(TableKind.LAYOUT, (1,), (Row((Cell((inner,)),)),), "layout")
    data = pdf_of(document(outer, layout)).data
    assert [name for name, _ in _tables(data)] == ["outer", "inner", "inner", "inner"]
    with pikepdf.open(BytesIO(data)) as pdf:
        headers = [item for item in _elements(pdf.Root.StructTreeRoot) if item.S == "/TH"]
        assert [_attribute(item, "/Scope") for item in headers] == ["/Row", "/Row"]


def test_a_cell_over_more_rows_than_a_page_holds_loses_nothing() -> None:
    lines = [paragraph(Control(f"1.{number}", ControlKind.AREA, "1", rows=3)) for number in range(30)]
    tall = Row((Cell((paragraph("1"),), rows=30), Cell((lines[0],))), whole=True)
    table = Table(
        TableKind.FORM, (1, 4), (tall, *(Row((Cell((line,)),), whole=True) for line in lines[1:])), "t"
    )
    with pikepdf.open(BytesIO(pdf_of(document(table)).data)) as pdf:
        bottoms = [float(field.Rect[1]) for field in pdf.Root.AcroForm.Fields]
    assert len(bottoms) == 30
    assert min(bottoms) > 56  # the lower margin, 20 mm


def test_headings_inside_cells_are_headings() -> None:
    cell = Cell((Heading(2, (Run("in a cell"),)), paragraph("x")), language=Language.RU)
    data = pdf_of(document(Table(TableKind.SIDES, (1, 1), (Row((cell, cell)),), "sides"))).data
    assert _roles(data).count("/H2") == 2
