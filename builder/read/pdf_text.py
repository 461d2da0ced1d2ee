"""Words drawn by the operators of a page or of a field's picture, letter by letter through its fonts.

Enough to find a form number on a page and to see that a picture shows words; spaces and lines are rough.
"""

import re
from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from builder.read.pdf_open import BROKEN

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,64})>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,64})>")
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_MOVING = frozenset({"Td", "TD", "T*", "Tm", "ET", "'", '"'})
_STEP = "\u200a"
_LARGEST_MAP = 1 << 20
_LARGEST_RANGE = 0x10000
_MOST_SIGNS = 200_000


def drawn_words(drawing: Object, *, apart: bool = True) -> str:
    """Words of a page, or of a stream with resources of its own; empty when they cannot be told.

    A step to the side may part words or only letters, as the maker of the file liked; `apart` chooses.
    """
    try:
        text = "".join(_pieces(drawing)).replace(_STEP, " " if apart else "")
    except BROKEN:
        return ""
    return " ".join(text.split())


def _pieces(drawing: Object) -> Iterator[str]:
    resources = drawing.get("/Resources", Dictionary())
    fonts = resources.get("/Font", Dictionary())
    known: dict[str, Mapping[int, str] | None] = {}
    letters: Mapping[int, str] | None = None
    level: object = None
    signs = 0
    for instruction in pikepdf.parse_content_stream(drawing):
        operands, word = list(instruction.operands), str(instruction.operator)
        if word == "Tf" and operands:
            key = str(operands[0])
            if key not in known:
                known[key] = _letters(fonts.get(key))
            letters = known[key]
        if word == "Tm" and len(operands) == 6:
            yield _STEP if operands[5] == level else " "
            level = operands[5]
        elif word in _MOVING:
            yield _STEP if word == "ET" or (word == "Td" and not operands[-1]) else " "
        if word in _SHOWING and operands:
            text = "".join(_decoded(operands[-1], letters))
            signs += len(text)
            yield text
        if signs > _MOST_SIGNS:
            return


def _letters(font: Object | None) -> Mapping[int, str] | None:
    """Letters by two-byte code; None for a font whose codes are single bytes."""
    if not isinstance(font, Dictionary) or str(font.get("/Subtype", "")) != "/Type0":
        return None
    table = font.get("/ToUnicode")
    if not isinstance(table, Stream) or int(table.get("/Length", 0)) > _LARGEST_MAP:
        return {}
    letters: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table.read_bytes()[:_LARGEST_MAP]):
        if kind == b"char":
            letters.update((int(code, 16), _unicode(text)) for code, text in _PAIR.findall(block))
            continue
        for first, last, text in _RANGE.findall(block):
            start, low, high = int(text[-4:], 16), int(first, 16), int(last, 16)
            for code in range(low, min(high, low + _LARGEST_RANGE) + 1):
                letters[code] = chr(min(start + code - low, 0xFFFD))
    return letters


def _unicode(digits: bytes) -> str:
    padded = digits if len(digits) % 2 == 0 else digits + b"0"
    return bytes.fromhex(padded.decode()).decode("utf-16-be", errors="ignore")


def _decoded(shown: Object, letters: Mapping[int, str] | None) -> Iterator[str]:
    for part in shown if isinstance(shown, Array) else (shown,):
        if not isinstance(part, pikepdf.String):
            if isinstance(shown, Array) and float(part) < -200:  # a gap as wide as a space
                yield " "
            continue
        data = bytes(part)
        if letters is None:
            yield data.decode("cp1252", errors="ignore")
        else:
            yield "".join(letters.get(data[at] << 8 | data[at + 1], "") for at in range(0, len(data) - 1, 2))
