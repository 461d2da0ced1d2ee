"""The body of a Word file that came back: its paragraphs with words and controls, in reading order.

What editors wrap around them is seen through: deleted words are left out, inserted ones kept, fields
count by their results, text boxes become paragraphs after the one they hang on.
"""

from lxml import etree

from builder.ooxml.inlined import Inlined, one_of
from builder.ooxml.pieces import (
    ALTERNATE,
    BODY,
    CELL,
    DELETED,
    INSERTED,
    MOST_LINES,
    ROW,
    SPAN,
    TABLE,
    VAL,
    Body,
    Line,
    P,
    Remark,
    words_of,
)
from builder.ooxml.scanned import Scanned, scan
from builder.ooxml.xml import w

_SILENT = frozenset(map(w, ("sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr")))
_WIDEST = 64
"""Columns that a cell may span; more is damage."""

Returned = Body | Scanned
"""A body that was read closely, or one that did not ask for it."""


def body(root: etree._Element) -> Returned:
    """The body of a document part; ValueError where it has none or is no form by its size."""
    return scan(root) or closely(root)


def closely(root: etree._Element) -> Body:
    """The same, with a look at everything."""
    found = root.find(BODY)
    if found is None:
        raise ValueError("document without body")
    walk = _Walk()
    walk.flow(found)
    return Body(walk.lines, walk.tracked, tuple(walk.remarks))


def paragraphs(root: etree._Element) -> list[str]:
    """The words of each paragraph of another part or element: a foot of pages, a comment."""
    walk = _Walk()
    walk.flow(root)
    return ["".join(map(words_of, line.pieces)) for line in walk.lines]


class _Walk:
    """One pass over blocks; `place` is table, row, column and level."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tracked = False
        self.remarks: list[Remark] = []
        self._number = 0
        self._tables = 0
        self._place = (-1, 0, 0, 0)

    def flow(self, container: etree._Element) -> None:
        """Paragraphs and tables, and what is wrapped around them."""
        for child in container:
            tag = child.tag
            if tag == P:
                self._paragraph(child)
            elif tag == TABLE:
                self._table(child)
            elif tag in _SILENT or not isinstance(tag, str):
                continue
            elif tag in DELETED:
                self.tracked = True
            else:
                self.tracked = self.tracked or tag in INSERTED
                self.flow(one_of(child) if tag == ALTERNATE else child)

    def _table(self, table: etree._Element) -> None:
        outer = self._place
        if outer[3]:
            self._place = (*outer[:3], outer[3] + 1)
            for cell in table.iter(CELL):
                if next(cell.iterancestors(TABLE)) is table:
                    self.flow(cell)
        else:
            number = self._tables
            self._tables += 1
            self._rows(table, number, 0)
        self._place = outer

    def _rows(self, container: etree._Element, table: int, row: int) -> int:
        for child in container:
            if child.tag == ROW:
                if not self._gone(child):
                    self._cells(child, table, row, 0)
                    row += 1
            elif child.tag not in _SILENT and isinstance(child.tag, str):
                row = self._rows(child, table, row)
        return row

    def _gone(self, row: etree._Element) -> bool:
        """A row that a recorded change deletes; one that it inserts counts."""
        properties = row.find(w("trPr"))
        if properties is None:
            return False
        gone = properties.find(w("del")) is not None
        self.tracked = self.tracked or gone or properties.find(w("ins")) is not None
        return gone

    def _cells(self, container: etree._Element, table: int, row: int, column: int) -> int:
        for child in container:
            if child.tag == CELL:
                self._place = (table, row, column, 1)
                self.flow(child)
                column += _span(child)
            elif child.tag not in _SILENT and isinstance(child.tag, str):
                column = self._cells(child, table, row, column)
        return column

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._number += 1
        if self._number > MOST_LINES:
            raise ValueError("more paragraphs than any form has")
        inlined = Inlined(self._number)
        inlined.take(paragraph)
        pieces = inlined.line()
        if pieces:
            self.lines.append(Line(self._number, *self._place, pieces))
        self.remarks += inlined.remarks
        self.tracked = self.tracked or inlined.tracked
        for box in inlined.boxes:
            self.flow(box)


def _span(cell: etree._Element) -> int:
    """Columns that a cell takes."""
    properties = cell.find(w("tcPr"))
    span = properties.find(SPAN) if properties is not None else None
    value = span.get(VAL, "") if span is not None else ""
    return min(int(value), _WIDEST) if value.isascii() and value.isdigit() else 1
