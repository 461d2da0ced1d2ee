"""The first look of the styles in a Word shell; afterwards they are changed in Word."""

from dataclasses import dataclass

from builder.ooxml.xml import DECLARATION, W

FONT = "Times New Roman"
GREY, DARK = "595959", "404040"
"""Contrast on white 7:1 and 10:1; grey on the shade of a hint 6:1."""


@dataclass(frozen=True)
class Look:
    """Sizes in points; `indent` of a first line in twentieths; `stamp` is the share of the line before it.

    Headings up to the level `centred` stand in the middle, apart from what is around them;
    `title` is the size of the first one where it is not that of the body.
    """

    body: float
    cell: float
    indent: int
    stamp: float
    title: int = 0
    centred: int = 2


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _space(before: float = 0, after: float = 0, line: str = "") -> str:
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{line}/>'


def _indent(left: int = 0, first: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:firstLine="{first}"/>'


def _jc(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


_BOLD, _PLAIN = "<w:b/><w:bCs/>", ""
_ITALIC = "<w:i/><w:iCs/>"
_TOGETHER = "<w:keepNext/><w:keepLines/>"


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


def defaults(language: str, look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    run = f'{fonts}{_size(look.body)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
    inside = '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{inside}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def ground() -> str:
    """The styles that others stand on."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def heading(level: int, look: Look) -> str:
    centred = level <= look.centred
    size = (level == 1 and look.title) or look.body if centred or level > 2 else look.cell
    space = _space(14 if level > 1 else 12, 8 if centred else 4) if centred or level > 2 else _space(3, 2)
    inside = f"{_TOGETHER}{space}{_jc('center' if centred else 'left')}"
    run = f"{_BOLD if level < 5 else _PLAIN}{_ITALIC if level > 3 else _PLAIN}{_size(size)}"
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return paragraph(f"heading {level}", inside + outline, run, following="BodyText")


def text(look: Look, width: int) -> str:
    """Paragraphs of an act."""
    justified = f"{_indent(0, look.indent)}{_jc('both')}"
    stamp = _indent(round(width * look.stamp))
    box = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    inset = '<w:ind w:left="113" w:right="113"/>'
    boxed = f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{_space(0, 12)}{inset}{_jc('center')}"
    return "".join(
        (
            paragraph("Body Text", justified),
            paragraph(
                "Title",
                f"{_TOGETHER}{_space(12, 12)}{_jc('center')}",
                f"{_BOLD}{_size(look.body)}",
                following="BodyText",
            ),
            *(heading(level, look) for level in range(1, 7)),
            paragraph(
                "Signature", f"<w:keepLines/>{_space(12, 0)}<w:contextualSpacing/>{_jc('left')}", _BOLD
            ),
            paragraph("Qagida Imprint", f"{_space(0, 12)}{_jc('left')}", _size(look.cell)),
            paragraph("Qagida Stamp", f"<w:keepNext/>{stamp}{_jc('center')}", _size(look.cell)),
            paragraph("Qagida Center", f"{_space(0, 6)}{_jc('center')}"),
            paragraph("Qagida Note", f"{_space(2, 2)}{_jc('left')}", _size(look.cell)),
            paragraph("Qagida Notice", boxed, f"{_BOLD}{_size(look.cell)}"),
            paragraph("Qagida Clause", justified),
            paragraph("Qagida Subclause", justified, base="QagidaClause"),
            paragraph(
                "Qagida Gap",
                '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
                _size(2),
            ),
        )
    )


def cells(look: Look) -> str:
    """Paragraphs in tables."""
    size = _size(look.cell)
    return "".join(
        (
            paragraph("Qagida Cell", _jc("left"), size),
            paragraph("Qagida Cell Head", f"<w:keepNext/>{_jc('center')}", _BOLD, base="QagidaCell"),
            paragraph("Qagida Band", f"<w:keepNext/>{_jc('left')}", _BOLD, base="QagidaCell"),
            paragraph("Qagida Prompt", _space(2, 1), f"{_ITALIC}{_size(look.cell - 1)}", base="QagidaCell"),
            paragraph(
                "Qagida Code",
                _space(1, 2),
                f'<w:color w:val="{DARK}"/>{_size(look.cell - 1)}',
                base="QagidaCell",
            ),
        )
    )


def memos(look: Look) -> str:
    """What a memo has besides: steps, numbers to call, small print."""
    inset = '<w:ind w:left="227" w:hanging="227"/>'
    return "".join(
        (
            paragraph("Qagida Audience", f"{_space(0, 6)}{_jc('center')}", _size(look.cell)),
            paragraph("Qagida Step", f"<w:keepNext/>{_jc('left')}", f"{_BOLD}{_size(18)}"),
            paragraph("Qagida Number", f"<w:keepNext/>{_jc('center')}", f"{_BOLD}{_size(40)}"),
            paragraph("Qagida Called", _jc("center"), _size(look.cell)),
            paragraph("Qagida Item", f"{_space(3, 0)}{inset}{_jc('left')}", _size(look.cell)),
            paragraph("Qagida Fine", f"<w:keepLines/>{_space(8, 0)}{_jc('left')}", _size(8.5)),
            paragraph("Qagida QR", f"{_space(8, 0)}{_jc('left')}", _size(look.cell)),
        )
    )


def furniture(width: int) -> str:
    """Header and footer."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="7F7F7F"/></w:pBdr>'
    grey = f'<w:color w:val="{GREY}"/>'
    return "".join(
        (
            paragraph("header", f"{_space(0, 4)}{_jc('center')}", f"{grey}{_size(9)}"),
            paragraph("footer", f"{line}{tabs}", f"{grey}{_size(9)}"),
            paragraph("Qagida Footer Hash", "", f"{grey}{_size(7.5)}"),
        )
    )


def characters(look: Look) -> str:
    """Links and what is filled in."""
    gothic = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/>'
    black = '<w:color w:val="000000"/>'
    upright = '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>'
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
    return "".join(
        (
            character("Hyperlink", '<w:color w:val="0B3D91"/><w:u w:val="single"/>'),
            character("Qagida Reference", ""),
            character("Placeholder Text", f'{upright}<w:color w:val="{GREY}"/>{_size(look.cell - 1)}{shade}'),
            character("Qagida Answer", f"{upright}{black}{_size(look.cell)}"),
            character("Qagida Check Box", f"{gothic}{upright}{black}{_size(look.cell + 1)}"),
        )
    )


def tables() -> str:
    thin, pale = (4, "000000"), (4, "A6A6A6")
    frame = dict.fromkeys(("top", "left", "bottom", "right"), thin)
    inner = dict.fromkeys(("insideH", "insideV"), thin)
    return "".join(
        (
            table("Qagida Form", {**frame, **inner}),
            table("Qagida Grid", {**frame, **inner}),
            table("Qagida Sides", {"insideV": thin, "insideH": pale}),
            table("Qagida Layout", {}, left=0),
            table("Qagida Steps", {"top": thin, "insideH": pale, "bottom": thin}, left=0, height=113),
        )
    )


def styles(language: str, look: Look, width: int) -> str:
    """The whole part; `width` of the text in twentieths of a point."""
    inside = "".join(
        (
            defaults(language, look),
            ground(),
            text(look, width),
            cells(look),
            memos(look),
            furniture(width),
            characters(look),
            tables(),
        )
    )
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{inside}</w:styles>'
