"""What every PDF has: equal bytes, language, metadata, outline, standards."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader

from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Style,
    Table,
    TableKind,
)
from builder.write.pdf.writer import write
from tests.specimen import WORDS, specimen
from tests.write.pdf.samples import (
    CREATED,
    TEMPLATES,
    big_form,
    document,
    paragraph,
    pdf_of,
    specimen_pdf,
)


@pytest.mark.parametrize("language", LAW_LANGUAGES)
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_specimen_and_a_big_form_conform(language: Language, profile: str) -> None:
    for data in (specimen_pdf(language).data, pdf_of(big_form(language)).data):
        report = validator.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_equal_input_gives_equal_bytes() -> None:
    assert pdf_of(specimen()).data == specimen_pdf().data


def test_another_date_gives_other_bytes() -> None:
    later = write(specimen(), TEMPLATES, datetime(2025, 1, 1, tzinfo=UTC))
    assert later.data != specimen_pdf().data


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_language_title_and_subject(language: Language) -> None:
    reader = PdfReader(BytesIO(specimen_pdf(language).data))
    root: Any = reader.root_object
    assert root["/Lang"] == language.tag
    metadata: Any = reader.metadata
    assert metadata.title == WORDS[language][0]
    assert metadata.subject == "specimen"
    assert metadata["/Keywords"] == "specimen"
    assert metadata.creation_date == CREATED


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_words_of_the_other_language_say_so(language: Language) -> None:
    other = Language.RU if language is Language.KK else Language.KK
    with pikepdf.open(BytesIO(specimen_pdf(language).data)) as pdf:
        spoken = {
            str(item["/Lang"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Lang" in item
        }
    assert other.tag in spoken


def test_headings_are_bookmarks() -> None:
    outline: Any = PdfReader(BytesIO(specimen_pdf().data)).outline
    assert outline[0].title == WORDS[Language.KK][0]
    assert [item.title for item in outline[1]] == ["Second"]


def test_fonts_and_pages_are_told() -> None:
    pdf = specimen_pdf()
    assert pdf.pages == 3
    assert pdf.fonts == ("Liberation Serif", "New Computer Modern")  # the tenge sign is only in the second


def test_a_house_font_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with TTFont(TEMPLATES / "fonts" / "LiberationSerif-Regular.ttf") as font:
        for record in font["name"].names:
            record.string = str(record).replace("Liberation Serif", "Times New Roman")
            record.string = str(record).replace("LiberationSerif", "TimesNewRomanPSMT")
        font.save(tmp_path / "times.ttf")
    monkeypatch.setenv("QAGIDA_FONTS", str(tmp_path))
    assert pdf_of(document(paragraph("Қазақ"))).fonts[0] == "Times New Roman"
    monkeypatch.delenv("QAGIDA_FONTS")
    assert pdf_of(document(paragraph("Қазақ"))).fonts == ("Liberation Serif",)


def _footers(data: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def test_forms_number_every_page_and_acts_from_the_second() -> None:
    blocks = (paragraph("a"), PageBreak(), paragraph("b"))
    furniture = replace(specimen().furniture, page_of="{total} беттің {page} беті")
    first, second = _footers(pdf_of(replace(document(*blocks), furniture=furniture)).data)
    assert "2 беттің 1 беті" in first
    assert "2 беттің 2 беті" in second
    first, second = _footers(pdf_of(replace(document(*blocks, form=False), furniture=furniture)).data)
    assert "беттің" not in first
    assert "2 беттің 2 беті" in second


def test_edition_and_hash_stand_on_every_page_and_the_header_from_the_second() -> None:
    first, *_, last = _footers(specimen_pdf().data)
    header = specimen().furniture.header
    assert "edition 24.10.2024" in first
    assert "0123456789" in last
    assert first.count(header) == 1  # only its own title
    assert last.count(header) == 1


def test_side_by_side_lies_on_the_long_edge() -> None:
    box = PdfReader(BytesIO(pdf_of(replace(document(), language="kk-ru")).data)).pages[0].mediabox
    assert box.width > box.height


def test_links_say_where_they_lead_in_words_of_the_document() -> None:
    links = Paragraph(
        (
            Run("a", target="rules/p9"),
            Run("b", target="https://adilet.zan.kz/kaz"),
            Run("c", target="no/where"),
        )
    )
    data = pdf_of(document(links, Clause("9.", (Run("Субъектілер"),), anchor="rules/p9"))).data
    page: Any = PdfReader(BytesIO(data)).pages[0]
    annotations = [item.get_object() for item in page["/Annots"]]
    assert [item["/Contents"] for item in annotations] == ["9. Субъектілер", "https://adilet.zan.kz/kaz"]
    assert "/Dest" in annotations[0]
    assert "/A" not in annotations[0]


def test_an_anchor_that_comes_twice_holds_at_its_first_place() -> None:
    twice = (Clause("1.", (Run("x"),), anchor="rules/p1"), Clause("1.", (Run("x"),), anchor="rules/p1"))
    assert pdf_of(document(*twice, Paragraph((Run("see", target="rules/p1"),)))).pages == 1


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    filling = tuple(paragraph("line", style=Style.BODY) for _ in range(52))
    for gap in range(6):
        blocks: tuple[Block, ...] = (
            *filling[gap:],
            Heading(2, (Run("Lonely"),)),
            paragraph("after", style=Style.BODY),
        )
        pages = [page.extract_text() for page in PdfReader(BytesIO(pdf_of(document(*blocks)).data)).pages]
        assert any("Lonely" in text and "after" in text for text in pages)


def test_a_whole_row_stands_on_one_page_and_another_may_split() -> None:
    """Rows of many lines, so that some come to the foot of a page; each begins and ends with its number."""
    lines = " слово" * 60

    def pages(*, whole: bool) -> list[str]:
        rows = tuple(
            Row((Cell((paragraph(f"с{number}{lines} по{number}."),)), Cell((paragraph("x"),))), whole=whole)
            for number in range(10, 30)
        )
        data = pdf_of(document(Table(TableKind.GRID, (3, 2), rows, "t"))).data
        return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]

    def split(pages: list[str]) -> list[int]:
        return [
            number
            for number in range(10, 30)
            if not any(f"с{number}" in text and f"по{number}." in text for text in pages)
        ]

    assert split(pages(whole=True)) == []
    assert split(pages(whole=False))


@pytest.mark.parametrize("together", [True, False])
def test_a_short_table_that_holds_together_is_on_one_page(together: bool) -> None:
    rows = tuple(Row((Cell((paragraph(f"row {number}"),)),)) for number in range(5))
    filling = tuple(paragraph("line", style=Style.BODY) for _ in range(52))
    whole = []
    for gap in range(8):
        table = Table(TableKind.GRID, (1,), rows, "T", together=together)
        pages = PdfReader(BytesIO(pdf_of(document(*filling[gap:], table)).data)).pages
        whole.append(any("row 0" in page and "row 4" in page for page in map(_text, pages)))
    assert all(whole) is together


def _text(page: PageObject) -> str:
    return page.extract_text()
