"""What has been read of one workbook so far, sheet by sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.base.finding import Finding, in_order
from builder.base.form_id import find_form_id
from builder.base.place import Place
from builder.blocks.inline import ControlKind
from builder.blocks.workbook import Line, Workbook
from builder.model.answers import Filled, Found, How, Marks, Stray
from builder.read.names import legible
from builder.read.sheet.altered import Doubtful, altered, fixed
from builder.read.sheet.arrangement import arranged
from builder.read.sheet.cells import Cell, Page
from builder.read.sheet.layout import Layout, layout
from builder.read.sheet.rows import Blank, Known, known_rows
from builder.read.wording import folded, shortened

_QUOTE = 60
"""Characters of foreign words that a finding repeats."""
_LISTS = "lists"
"""The hidden sheet that holds the choices of a form."""
_BODY, _REGION = "0.1", "0.2"


class Reading:
    """Answers, stray words and findings of one file; `forms` are the blank ones in both languages."""

    def __init__(self, name: str, blank: Blank, forms: Sequence[Workbook]) -> None:
        self._name, self._blank = name, blank
        self._answers: dict[str, Found] = {}
        self._seen: dict[str, Known] = {}
        self._strays: list[Stray] = []
        self._findings: list[Finding] = []
        self._doubtful: list[Doubtful] = []
        self._texts: set[str] = set()
        self._asked = frozenset(folded(line.asked) for line in blank.book.lines)
        self._fixed = fixed(blank.book)
        self._ticks = dict(_ticks(forms))
        self._labels = frozenset(_labels(forms))

    def page(self, page: Page) -> None:
        """Reads one sheet."""
        self._texts.update(folded(cell.text) for cell in page.cells())
        columns = layout(page, self._blank.book.columns, self._blank.lines, self._asked)
        known = known_rows(page, columns, self._blank) if columns is not None else {}
        if columns is None or not known:
            self._unknown(page)
        else:
            self._table(page, columns, known)
        self._notes(page, known)
        if columns is not None:
            self._merged(page, columns, known)

    def filled(self, marks: Marks) -> Filled:
        """Everything that was read, and what of the form was altered."""
        for finding in altered(self._name, self._blank.book, self._seen, self._texts, self._doubtful):
            self._findings.append(finding)
        body, region = (self._answers.get(code) for code in (_BODY, _REGION))
        marks = replace(
            marks, body=body.text.strip() if body else None, region=region.text.strip() if region else None
        )
        found, strays = tuple(self._answers.values()), tuple(self._strays)
        return Filled(self._name, "xlsx", marks, found, strays, in_order(self._findings))

    def _tell(self, code: str, at: str, **data: str) -> None:
        self._findings.append(Finding(code, Place(self._name, at=at), data))

    def _stray(self, page: Page, cell: Cell, near: str = "") -> None:
        words = cell.text if cell.text.strip() else cell.formula
        if words.strip():
            self._strays.append(Stray(words, page.place(cell), near))

    def _is_fixed(self, cell: Cell) -> bool:
        """Words of the form itself, or the line with its number."""
        return folded(cell.text) in self._fixed or find_form_id(cell.text) is not None

    def _unknown(self, page: Page) -> None:
        """A sheet that holds no rows of the form."""
        for cell in page.cells():
            choice = page.title == _LISTS and folded(cell.text) in self._labels
            if not choice and not self._is_fixed(cell):
                self._stray(page, cell)

    def _table(self, page: Page, columns: Layout, known: Mapping[int, Known]) -> None:
        for change in arranged(page, columns, known, self._blank.book):
            self._tell("Q751", page.title, arrangement=change, sheet=legible(page.title, _QUOTE))
        near = placed = ""
        count = 0
        for number, row in page.rows.items():
            one = known.get(number)
            if one is None:
                self._other(page, columns, number, near)
                continue
            near = one.code
            self._seen.setdefault(near, one)
            answer = row.get(columns.answer)
            if answer is not None and self._answer(page, one, answer) and one.how is How.POSITION:
                count, placed = count + 1, placed or near
            self._beside_answer(page, columns, one)
        if count:
            self._tell("Q752", placed, count=str(count), sheet=legible(page.title, _QUOTE))

    def _answer(self, page: Page, known: Known, cell: Cell) -> bool:
        """Takes the answer of a row; of two rows with one code the first that is answered counts."""
        code, line = known.code, known.line
        if cell.formula:
            shown = legible(cell.text, _QUOTE) if cell.text.strip() else "—"
            self._tell("Q753", code, formula=legible(cell.formula, _QUOTE), found=shown)
        first = self._answers.get(code)
        if not cell.text.strip() or (first is not None and first.text != cell.text):
            self._stray(page, cell, code)
            return False
        if cell.error or (cell.day and line is not None and line.kind is ControlKind.NUMBER):
            self._tell("Q755", code, found=legible(cell.text, _QUOTE))
        if first is None:
            self._answers[code] = self._ticked(line, Found(code, cell.text, known.how, page.place(cell)))
        return first is None

    def _ticked(self, line: Line | None, found: Found) -> Found:
        """A yes or no becomes a tick at its own code; other words stay with the first of the two."""
        if line is None or line.kind is not ControlKind.CHECK:
            return found
        code = self._ticks.get((line.code, folded(found.text).strip(" .,;:")))
        if code is None:
            return replace(found, code=line.options[0].value)
        return replace(found, code=code, ticked=True)

    def _beside_answer(self, page: Page, columns: Layout, known: Known) -> None:
        """Words of the form in their columns; others were typed beside the answer, or over the question."""
        line = known.line
        expected = (
            {}
            if line is None
            else {
                columns.number: line.number,
                columns.wording: line.wording,
                columns.asked: line.asked,
                columns.unit: line.unit,
            }
        )
        changed: list[tuple[str, str]] = []
        for column, words in expected.items():
            text = page.words(known.row, column)
            if column and words and folded(text) != folded(words):
                changed.append((words, text))
        for words, text in changed[:1]:
            self._tell("Q761", known.code, expected=shortened(words), found=shortened(text) or "—")
        for column, cell in page.rows[known.row].items():
            own = column in {columns.answer, columns.code} or (line is None and self._is_fixed(cell))
            if not own and folded(cell.text) != folded(expected.get(column, "")):
                self._stray(page, cell, known.code)

    def _other(self, page: Page, columns: Layout, number: int, near: str) -> None:
        """A row that is not of the form, or holds only words of it."""
        code = self._blank.code(page.words(number, columns.code))
        for column, cell in page.rows[number].items():
            if self._is_fixed(cell) or (column == columns.number and cell.text.strip(" .").isdigit()):
                continue
            if column == columns.code and code:
                self._doubtful.append(Doubtful(code, shortened(page.words(number, columns.wording) or code)))
                continue
            if column in {columns.wording, columns.asked} and not code:
                self._doubtful.append(Doubtful(near, cell.text))
            self._stray(page, cell, code or near)

    def _notes(self, page: Page, known: Mapping[int, Known]) -> None:
        """Comments at cells, and words in shapes over the sheet."""
        for words, address in page.notes:
            row = int("".join(filter(str.isdigit, address)) or 0)
            at = f"{page.title}!{address}" if address else page.title
            self._strays.append(Stray(words, at, known[row].code if row in known else ""))

    def _merged(self, page: Page, columns: Layout, known: Mapping[int, Known]) -> None:
        """Answers of several rows merged into one: only the first of them is left."""
        for first, left, last, right in page.merged:
            if left <= columns.answer <= right:
                codes = [one.code for row, one in known.items() if first <= row <= last]
                if len(codes) > 1:
                    self._tell("Q754", codes[0], codes=legible(", ".join(codes), _QUOTE))


def _ticks(forms: Sequence[Workbook]) -> Iterator[tuple[tuple[str, str], str]]:
    """Codes of yes and of no by the line and the word for it, in either language."""
    for form in forms:
        for line in form.lines:
            if line.kind is ControlKind.CHECK:
                for option in line.options:
                    yield (line.code, folded(option.label)), option.value


def _labels(forms: Sequence[Workbook]) -> Iterator[str]:
    for form in forms:
        for line in form.lines:
            yield from (folded(option.label) for option in line.options)
