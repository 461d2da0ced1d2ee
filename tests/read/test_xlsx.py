"""Workbooks come back with the same answers, whatever Excel, LibreOffice and people did to them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl.comments import Comment

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.blocks.inline import ControlKind
from builder.model.answers import How
from builder.model.library import Content
from builder.ooxml.package import pack
from builder.ooxml.package import read as unpacked
from builder.read.sheet.texts import number_text
from examples.filling.xlsx import changed, fill
from tests.read.workbooks import (
    LANGUAGES,
    SECTIONS,
    answers,
    blanks,
    codes,
    issued,
    line_of,
    places,
    read,
    said,
)

BOTH = pytest.mark.parametrize("language", LANGUAGES)
RU, KK = Language.RU, Language.KK
QUICK = settings(max_examples=25, deadline=None)


@BOTH
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_comes_back_with_its_answers(
    content: Content, section: int, language: Language
) -> None:
    given_answers = answers(blanks(content)(section, language))
    filled = read(content, fill(issued(content, section, language), given_answers))
    assert said(filled) == given_answers
    assert filled.strays == ()
    assert filled.findings == ()
    assert {one.how for one in filled.found} == {How.CELL}
    assert (filled.marks.section, filled.marks.language, filled.marks.year) == (section, language, 2026)
    assert filled.marks.edition == "2024-10-24"
    assert filled.marks.form_id is not None


@BOTH
def test_an_unfilled_form_gives_what_was_entered_beforehand(content: Content, language: Language) -> None:
    filled = read(content, issued(content, 2, language))
    assert [one.code for one in filled.found] == ["0.1", "0.2", "0.3"]
    assert filled.marks.body in {"Сынақ органы", "Пробный орган"}
    assert filled.marks.region in {"Астана қаласы", "город Астана"}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """Saves a workbook with LibreOffice Calc."""
    folder = tmp_path_factory.mktemp("calc")

    def save(data: bytes) -> bytes:
        (folder / "form.xlsx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
        subprocess.run([*command, str(folder / "form.xlsx")], check=True, capture_output=True, timeout=240)
        return (folder / "out/form.xlsx").read_bytes()

    office = shutil.which("soffice") or ""
    if not office or not any(Path(office).resolve().parent.glob("libsclo.so")):
        pytest.skip("LibreOffice Calc is not installed")
    return save


@BOTH
def test_libreoffice_keeps_the_answers(
    content: Content, language: Language, resaved: Callable[[bytes], bytes]
) -> None:
    given_answers = answers(blanks(content)(16, language))
    filled = read(content, resaved(fill(issued(content, 16, language), given_answers)))
    assert said(filled) == given_answers
    assert filled.strays == ()
    assert codes(filled) == []
    assert filled.marks.section == 16
    assert filled.marks.form_id is not None


# ------------------------------------------------------------------ what people do to workbooks


def changed_form(content: Content, change: Callable[[Book], None]) -> bytes:
    """A filled form of section 2 in Russian after somebody changed it."""
    return changed(filled_form(content), change)


def filled_form(content: Content) -> bytes:
    if id(content) not in _filled:
        _filled[id(content)] = fill(issued(content, 2, RU), all_answers(content))
    return _filled[id(content)]


_filled: dict[int, bytes] = {}


def all_answers(content: Content) -> dict[str, str | bool]:
    return answers(blanks(content)(2, RU))


def row_of(book: Book, code: str) -> tuple[str, int]:
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 2).value == code:
                return sheet.title, row
    raise KeyError(code)


def test_a_renamed_sheet(content: Content) -> None:
    def change(book: Book) -> None:
        book["Раздел 2"].title = "Лист1"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert codes(filled) == ["Q751"]


def test_a_column_put_in(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(merged.coord)
        sheet.insert_cols(5)
        sheet["E3"] = "Примечание исполнителя"
        sheet["E10"] = "см. приложение"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert "Q751" in codes(filled)
    assert "см. приложение" in {stray.text for stray in filled.strays}


def test_rows_put_in_between(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(merged.coord)
        title, row = row_of(book, "2.1.3")
        book[title].insert_rows(row)
        book[title].cell(row, 5).value = "строка без кода"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert codes(filled) == ["Q751"]
    assert [(stray.text, stray.near[:3]) for stray in filled.strays] == [("строка без кода", "2.1")]


def test_rows_that_changed_places(content: Content) -> None:
    def change(book: Book) -> None:
        (title, one), (_, two) = row_of(book, "2.6.1"), row_of(book, "2.6.2")
        sheet = book[title]
        for column in range(1, 7):
            first, second = sheet.cell(one, column), sheet.cell(two, column)
            first.value, second.value = second.value, first.value

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert codes(filled) == ["Q751"]


def test_a_row_added_to_a_list(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.3.1.5.2")
        sheet = book[title]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(merged.coord)
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, 2).value = "2.3.1.6.1"
        sheet.cell(row + 1, 5).value = "еще одно"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content) | {"2.3.1.6.1": "еще одно"}
    assert codes(filled) == ["Q751"]


def test_empty_rows_of_a_list_may_be_deleted(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.3.1.5.1")
        sheet = book[title]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(merged.coord)
        sheet.delete_rows(row, 2)

    filled = read(content, changed_form(content, change))
    left = {code: words for code, words in all_answers(content).items() if not code.startswith("2.3.1.5")}
    assert said(filled) == left
    assert codes(filled) == []


def test_codes_wiped_out(content: Content) -> None:
    def change(book: Book) -> None:
        for sheet in book.worksheets[:3]:
            for row in range(4, sheet.max_row + 1):
                sheet.cell(row, 2).value = None

    filled = read(content, changed_form(content, change))
    assert set(said(filled).items()) <= set(all_answers(content).items())
    own = {one.code for one in filled.found if not one.code.startswith("0.")}
    assert own == {code for code in all_answers(content) if not code.startswith("0.")}
    assert {one.how for one in filled.found} == {How.POSITION}
    assert "Q752" in codes(filled)


def test_one_code_wiped_out(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.6.1")
        book[title].cell(row, 2).value = None

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert codes(filled) == ["Q752"]
    assert {one.code: one.how for one in filled.found}["2.6.1"] is How.POSITION


def test_the_column_of_codes_deleted(content: Content) -> None:
    def change(book: Book) -> None:
        for sheet in book.worksheets[1:3]:
            for merged in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(merged.coord)
            sheet.delete_cols(2)

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert "Q752" in codes(filled)


def test_the_properties_lost_and_everything_on_one_sheet(content: Content) -> None:
    def change(book: Book) -> None:
        target = book.create_sheet("Ответ")
        for sheet in book.worksheets[:3]:
            for row in sheet.iter_rows(min_row=1, max_col=6, values_only=True):
                target.append(row)
        for sheet in book.worksheets[:4]:
            if sheet is not target:
                book.remove(sheet)
        for row in target.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.data_type = "s"

    parts = unpacked(changed_form(content, change))
    del parts["docProps/custom.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship)[^>]*custom[^>]*/>", b"", parts[name])
    filled = read(content, pack(parts))
    assert said(filled) == all_answers(content)
    assert (filled.marks.section, filled.marks.language) == (2, RU)
    assert filled.marks.form_id is not None
    assert codes(filled) == ["Q751"]


def test_words_outside_the_answer_cells(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.6.1")
        book[title].cell(row, 6).value = "тысяч дел"
        book[title].cell(row, 9).value = "уточняется"
        book["Сведения"]["H20"] = "Ответ направлен также почтой"
        book.create_sheet("Справка")["A1"] = "Пояснительная записка"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    strays = {(stray.text, stray.near) for stray in filled.strays}
    assert {("тысяч дел", "2.6.1"), ("уточняется", "2.6.1"), ("Пояснительная записка", "")} <= strays
    assert "Ответ направлен также почтой" in {text for text, _ in strays}


def test_comments_are_not_lost(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.6.1")
        book[title].cell(row, 5).comment = Comment("по данным суда", "исполнитель")

    filled = read(content, changed_form(content, change))
    assert [(stray.text, stray.near) for stray in filled.strays] == [("по данным суда", "2.6.1")]


def test_words_in_shapes_and_threads_are_not_lost(content: Content) -> None:
    """Made by hand: the library that writes these workbooks knows neither."""
    parts = unpacked(issued(content, 13, RU))
    shape = '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>надпись</a:t></a:r></a:p>'
    thread = (
        '<x:ThreadedComments xmlns:x="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<x:threadedComment ref="E6"><x:text>беседа</x:text></x:threadedComment></x:ThreadedComments>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/drawing" Target="../drawings/drawing1.xml"/>'
        '<Relationship Id="b" Type="http://x/threadedComment" Target="/xl/threads/thread1.xml"/>'
        "</Relationships>"
    )
    added = {
        "xl/drawings/drawing1.xml": shape,
        "xl/threads/thread1.xml": thread,
        "xl/worksheets/_rels/sheet3.xml.rels": links,
    }
    filled = read(content, pack({**parts, **{name: words.encode() for name, words in added.items()}}))
    assert {(stray.text, stray.near, stray.at) for stray in filled.strays} == {
        ("надпись", "", "Раздел 13"),
        ("беседа", "13.1.0", "Раздел 13!E6"),
    }


def test_merged_answers(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.6.1")
        book[title].merge_cells(start_row=row, start_column=5, end_row=row + 1, end_column=5)

    filled = read(content, changed_form(content, change))
    assert places(filled, "Q754") == ["2.6.1"]
    assert "2.6.2" not in said(filled)


def test_formulas_give_their_last_result_or_stay_as_words(content: Content) -> None:
    def change(book: Book) -> None:
        title, row = row_of(book, "2.6.1")
        book[title].cell(row, 5).value = "=1+1"

    bare = changed_form(content, change)
    filled = read(content, bare)
    assert places(filled, "Q753") == ["2.6.1"]
    assert "2.6.1" not in said(filled)
    assert ("=1+1", "2.6.1") in {(stray.text, stray.near) for stray in filled.strays}
    parts = unpacked(bare)
    for name in parts:
        parts[name] = parts[name].replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
        parts[name] = parts[name].replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")
    filled = read(content, pack(parts))
    assert places(filled, "Q753") == ["2.6.1"]
    assert said(filled)["2.6.1"] == "2"


def test_numbers_and_dates_that_excel_took_for_its_own(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        for code, value in (
            ("2.6.1", 1234),
            ("2.6.2", 12.5),
            ("2.2.1", date(2026, 2, 1)),
            ("2.4.1", "#REF!"),
        ):
            cell = sheet.cell(row_of(book, code)[1], 5)
            cell.number_format = "General"
            cell.value = value
            if value == "#REF!":
                cell.data_type = "e"

    filled = read(content, changed_form(content, change))
    answered = said(filled)
    assert (answered["2.6.1"], answered["2.6.2"]) == ("1234", "12.5")
    assert (answered["2.2.1"], answered["2.4.1"]) == ("2026-02-01", "#REF!")
    assert sorted(places(filled, "Q755")) == ["2.2.1", "2.4.1"]


def test_one_code_answered_twice(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        row = row_of(book, "2.6.1")[1]
        for column in range(1, 7):
            sheet.cell(400, column).value = sheet.cell(row, column).value
        sheet.cell(400, 5).value = "другое"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert ("другое", "2.6.1") in {(stray.text, stray.near) for stray in filled.strays}


@BOTH
def test_yes_and_no_in_the_other_language_or_in_other_words(content: Content, language: Language) -> None:
    def change(book: Book) -> None:
        for code, words in (("1.1.1", "иә"), ("1.1.2", "НЕТ."), ("1.1.3", "частично")):
            title, row = row_of(book, code)
            book[title].cell(row, 5).value = words

    filled = read(content, changed(issued(content, 2, language), change))
    found = {one.code: (one.text, one.ticked) for one in filled.found}
    assert found["1.1.1.1"] == ("иә", True)
    assert found["1.1.2.2"] == ("НЕТ.", True)
    assert found["1.1.3.1"] == ("частично", None)


# ------------------------------------------------------------------ altered questions


def test_changed_wording_is_reported_with_its_code(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        row = row_of(book, "2.3.1.1.1")[1]
        sheet.cell(row, 3).value = "Какие преступления чаще всего встречаются в регионе?"
        sheet.cell(row_of(book, "2.6.2")[1], 4).value = "Оправданные лица"

    filled = read(content, changed_form(content, change))
    assert said(filled) == all_answers(content)
    assert sorted(places(filled, "Q761")) == ["2.3.1.1.1", "2.6.2"]


def test_a_changed_line_without_answers_is_reported(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 1"]
        cell = next(sheet.cell(row, 3) for row in range(4, 40) if sheet.cell(row, 1).value == "2")
        cell.value = f"{cell.value} И почему?"

    filled = read(content, changed_form(content, change))
    assert places(filled, "Q761") == ["1.2"]
    assert codes(filled) == ["Q761"]


def test_quotes_dashes_and_spaces_are_no_change(content: Content) -> None:
    def change(book: Book) -> None:
        for sheet in book.worksheets[:3]:
            for row in range(4, sheet.max_row + 1):
                for column in (3, 4):
                    words = sheet.cell(row, column).value
                    if isinstance(words, str):
                        words = words.replace('"', "«").replace(" - ", " – ").replace(" ", "\u00a0", 1)
                        sheet.cell(row, column).value = words

    filled = read(content, changed_form(content, change))
    assert codes(filled) == []


def test_missing_items_and_lines_are_reported_once(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(merged.coord)
        first, last = row_of(book, "2.4.1")[1], row_of(book, "2.4.0")[1]
        sheet.delete_rows(first, last - first + 1)
        sheet.delete_rows(row_of(book, "2.6.2")[1])

    filled = read(content, changed_form(content, change))
    assert sorted(places(filled, "Q762")) == ["2.4", "2.6.2"]


def test_an_added_question_is_reported_and_its_answer_kept(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        sheet.cell(400, 2).value = "2.99.1"
        sheet.cell(400, 3).value = "Сколько у вас сотрудников?"
        sheet.cell(400, 5).value = "сорок"

    filled = read(content, changed_form(content, change))
    assert places(filled, "Q763") == ["2.99.1"]
    assert ("сорок", "2.99.1") in {(stray.text, stray.near) for stray in filled.strays}


# ------------------------------------------------------------------ files that are not workbooks


def test_a_workbook_of_something_else_keeps_its_words(content: Content) -> None:
    book = Book()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B2"] = "Отчет", "12"
    target = BytesIO()
    book.save(target)
    filled = read(content, target.getvalue())
    assert codes(filled) == ["Q751"]
    assert [stray.text for stray in filled.strays] == ["Отчет", "12"]


@pytest.mark.parametrize("spoil", ["cut", "text", "empty", "sheet", "book", "style"])
def test_damaged_files_are_refused(content: Content, spoil: str) -> None:
    whole = issued(content, 13, RU)
    parts = unpacked(whole)
    match spoil:
        case "cut":
            data = whole[: len(whole) // 2]
        case "text":
            data = b"not a workbook"
        case "empty":
            data = b""
        case "sheet":
            data = pack({**parts, "xl/worksheets/sheet1.xml": b"<worksheet><row r='x'>"})
        case "book":
            data = pack({name: part for name, part in parts.items() if name != "xl/workbook.xml"})
        case _:
            data = pack({**parts, "xl/styles.xml": b"<styleSheet"})
    with pytest.raises(QagidaError) as caught:
        read(content, data)
    assert [finding.code for finding in caught.value.findings] == ["Q721"]


def test_a_cell_at_the_edge_of_the_sheet_takes_no_memory(content: Content) -> None:
    def change(book: Book) -> None:
        sheet = book["Раздел 2"]
        sheet["XFD1048576"] = "далеко"

    filled = read(content, changed_form(content, change))
    assert "далеко" in {stray.text for stray in filled.strays}


def test_huge_merged_areas_are_not_filled_in(content: Content) -> None:
    parts = unpacked(issued(content, 13, RU))
    name = "xl/worksheets/sheet3.xml"
    area = b'<mergeCell ref="G1:XFD1048576"/></mergeCells>'
    parts[name] = parts[name].replace(b"</mergeCells>", area)
    assert area in parts[name]
    assert codes(read(content, pack(parts))) == []


# ------------------------------------------------------------------ any words


_typed = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300).filter(
    lambda words: words.strip() != ""
)
_tricky = st.one_of(
    _typed,
    st.sampled_from(
        ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "#N/A", "TRUE", "1e5", "0012", "2.8.1"]
    ),
    st.integers(1, 3).map(lambda count: "ұ" * 10_000 * count),
    st.lists(_typed, min_size=2, max_size=4).map("\n".join),
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")


@QUICK
@given(words=_tricky)
def test_any_words_come_back_as_typed(content: Content, words: str) -> None:
    """Characters that XML cannot hold are left to the escapes of Excel, which differ by program."""
    fit = _UNFIT.sub("", words)
    if not fit.strip():
        return
    data = issued(content, 13, RU)
    area = line_of(blanks(content)(13, RU), ControlKind.AREA)
    filled = read(content, fill(data, {area.code: fit}))
    expected = fit.replace("\r\n", "\n").replace("\r", "\n")
    assert said(filled)[area.code] == expected


def test_control_characters_come_back(content: Content) -> None:
    area = line_of(blanks(content)(13, RU), ControlKind.AREA)
    filled = read(content, fill(issued(content, 13, RU), {area.code: "до\x07после\x0bконец"}))
    assert said(filled)[area.code] == "до\x07после\x0bконец"


@QUICK
@given(number=st.one_of(st.integers(-(10**15), 10**15), st.floats(-1e15, 1e15)))
def test_numbers_lose_nothing(number: float) -> None:
    assert Decimal(number_text(repr(number))) == Decimal(repr(number))


@QUICK
@given(data=st.binary(max_size=400))
def test_no_bytes_crash_the_reader(content: Content, data: bytes) -> None:
    with pytest.raises(QagidaError):
        read(content, data)


@settings(max_examples=40, deadline=None)
@given(part=st.integers(0, 40), at=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_no_spoiled_part_crashes_the_reader(content: Content, part: int, at: int, byte: int) -> None:
    """A byte changed in any part: it is read or refused."""
    parts = unpacked(issued(content, 13, RU))
    name = sorted(parts)[part % len(parts)]
    broken = bytearray(parts[name])
    broken[at % len(broken)] = byte
    with suppress(QagidaError):
        read(content, pack({**parts, name: bytes(broken)}))
