"""The words of the tree, all of them, in order, and exactly as they are written."""

import re
from io import BytesIO

import pypdf
import pytest

from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Block, Clause, Heading, PageBreak, Paragraph, Style, walk
from builder.write.pdf.compiler import families
from tests.pdf_text import text_lines
from tests.specimen import specimen
from tests.write.pdf.samples import TEMPLATES, big_form, document, paragraph, pdf_of, specimen_pdf

HOSTILE = (
    "#let x = 1",
    "$ a^2 $ and $x$",
    "@ref <label> [link](x)",
    "*x* _y_ `z` = not a heading",
    "{{ 7*7 }} {% for %}",
    "\"straight\" 'quotes' -- --- ... ~ \\ / // /* x */",
    "</w:t> &amp; <&> \\u{41} #sys.inputs",
    "9.\u00a0нөмір, \u2011 дефис",
)

DASH = "–\u00a0"


def _words(block: Block) -> str:
    if not isinstance(block, Heading | Paragraph | Clause):
        return ""
    text = "".join(item.text if isinstance(item, Run) else "" for item in block.content)
    if isinstance(block, Paragraph) and block.style is Style.ITEM:
        return f"{DASH}{text}"
    return f"{block.number} {text}" if isinstance(block, Clause) else text


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_the_words_of_the_specimen_in_order(language: Language) -> None:
    wanted = [_words(block) for block in walk(specimen(language).blocks)]
    assert text_lines(specimen_pdf(language).data) == [words for words in wanted if words.strip()]


def test_words_over_many_lines_and_pages_stay_whole() -> None:
    tree = big_form(Language.RU)
    wanted = [_words(block) for block in walk(tree.blocks)]
    assert text_lines(pdf_of(tree).data) == [words for words in wanted if words.strip()]


@pytest.mark.parametrize("style", Style)
def test_text_is_never_markup(style: Style) -> None:
    blocks = [paragraph(text, style=style) for text in HOSTILE]
    lines = text_lines(pdf_of(document(*blocks)).data)[1:]
    assert [line.removeprefix(DASH) for line in lines] == list(HOSTILE)


def test_text_is_never_markup_anywhere_else() -> None:
    blocks = (
        Heading(2, (Run(HOSTILE[0]),)),
        Clause(HOSTILE[1], (Run(HOSTILE[2], strong=True, emphasis=True),)),
    )
    assert text_lines(pdf_of(document(*blocks)).data)[1:] == [HOSTILE[0], f"{HOSTILE[1]} {HOSTILE[2]}"]


def test_empty_blocks_do_no_harm() -> None:
    assert text_lines(pdf_of(document(Paragraph(()), paragraph(""), Clause("1.", ()))).data) == ["T", "1. "]


def test_every_missing_letter_is_an_error() -> None:
    with pytest.raises(QagidaError) as caught:
        pdf_of(document(paragraph("қазақ 中"), paragraph("文 中")))
    assert [(item.code, item.data["character"]) for item in caught.value.findings] == [
        ("Q903", "U+4E2D"),
        ("Q903", "U+6587"),
    ]
    assert caught.value.findings[0].data["font"] == families(TEMPLATES)[0]


def test_another_error_tells_the_place_in_the_template() -> None:
    with pytest.raises(QagidaError) as caught:
        pdf_of(document(Heading(3, (Run("skips a level"),))))
    (finding,) = caught.value.findings
    assert finding.code == "Q904"
    assert finding.place.path == "templates/pdf/blocks.typ"
    assert finding.place.line > 1
    assert "heading level" in finding.data["problem"]


def test_a_tall_answer_stays_on_one_page() -> None:
    tall = paragraph(Control("1", ControlKind.AREA, "1", rows=90))
    assert pdf_of(document(tall)).pages == 1


def test_a_line_of_contents_ends_with_its_page_which_is_not_read_aloud() -> None:
    entry = Paragraph((Run("Глава", target="a"),), Style.ENTRY)
    made = pdf_of(document(entry, PageBreak(), PageBreak(), Heading(2, (Run("Глава"),), "a")))
    assert text_lines(made.data)[1:] == ["Глава", "Глава"]
    page = pypdf.PdfReader(BytesIO(made.data)).pages[0]
    line = next(line for line in page.extract_text().splitlines() if line.startswith("Глава"))
    assert made.pages > 1
    assert re.search(rf"\.\s*{made.pages}$", line)
