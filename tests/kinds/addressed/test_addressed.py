"""The form that one respondent is sent: its number is seen and hidden, what is known entered, words stay."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

from builder.arrange.passes import arrange
from builder.base.form_id import find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Block, Document, Heading, Paragraph, Table, controls
from builder.compose.addressed import address, addressed, blank
from builder.model.library import Content
from builder.ooxml import extract as docx
from builder.ooxml.package import read
from builder.ooxml.xml import parse, w
from builder.workflow.make import WRITERS
from tests import pdf_text as pdf
from tests.kinds.addressed.issues import issue, named

TEMPLATES = Path(__file__).parents[3] / "templates"
MOMENT = datetime(2027, 1, 29, tzinfo=UTC)
SECTIONS = tuple(range(2, 17))

each_language = pytest.mark.parametrize("language", LAW_LANGUAGES)


def _bytes(tree: Document, suffix: str) -> bytes:
    return WRITERS[suffix](tree, TEMPLATES, MOMENT).data


def _words(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def _known(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {control.code: control.value for control in controls(blocks) if control.value}


@each_language
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_addressed_and_its_questions_stay(
    content: Content, section: int, language: Language
) -> None:
    plain, sent = blank(content, section, language), addressed(content, issue(7, section), language)
    assert (sent.kind, sent.name, sent.section, sent.form) == (plain.kind, plain.name, section, True)
    assert sent.furniture.hash == plain.furniture.hash
    assert [item.code for item in controls(sent.blocks)] == [item.code for item in controls(plain.blocks)]
    added = [block for block in sent.blocks if block not in plain.blocks]
    assert [type(block) for block in added] == [Paragraph, Paragraph, Table]
    title = next(place for place, block in enumerate(sent.blocks) if isinstance(block, Heading))
    assert list(sent.blocks[title + 1 : title + 3]) == added[:2]


@each_language
def test_what_is_known_is_entered(content: Content, language: Language) -> None:
    sent = addressed(content, issue(), language)
    name = issue().respondent.name[language]
    assert _known(sent.blocks) == {"0.1": name, "0.2": "abai", "0.3": "2026"}
    assert "0.2" not in _known(addressed(content, issue(region=None), language).blocks)


@each_language
def test_the_number_is_seen_in_both_formats(content: Content, language: Language) -> None:
    tree = arrange(addressed(content, issue(), language))
    number = issue().form_id(language)
    word = _bytes(tree, "docx")
    assert find_form_id(" ".join(docx.text_lines(word))) == number
    reader = pypdf.PdfReader(BytesIO(_bytes(tree, "pdf")))
    assert len(reader.pages) > 3
    assert [find_form_id(sheet.extract_text()) for sheet in reader.pages] == [number] * len(reader.pages)
    headers = [data.decode() for name, data in read(word).items() if name.startswith("word/header")]
    assert any(str(number) in text for text in headers)


@each_language
def test_marks_are_the_same_in_both_formats(content: Content, language: Language) -> None:
    tree = arrange(addressed(content, issue(), language))
    expected = {
        "qagida-form": str(issue().form_id(language)),
        "qagida-year": "2026",
        "qagida-respondent": "invented-31",
        "qagida-section": "13",
        "qagida-edition": "2024-10-24",
        "qagida-language": str(language),
    }
    custom = parse(read(_bytes(tree, "docx"))["docProps/custom.xml"])
    word = {str(item.get("name")): "".join(str(text) for text in item.itertext()) for item in custom}
    assert expected.items() <= word.items()
    metadata = pypdf.PdfReader(BytesIO(_bytes(tree, "pdf"))).metadata
    assert metadata is not None
    assert {name: str(metadata[f"/{name}"]) for name in word} == word


@each_language
def test_both_formats_say_the_same(content: Content, language: Language) -> None:
    tree = arrange(addressed(content, issue(), language))
    word, sheet = _bytes(tree, "docx"), _bytes(tree, "pdf")
    assert _words(docx.text_lines(word)) == _words(pdf.text_lines(sheet))
    codes = [control.code for control in controls(tree.blocks)]
    assert [tag for tag, _, _ in docx.controls(word)] == codes


@each_language
def test_values_are_entered_in_both_formats(content: Content, language: Language) -> None:
    tree = arrange(addressed(content, issue(), language))
    name = issue().respondent.name[language]
    region = next(item for item in controls(tree.blocks) if item.code == "0.2").shown
    fields = pypdf.PdfReader(BytesIO(_bytes(tree, "pdf"))).get_fields()
    assert fields is not None
    entered = {code: field.value for code, field in fields.items() if field.field_type != "/Btn"}
    assert {code: value for code, value in entered.items() if value} == {
        "0.1": name,
        "0.2": "abai",
        "0.3": "2026",
    }
    assert _entered(_bytes(tree, "docx")) == {"0.1": name, "0.2": region, "0.3": "2026"}


def _entered(word: bytes) -> dict[str, str]:
    """Words of controls that show no hint, by tag; boxes to tick apart."""
    found: dict[str, str] = {}
    for control in parse(read(word)["word/document.xml"]).iter(w("sdt")):
        properties: Any = control.find(w("sdtPr"))
        content: Any = control.find(w("sdtContent"))
        if properties.find(w("showingPlcHdr")) is None and "checkbox" not in repr(
            [item.tag for item in properties]
        ):
            found[properties.find(w("tag")).get(w("val"))] = "".join(content.itertext())
    return found


@each_language
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_the_file_can_be_kept_and_read_aloud(content: Content, language: Language, profile: str) -> None:
    long = "Солтүстік Қазақстан облысының өте ұзын атауы бар органы " * 4
    tree = arrange(addressed(content, named(issue(), long.strip(), long.strip()), language))
    report = page.validate_pdf_bytes(_bytes(tree, "pdf"), profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures[:3]]


def test_addressing_an_arranged_form_gives_the_same_words(content: Content) -> None:
    for language in LAW_LANGUAGES:
        once = arrange(addressed(content, issue(), language))
        many = address(arrange(blank(content, 13, language)), content, issue())
        assert many == once
