"""Found words to answers by what their codes ask for; nothing is dropped on the way."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.answers import Filled, Found, How, Marks, Stray, ValueKind
from builder.model.cells import Part
from builder.model.questionnaire import FieldKind
from builder.read.form import Understanding, understood
from builder.read.numbers import with_patterns
from builder.read.pdf import read_pdf
from builder.read.questions import Question, questions
from examples.filling import pdf as filling
from tests.read import forms

SECTION = 2
YEAR = 2025
ASKED = {number: questions(forms.content(), number, YEAR) for number in range(2, 17)}
QUESTIONS = ASKED[SECTION]
KNOWN = with_patterns(forms.content().vocabulary)


def read(*found: Found, strays: tuple[Stray, ...] = ()) -> Understanding:
    return understood(Filled("a.docx", "docx", Marks(), found, strays), QUESTIONS, KNOWN)


def words(code: str, text: str) -> Found:
    return Found(code, text, How.CODE, "paragraph 1")


def tick(code: str, ticked: bool = True) -> Found:
    return Found(code, "", How.TAG, "paragraph 2", ticked)


def code_of(part: Part, kind: FieldKind | None = None, known: Mapping[str, Question] = QUESTIONS) -> str:
    """The first code of a part and kind in the form."""
    return next(
        code
        for code, question in known.items()
        if question.cell is not None and question.part is part and kind in (None, question.cell.kind)
    )


def kinds(result: Understanding) -> dict[str, ValueKind]:
    return {code: answer.value.kind for code, answer in result.answers.items()}


def codes(result: Understanding) -> list[str]:
    return [item.code for item in result.findings]


def test_identity_and_reasons() -> None:
    result = read(
        words("0.1", "Сынақ мекемесі"),
        words("0.2", "Абай облысы"),
        words("0.6", "31.12.2025"),
        words("2.1.0", "учет не ведется"),
    )
    assert kinds(result) == {
        "0.1": ValueKind.TEXT, "0.2": ValueKind.CHOICE, "0.6": ValueKind.DATE, "2.1.0": ValueKind.TEXT,
    }  # fmt: skip
    assert result.answers["0.2"].value.text == "abai"
    assert result.answers["0.6"].value.day == date(2025, 12, 31)
    assert result.answers["0.1"].how is How.CODE
    assert result.answers["0.1"].at == "paragraph 1"


def test_boxes() -> None:
    yes = code_of(Part.YES)
    no = yes.removesuffix("1") + "2"
    field = yes.removesuffix(".1")
    assert kinds(read(tick(yes), tick(no, ticked=False))) == {yes: ValueKind.YES}
    assert kinds(read(tick(no))) == {no: ValueKind.NO}
    assert kinds(read(words(yes, "иә"))) == {yes: ValueKind.YES}
    assert kinds(read(words(yes, "Нет"))) == {no: ValueKind.NO}
    assert kinds(read(words(no, "х"))) == {no: ValueKind.NO}
    assert kinds(read(words(field, "да"))) == {yes: ValueKind.YES}
    assert kinds(read(words(field, "no"))) == {yes: ValueKind.UNREADABLE}
    both = read(tick(yes), tick(no))
    assert kinds(both) == {yes: ValueKind.YES, no: ValueKind.NO}
    assert both.findings == ()  # the answer checks tell of it, once


def test_silent_cells_are_left_out() -> None:
    assert (
        read(words(code_of(Part.VALUE, FieldKind.COUNT), "  "), tick(code_of(Part.YES), ticked=False)).answers
        == {}
    )


def test_period_in_one_cell() -> None:
    known = next(one for one in ASKED.values() if any(item.part is Part.START for item in one.values()))
    start = code_of(Part.START, known=known)
    end = start.removesuffix(".1") + ".2"
    for found, last in (
        ((words(start, "I квартал 2025"),), date(2025, 3, 31)),
        ((words(start, "01.01.2025"), words(end, "2025 жылғы 31 желтоқсан")), date(2025, 12, 31)),
        ((words(start, "январь 2025"), words(end, "декабрь 2025")), date(2025, 12, 31)),
    ):
        result = understood(Filled("a", "docx", Marks(), found), known, KNOWN)
        assert result.answers[start].value.day == date(2025, 1, 1)
        assert result.answers[end].value.day == last
        assert result.findings == ()


def test_rows_that_were_added() -> None:
    name = code_of(Part.NAME)
    base, _, _ = name.rpartition(".1.1")
    added = read(words(f"{base}.9.1", "Өзбекстан"), words(f"{base}.9.2", "12"))
    assert kinds(added) == {f"{base}.9.1": ValueKind.TEXT, f"{base}.9.2": ValueKind.EXACT}
    assert added.findings == ()


@pytest.mark.parametrize("code", ["17.1.1", "2.1.99", "2.1.1.0.1", "x", "", "2", "2.8.1.٣.1"])
def test_unknown_code_is_kept_and_told(code: str) -> None:
    before = Stray("earlier", "page 1")
    result = read(words(code, "12"), strays=(before,))
    assert result.answers == {}
    assert result.strays == (before, Stray("12", "paragraph 1", code))
    assert codes(result) == ["Q750"]


def test_two_answers_for_one_code() -> None:
    code = code_of(Part.VALUE, FieldKind.COUNT)
    same = read(words(code, "12"), words(code, " 12 "))
    assert kinds(same) == {code: ValueKind.EXACT}
    assert same.findings == ()
    other = read(words(code, "12"), words(code, "13"))
    assert other.answers[code].value.kind is ValueKind.UNREADABLE
    assert other.answers[code].value.raw == "12 | 13"
    assert codes(other) == ["Q771"]


def test_findings_name_file_and_code() -> None:
    code = code_of(Part.VALUE, FieldKind.COUNT)
    result = read(words(code, "12 + 3"))
    assert [(item.code, item.place.path, item.place.at) for item in result.findings] == [
        ("Q771", "a.docx", code)
    ]


@pytest.mark.parametrize("language", LAW_LANGUAGES)
@pytest.mark.parametrize("section", [2, 9, 16])
def test_filled_form_is_understood(section: int, language: Language) -> None:
    """Every answer of a form filled with readable values is understood as its own kind."""
    given = forms.answers(forms.form(section, language))
    filled = read_pdf(filling.fill(forms.pdf(section, language), given), "a.pdf")
    result = understood(filled, ASKED[section], KNOWN)
    assert result.findings == ()
    assert result.strays == ()
    assert {code for code, answer in given.items() if answer is not False} <= result.answers.keys()
    assert {item.code for item in filled.found} == result.answers.keys()
    assert not [code for code, kind in kinds(result).items() if kind is ValueKind.UNREADABLE]


CODES = st.one_of(
    st.sampled_from(sorted(QUESTIONS)), st.from_regex(r"[0-9]{1,2}(\.[0-9]{1,3}){0,5}", fullmatch=True)
)
FOUND = st.builds(
    Found, CODES, st.text(max_size=30), st.just(How.CODE), st.just("p"), st.sampled_from((None, True))
)


@settings(deadline=None, max_examples=150)
@given(st.lists(FOUND, max_size=12))
def test_nothing_is_dropped(found: list[Found]) -> None:
    """Every word that came is in an answer or among the strays."""
    result = read(*found)
    kept = "\n".join(
        [answer.value.raw for answer in result.answers.values()] + [one.text for one in result.strays]
    )
    for item in found:
        silent = not item.text.strip(
            " _.…\u200b\ufeff\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000"
        )
        if not silent and any(sign.isalnum() for sign in item.text):
            assert item.text.strip() in kept
