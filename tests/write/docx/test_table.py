"""Tables: header rows, spans, bands, whole rows, alternative text."""

from dataclasses import replace

import pytest

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Block, Cell, PageBreak, Paragraph, Row, Style, Table, TableKind
from tests.specimen import specimen
from tests.write.docx.opened import Opened, made, opened


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),), Style.CELL),), columns, rows)


def table(*rows: Row, widths: tuple[float, ...] = (1, 1), header: tuple[Row, ...] = ()) -> Table:
    return Table(TableKind.FORM, widths, rows, "label", header)


def grid(book: Opened) -> list[list[str]]:
    """Rows of cells: text, then `>n` for a span, `v` for the start and `^` for the rest of a merge."""
    rows = []
    for row in book.find("//w:tbl[1]/w:tr"):
        shown = []
        for item in row.findall("{*}tc"):
            properties = item[0]
            merge, span = properties.find("{*}vMerge"), properties.find("{*}gridSpan")
            mark = "" if merge is None else "v" if len(merge.attrib) else "^"
            wide = "" if span is None else f">{next(iter(span.attrib.values()))}"
            shown.append(f"{''.join(str(text) for text in item.itertext())}{wide}{mark}")
        rows.append(shown)
    return rows


def test_row_span_goes_on_below() -> None:
    book = opened(made(table(Row((cell("a", rows=3), cell("b"))), Row((cell("c"),)), Row((cell("d"),)))))
    assert grid(book) == [["av", "b"], ["^", "c"], ["^", "d"]]


def test_span_of_rows_and_columns_together() -> None:
    rows = (Row((cell("a"), cell("b", columns=2, rows=2))), Row((cell("c"),)))
    assert grid(opened(made(table(*rows, widths=(1, 1, 1))))) == [["a", "b>2v"], ["c", ">2^"]]


def test_short_row_is_filled_and_long_row_is_refused() -> None:
    assert grid(opened(made(table(Row((cell("a"),)))))) == [["a", ""]]
    with pytest.raises(ValueError, match="more cells"):
        opened(made(table(Row((cell("a"), cell("b"), cell("c"))))))


def test_header_rows_repeat_and_other_rows_do_not() -> None:
    book = opened(made(table(Row((cell("a"), cell("b"))), header=(Row((cell("h"), cell("i"))),))))
    assert book.ask("//w:tr[w:trPr/w:tblHeader]//w:t/text()") == ["h", "i"]
    assert set(book.ask("//w:tr[w:trPr/w:tblHeader]//w:pStyle/@w:val")) == {"QagidaCellHead"}


def test_whole_rows_do_not_split() -> None:
    rows = (Row((cell("a"), cell("b")), whole=True), Row((cell("c"), cell("d"))))
    assert opened(made(table(*rows))).ask("//w:tr[w:trPr/w:cantSplit]//w:t/text()") == ["a", "b"]


def test_band_runs_over_all_columns_shaded_and_stays_with_the_next_row() -> None:
    book = opened(made(table(Row((cell("band"),), band=True), Row((cell("a"), cell("b"))))))
    assert grid(book)[0] == ["band>2"]
    assert book.find("//w:tc[.//w:t='band'][w:tcPr/w:shd]//w:p[w:pPr/w:keepNext]")
    assert not book.find("//w:tc[.//w:t='a']/w:tcPr/w:shd")


def test_label_is_alternative_text_and_kind_is_a_style() -> None:
    book = opened(specimen())
    labels = [block.label for block in specimen().blocks if isinstance(block, Table)]
    assert book.ask("//w:tblPr/w:tblCaption/@w:val") == labels
    assert book.ask("//w:tblPr/w:tblStyle/@w:val") == [
        "QagidaForm",
        "QagidaGrid",
        "QagidaSides",
        "QagidaLayout",
    ]


@pytest.mark.parametrize("widths", [(1, 2), (1, 1, 1), (0.37, 5.1, 2.2, 1)])
def test_columns_fill_the_text_width_exactly(widths: tuple[float, ...]) -> None:
    book = opened(made(table(Row(tuple(cell("a") for _ in widths)), widths=widths)))
    page, left, right = (
        int(book.ask(path)[0]) for path in ("//w:pgSz/@w:w", "//w:pgMar/@w:left", "//w:pgMar/@w:right")
    )
    assert sum(int(width) for width in book.ask("//w:gridCol/@w:w")) == page - left - right


def test_neighbouring_tables_do_not_melt() -> None:
    one = table(Row((cell("a"), cell("b"))))
    assert not opened(made(one, one)).find("//w:tbl/following-sibling::*[1][self::w:tbl]")


def test_table_in_a_cell_is_narrower_and_followed_by_a_paragraph() -> None:
    inner = table(Row((cell("a"), cell("b"))))
    book = opened(made(table(Row((Cell((inner,)), cell("c"))))))
    outer, nested = book.ask("//w:tbl/w:tblPr/w:tblW/@w:w")
    assert int(nested) < int(outer) / 2
    assert book.find("//w:tc/w:tbl/following-sibling::w:p")


@pytest.mark.parametrize("blocks", [(), (PageBreak(),)])
def test_a_cell_always_has_a_paragraph(blocks: tuple[Block, ...]) -> None:
    book = opened(made(table(Row((Cell(blocks), cell("a"))))))
    assert not book.find("//w:tc[not(w:p)]")


def test_language_of_a_cell_reaches_its_words() -> None:
    row = Row((cell("a"), Cell((Paragraph((Run("б"),), Style.CELL),), language=Language.RU)))
    assert opened(made(table(row))).ask("//w:r[w:rPr/w:lang/@w:val='ru-RU']/w:t/text()") == ["б"]


def test_lines_to_write_on_make_a_row_taller() -> None:
    def height(rows: int) -> int:
        control = Paragraph((Control("1", ControlKind.AREA, "l", rows=rows),), Style.CODE)
        heights = opened(made(table(Row((Cell((control,)), cell("a")))))).ask("//w:trHeight/@w:val")
        return int(heights[0]) if heights else 0

    assert height(1) == 0
    assert 0 < height(3) < height(6)


def test_rows_of_a_table_that_holds_together_stay_with_the_next() -> None:
    rows = (Row((cell("a"), cell("b"))), Row((cell("c"), cell("d"))))
    header = (Row((cell("h"), cell("i"))),)
    loose = table(*rows, header=header)
    assert opened(made(loose)).ask("//w:p[w:pPr/w:keepNext]//w:t/text()") == []
    held = opened(made(replace(loose, together=True)))
    assert held.ask("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["h", "i", "a", "b"]
