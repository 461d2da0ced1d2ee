"""Letters and registers of a collection: what they say, in both languages, in Word and PDF alike."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builder.arrange.passes import arrange
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.blocks.tree import Clause, Document, Heading, controls, walk
from builder.compose.letters import Register, ReminderLetter, RequestLetter, ReturnLetter, compose
from builder.compose.letters.returned import defects
from builder.compose.letters.words import counted_days, percent, told
from builder.compose.voice import Voice
from builder.model.defects import defect_words
from builder.model.library import Content
from builder.model.registry import Words
from builder.ooxml import extract as docx
from builder.workflow.make import WRITERS
from builder.write.outline.writer import write
from tests import pdf_text as pdf
from tests.kinds.letters import cases

ROOT = Path(__file__).parent.parent.parent.parent
HERE = Path(__file__).parent
MOMENT = datetime(2027, 1, 29, tzinfo=UTC)
NAMES = ("request", "request-other-term", "reminder", "reminder-ahead", "return", "register")
ANY = pytest.mark.parametrize("name", NAMES)
EACH = pytest.mark.parametrize("language", LAW_LANGUAGES)


def tree(content: Content, name: str, language: Language) -> Document:
    return arrange(compose(content, cases.letters(content)[name], language))


def spoken(content: Content, name: str, language: Language) -> str:
    return write(tree(content, name, language)).replace("~", " ")


@ANY
@EACH
def test_outline(
    content: Content, golden: Callable[[Path, str], None], name: str, language: Language
) -> None:
    golden(HERE / f"{name}.{language}.txt", write(tree(content, name, language)))


@ANY
@EACH
def test_word_and_pdf_agree(content: Content, name: str, language: Language) -> None:
    made = tree(content, name, language)
    word = WRITERS["docx"](made, ROOT / "templates", MOMENT).data
    paper = WRITERS["pdf"](made, ROOT / "templates", MOMENT)
    words = "".join("".join(docx.text_lines(word)).split())
    assert words == "".join("".join(pdf.text_lines(paper.data)).split())
    assert len(words) > 400


@ANY
@EACH
def test_a_letter_is_a_document_like_any_other(content: Content, name: str, language: Language) -> None:
    made = tree(content, name, language)
    levels = [block.level for block in walk(made.blocks) if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not any(controls(made.blocks))
    assert not made.form
    assert "{" not in write(made)


@pytest.mark.parametrize("name", NAMES[:-1])
@EACH
def test_a_letter_stands_on_one_page(content: Content, name: str, language: Language) -> None:
    assert WRITERS["pdf"](tree(content, name, language), ROOT / "templates", MOMENT).pages == 1


@EACH
def test_the_request_cites_the_rules_and_names_term_sections_and_form(
    content: Content, language: Language
) -> None:
    words = spoken(content, "request", language)
    letter = cases.letters(content)["request"]
    assert isinstance(letter, RequestLetter)
    for number in ("849", "410", "35288"):
        assert f"№ {number}" in words
    for point in (
        ("3-тарма", "6-тарма", "9-тарма")
        if language is Language.KK
        else ("пунктом 3", "пункту 6", "пункту 9")
    ):
        assert point in words
    assert str(letter.issue.form_id(language)) in words
    assert "2026/00031" in words
    assert ("2027 жылғы 28 ақпаннан" if language is Language.KK else "28 февраля 2027 года") in words
    assert ("14-бөлімін" if language is Language.KK else "раздел 14") in words


def test_both_languages_bear_the_same_number_and_day(content: Content) -> None:
    for name in ("request", "reminder", "return"):
        letter = cases.letters(content)[name]
        assert not isinstance(letter, Register)
        for language in LAW_LANGUAGES:
            voice = Voice(content, language)
            line = told(voice, "number_and_date", number=letter.number, day=voice.day(letter.day))
            assert line.replace("\u00a0", " ") in spoken(content, name, language)


@EACH
def test_another_term_is_said_to_be_set_by_the_request(content: Content, language: Language) -> None:
    month, other = (spoken(content, name, language) for name in ("request", "request-other-term"))
    word = "бір ай мерзімде" if language is Language.KK else "месячный срок"
    assert word in month
    assert word not in other


@EACH
def test_the_letterhead_is_bilingual_in_every_letter(content: Content, language: Language) -> None:
    for name in ("request", "reminder", "return"):
        words = spoken(content, name, language)
        assert "МИНИСТРЛІГІ" in words
        assert "МИНИСТЕРСТВО" in words


def test_nobody_is_named(content: Content) -> None:
    """The post stands there; for the name there is a line."""
    for language in LAW_LANGUAGES:
        for signature in content.order.signatures:
            assert signature.name.plain(language) not in spoken(content, "request", language)


def test_a_reminder_counts_days_from_the_term(content: Content) -> None:
    letter = cases.letters(content)["reminder"]
    assert isinstance(letter, ReminderLetter)
    assert letter.days_late == 2
    assert "2 дня" in spoken(content, "reminder", Language.RU)
    assert "2 күн" in spoken(content, "reminder", Language.KK)
    assert "просрочка" not in spoken(content, "reminder-ahead", Language.RU)


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (112, "112 дней")],
)
def test_days_are_counted_in_russian(content: Content, count: int, words: str) -> None:
    assert counted_days(Voice(content, Language.RU), count).replace("\u00a0", " ") == words


def test_percent_is_never_more_than_there_is() -> None:
    assert percent(0.9999).startswith("99")
    assert percent(1.0).startswith("100")
    assert percent(0.29).startswith("29")
    assert percent(None) == "–"


@EACH
def test_only_what_concerns_the_respondent_goes_back(content: Content, language: Language) -> None:
    found = cases.findings()
    told_of = defects(Voice(content, language), found)
    assert len(told_of) == len(found) - 1
    assert all("Q" not in words for words in told_of)
    letter = cases.letters(content)["return"]
    assert isinstance(letter, ReturnLetter)
    clauses = [block for block in compose(content, letter, language).blocks if isinstance(block, Clause)]
    assert [block.number for block in clauses] == [f"{position}." for position in range(1, len(told_of) + 1)]


@EACH
def test_every_defect_is_told_whole(content: Content, language: Language) -> None:
    """In words, with what the finding knows, and without the code that we use among ourselves."""
    for code, text in content.defects.defects.items():
        names = re.findall(r"\{(\w+)\}", text.plain(language))
        finding = Finding(code, Place("a.docx", at="2.1.1"), dict.fromkeys(names, "<7>"))
        words = defect_words(content, finding, language)
        assert words is not None
        assert words.count("<7>") == len(names)
        assert "{" not in words
        assert code not in words
        assert not words.endswith(".")


def test_defects_follow_the_questionnaire_and_come_once(content: Content) -> None:
    code = next(iter(content.defects.defects))
    places = ("14.10.1", "14.2.1", "0.3", "14.2.1", "")
    found = tuple(Finding(code, Place("a.docx", at=at), {}) for at in places)
    words = defects(Voice(content, Language.RU), found)
    assert len(words) == 4
    assert [at for line in words for at in ("0.3", "14.2.1", "14.10.1") if f"код {at})" in line] == [
        "0.3",
        "14.2.1",
        "14.10.1",
    ]


def test_what_is_filled_in_is_never_read_as_a_placeholder(content: Content) -> None:
    letter = cases.letters(content)["request"]
    assert isinstance(letter, RequestLetter)
    odd = replace(letter.issue.respondent, addressee=Words("{due}", "{due} <w:p/> #let x"))
    made = compose(content, RequestLetter(replace(letter.issue, respondent=odd)), Language.RU)
    assert "signature: {due} <w:p/> #let x" in write(made)
    word = WRITERS["docx"](arrange(made), ROOT / "templates", MOMENT).data
    assert any("{due} <w:p/> #let x" in line for line in docx.text_lines(word))


def test_the_register_counts_every_respondent_once(content: Content) -> None:
    register = cases.register(content)
    whole = register.status.whole
    assert whole.asked == len(register.status.rows) == sum(total.asked for total in register.status.sections)
    assert whole.asked == sum(total.asked for total in register.status.regions)
    assert register.day == date(2027, 3, 5)
    for language in LAW_LANGUAGES:
        words = spoken(content, "register", language)
        for row in register.status.rows:
            assert row.respondent.name[language] in words
