"""What Excel says and checks at an answer cell. It warns and never refuses: `about 100` is an answer too."""

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Hints, Line

LISTS = "lists"
"""The hidden sheet that holds the choices; a list written into a rule may have 255 characters only."""


class Validations:
    """Rules of one sheet, gathered so that cells of one kind share a rule."""

    def __init__(self, book: Book, sheet: Worksheet, hints: Hints) -> None:
        self._book, self._sheet, self._hints = book, sheet, hints
        self._rules: dict[str, DataValidation] = {}

    def add(self, line: Line, cell: str) -> None:
        """The rule that suits the answer of a line."""
        match line.kind:
            case ControlKind.NUMBER:
                self._rule(cell, "number", self._number(cell), self._hints.number)
            case ControlKind.DATE:
                self._rule(cell, "date", self._date(), self._hints.date)
            case ControlKind.CHECK | ControlKind.CHOICE:
                source = self._list(tuple(option.label for option in line.options))
                self._rule(cell, source, self._choice(source), self._hints.choice)
            case ControlKind.LINE | ControlKind.AREA:
                return

    def _rule(self, cell: str, key: str, rule: DataValidation, words: str) -> None:
        if key not in self._rules:
            rule.errorStyle = "warning"
            rule.showErrorMessage = rule.showInputMessage = True
            rule.errorTitle = rule.promptTitle = self._hints.title
            rule.error = rule.prompt = words
            self._rules[key] = rule
            self._sheet.add_data_validation(rule)
        self._rules[key].add(cell)

    def _number(self, cell: str) -> DataValidation:
        """A cell of text that reads as a number; the reference moves along with the cell."""
        bare = f'SUBSTITUTE(SUBSTITUTE({cell},CHAR(160),"")," ","")'
        return DataValidation(type="custom", formula1=f"ISNUMBER(VALUE({bare}))", allow_blank=True)

    def _date(self) -> DataValidation:
        return DataValidation(
            type="date", operator="between", formula1="36526", formula2="73050", allow_blank=True
        )

    def _choice(self, source: str) -> DataValidation:
        return DataValidation(type="list", formula1=source, allow_blank=True)

    def _list(self, labels: tuple[str, ...]) -> str:
        """Where a list of choices stands; it is written once."""
        sheet = self._book[LISTS] if LISTS in self._book.sheetnames else self._new_lists()
        for column in range(1, sheet.max_column + 1):
            values = tuple(cell.value for (cell,) in sheet.iter_rows(min_col=column, max_col=column))
            if tuple(value for value in values if value is not None) == labels:
                return _area(column, len(labels))
        column = sheet.max_column + 1 if sheet.cell(1, 1).value is not None else 1
        for row, label in enumerate(labels, 1):
            sheet.cell(row, column, label)
        return _area(column, len(labels))

    def _new_lists(self) -> Worksheet:
        sheet: Worksheet = self._book.create_sheet(LISTS)
        sheet.sheet_state = "veryHidden"
        sheet.protection.sheet = True
        return sheet


def _area(column: int, rows: int) -> str:
    letter = get_column_letter(column)
    return f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${rows}"
