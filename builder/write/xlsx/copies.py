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

_KEPT = 16
"""Templates kept at a time: those of one form differ in the heights of a few rows only."""

_Change = Callable[[str, str, int], str]
"""Name of a place, what stands there, and lines that it takes; what shall stand there."""


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
        lines: list[int] = []

        def noted(name: str, words: str, count: int) -> str:
            values[name] = escaped(words)
            lines.append(count)
            return mark(name) + "\n" * (count - 1)

        if "&" in workbook.about:  # a sign of its own in the foot of a sheet
            return write(workbook)
        specimen = _changed(workbook, noted)
        key = (blank, workbook.created, tuple(lines))
        if key not in self.forms:
            if len(self.forms) >= _KEPT:
                self.forms.clear()
            self.forms[key] = _template(write(specimen))
        return self.forms[key].filled(values)


def _changed(workbook: Workbook, change: _Change) -> Workbook:
    """The workbook with every word changed that differs from copy to copy."""
    return replace(
        workbook,
        about=change("about", workbook.about, _lines(workbook.about, slice(0, len(look.WIDTHS)))),
        sheets=tuple(_sheet(sheet, change) for sheet in workbook.sheets),
        marks=tuple(
            (name, change(name, value, 1) if isinstance(value, str) else value)
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
            yield replace(row, value=change(row.code, row.value, _lines(row.value, column)))
        else:
            yield row


def _lines(words: str, columns: slice) -> int:
    return round((look.height(words, columns) - look.height("", columns)) / look.LINE) + 1


def _template(data: bytes) -> _Template:
    fixed: dict[str, bytes] = {}
    slotted: dict[str, Slotted] = {}
    opened, closed = mark("")[0], mark("")[-1]
    for name, part in read(data).items():
        if opened.encode() in part:
            text = part.decode()
            while f"{closed}\n" in text:
                text = text.replace(f"{closed}\n", closed)
            slotted[name] = cut(text)
        else:
            fixed[name] = part
    return _Template(fixed, slotted)
