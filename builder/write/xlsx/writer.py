"""A form as the bytes of an XLSX file: official words closed, answer cells open."""

from typing import cast

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Line, Sheet, Words, Workbook
from builder.ooxml.properties import Summary
from builder.ooxml.xml import clean
from builder.write.xlsx import look
from builder.write.xlsx.hints import Validations
from builder.write.xlsx.look import Look
from builder.write.xlsx.saved import moment, saved

_HEADINGS = 3
"""The row of the headings: title and number of the form stand above it."""
_LAST = len(look.WIDTHS)
ANSWER = 5
"""The column of answers."""
_A4 = 9
_FIELDS = {"{page}": "&P", "{total}": "&N"}


def write(workbook: Workbook) -> bytes:
    """The workbook as a file. Equal workbooks give equal bytes; nothing in it computes or calls out."""
    book = Book()
    book.remove(book.worksheets[0])
    for style in look.styles():
        book.add_named_style(style)
    for sheet in workbook.sheets:
        _sheet(book, workbook, sheet)
    summary = Summary(
        workbook.title, workbook.subject, workbook.keywords, workbook.language.tag, moment(workbook.created)
    )
    return saved(book, summary, dict(workbook.marks))


def _sheet(book: Book, workbook: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name, len([name for name in book.sheetnames if name != "lists"]))
    for position, width in enumerate(look.WIDTHS):
        page.column_dimensions["ABCDEF"[position]].width = width
    _head(page, workbook, sheet)
    rules = Validations(book, page, workbook.hints)
    for row, item in enumerate(sheet.rows, _HEADINGS + 1):
        if isinstance(item, Words):
            _words(page, row, item)
        else:
            _line(page, row, item)
            rules.add(item, f"E{row}")
    _protect(page)
    _print(page, workbook)


def _head(page: Worksheet, workbook: Workbook, sheet: Sheet) -> None:
    for row, words, style in ((1, sheet.title, Look.TITLE), (2, workbook.about, Look.ABOUT)):
        _put(page.cell(row, 1), words, style)
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=_LAST)
        page.row_dimensions[row].height = look.height(words, slice(0, _LAST)) + 4
    names = workbook.columns
    headings = (names.number, names.code, names.wording, names.asked, names.answer, names.unit)
    for column, words in enumerate(headings, 1):
        _put(page.cell(_HEADINGS, column), words, Look.HEADING)


def _words(page: Worksheet, row: int, item: Words) -> None:
    values = {1: item.number, look.WIDE_FROM: item.text}
    for column in range(1, _LAST + 1):
        _put(page.cell(row, column), values.get(column, ""), Look.STRONG if item.strong else Look.TEXT)
    page.merge_cells(start_row=row, start_column=look.WIDE_FROM, end_row=row, end_column=_LAST)
    page.row_dimensions[row].height = look.height(item.text, slice(look.WIDE_FROM - 1, _LAST))


def _line(page: Worksheet, row: int, line: Line) -> None:
    values = (line.number, line.code, line.wording, line.asked, line.value, line.unit)
    answer = Look.DAY if line.kind is ControlKind.DATE else Look.ANSWER
    for column, words in enumerate(values, 1):
        _put(page.cell(row, column), words, answer if column == ANSWER else Look.TEXT)
    least = 2 * look.LINE if line.kind is ControlKind.AREA else look.LINE
    heights = (look.height(words, slice(column, column + 1)) for column, words in enumerate(values))
    page.row_dimensions[row] = look.Fitting(page, index=row, ht=max(least, *heights))


def _put(cell: Cell | MergedCell, words: str, style: Look) -> None:
    """Words as words: what begins with `=` is no formula here."""
    if words and isinstance(cell, Cell):
        cell.value = clean(words)
        cell.data_type = "s"
    cell.style = style.value


def _protect(page: Worksheet) -> None:
    """Without a password: a lock against slips, not against people. Rows and columns may be resized."""
    page.protection.sheet = True
    page.protection.formatRows = page.protection.formatColumns = False
    page.protection.formatCells = False
    page.protection.autoFilter = False


def _print(page: Worksheet, workbook: Workbook) -> None:
    page.freeze_panes = f"A{_HEADINGS + 1}"
    page.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top = page.page_margins.bottom = 0.6
    page.page_margins.header = page.page_margins.footer = 0.3
    page.print_options.horizontalCentered = True
    foot = cast("HeaderFooterItem", page.oddFooter)
    foot.left.text, foot.right.text = _escaped(workbook.about), _foot(workbook.foot)
    for part in (foot.left, foot.right):
        part.font, part.size = look.FONT, 8


def _foot(words: str) -> str:
    for name, code in _FIELDS.items():
        words = words.replace(name, code)
    return words


def _escaped(words: str) -> str:
    return words.replace("&", "&&")
