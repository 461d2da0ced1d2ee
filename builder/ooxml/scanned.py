"""The quick way through a body that holds nothing rare: one compiled pass gives all words as one text.

Most forms come back as they went out, with answers in their controls. What stands around the answers is the
same in all files of a form, so it is taken apart once. `returned.py` sees through everything else; a test
holds the two against each other.
"""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, Final

from lxml import etree

from builder.ooxml.pieces import (
    ALTERNATE,
    BOX,
    BREAK,
    DELETED,
    FIELD,
    INSERTED,
    MOST_LINES,
    OFF,
    REMARKS,
    SIGNS,
    SIMPLE_FIELD,
    SPAN,
    SYMBOL,
    Held,
    Line,
    Piece,
    Remark,
    is_blank,
)
from builder.ooxml.xml import W14, W, w

_RARE: Final = (
    *DELETED, *INSERTED, *REMARKS, *(sign for sign in SIGNS if sign != BREAK),
    ALTERNATE, BOX, FIELD, SIMPLE_FIELD, SYMBOL, SPAN, w("drawing"), w("pict"), w("object"),
)  # fmt: skip
_SECRET: Final = secrets.token_hex(6)
"""Nobody can write it into a file, so what it stands before is a sign of ours."""
# Signs are followed by a letter that says what begins.
_SIGN: Final = f"\ue000{_SECRET}"
_HELD: Final = f"\ue001{_SECRET}"
_STRANGE, _TABLE, _ROW, _CELL, _INSIDE, _OUTSIDE, _CONTROL, _TEXT = "!TRCPBH="
_NOWHERE: Final = (-1, 0, 0, 0)
_EMPTY: Final = Held("", "", "")
_KINDS: Final = {"l": "line", "d": "date", "o": "choice", "b": "check"}
_FRAMES: Final = 64
"""Forms in both languages, some of them as several editors write them."""
_FLAT: Final = etree.XSLT(
    etree.XML(f"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="{W}" xmlns:w14="{W14}">
  <xsl:output method="text"/>
  <xsl:template match="text()|w:pPr|w:rPr|w:tcPr|w:trPr|w:tblPr|w:tblGrid|w:sectPr|w:sdtEndPr"/>
  <xsl:template match="w:p|w:tbl|w:sdt">{_SIGN}{_STRANGE}</xsl:template>
  <xsl:template match="w:body/w:tbl">{_SIGN}{_TABLE}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:tr">{_SIGN}{_ROW}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:tc">{_SIGN}{_CELL}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:tc/w:p">{_SIGN}{_INSIDE}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:body/w:p">{_SIGN}{_OUTSIDE}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:t"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="w:br"><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="w:p/w:sdt">{_HELD}<xsl:apply-templates/>{_HELD}</xsl:template>
  <xsl:template match="w:sdtContent">{_SIGN}{_TEXT}<xsl:apply-templates/></xsl:template>
  <xsl:template match="w:sdtPr/w:tag">{_SIGN}t<xsl:value-of select="@w:val"/></xsl:template>
  <xsl:template match="w:sdtPr/w:showingPlcHdr">{_SIGN}h<xsl:value-of select="@w:val"/></xsl:template>
  <xsl:template match="w:sdtPr/w:text">{_SIGN}l<xsl:value-of select="@w:multiLine"/></xsl:template>
  <xsl:template match="w:sdtPr/w:date">{_SIGN}d</xsl:template>
  <xsl:template match="w:sdtPr/w:dropDownList|w:sdtPr/w:comboBox">{_SIGN}o</xsl:template>
  <xsl:template match="w14:checkbox">{_SIGN}b<xsl:apply-templates/></xsl:template>
  <xsl:template match="w14:checked">{_SIGN}c<xsl:value-of select="@*"/></xsl:template>
</xsl:stylesheet>""")
)


@dataclass(frozen=True, eq=False)
class Frame:
    """The lines from the first table on, their controls without all that differs from file to file."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Scanned:
    """Lines before the first table, the frame of those after, and what its controls hold, in order.

    Otherwise a `Body` without changes and remarks.
    """

    tracked: ClassVar[bool] = False
    remarks: ClassVar[tuple[Remark, ...]] = ()

    head: tuple[Line, ...]
    frame: Frame
    held: tuple[Held, ...]

    @cached_property
    def lines(self) -> list[Line]:
        held = iter(self.held)
        return [*self.head, *(_filled(line, held) for line in self.frame.lines)]


def scan(root: etree._Element) -> Scanned | None:
    """The lines of a body; None where something asks for a closer look."""
    if next(root.iter(*_RARE), None) is not None:
        return None
    flat = str(_FLAT(root))
    words, held = (parts := flat.split(_HELD))[::2], parts[1::2]
    before, table, after = words[0].partition(_SIGN + _TABLE)
    if not table or _SIGN + _STRANGE in flat:
        return None
    answers = tuple(_held(part) for part in held)
    # A control without tag is not ours; what it was once, only the closer look can tell.
    if not all(one.tag for one in answers):
        return None
    frame = _frame((table + after, *words[1:]), before.count(_SIGN + _OUTSIDE))
    return Scanned(tuple(_lines((before,), 0)), frame, answers)


@lru_cache(maxsize=_FRAMES)
def _frame(words: tuple[str, ...], number: int) -> Frame:
    return Frame(tuple(_lines(words, number)))


def _lines(parts: Sequence[str], number: int) -> Iterator[Line]:
    """Lines of words with a control between each two parts; `number` paragraphs were before them."""
    pieces: list[Piece] = []
    cell, place = _NOWHERE, _NOWHERE
    for sign, words in _signs(parts):
        if sign in (_INSIDE, _OUTSIDE):
            if not is_blank(pieces):
                yield Line(number, *place, tuple(pieces))
            pieces, number = [], number + 1
            place = cell if sign == _INSIDE else _NOWHERE
        elif sign == _CONTROL:
            pieces.append(_EMPTY)
        else:
            cell = _next(cell, sign)
        if words:
            pieces.append(words)
    if not is_blank(pieces):
        yield Line(number, *place, tuple(pieces))
    if number > MOST_LINES:
        raise ValueError("more paragraphs than any form has")


def _signs(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Signs with the words after them."""
    for position, part in enumerate(parts):
        first, *others = part.split(_SIGN)
        yield _CONTROL if position else "", first
        yield from ((other[0], other[1:]) for other in others)


def _next(cell: tuple[int, int, int, int], sign: str) -> tuple[int, int, int, int]:
    """Table, row and column, counted from 0, and the level, after a sign that begins one."""
    table, row, column, _ = cell
    match sign:
        case "T":
            return table + 1, -1, column, 1
        case "R":
            return table, row + 1, -1, 1
        case "C":
            return table, row, column + 1, 1
        case _:
            return cell


def _filled(line: Line, held: Iterator[Held]) -> Line:
    if _EMPTY not in line.pieces:
        return line
    return line._replace(
        pieces=tuple(piece if isinstance(piece, str) else next(held) for piece in line.pieces)
    )


def _held(signs: str) -> Held:
    properties, _, text = signs.partition(_SIGN + _TEXT)
    tag, kind, hinted, checked = _properties(properties)
    return Held(tag, kind, text, hinted, checked)


@lru_cache(maxsize=8192)
def _properties(signs: str) -> tuple[str, str, bool, bool | None]:
    """Tag, kind, and whether a hint is shown and a box is ticked."""
    tag, kind, hinted, checked = "", "", False, None
    for sign, value in ((sign[0], sign[1:]) for sign in signs.split(_SIGN)[1:]):
        match sign:
            case "t":
                tag = value
            case "h":
                hinted = value not in OFF
            case "c":
                checked = value not in OFF
            case _:
                kind = "area" if value and value not in OFF else _KINDS[sign]
    return tag, kind, hinted, checked
