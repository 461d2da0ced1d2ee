"""Blocks land with their named styles, languages and breaks."""

from dataclasses import replace

import pytest

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import Clause, Heading, PageBreak, Paragraph, Style, Table
from builder.write.docx.styles import NAMES as STYLE_NAMES
from builder.write.docx.styles import PARAGRAPHS
from tests.specimen import WORDS, specimen
from tests.write.docx.opened import SHELLS, made, opened

BOTH = pytest.mark.parametrize("language", [Language.KK, Language.RU])


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


@BOTH
@pytest.mark.parametrize("style", list(Style))
def test_each_style_of_the_specimen_has_its_named_style(language: Language, style: Style) -> None:
    book = opened(specimen(language))
    styles = book.ask(f"//w:p[.//w:t[starts-with(., '{style.value} <')]]/w:pPr/w:pStyle/@w:val")
    names = {
        book.ask(f"//w:style[@w:styleId='{item}']/w:name/@w:val", "word/styles.xml")[0] for item in styles
    }
    assert names == {PARAGRAPHS[style]}


@pytest.mark.parametrize("shell", sorted(path.name for path in SHELLS.glob("*.docx")))
def test_every_shell_has_every_style_small_and_with_all_placeholders(shell: str) -> None:
    kind, language, _ = shell.split(".")
    document = replace(specimen(), kind=kind, language=language)
    book = opened(document)
    names = set(book.ask("//w:style/w:name/@w:val", "word/styles.xml"))
    furniture = " ".join(book.furniture())
    assert set(STYLE_NAMES) <= names
    assert (SHELLS / shell).stat().st_size < 40_000
    assert "edition 24.10.2024" in furniture
    assert "0123456789" in furniture
    assert document.title in furniture


def test_styles_of_the_body_exist() -> None:
    book = opened(specimen())
    used = set(book.ask("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(book.ask("//w:style/@w:styleId", "word/styles.xml"))


def test_headings_are_in_the_outline() -> None:
    book = opened(made(*(Heading(level, words(str(level))) for level in range(1, 4))))
    levels = [
        book.ask(f"//w:style[@w:styleId='{item}']/w:pPr/w:outlineLvl/@w:val", "word/styles.xml")
        for item in book.ask("//w:body/w:p/w:pPr/w:pStyle/@w:val")
    ]
    assert levels == [["0"], ["1"], ["2"]]


def test_clause_prints_its_number_before_its_words() -> None:
    book = opened(made(Clause("9.", words("point")), Clause("1)", words("sub"), 1)))
    assert book.texts("//w:body/w:p") == ["9. point", "1) sub"]
    assert book.ask("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["QagidaClause", "QagidaSubclause"]


def test_strong_and_emphasis_are_marked() -> None:
    book = opened(made(Paragraph((Run("a", strong=True), Run("b", emphasis=True), Run("c")))))
    assert book.ask("//w:r[w:rPr/w:b and w:rPr/w:bCs]/w:t/text()") == ["a"]
    assert book.ask("//w:r[w:rPr/w:i and w:rPr/w:iCs]/w:t/text()") == ["b"]


def test_keep_holds_a_paragraph_with_the_next() -> None:
    book = opened(made(Paragraph(words("a"), keep=True), Paragraph(words("b"))))
    assert book.ask("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["a"]


def test_page_break_is_carried_by_the_next_block() -> None:
    table = next(block for block in specimen().blocks if isinstance(block, Table))
    book = opened(made(Paragraph(words("a")), PageBreak(), Paragraph(words("b")), PageBreak(), table))
    assert book.texts("//w:body/w:p[w:pPr/w:pageBreakBefore]") == ["b", ""]


def test_last_block_of_a_body_is_a_paragraph() -> None:
    table = next(block for block in specimen().blocks if isinstance(block, Table))
    assert opened(made(table)).find("//w:body/w:sectPr/preceding-sibling::*[1][self::w:p]")


@BOTH
def test_language_is_the_default_and_named_only_where_it_differs(language: Language) -> None:
    other = Language.RU if language is Language.KK else Language.KK
    book = opened(specimen(language))
    assert book.ask("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == [language.tag]
    assert set(book.ask("//w:r/w:rPr/w:lang/@w:val")) == {other.tag}
    assert book.ask(f"//w:r[w:rPr/w:lang/@w:val='{other.tag}']/w:t/text()") == [WORDS[other][1]] * 2


def test_block_language_overrides_that_of_its_cell() -> None:
    block = Paragraph(words("слова"), language=Language.RU)
    assert opened(made(block)).ask("//w:r[w:rPr/w:lang/@w:val='ru-RU']/w:t/text()") == ["слова"]


def test_times_new_roman_everywhere() -> None:
    fonts = opened(specimen()).find("//w:docDefaults//w:rFonts", "word/styles.xml")[0]
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert len(fonts.attrib) == 4
