"""Makes the Word shells anew: `python -m builder.write.docx.shells.make templates/docx`.

Needed only to start over: it overwrites what was changed in Word.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from builder.ooxml.package import pack
from builder.ooxml.properties import APP, app
from builder.ooxml.xml import DECLARATION, R, W
from builder.write.docx.shells.look import Look, styles

MM = 1440 / 25.4

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FURNITURE = ("header1", "header2", "footer1", "footer2")


@dataclass(frozen=True)
class Page:
    """Millimetres; margins left, right, top, bottom."""

    margins: tuple[int, int, int, int]
    wide: bool = False
    numbers_on_first: bool = False

    @property
    def size(self) -> tuple[int, int]:
        return (297, 210) if self.wide else (210, 297)

    @property
    def text(self) -> int:
        """Width between the margins, in twentieths of a point."""
        return twips(self.size[0] - self.margins[0] - self.margins[1])


LETTER, FORM = Page((30, 15, 20, 20)), Page((20, 10, 15, 15), numbers_on_first=True)
WIDE = Page((20, 15, 15, 15), wide=True)
WIDE_FORM = Page((20, 15, 15, 15), wide=True, numbers_on_first=True)
HEADED, MEMO = Page((25, 15, 15, 15)), Page((20, 15, 15, 15))
LETTER_LOOK = Look(body=14, cell=12, indent=709, stamp=0.5)
HEADED_LOOK = Look(body=14, cell=12, indent=709, stamp=0.5, title=14, centred=0, ruled=True)
FORM_LOOK = Look(body=12, cell=11, indent=709, stamp=0.5)
PLAN, SHEET = Page((25, 10, 20, 20)), Page((20, 15, 18, 18))
PLAN_LOOK = Look(body=14, cell=11, indent=709, stamp=0.5)
SHEET_LOOK = Look(body=11.5, cell=10.5, indent=425, stamp=0.5)
WIDE_LOOK = Look(body=12, cell=11, indent=425, stamp=0.1)
REPORT = Page((20, 10, 20, 20))
REPORT_LOOK = Look(body=13, cell=10, indent=709, stamp=0.6, title=16, centred=2)
TABLE_LOOK = Look(body=12, cell=10, indent=425, stamp=0.6)
MEMO_LOOK = Look(body=13, cell=13, indent=425, stamp=0.5, title=18, centred=1)

SHELLS = {
    "document.kk": ("kk-KZ", LETTER, LETTER_LOOK),
    "document.ru": ("ru-RU", LETTER, LETTER_LOOK),
    "document.kk-ru": ("kk-KZ", WIDE, WIDE_LOOK),
    "letter.kk": ("kk-KZ", HEADED, HEADED_LOOK),
    "letter.ru": ("ru-RU", HEADED, HEADED_LOOK),
    "register.kk": ("kk-KZ", WIDE, WIDE_LOOK),
    "register.ru": ("ru-RU", WIDE, WIDE_LOOK),
    "assessment.kk": ("kk-KZ", REPORT, REPORT_LOOK),
    "assessment.ru": ("ru-RU", REPORT, REPORT_LOOK),
    "consolidated.kk": ("kk-KZ", WIDE, TABLE_LOOK),
    "consolidated.ru": ("ru-RU", WIDE, TABLE_LOOK),
    "progress.kk": ("kk-KZ", WIDE_FORM, TABLE_LOOK),
    "progress.ru": ("ru-RU", WIDE_FORM, TABLE_LOOK),
    "plan.kk": ("kk-KZ", PLAN, PLAN_LOOK),
    "plan.ru": ("ru-RU", PLAN, PLAN_LOOK),
    "profile.kk": ("kk-KZ", SHEET, SHEET_LOOK),
    "profile.ru": ("ru-RU", SHEET, SHEET_LOOK),
    "memo.kk": ("kk-KZ", MEMO, MEMO_LOOK),
    "memo.ru": ("ru-RU", MEMO, MEMO_LOOK),
    "questionnaire.kk": ("kk-KZ", FORM, FORM_LOOK),
    "questionnaire.ru": ("ru-RU", FORM, FORM_LOOK),
    "questionnaire.kk-ru": ("kk-KZ", WIDE_FORM, WIDE_LOOK),
}


def twips(millimetres: float) -> int:
    return round(millimetres * MM)


def paragraph(style: str, content: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str) -> str:
    """A native field with a number to show until Word counts."""
    edges = [f'<w:r><w:fldChar w:fldCharType="{edge}"/></w:r>' for edge in ("begin", "separate", "end")]
    code_run = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{edges[0]}{code_run}{edges[1]}{words('1')}{edges[2]}"


def page_numbers(language: str) -> str:
    """The order of the fields is that of the language; the program corrects it where it differs."""
    first, second = ("NUMPAGES", "PAGE") if language == "kk-KZ" else ("PAGE", "NUMPAGES")
    pieces = (
        words("{{ page_before }}"),
        field(first),
        words("{{ page_between }}"),
        field(second),
        words("{{ page_after }}"),
    )
    return "<w:r><w:tab/></w:r>" + "".join(pieces)


def footer(language: str, *, numbered: bool) -> str:
    numbers = page_numbers(language) if numbered else ""
    return paragraph("Footer", words("{{ edition }}") + numbers) + paragraph(
        "QagidaFooterHash", words("{{ content_hash }}")
    )


def document(page: Page) -> str:
    left, right, top, bottom = (twips(side) for side in page.margins)
    width, height = (twips(side) for side in page.size)
    kinds = (
        ("header", "default", 1),
        ("header", "first", 2),
        ("footer", "default", 1),
        ("footer", "first", 2),
    )
    links = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}{number}"/>' for part, kind, number in kinds
    )
    landscape = ' w:orient="landscape"' if page.wide else ""
    section = (
        f'{links}<w:pgSz w:w="{width}" w:h="{height}"{landscape}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{twips(8)}"'
        f' w:footer="{twips(8)}" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
    )
    body = f"{paragraph('BodyText', words('{{ body }}'))}<w:sectPr>{section}</w:sectPr>"
    return f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def settings(language: str) -> str:
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{modern}</w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def furniture(name: str, content: str) -> str:
    root = "hdr" if name.startswith("header") else "ftr"
    return f'{DECLARATION}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'


def content_types() -> str:
    overrides = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "word/styles.xml": f"{_TYPE}.styles+xml",
        "word/settings.xml": f"{_TYPE}.settings+xml",
        **{f"word/{name}.xml": f"{_TYPE}.{name[:-1]}+xml" for name in _FURNITURE},
        APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    declared = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{declared}</Types>'
    )


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def shell(language: str, page: Page, look: Look) -> bytes:
    first_numbered = page.numbers_on_first
    running = paragraph("Header", words("{{ header }}"))
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            {"document": ("officeDocument", "word/document.xml"), "app": ("extended-properties", APP)}
        ),
        "word/_rels/document.xml.rels": relationships(
            {
                "styles": ("styles", "styles.xml"),
                "settings": ("settings", "settings.xml"),
                **{name: (name[:-1], f"{name}.xml") for name in _FURNITURE},
            }
        ),
        "word/document.xml": document(page),
        "word/styles.xml": styles(language, look, page.text),
        "word/settings.xml": settings(language),
        "word/header1.xml": furniture("header1", running),
        "word/header2.xml": furniture("header2", running if first_numbered else paragraph("Header")),
        "word/footer1.xml": furniture("footer1", footer(language, numbered=True)),
        "word/footer2.xml": furniture("footer2", footer(language, numbered=first_numbered)),
        APP: app(),
    }
    return pack({name: text.encode() for name, text in parts.items()})


def main(folder: Path) -> None:
    for name, (language, page, look) in SHELLS.items():
        (folder / f"{name}.docx").write_bytes(shell(language, page, look))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
