"""The words of a tagged PDF in logical order, to compare with the same document in another format.

Reads the structure tree, not the page: artifacts (running heads, page numbers, repeated table headers)
are left out, and a paragraph over two pages is one line. What is entered in a field is read with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

INLINE = {"/Span", "/Link", "/Form", "/Strong", "/Em", "/Quote", "/Code", "/Reference"}

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")

Pieces = dict[tuple[tuple[int, int], int], str]
"""Text by page and marked-content number."""


def text_lines(data: bytes) -> list[str]:
    """One line for each paragraph, heading or other block that has words."""
    with pikepdf.open(BytesIO(data)) as pdf:
        reader = _Reader({})
        pieces: Pieces = {}
        for page in pdf.pages:
            for number, text in reader.marked(page.obj):
                key = (page.obj.objgen, number)
                pieces[key] = pieces.get(key, "") + text
        roles = {str(key): str(role) for key, role in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
        lines = [""]
        _walk(pdf.Root.StructTreeRoot.K, None, pieces, roles, lines)
        return [line for line in lines if line.strip()]


def _walk(
    kids: Object | int, page: Object | None, pieces: Pieces, roles: Mapping[str, str], lines: list[str]
) -> None:
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, int):
            assert page is not None, "marked content without a page"
            lines[-1] += pieces.get((page.objgen, kid), "")
        elif kid.get("/Type") == Name.MCR:
            place = kid.Pg if "/Pg" in kid else page
            assert place is not None, "marked content without a page"
            lines[-1] += pieces.get((place.objgen, int(kid.MCID)), "")
        elif kid.get("/Type") == Name.OBJR:
            lines[-1] += _entered(kid.Obj)
        elif "/S" in kid:
            inline = roles.get(str(kid.S), str(kid.S)) in INLINE
            if not inline:
                lines.append("")
            if "/K" in kid:
                _walk(kid.K, kid.get("/Pg", page), pieces, roles, lines)
            if not inline:
                lines.append("")


def _entered(annotation: Object) -> str:
    """What stands in a field; of a choice, the words of the option."""
    if annotation.get("/FT") not in (Name.Tx, Name.Ch) or "/V" not in annotation:
        return ""
    value = str(annotation.V)
    options = {str(option[0]): str(option[1]) for option in annotation.get("/Opt", ())}
    return options.get(value, value)


@dataclass
class _Reader:
    """Turns the operators of a page into text; fonts are read once per file."""

    fonts: dict[tuple[int, int], dict[int, str]]

    def marked(self, page: Object) -> Iterator[tuple[int, str]]:
        """Pieces of text with the number of their marked content."""
        known = page.get("/Resources", Dictionary()).get("/Font", Dictionary())
        letters: dict[int, str] = {}
        open_marks: list[tuple[int | None, str | None]] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands: list[Any] = list(instruction.operands)
            match str(instruction.operator):
                case "BDC" | "BMC":
                    open_marks.append(_mark(operands))
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    letters = self._letters(known[str(operands[0])])
                case "Tj" | "TJ" | "'" | '"':
                    yield from _shown(open_marks, _decoded(operands[-1], letters))

    def _letters(self, font: Object) -> dict[int, str]:
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _to_unicode(font.ToUnicode.read_bytes())
        return self.fonts[font.objgen]


def _mark(operands: list[Object]) -> tuple[int | None, str | None]:
    """The number of a marked content and the words that stand for it (`ActualText`)."""
    properties = operands[1] if len(operands) > 1 else Dictionary()
    if not isinstance(properties, Dictionary):
        return None, None
    number = properties.get("/MCID")
    instead = properties.get("/ActualText")
    return (None if number is None else int(number)), (None if instead is None else str(instead))


def _shown(open_marks: list[tuple[int | None, str | None]], text: str) -> Iterator[tuple[int, str]]:
    number = next((number for number, _ in reversed(open_marks) if number is not None), None)
    if number is None:
        return
    for index in range(len(open_marks) - 1, -1, -1):
        mark, instead = open_marks[index]
        if instead is not None:
            open_marks[index] = (mark, "")  # said once, for the first piece it covers
            yield number, instead
            return
    yield number, text


def _decoded(shown: Object, letters: Mapping[int, str]) -> str:
    parts = shown if isinstance(shown, Array) else (shown,)
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(letters[codes[at] << 8 | codes[at + 1]] for at in range(0, len(codes), 2))


def _to_unicode(cmap: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for kind, block in re.findall(rb"beginbf(char|range)(.*?)endbf", cmap, re.DOTALL):
        if kind == b"char":
            for code, text in _PAIR.findall(block):
                letters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        else:
            for first, last, text in _RANGE.findall(block):
                start = int(text, 16)
                for code in range(int(first, 16), int(last, 16) + 1):
                    letters[code] = chr(start + code - int(first, 16))
    return letters
