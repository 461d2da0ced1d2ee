"""The workbook says what the appendix says, is closed but for its answers, and is the same every time."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import ControlKind
from builder.blocks.tree import Heading, Paragraph, controls, walk
from builder.compose.form import form
from builder.compose.voice import Voice
from builder.compose.workbook import wording, workbook
from builder.model.library import Content
from builder.ooxml.package import read as unpacked
from builder.write.xlsx import look
from builder.write.xlsx.writer import write
from tests.read.workbooks import LANGUAGES, SECTIONS, blanks, issue, issued

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY = pytest.mark.parametrize("section", SECTIONS)
RU = Language.RU


def sheets(data: bytes) -> list[Worksheet]:
    """The visible sheets of a written form."""
    return [sheet for sheet in load_workbook(BytesIO(data)).worksheets if sheet.sheet_state == "visible"]


def texts(sheet: Worksheet, column: int) -> list[str]:
    values = (sheet.cell(row, column).value for row in range(1, sheet.max_row + 1))
    return [str(value) for value in values if value]


@BOTH
@EVERY
def test_every_official_word_is_there_to_the_letter(
    content: Content, section: int, language: Language
) -> None:
    voice = Voice(content, language)
    general, own = sheets(issued(content, section, language))[1:]
    for sheet, number in ((general, 1), (own, section)):
        lines = [line for item in content.section(number).items for line in item.lines]
        names = content.section(number).addressees
        expected = [*(voice.words(text) for text in names), *(wording(voice, line) for line in lines)]
        assert [words for words in texts(sheet, look.WIDE_FROM)[1:] if words in expected] == expected


@BOTH
@EVERY
def test_codes_are_those_of_the_form_on_paper(content: Content, section: int, language: Language) -> None:
    """Check boxes of a yes and a no share a row; everything else has a row of its own."""
    sections = (content.section(1), content.section(section))
    paper = [control.code for control in controls(form(Voice(content, language), sections))]
    book = blanks(content)(section, language)
    rows: list[str] = []
    for line in book.lines:
        boxes = line.kind is ControlKind.CHECK
        rows += [option.value for option in line.options] if boxes else [line.code]
    assert sorted(rows) == sorted(paper)
    assert len(set(rows)) == len(rows)


@BOTH
def test_labels_of_the_identification_are_those_of_the_form(content: Content, language: Language) -> None:
    paper = {
        control.code: control.label.partition(". ")[2]
        for control in controls(form(Voice(content, language), ()))
    }
    assert {line.code: line.asked for line in blanks(content)(2, language).sheets[0].lines} == paper


@BOTH
def test_point_nine_stands_on_the_first_sheet(content: Content, language: Language) -> None:
    voice = Voice(content, language)
    point = next(point for point in content.rules.points if point.number == 9)
    first = texts(sheets(issued(content, 2, language))[0], look.WIDE_FROM)
    assert {voice.words(text) for text in point.paragraphs} <= set(first)
    blocks = walk(form(voice, ()))
    paper = ["".join(item.text for item in block.content if isinstance(item, Run))
             for block in blocks if isinstance(block, Heading | Paragraph)]  # fmt: skip
    assert voice.label("how_to_fill") in first
    assert voice.label("how_to_fill") in paper


@BOTH
def test_only_answers_are_open(content: Content, language: Language) -> None:
    lines = {line.code for line in blanks(content)(2, language).lines}
    for sheet in sheets(issued(content, 2, language)):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell):
                    answer = cell.column == 5 and sheet.cell(cell.row, 2).value in lines
                    assert cell.protection.locked is not answer


@BOTH
def test_a_form_says_whose_it_is(content: Content, language: Language) -> None:
    one = issue(2)
    data = issued(content, 2, language)
    book = load_workbook(BytesIO(data))
    properties = {item.name: item.value for item in book.custom_doc_props.props}  # type: ignore[attr-defined]
    assert properties["qagida-form"] == str(one.form_id(language))
    assert properties["qagida-respondent"] == one.respondent.id
    assert (properties["qagida-year"], properties["qagida-section"]) == (2026, 2)
    assert (properties["qagida-edition"], properties["qagida-language"]) == ("2024-10-24", language.value)
    for sheet in sheets(data):
        assert str(one.form_id(language)) in str(sheet["A2"].value)
        assert str(one.form_id(language)) in str(sheet.oddFooter.left.text)  # type: ignore[union-attr]
    answers = [sheets(data)[0].cell(row, 5).value for row in (4, 5, 6)]
    assert answers == [
        one.respondent.name[language],
        {"kk": "Астана қаласы", "ru": "город Астана"}[language],
        "2026",
    ]


def test_nothing_is_refused_while_it_is_typed(content: Content) -> None:
    """`about 100`, `1 234` and `no data` are answers: every rule warns only."""
    seen: set[str] = set()
    for sheet in sheets(issued(content, 2, RU)):
        for rule in sheet.data_validations.dataValidation:
            assert rule.errorStyle == "warning"
            assert rule.error
            seen.add(rule.type)
    assert seen == {"list", "custom", "date"}


@BOTH
def test_choices_are_all_in_the_hidden_list(content: Content, language: Language) -> None:
    book = load_workbook(BytesIO(issued(content, 2, language)))
    hidden = book["lists"]
    assert hidden.sheet_state == "veryHidden"
    columns = [[str(cell.value) for cell in column if cell.value] for column in hidden.iter_cols()]
    regions = [item.text.plain(language) for item in content.breakdown("region").categories]
    voice = Voice(content, language)
    assert columns == [regions, [voice.label("yes"), voice.label("no")]]


def test_pages_are_printed_with_their_headings(content: Content) -> None:
    for sheet in sheets(issued(content, 3, RU)):
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.freeze_panes == "A4"


def test_nothing_computes_or_calls_out(content: Content) -> None:
    parts = unpacked(issued(content, 2, RU))
    whole = b"".join(parts.values())
    assert b"<f>" not in whole
    assert b'TargetMode="External"' not in whole
    assert not [name for name in parts if "vba" in name.lower() or "externalLink" in name]


def test_equal_input_gives_equal_bytes_in_every_process(content: Content) -> None:
    here = hashlib.sha256(write(workbook(content, issue(2), RU))).hexdigest()
    script = (
        "import hashlib\nfrom pathlib import Path\nfrom builder.base.language import Language\n"
        "from builder.load.library import load\nfrom builder.model.library import whole\n"
        "from builder.compose.workbook import workbook\nfrom builder.write.xlsx.writer import write\n"
        "from tests.read.workbooks import issue\n"
        "content = whole(load(Path('content')).library)\n"
        "print(hashlib.sha256(write(workbook(content, issue(2), Language.RU))).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    found = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment
    )
    assert found.stdout.strip() == here


def test_forms_of_two_respondents_differ_only_in_what_is_theirs(content: Content) -> None:
    one, two = (write(workbook(content, issue(2, number), RU)) for number in (31, 32))
    first, second = unpacked(one), unpacked(two)
    assert first.keys() == second.keys()
    changed = {name for name in first if first[name] != second[name]}
    assert changed == {"docProps/custom.xml"} | {f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)}


@pytest.mark.parametrize("words", ["one two three", "слово " * 80, "а" * 500, "", "a\nb\n\nc"])
def test_rows_are_high_enough(words: str) -> None:
    column = slice(2, 3)
    room = int(look.WIDTHS[2] * 1.1)
    lines = sum(max(1, -(-len(line) // room)) for line in words.split("\n"))
    assert look.height(words, column) >= look.LINE * lines
