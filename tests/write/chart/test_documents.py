"""Drawings in documents: valid for others' checkers, said in words, the same facts in every format."""

from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from builder.arrange.passes import arrange
from builder.arrange.sides import side_by_side
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Block, Document, Drawing, Heading, Paragraph, Style
from builder.compose.charts import as_table, drawing
from builder.compose.kinds import content_hash
from builder.compose.voice import Voice, said
from builder.model.library import Content
from builder.ooxml import extract
from builder.write.html.writer import write as write_html
from builder.write.outline.writer import write as outline
from tests import pdf_text
from tests.specimen import specimen
from tests.write.chart.samples import charts
from tests.write.docx.opened import opened
from tests.write.pdf.samples import pdf_of

HTML = Path(__file__).parents[3] / "templates" / "html"


def document(content: Content, language: Language) -> Document:
    """All five kinds, each with its caption and its table."""
    voice = Voice(content, language)
    blocks: list[Block] = [Heading(1, said("Диаграммалар"))]
    for item in charts(language):
        caption = Paragraph(said(item.title), Style.CENTER, keep=True)
        blocks += [drawing(voice, item), caption, as_table(voice, item)]
    return arrange(replace(specimen(language), blocks=tuple(blocks), form=False))


def _alts(tree: Document) -> list[str]:
    return [block.alt for block in tree.blocks if isinstance(block, Drawing)]


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_pdf_is_valid_and_says_every_drawing(content: Content, language: Language, tmp_path: Path) -> None:
    tree = document(content, language)
    data = pdf_of(tree).data
    path = tmp_path / "charts.pdf"
    path.write_bytes(data)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf(path, profile=profile)
        assert report.is_compliant, [f"{item.rule_id} {item.message}" for item in report.failures]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [str(item.Alt) for item in pdf.objects if _is_figure(item)] == _alts(tree)
        assert not [item for item in pdf.objects if _is_image(item)]  # lines, no dots


def _is_figure(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"


def _is_image(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_word_has_lines_dots_and_words(content: Content, language: Language) -> None:
    tree = document(content, language)
    book = opened(tree)
    assert book.ask("//*[local-name()='docPr']/@descr") == _alts(tree)
    assert book.ask("//*[local-name()='docPr']/@id") == ["1", "2", "3", "4", "5"]
    for suffix in ("png", "svg"):
        media = [name for name in book.parts if name.startswith("word/media/") and name.endswith(suffix)]
        assert len(media) == 5
    targets = book.ask("//*[local-name()='Relationship']/@Target", "word/_rels/document.xml.rels")
    used = {*book.ask("//*[local-name()='blip' or local-name()='svgBlip']/@*[local-name()='embed']")}
    ids = book.ask("//*[local-name()='Relationship']/@Id", "word/_rels/document.xml.rels")
    assert used <= set(ids)
    assert "media/drawing5.svg" in targets
    widths = [int(size) for size in book.ask("//*[local-name()='inline']/*[local-name()='extent']/@cx")]
    assert all(width <= 453.5 * 12700 for width in widths)


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_both_formats_say_the_same_words(content: Content, language: Language) -> None:
    tree = document(content, language)
    word = extract.text_lines(opened(tree).data)
    assert "".join("".join(word).split()) == "".join("".join(pdf_text.text_lines(pdf_of(tree).data)).split())


class _Drawings(HTMLParser):
    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.said: list[str | None] = []
        self.pictures = 0
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("class", "drawing") in attrs:
            assert ("role", "img") in attrs
            self.said.append(dict(attrs)["aria-label"])
        self.pictures += tag == "svg"


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_a_page_has_them_inline(content: Content, language: Language) -> None:
    tree = document(content, language)
    found = _Drawings(write_html(tree, HTML))
    assert found.said == _alts(tree)
    assert found.pictures == 5


def test_the_outline_shows_the_facts(content: Content) -> None:
    lines = outline(document(content, Language.RU)).splitlines()
    assert (
        "  2021 | трудовая эксплуатация = 24 [24..24] | сексуальная эксплуатация = 52 [52..52]"
        in "\n".join(lines)
    )
    assert any(line.startswith("  ‖ 2023 | ") for line in lines)
    assert any("нет данных [..]" in line for line in lines)


def test_side_by_side_both_stand_across_the_page(content: Content) -> None:
    sides = side_by_side(*(document(content, language).blocks for language in LAW_LANGUAGES))
    drawn = [block.language for block in sides if isinstance(block, Drawing)]
    assert drawn == [Language.KK, Language.RU] * 5


def test_the_hash_knows_a_changed_value(content: Content) -> None:
    tree = document(content, Language.RU)
    first = next(block for block in tree.blocks if isinstance(block, Drawing))
    run = first.chart.runs[0]
    changed = replace(run, data=(replace(run.data[0], high=25.0), *run.data[1:]))
    other = replace(first, chart=replace(first.chart, runs=(changed, *first.chart.runs[1:])))
    blocks = tuple(other if block is first else block for block in tree.blocks)
    assert content_hash("t", tree.blocks) != content_hash("t", blocks)


def test_a_drawing_shrinks_to_its_room(content: Content) -> None:
    tree = document(content, Language.RU)
    first = next(block for block in tree.blocks if isinstance(block, Drawing))
    from builder.blocks.tree import Cell, Row, Table, TableKind

    half = Table(TableKind.GRID, (1, 1), (Row((Cell((first,)), Cell((first,)))),), "t")
    narrow = replace(tree, blocks=(*tree.blocks[:1], half))
    sizes = opened(narrow).ask("//*[local-name()='inline']/*[local-name()='extent']/@cx")
    assert all(0 < int(size) < 453.5 * 12700 / 2 for size in sizes)
    assert pdf_of(narrow).pages == 1
