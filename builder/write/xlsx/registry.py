"""Respondents as a table, CSV or a workbook; words never become formulas."""

import csv
import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from builder.base.language import Language
from builder.model.registry import Respondent
from builder.model.registry_table import COLUMNS, cells, harmless, heading

_WIDTHS = (26, 18, 60, 60, 9, 18, 10, 60, 60, 10)


def registry_csv(respondents: Iterable[Respondent], language: Language) -> bytes:
    """UTF-8 with its mark, semicolons, Windows line ends: what spreadsheets here open without questions."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading(column, language) for column in COLUMNS)
    for respondent in respondents:
        writer.writerow(harmless(words) for words in cells(respondent))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def registry_xlsx(respondents: Iterable[Respondent], language: Language) -> bytes:
    """One sheet; every cell is text, so nothing in it is computed."""
    book = Workbook()
    sheet = book.worksheets[0]
    for position, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    _row(sheet, 1, (heading(column, language) for column in COLUMNS), bold=True)
    for number, respondent in enumerate(respondents, 2):
        _row(sheet, number, map(harmless, cells(respondent)))
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(sheet: Worksheet, number: int, values: Iterable[str], *, bold: bool = False) -> None:
    for position, words in enumerate(values, 1):
        cell = sheet.cell(number, position, words)
        cell.data_type = "s"
        if bold:
            cell.font = Font(bold=True)
