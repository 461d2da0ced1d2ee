"""The cells of a workbook: words with their places, formulas with the results that were kept.

Read from the parts directly. The library that writes our workbooks needs four times as long to read one,
and fills in every cell of an area that a file says is merged, were it the whole sheet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import column_index_from_string, get_column_letter

from builder.read.sheet.beside import Area, merged, notes
from builder.read.sheet.package import LINK_ID, MAIN, Package
from builder.read.sheet.texts import day_text, number_text, plain_text

MOST_CELLS = 100_000
"""Cells with words in all sheets; the largest form has some two thousand."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_VALUE, _FORMULA, _INLINE, _PIECE = f"{MAIN}v", f"{MAIN}f", f"{MAIN}is", f"{MAIN}t"
_RUN = f"{MAIN}r"


class TooMuchError(Exception):
    """More cells than any form has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it. `row` and `column` count from 1.

    `formula` is empty for values; `error` is what Excel shows for a result that it could not find; `day`
    tells that the value is a date to Excel.
    """

    row: int
    column: int
    text: str
    formula: str = ""
    error: bool = False
    day: bool = False

    @property
    def address(self) -> str:
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: the name on its tab, its cells by row, then by column, and what lies beside them.

    `notes` are words with the address of the cell they hang on, empty for shapes.
    """

    title: str
    rows: Mapping[int, Mapping[int, Cell]] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def words(self, row: int, column: int) -> str:
        """What a person reads in a cell."""
        cell = self.rows.get(row, {}).get(column)
        return "" if cell is None else cell.text

    def cells(self) -> Iterator[Cell]:
        for row in self.rows.values():
            yield from row.values()

    def place(self, cell: Cell) -> str:
        return f"{self.title}!{cell.address}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook: its sheets, hidden ones too, and the properties that we gave it."""

    pages: tuple[Page, ...]
    properties: Mapping[str, str]


def opened(parts: Mapping[str, bytes], most: int = MOST_CELLS) -> Opened:
    """The workbook. A damaged one raises errors of many kinds; TooMuchError for one that is too full."""
    package = Package(parts)
    main = package.linked("", "officeDocument")
    if main is None:
        raise KeyError("officeDocument")
    return Opened(tuple(_Book(package, main, most).pages()), dict(_properties(package)))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    part = package.linked("", "custom-properties")
    if part is not None:
        for item in package.tree(part).iter(_PROPERTY):
            yield item.get("name", ""), "".join(map(str, item.itertext())).strip()


class _Book:
    """What all sheets of a workbook share: strings, formats, and the day that days are counted from."""

    def __init__(self, package: Package, main: str, most: int) -> None:
        self._package, self._main = package, main
        self._tree = package.tree(main)
        strings = package.linked(main, "sharedStrings")
        self._strings = list(_strings(package.tree(strings))) if strings else []
        styles = package.linked(main, "styles")
        self._formats = list(_formats(package.tree(styles))) if styles else []
        about = self._tree.find(f"{MAIN}workbookPr")
        self._since_1904 = about is not None and about.get("date1904") in {"1", "true"}
        self._left = most

    def pages(self) -> Iterator[Page]:
        links = {link.id: link for link in self._package.links(self._main)}
        for sheet in self._tree.iter(f"{MAIN}sheet"):
            link = links.get(sheet.get(LINK_ID, ""))
            if link is not None and link.kind == "worksheet":
                tree = self._package.tree(link.part)
                beside = tuple(notes(self._package, link.part))
                yield Page(sheet.get("name", ""), self._rows(tree), tuple(merged(tree)), beside)

    def _rows(self, sheet: etree._Element) -> dict[int, dict[int, Cell]]:
        rows: dict[int, dict[int, Cell]] = {}
        shared: dict[str, str] = {}
        number = 0
        for row in sheet.iterfind(f"{MAIN}sheetData/{MAIN}row"):
            number = int(row.get("r", number + 1))
            column = 0
            for item in row:
                if item.tag != f"{MAIN}c":
                    continue
                column = _column(item.get("r"), column + 1)
                cell = self._cell(item, number, column, shared) if len(item) else None
                if cell is not None:
                    self._left -= 1
                    rows.setdefault(number, {})[column] = cell
            if self._left < 0:
                raise TooMuchError
        return dict(sorted(rows.items()))

    def _cell(self, item: etree._Element, row: int, column: int, shared: dict[str, str]) -> Cell | None:
        raw, formula, text = "", "", ""
        for child in item:
            if child.tag == _VALUE:
                raw = child.text or ""
            elif child.tag == _FORMULA:
                formula = _formula(child, shared)
            elif child.tag == _INLINE:
                text = _words(child)
        kind = item.get("t", "n")
        day = False
        if kind == "s":
            text = self._strings[int(raw)] if raw else ""
        elif kind == "n" and raw:
            text, day = self._number(raw, int(item.get("s", 0)))
        elif kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        elif raw:
            text = plain_text(raw)
        if not text and not formula:
            return None
        return Cell(row, column, text, formula, kind == "e", day or kind == "d")

    def _number(self, raw: str, style: int) -> tuple[str, bool]:
        """A number as words, and whether it is a day."""
        shown = self._formats[style] if style < len(self._formats) else ""
        if shown and is_date_format(shown):
            day = day_text(raw, since_1904=self._since_1904)
            if day is not None:
                return day, True
        return number_text(raw, shown), False


def _column(address: str | None, following: int) -> int:
    """The column of an address; a cell without one follows the cell before it."""
    if address is None:
        return following
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return column_index_from_string(found[1])


def _formula(item: etree._Element, shared: dict[str, str]) -> str:
    """A formula; of those that are shared only the first says its words."""
    words = plain_text(item.text or "")
    name = item.get("si")
    if name is not None:
        words = shared.setdefault(name, words) or words
    return f"={words}"


def _strings(tree: etree._Element) -> Iterator[str]:
    for item in tree.iterfind(f"{MAIN}si"):
        yield _words(item)


def _words(item: etree._Element) -> str:
    """Words of a string, in runs or not; how to pronounce them is left out."""
    pieces: list[str] = []
    for child in item:
        if child.tag == _PIECE:
            pieces.append(child.text or "")
        elif child.tag == _RUN:
            pieces.extend(piece.text or "" for piece in child.iterfind(_PIECE))
    return plain_text("".join(pieces))


def _formats(styles: etree._Element) -> Iterator[str]:
    """The format of numbers of each style of cells."""
    own = {item.get("numFmtId"): item.get("formatCode", "") for item in styles.iter(f"{MAIN}numFmt")}
    for style in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"):
        number = style.get("numFmtId", "0")
        yield own.get(number) or BUILTIN_FORMATS.get(int(number), "")
