"""Forms as people and programs really send them back, and what the reader makes of each.

Every case starts from the same form of section 2, filled with the answers of START. `answers` are what
differs from START (None: the answer is gone), `findings` the codes that the file gets, `strays` the words
that belong to no question.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from lxml import etree

from builder.base.language import Language
from builder.read.docx import read_docx
from examples.filling.docx import fill
from tests.read import spoil
from tests.read.word_forms import as_answers, blank, expected_for, returned

START = {
    "0.1": "Вымышленный департамент",
    "0.2": "город Астана",
    "0.3": "2026",
    "0.6": "15.01.2027",
    "1.1.1.1": "x",
    "1.1.1.3": "Описание первого пробела",
    "1.1.2.2": "x",
    "1.5.1.1.1": "Государство А",
    "1.5.1.1.2": "Обмен опытом",
    "1.6.1": "Встречи и переговоры",
    "2.1.1.1": "01.01.2026",
    "2.1.1.2": "31.12.2026",
    "2.1.2": "15",
    "2.1.2.1.1.1": "принудительный труд",
    "2.1.2.1.1.2": "9",
    "2.1.4.1.1": "Город Б",
    "2.1.4.1.2": "Приграничье",
    "2.2.1.1.1": "3",
    "2.4.0": "Поручений не было",
    "2.13.1": "Риск разглашения",
}
Spoiler = Callable[[bytes], bytes]
"""From a filled form to a spoiled one."""


@dataclass(frozen=True)
class Case:
    name: str
    spoiler: Spoiler
    findings: tuple[str, ...] = ()
    answers: Mapping[str, str | None] = field(default_factory=dict)
    strays: tuple[str, ...] = ()
    language: Language = Language.RU


def changed(*changes: spoil.Change) -> Spoiler:
    return lambda data: spoil.spoiled(data, *changes)


PROGRAMS = (
    Case("LibreOffice drops all tags", changed(spoil.drop_tags), ("Q741",)),
    Case("controls become plain text, hints stay as words", changed(spoil.unwrap), ("Q741",)),
    Case("the same with tags gone before", changed(spoil.drop_tags, spoil.unwrap), ("Q741",)),
    Case("WPS turns hints into text and renumbers controls", changed(spoil.forget_hints)),
    Case("WPS leaves answers marked as hints", changed(spoil.keep_hint_marks)),
    Case("Word cuts runs and marks spelling", changed(spoil.split_runs)),
    Case("Word cuts runs and all controls are gone", changed(spoil.unwrap, spoil.split_runs), ("Q741",)),
    Case("old Word wraps words into smart tags", changed(spoil.smart_tags)),
    Case("quotes, dashes and spaces correct themselves", changed(spoil.autocorrect)),
    Case("fields of old Word instead of controls", changed(spoil.legacy_fields), ("Q741",)),
    Case("the strict dialect of Word", spoil.strict),
    Case(
        "properties are lost, the form is known by its words",
        lambda data: spoil.spoiled(data, without=("docProps/",)),
    ),
    Case(
        "tables copied into a new file",
        spoil.tables_only,
        ("Q741",),
    ),
)

PLACES = (
    Case(
        "typed after an empty control",
        changed(spoil.type_after("2.2.1", " 7 ")),
        ("Q743",),
        {"2.2.1": "7"},
    ),
    Case(
        "typed before an empty control", changed(spoil.type_before("2.2.1", "7 ")), ("Q743",), {"2.2.1": "7"}
    ),
    Case(
        "words beside a number belong to it",
        changed(spoil.type_beside("2.1.2", " тысяч")),
        ("Q743",),
        {"2.1.2": "15 тысяч"},
    ),
    Case(
        "a control was deleted and the answer typed in its place",
        changed(spoil.type_beside("2.2.1", "около 100"), spoil.delete_control("2.2.1")),
        ("Q741",),
        {"2.2.1": "около 100"},
    ),
    Case(
        "a description typed in a new paragraph below the boxes",
        changed(spoil.type_below("1.1.2.2", "Практика недостаточна")),
        ("Q743",),
        {"1.1.2.3": "Практика недостаточна"},
    ),
    Case(
        "an answer goes on in paragraphs below its field",
        changed(spoil.type_below("1.6.1", "Вторая мысль", "Третья мысль")),
        ("Q743",),
        {"1.6.1": "Встречи и переговоры\nВторая мысль\nТретья мысль"},
    ),
    Case(
        "an answer typed in the column of questions",
        changed(spoil.type_in_column("2.13.2", 1, "Нехватка людей")),
        ("Q743",),
        {"2.13.2": "Нехватка людей"},
    ),
    Case(
        "the reason typed in the cell of the question",
        changed(spoil.type_in_column("2.2.0", 1, "Учет не ведется")),
        ("Q743",),
        {"2.2.0": "Учет не ведется"},
    ),
    Case(
        "words that could belong to several questions",
        changed(spoil.type_in_column("2.5.1", 1, "см. приложение")),
        ("Q749",),
        strays=("см. приложение",),
    ),
    Case(
        "a text box over a line",
        changed(spoil.text_box("2.13.3", "Переполнены приемники")),
        ("Q743",),
        {"2.13.3": "Переполнены приемники"},
    ),
    Case(
        "a table inside a cell",
        changed(spoil.nested_table("2.13.3", "Переполнены приемники")),
        ("Q743",),
        {"2.13.3": "Переполнены приемники"},
    ),
    Case(
        "a letter pasted above the form",
        changed(lambda root: root[0].insert(0, spoil.paragraph("Направляем заполненный опросник."))),
        ("Q749",),
        strays=("Направляем заполненный опросник.",),
    ),
)

CODES = (
    Case(
        "a code with commas and spaces",
        changed(spoil.retype("2.1.2", "2, 1, 2.   15 преступлений")),
        ("Q741",),
    ),
    Case(
        "a code with letters that look like digits",
        changed(spoil.retype("1.5.1.1.1", "I.5.l.1.І Государство: Государство А")),
        ("Q741",),
    ),
    Case(
        "a reason with a Cyrillic letter for the zero",
        changed(spoil.retype("2.4.0", "2.4.О Поручений не было")),
        ("Q741",),
    ),
    Case(
        "a label is gone, its code is not",
        changed(spoil.retype("1.5.1.1.1", "1.5.1.1.1 Государство А")),
        ("Q741",),
    ),
    Case(
        "the code is gone, the label is not",
        changed(spoil.retype("1.5.1.1.1", "Государство: Государство А")),
        ("Q742",),
    ),
    Case(
        "only the number and its unit are left",
        changed(spoil.retype("2.1.2", "15 преступлений")),
        ("Q742",),
    ),
    Case(
        "a period in words",
        changed(spoil.retype("2.1.1.1", "2.1.1 с 01.01.2026 по 31.12.2026")),
        ("Q741",),
    ),
    Case(
        "a row of a breakdown in words",
        changed(spoil.retype("2.1.2.1.1.1", "2.1.2.1.1 принудительный труд – 9 преступлений")),
        ("Q741",),
    ),
    Case(
        "an empty row of a breakdown in words",
        changed(spoil.retype("2.1.2.1.2.1", "2.1.2.1.2 введите текст ______ преступлений")),
    ),
    Case(
        "two lines run into one",
        changed(spoil.join_lines("1.5.1.1.1", "1.5.1.1.2")),
    ),
)

BOXES = (
    Case("a tick typed before the word", changed(spoil.tick("1.1.3.1", "V")), ("Q741",), {"1.1.3.1": "x"}),
    Case(
        "a plus instead of the second box", changed(spoil.tick("1.1.3.2", "+")), ("Q741",), {"1.1.3.2": "x"}
    ),
    Case("a tick beside a box", changed(spoil.type_beside("1.1.3.1", " х")), ("Q743",), {"1.1.3.1": "х"}),
    Case("the word yes alone", changed(spoil.retype("1.1.3.1", "1.1.3 Да")), ("Q741",), {"1.1.3.1": "Да"}),
    Case(
        "the word no in Kazakh", changed(spoil.retype("1.1.3.1", "1.1.3 жоқ")), ("Q741",), {"1.1.3.2": "жоқ"}
    ),
    Case(
        "ticks after their words",
        changed(spoil.retype("1.1.3.1", "1.1.3 Да ☐ Нет ☒")),
        ("Q741",),
        {"1.1.3.2": "x"},
    ),
    Case(
        "a lone tick between the words belongs to nobody",
        changed(spoil.retype("1.1.3.1", "1.1.3 Да  V  Нет")),
        ("Q749",),
        strays=("Да  V  Нет",),
    ),
    Case(
        "both boxes are ticked",
        changed(spoil.tick("1.1.1.2", "☒")),
        ("Q741",),
        {"1.1.1.2": "x"},
    ),
    Case(
        "a description typed after the boxes",
        changed(spoil.type_after("1.1.2.2", " практика есть")),
        ("Q743",),
        {"1.1.2.3": "практика есть"},
    ),
)

ROWS = (
    Case(
        "a row of a list copied with its tags",
        changed(spoil.copy_lines(("2.1.4.5.1", "2.1.4.5.2"), ("Город В", "Транзит"))),
        (),
        {"2.1.4.5.1": "Город В", "2.1.4.5.2": "Транзит"},
    ),
    Case(
        "two copies of a filled row",
        changed(
            spoil.copy_lines(("2.1.4.1.1", "2.1.4.1.2"), ("Город В", "Транзит")),
            spoil.copy_lines(("2.1.4.1.1", "2.1.4.1.2"), ("Город Г", "Приграничье")),
        ),
        ("Q744",),
        {
            "2.1.4.6.1": "Город Г",
            "2.1.4.6.2": "Приграничье",
            "2.1.4.7.1": "Город В",
            "2.1.4.7.2": "Транзит",
        },
    ),
    Case(
        "a copied row that says the same is no new row",
        changed(spoil.copy_lines(("2.1.4.1.1", "2.1.4.1.2"), ("Город Б", "Приграничье"))),
    ),
    Case(
        "a row typed with the next number",
        changed(
            spoil.type_below(
                "2.1.4.5.2", "2.1.4.6.1 Город, область: Город Д", "2.1.4.6.2 Основные причины: безработица"
            )
        ),
        ("Q741", "Q744"),
        {"2.1.4.6.1": "Город Д", "2.1.4.6.2": "безработица"},
    ),
    Case(
        "a row of a breakdown typed with the next number",
        changed(spoil.type_below("2.1.2.1.5.1", "2.1.2.1.6 вывоз 4 преступлений")),
        ("Q741", "Q744"),
        {"2.1.2.1.6.1": "вывоз", "2.1.2.1.6.2": "4"},
    ),
    Case(
        "a row typed without any code is not guessed at",
        changed(spoil.type_below("2.1.4.5.2", "Город Е – низкие доходы")),
        ("Q749",),
        strays=("Город Е – низкие доходы",),
    ),
    Case(
        "one code answered twice",
        changed(spoil.copy_lines(("2.1.2",), ("16",))),
        ("Q745",),
        strays=("16",),
    ),
    Case("one code answered twice alike", changed(spoil.copy_lines(("2.1.2",), ("15",)))),
)

HANDS = (
    Case(
        "changes were recorded",
        changed(spoil.revise("2.1.2", "17")),
        ("Q746",),
        {"2.1.2": "17"},
    ),
    Case(
        "a comment",
        lambda data: spoil.spoiled(data, spoil.comment_on("2.1.2"), extra=spoil.comments("уточнить")),
        ("Q747",),
        strays=("уточнить",),
    ),
    Case(
        "wording changed",
        changed(spoil.reword("пресеченных каналов", "возможных каналов")),
        ("Q761",),
    ),
    Case(
        "a unit changed",
        changed(spoil.reword("каналов", "тысяч каналов")),
        ("Q761", "Q743"),
        {"2.2.1.1.1": "3 тысяч", "2.2.1": "тысяч", "2.2.1.1.2": "тысяч"},
    ),
    Case(
        "an item is gone",
        changed(spoil.delete_rows("Количество выявленных и пресеченных каналов", 2)),
        ("Q762",),
        {"2.2.1.1.1": None},
    ),
    Case(
        "one option of an item is gone",
        changed(spoil.delete_rows("2. Недостаточное практическое", 1)),
        ("Q762",),
        {"1.1.2.2": None},
    ),
    Case(
        "a line of wording is gone",
        changed(spoil.delete_line("Указываются возможные риски, которые")),
        ("Q762",),
    ),
    Case(
        "a question was added",
        changed(
            spoil.add_row("Количество выявленных и пресеченных каналов", "1а", "Сколько дел прекращено?", "5")
        ),
        ("Q749", "Q763"),
        strays=("1а", "Сколько дел прекращено?", "5"),
    ),
)

CASES = (*PROGRAMS, *PLACES, *CODES, *BOXES, *ROWS, *HANDS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "_"))
def test_spoiled_form(case: Case) -> None:
    form = blank(2, case.language)
    filled = returned(case.spoiler(fill(form.data, START)))
    expected = {code: text for code, text in {**START, **case.answers}.items() if text is not None}
    assert as_answers(filled) == expected
    assert {finding.code for finding in filled.findings} == set(case.findings)
    assert tuple(stray.text for stray in filled.strays) == case.strays
    assert (filled.marks.section, filled.marks.language) == (2, case.language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "_"))
def test_findings_are_few(case: Case) -> None:
    filled = returned(case.spoiler(fill(blank(2, case.language).data, START)))
    assert len(filled.findings) <= 4


def test_corpus_is_large_enough() -> None:
    assert len({case.name for case in CASES}) >= 25


def test_kazakh_form_answered_in_russian() -> None:
    form = blank(2, Language.KK)
    changes = (
        spoil.retype("1.1.1.1", "1.1.1 Нет"),
        spoil.retype("0.2", "0.2 введите текст"),
        spoil.type_below("1.1.2.2", "Пробелы есть"),
    )
    answers = {"0.3": "2026", "1.6.1": "Ответ на русском языке"}
    filled = returned(spoil.spoiled(fill(form.data, answers), *changes))
    assert as_answers(filled) == {**answers, "1.1.1.2": "Нет", "1.1.2.3": "Пробелы есть"}
    assert filled.marks.language is Language.KK


def test_foreign_file_is_not_guessed_at() -> None:
    form = blank(2, Language.RU)
    data = spoil.spoiled(form.data, _only("Справка о погоде"), without=("docProps/", "word/footer"))
    filled = read_docx(data, "weather.docx", expected_for)
    assert not filled.found
    assert [finding.code for finding in filled.findings] == ["Q764"]
    assert [stray.text for stray in filled.strays] == ["Справка о погоде"]


def _only(text: str) -> spoil.Change:
    def change(root: etree._Element) -> None:
        for child in list(root[0]):
            root[0].remove(child)
        root[0].append(spoil.paragraph(text))

    return change
