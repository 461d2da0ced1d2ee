"""The quick way through a body that holds nothing rare: one flat pass over the elements that matter.

Most forms come back as they went out, with answers in their controls. They are read here in a third of
the time of `returned.py`, which sees through everything; a test holds the two against each other.
"""

from typing import Final

from lxml import etree

from builder.ooxml.pieces import (
    ALTERNATE,
    BODY,
    BOX,
    BREAK,
    CELL,
    CHECKED,
    CONTENT,
    CONTROL,
    DELETED,
    FIELD,
    HINTED,
    INSERTED,
    KINDS,
    MOST_LINES,
    MULTILINE,
    OFF,
    REMARKS,
    ROW,
    SIGNS,
    SIMPLE_FIELD,
    SPAN,
    SYMBOL,
    TABLE,
    TAG,
    VAL,
    Held,
    Line,
    P,
    Piece,
    T,
    is_blank,
)
from builder.ooxml.xml import w

_RARE: Final = (
    *DELETED, *INSERTED, *REMARKS, *(sign for sign in SIGNS if sign != BREAK),
    ALTERNATE, BOX, FIELD, SIMPLE_FIELD, SYMBOL, SPAN, w("drawing"), w("pict"), w("object"),
)  # fmt: skip
_WANTED: Final = (T, P, CONTROL, TAG, HINTED, CHECKED, CELL, ROW, TABLE, BREAK, *KINDS, *_RARE)


def scan(root: etree._Element) -> list[Line] | None:  # noqa: C901, PLR0912, PLR0915 - one hot loop
    """The lines of a body; None where something asks for a closer look."""
    lines: list[Line] = []
    pieces: list[Piece] = []
    words: list[str] = []
    number, table, row, column = 0, -1, -1, -1
    place = (-1, 0, 0, 0)
    opened = hinted = False
    tag = kind = ""
    checked: bool | None = None
    untagged = 0
    for node in root.iter(*_WANTED):
        name = node.tag
        if name == T:
            if opened and not _in_control(node):
                pieces.append(Held(tag, kind, "".join(words), hinted, checked))
                words, opened = [], False
            words.append(node.text or "")
        elif name == P:
            if opened:
                pieces.append(Held(tag, kind, "".join(words), hinted, checked))
                opened = False
            elif words:
                pieces.append("".join(words))
            words = []
            if pieces:
                lines.append(Line(number, *place, tuple(pieces)))
                pieces = []
            number += 1
            parent = node.getparent()
            around = parent.tag if parent is not None else ""
            if around == CELL:
                place = (table, row, column, 1)
            elif around == BODY:
                place = (-1, 0, 0, 0)
            else:
                return None
        elif name == CONTROL:
            if opened:
                pieces.append(Held(tag, kind, "".join(words), hinted, checked))
            elif words:
                pieces.append("".join(words))
            words = []
            parent = node.getparent()
            if parent is None or parent.tag != P:
                return None
            untagged += 1
            opened, hinted, checked, tag, kind = True, False, None, "", ""
        elif name == TAG:
            tag = node.get(VAL, "")
            untagged -= bool(tag)
        elif name == HINTED:
            hinted = node.get(VAL) not in OFF
        elif name == CHECKED:
            values = node.values()
            checked = not values or values[0] not in OFF
        elif name == CELL:
            column += 1
        elif name == ROW:
            row, column = row + 1, -1
        elif name == TABLE:
            parent = node.getparent()
            if parent is None or parent.tag != BODY:
                return None
            table, row = table + 1, -1
        elif name == BREAK:
            if opened and not _in_control(node):
                return None
            words.append("\n")
        elif name in KINDS:
            kind = "area" if node.get(MULTILINE, "0") not in OFF else KINDS[name]
        else:
            return None
    if number > MOST_LINES:
        raise ValueError("more paragraphs than any form has")
    if opened:
        pieces.append(Held(tag, kind, "".join(words), hinted, checked))
    elif words:
        pieces.append("".join(words))
    if pieces:
        lines.append(Line(number, *place, tuple(pieces)))
    # A control without tag is not ours; what it was once, only the closer look can tell.
    return None if untagged else [line for line in lines if not is_blank(line.pieces)]


def _in_control(node: etree._Element) -> bool:
    run = node.getparent()
    holder = run.getparent() if run is not None else None
    if holder is None or holder.tag == P:
        return False
    if holder.tag == CONTENT:
        return True
    return next(node.iterancestors(CONTENT, P), holder).tag == CONTENT
