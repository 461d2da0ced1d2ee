"""The first look of the styles in a Word shell; afterwards they are changed in Word."""

from dataclasses import dataclass

from builder.ooxml.xml import DECLARATION, W
from builder.write.docx.shells.pieces import (
    BOLD,
    ITALIC,
    PLAIN,
    TOGETHER,
    aligned,
    character,
    indented,
    paragraph,
    sized,
    spaced,
    table,
)

FONT = "Times New Roman"
GREY, DARK = "595959", "404040"
"""Contrast on white 7:1 and 10:1; grey on the shade of a hint 6:1."""


@dataclass(frozen=True)
class Look:
    """Sizes in points; `indent` of a first line in twentieths; `stamp` is the share of the line before it.

    Headings up to the level `centred` stand in the middle, apart from what is around them;
    `title` is the size of the first one where it is not that of the body. `ruled`: a line under the
    letterhead, above number and date.
    """

    body: float
    cell: float
    indent: int
    stamp: float
    title: int = 0
    centred: int = 2
    ruled: bool = False


def defaults(language: str, look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    run = f'{fonts}{sized(look.body)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
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
    size = (level == 1 and look.title) or (look.body if centred or level > 2 else look.cell)
    in_row = level == 2 and not centred  # a step; keeping rows together would push the table off its page
    space = spaced(3, 2) if in_row else spaced(14 if level > 1 else 12, 8 if centred else 4)
    inside = f"{'' if in_row else TOGETHER}{space}{aligned('center' if centred else 'left')}"
    run = f"{BOLD if level < 5 else PLAIN}{ITALIC if level > 3 else PLAIN}{sized(size)}"
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return paragraph(f"heading {level}", inside + outline, run, following="BodyText")


def text(look: Look, width: int) -> str:
    """Paragraphs of an act."""
    justified = f"{indented(0, look.indent)}{aligned('both')}"
    stamp = indented(round(width * look.stamp))
    box = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    rule = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="6" w:color="000000"/></w:pBdr>'
    inset = '<w:ind w:left="113" w:right="113"/>'
    boxed = f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{spaced(0, 12)}{inset}{aligned('center')}"
    return "".join(
        (
            paragraph("Body Text", justified),
            paragraph(
                "Title",
                f"{TOGETHER}{spaced(12, 12)}{aligned('center')}",
                f"{BOLD}{sized(look.body)}",
                following="BodyText",
            ),
            *(heading(level, look) for level in range(1, 7)),
            paragraph(
                "Signature", f"<w:keepLines/>{spaced(12, 0)}<w:contextualSpacing/>{aligned('left')}", BOLD
            ),
            paragraph(
                "Qagida Imprint",
                f"{rule if look.ruled else ''}{spaced(0, 12)}{aligned('left')}",
                sized(look.cell),
            ),
            paragraph("Qagida Stamp", f"<w:keepNext/>{stamp}{aligned('center')}", sized(look.cell)),
            paragraph("Qagida Center", f"{spaced(0, 6)}{aligned('center')}"),
            paragraph("Qagida Note", f"{spaced(2, 2)}{aligned('left')}", sized(look.cell)),
            paragraph("Qagida Notice", boxed, f"{BOLD}{sized(look.cell)}"),
            paragraph("Qagida Clause", justified),
            paragraph("Qagida Subclause", justified, base="QagidaClause"),
            paragraph(
                "Qagida Gap",
                '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
                sized(2),
            ),
        )
    )


def cells(look: Look) -> str:
    """Paragraphs in tables."""
    size = sized(look.cell)
    return "".join(
        (
            paragraph("Qagida Cell", aligned("left"), size),
            paragraph("Qagida Cell Head", f"<w:keepNext/>{aligned('center')}", BOLD, base="QagidaCell"),
            paragraph("Qagida Band", f"<w:keepNext/>{aligned('left')}", BOLD, base="QagidaCell"),
            paragraph("Qagida Prompt", spaced(2, 1), f"{ITALIC}{sized(look.cell - 1)}", base="QagidaCell"),
            paragraph(
                "Qagida Code",
                spaced(1, 2),
                f'<w:color w:val="{DARK}"/>{sized(look.cell - 1)}',
                base="QagidaCell",
            ),
        )
    )


def memos(look: Look) -> str:
    """What a memo has besides: steps, numbers to call, small print."""
    inset = '<w:ind w:left="227" w:hanging="227"/>'
    return "".join(
        (
            paragraph("Qagida Audience", f"{spaced(0, 6)}{aligned('center')}", sized(look.cell)),
            paragraph("Qagida Step", aligned("left"), f"{BOLD}{sized(18)}"),
            paragraph("Qagida Number", aligned("center"), f"{BOLD}{sized(40)}"),
            paragraph("Qagida Called", aligned("center"), sized(look.cell)),
            paragraph("Qagida Item", f"{spaced(3, 0)}{inset}{aligned('left')}", sized(look.cell)),
            paragraph("Qagida Fine", f"<w:keepLines/>{spaced(8, 0)}{aligned('left')}", sized(8.5)),
            paragraph("Qagida QR", f"{spaced(8, 0)}{aligned('left')}", sized(look.cell)),
        )
    )


def furniture(width: int) -> str:
    """Header and footer."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="7F7F7F"/></w:pBdr>'
    grey = f'<w:color w:val="{GREY}"/>'
    return "".join(
        (
            paragraph("header", f"{spaced(0, 4)}{aligned('center')}", f"{grey}{sized(9)}"),
            paragraph("footer", f"{line}{tabs}", f"{grey}{sized(9)}"),
            paragraph("Qagida Footer Hash", "", f"{grey}{sized(7.5)}"),
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
            character("Placeholder Text", f'{upright}<w:color w:val="{GREY}"/>{sized(look.cell - 1)}{shade}'),
            character("Qagida Answer", f"{upright}{black}{sized(look.cell)}"),
            character("Qagida Check Box", f"{gothic}{upright}{black}{sized(look.cell + 1)}"),
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
