"""What the styles of a Word shell are made of: sizes, spaces and the elements around them."""


def sized(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def spaced(before: float = 0, after: float = 0, line: str = "") -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{line}/>'


def indented(left: int = 0, first: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:firstLine="{first}"/>'


def aligned(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


BOLD, PLAIN = "<w:b/><w:bCs/>", ""
ITALIC = "<w:i/><w:iCs/>"
TOGETHER = "<w:keepNext/><w:keepLines/>"


def paragraph(name: str, inside: str, run: str = "", *, base: str = "Normal", following: str = "") -> str:
    """A paragraph style; its id is the name without spaces, as Word makes it."""
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" {_custom(name)}w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/>{after}<w:qFormat/><w:pPr>{inside}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def character(name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" {_custom(name)}w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


def table(name: str, borders: dict[str, tuple[int, str]], left: int = 108, height: int = 40) -> str:
    """A table style; borders are (eighths of a point, colour) by side, `left` and `height` are room."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{borders[side][0]}" w:space="0" w:color="{borders[side][1]}"/>'
        for side in sides
        if side in borders
    )
    drawn = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", height), ("left", left), ("bottom", height), ("right", 108))
    )
    return (
        f'<w:style w:type="table" {_custom(name)}w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{drawn}'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _custom(name: str) -> str:
    return 'w:customStyle="1" ' if name.startswith("Qagida") else ""
