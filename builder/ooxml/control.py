"""A content control that came back: what its properties and its content say."""

from lxml import etree

from builder.ooxml.pieces import HINTED, KINDS, MULTILINE, OFF, TAG, VAL, Held, Piece, words_of
from builder.ooxml.xml import w

_FORM_FIELDS = frozenset(("FILLIN", "FORMTEXT", "FORMDROPDOWN", "FORMCHECKBOX"))
_BOXES = ("checked", "default")


def held(properties: etree._Element | None, pieces: tuple[Piece, ...]) -> Held | None:
    """The control, or None for one that is not for answers: around others, without tag and kind."""
    tag = kind = ""
    hinted = False
    checked: bool | None = None
    for child in properties if properties is not None else ():
        name = child.tag
        if name == TAG:
            tag = child.get(VAL, "")
        elif name == HINTED:
            hinted = child.get(VAL) not in OFF
        elif name in KINDS:
            kind = "area" if child.get(MULTILINE, "0") not in OFF else KINDS[name]
        if isinstance(name, str) and name.endswith("}checkbox"):
            kind, checked = "check", _ticked(child)
    inner = [piece for piece in pieces if not isinstance(piece, str)]
    if any(piece.kind != "field" for piece in inner) or not (tag or kind or hinted):
        return None
    return Held(tag, kind or "line", "".join(map(words_of, pieces)), hinted, checked)


def _ticked(box: etree._Element) -> bool:
    """The state of a box, in the namespace of whoever wrote it."""
    for child in box:
        if isinstance(child.tag, str) and child.tag.endswith("}checked"):
            values = child.values()
            return not values or values[0] not in OFF
    return False


def legacy_box(mark: etree._Element) -> bool | None:
    """The state of a check box of old Word, which is a field; None for other fields."""
    box = mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return None
    for name in _BOXES:
        found = box.find(w(name))
        if found is not None:
            return found.get(VAL) not in OFF
    return False


def is_form_field(instruction: str) -> bool:
    """Whether a field takes an answer; LibreOffice makes such fields of our controls."""
    words = instruction.split(None, 1)
    return bool(words) and words[0].upper() in _FORM_FIELDS
