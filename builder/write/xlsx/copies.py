"""One form for thousands of respondents: the library writes it once, and the words that differ are put in.

The library needs a tenth of a second for a workbook, since it gives every cell its look anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.blocks.workbook import Line, Sheet, SheetRow, Workbook
from builder.ooxml.package import pack, read
from builder.ooxml.slots import Slotted, cut, mark
from builder.ooxml.xml import escaped
from builder.write.xlsx import look
from builder.write.xlsx.writer import ANSWER, write

_KEPT = 6
"""Templates kept at a time: those of one form differ in the heights of a few rows only."""

_ALL = slice(0, len(look.WIDTHS))
_FILL = "\ue002"
"""A letter for nothing: makes what stands in a template as tall as the words that it is for."""

_Change = Callable[[str, str, slice], str]
"""Name of a place, what stands there, and the columns that it takes; what shall stand there."""


@dataclass(frozen=True, slots=True)
class _Template:
    """A package with slots: `fixed` parts stay as they are."""

    fixed: Mapping[str, bytes]
    slotted: Mapping[str, Slotted]

    def filled(self, values: Mapping[str, str]) -> bytes:
        return pack({**self.fixed, **{name: part.filled(values) for name, part in self.slotted.items()}})


@dataclass(slots=True)
class Copier:
    """Writes copies of blank forms; a copy is the blank with other values, another `about` and other marks.

    `forms` holds templates by what the copies share and by the heights of their rows.
    """

    forms: dict[object, _Template] = field(default_factory=dict)

    def write(self, workbook: Workbook, blank: object) -> bytes:
        """A copy; `blank` names the form that it is a copy of. The same words as `write(workbook)`."""
        values: dict[str, str] = {}
        heights: list[float] = []

        def noted(name: str, words: str, columns: slice) -> str:
            values[name] = words
            heights.append(look.height(words, columns))
            return _as_tall(mark(name), heights[-1], columns)

        specimen = _changed(workbook, noted)
        if "&" in workbook.about or not all(map(_is_plain, values.values())):
            return write(workbook)
        key = (blank, workbook.created, tuple(heights))
        if key not in self.forms:
            if len(self.forms) >= _KEPT:
                self.forms.clear()
            self.forms[key] = _template(write(specimen))
        return self.forms[key].filled({name: escaped(words) for name, words in values.items()})


def _is_plain(words: str) -> bool:
    """Whether the library writes these words as they are."""
    return words == words.strip() and not any(sign in words for sign in "\n\r\t")


def _as_tall(words: str, height: float, columns: slice) -> str:
    """Words and so much nothing that they take a height."""
    while look.height(words, columns) < height:
        words += _FILL
    return words


def _changed(workbook: Workbook, change: _Change) -> Workbook:
    """The workbook with every word changed that differs from copy to copy."""
    return replace(
        workbook,
        about=change("about", workbook.about, _ALL),
        sheets=tuple(_sheet(sheet, change) for sheet in workbook.sheets),
        marks=tuple(
            (name, change(name, value, _ALL) if isinstance(value, str) else value)
            for name, value in workbook.marks
        ),
    )


def _sheet(sheet: Sheet, change: _Change) -> Sheet:
    if not any(line.value for line in sheet.lines):
        return sheet
    return replace(sheet, rows=tuple(_rows(sheet, change)))


def _rows(sheet: Sheet, change: _Change) -> Iterator[SheetRow]:
    column = slice(ANSWER - 1, ANSWER)
    for row in sheet.rows:
        if isinstance(row, Line) and row.value:
            yield replace(row, value=change(row.code, row.value, column))
        else:
            yield row


def _template(data: bytes) -> _Template:
    fixed: dict[str, bytes] = {}
    slotted: dict[str, Slotted] = {}
    opened = mark("")[0].encode()
    for name, part in read(data).items():
        if opened in part:
            slotted[name] = cut(part.decode().replace(_FILL, ""))
        else:
            fixed[name] = part
    return _Template(fixed, slotted)
