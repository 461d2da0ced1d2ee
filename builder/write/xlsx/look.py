"""How a workbook looks: fonts, fills, borders, widths, and heights of rows."""

from collections.abc import Iterator
from enum import StrEnum

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import RowDimension

FONT = "Times New Roman"
SIZE = 11
WIDTHS: tuple[float, ...] = (6.0, 13.0, 48.0, 36.0, 46.0, 15.0)
"""Columns in characters: number, code, official words, what is asked, answer, unit."""
WIDE_FROM = 3
"""The column from which a row of words runs to the last."""

LINE = 15.0
_PER_CHARACTER = 1.1
"""Letters of the font to a unit of width, with something to spare for capitals and wide letters."""

_THIN = Side(style="thin", color="808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADER = PatternFill("solid", fgColor="D9E2EC")
_OPEN = PatternFill("solid", fgColor="FFF8E1")
_NONE = PatternFill()
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(vertical="center", horizontal="center", wrap_text=True)
_AS_TEXT = "@"
"""Kept as typed: otherwise `1-2` becomes the first of February, and `+7 701` a number."""
_AS_DATE = "DD.MM.YYYY"


class Look(StrEnum):
    """Styles of cells by the names that Excel shows."""

    TITLE = "qagida title"
    ABOUT = "qagida number"
    HEADING = "qagida heading"
    TEXT = "qagida text"
    STRONG = "qagida strong"
    ANSWER = "qagida answer"
    DAY = "qagida date"


def styles() -> Iterator[NamedStyle]:
    """Every style, new for each workbook: a workbook keeps those that it was given."""
    yield _style(Look.TITLE, Font(name=FONT, size=14, bold=True), framed=False)
    yield _style(Look.ABOUT, Font(name=FONT, size=10, color="404040"), framed=False)
    yield _style(Look.HEADING, Font(name=FONT, size=SIZE, bold=True), fill=_HEADER, alignment=_MIDDLE)
    yield _style(Look.TEXT, Font(name=FONT, size=SIZE))
    yield _style(Look.STRONG, Font(name=FONT, size=SIZE, bold=True))
    yield _style(Look.ANSWER, Font(name=FONT, size=SIZE), fill=_OPEN, locked=False)
    yield _style(Look.DAY, Font(name=FONT, size=SIZE), fill=_OPEN, locked=False, shown=_AS_DATE)


def _style(
    name: Look,
    font: Font,
    *,
    fill: PatternFill = _NONE,
    alignment: Alignment = _TOP,
    framed: bool = True,
    locked: bool = True,
    shown: str = _AS_TEXT,
) -> NamedStyle:
    return NamedStyle(
        name.value,
        font=font,
        fill=fill,
        border=_BORDER if framed else Border(),
        alignment=alignment,
        number_format=shown,
        protection=Protection(locked=locked),
    )


class Fitting(RowDimension):
    """A height to begin with: Excel and LibreOffice fit the row again when a long answer is typed."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name of the attribute in the file
        return False


def height(words: str, columns: slice) -> float:
    """Points that words need over the given columns."""
    room = max(1, int(sum(WIDTHS[columns]) * _PER_CHARACTER))
    return LINE * sum(_lines(line, room) for line in words.split("\n")) + 3


def _lines(words: str, room: int) -> int:
    """Lines that a paragraph takes when it breaks between words."""
    lines, left = 1, room
    for word in words.split():
        if len(word) > left and left < room:
            lines, left = lines + 1, room
        left -= len(word) + 1
        while left < 0 and left + 1 < 0:
            lines, left = lines + 1, left + room
    return lines
