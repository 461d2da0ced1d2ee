"""What a body that came back is made of: lines of words and controls, in reading order."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from builder.ooxml.xml import MC, W14, w

MOST_LINES: Final = 20_000
"""Paragraphs of a file; more is no form."""


class Held(NamedTuple):
    """A control or a field: the code it bears, what it holds.

    `kind` is `check`, `choice`, `date`, `area`, `line`, or `field` for what once was a control;
    `hinted` is true while the editor shows its hint instead of an answer; `checked` is for boxes.
    """

    tag: str
    kind: str
    text: str
    hinted: bool = False
    checked: bool | None = None


Piece = str | Held


class Line(NamedTuple):
    """A paragraph that is not empty. `number` counts all paragraphs from 1.

    `table`, `row` and `column` count from 0, `table` is -1 outside of tables; cells of a nested table
    belong to the cell that holds it. `level` is how many tables are around it.
    """

    number: int
    table: int
    row: int
    column: int
    level: int
    pieces: tuple[Piece, ...]


class Remark(NamedTuple):
    """A reference to a comment or note: its kind, its id, and the number of the paragraph it is at."""

    kind: str
    id: str
    number: int


class Body(NamedTuple):
    """`tracked`: changes were recorded, and nobody has accepted or refused them."""

    lines: list[Line]
    tracked: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def held(self) -> tuple[Held, ...]:
        """Controls and fields in order."""
        return tuple(piece for line in self.lines for piece in line.pieces if isinstance(piece, Held))


def words_of(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def is_blank(pieces: Sequence[Piece]) -> bool:
    """Whether a paragraph has nothing that a reader could want."""
    return not pieces or (len(pieces) == 1 and isinstance(pieces[0], str) and not pieces[0].strip())


P, R, T, BODY, VAL = map(w, ("p", "r", "t", "body", "val"))
TABLE, ROW, CELL, SPAN = map(w, ("tbl", "tr", "tc", "gridSpan"))
CONTROL, CONTENT, PROPERTIES = map(w, ("sdt", "sdtContent", "sdtPr"))
TAG, HINTED, MULTILINE = map(w, ("tag", "showingPlcHdr", "multiLine"))
CHECKED: Final = f"{{{W14}}}checked"
KINDS: Final = {
    w("text"): "line",
    w("date"): "date",
    w("dropDownList"): "choice",
    w("comboBox"): "choice",
    f"{{{W14}}}checkbox": "check",
}
"""Properties of a control that say its kind; a text control of many lines is an `area`."""

BREAK: Final = w("br")
SIGNS: Final = {
    BREAK: "\n",
    w("cr"): "\n",
    w("tab"): "\t",
    w("softHyphen"): "\u00ad",
    w("noBreakHyphen"): "\u2011",
}
DELETED: Final = frozenset((w("del"), w("moveFrom")))
INSERTED: Final = frozenset((w("ins"), w("moveTo")))
REMARKS: Final = {
    w("commentReference"): "comment",
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "endnote",
}
ALTERNATE: Final = f"{{{MC}}}AlternateContent"
BOX, FIELD, SIMPLE_FIELD, SYMBOL = map(w, ("txbxContent", "fldChar", "fldSimple", "sym"))
OFF: Final = frozenset(("0", "false", "off"))
