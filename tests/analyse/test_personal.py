"""Personal data: true and false cases in both languages, and the IIN by an independent reckoning."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.analyse.checked import check_form
from builder.analyse.digits import is_bank_card, is_entity, is_iin
from builder.analyse.personal import held, names_person
from builder.analyse.traces import find_personal
from builder.base import catalogue
from builder.base.language import UI_LANGUAGES
from builder.model.answers import Stray
from builder.model.library import Content
from tests.analyse.forms import form

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "personal.yaml").read_text(encoding="utf-8")
)
IIN = "850101300124"


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:40])
def test_corpus(case: dict[str, Any]) -> None:
    text = case["text"]
    spans = find_personal(text)
    assert [span.kind.value for span in spans] == case["finds"]
    for span in spans:
        words = "".join(filter(str.isalnum, text[span.start : span.end]))
        assert words not in "".join(filter(str.isalnum, span.shown))


def reckoned(eleven: str) -> int | None:
    """The check digit, written out once more from its rule."""
    first = sum((place + 1) * int(digit) for place, digit in enumerate(eleven)) % 11
    if first != 10:
        return first
    second = sum(((place + 2) % 11 + 1) * int(digit) for place, digit in enumerate(eleven)) % 11
    return second if second != 10 else None


@st.composite
def people(draw: st.DrawFn) -> str:
    """IINs of people who may live: day of birth, digit of its century and sex, a number, a check digit."""
    born = draw(st.dates(date(1900, 1, 1), date(2026, 12, 31)))
    century = draw(st.sampled_from("34" if born.year < 2000 else "56"))
    eleven = f"{born:%y%m%d}{century}{draw(st.integers(0, 9999)):04}"
    check = reckoned(eleven)
    assume(check is not None)
    return f"{eleven}{check}"


@settings(max_examples=200, deadline=None)
@given(iin=people(), gap=st.sampled_from(["", " ", "-"]), at=st.integers(1, 11))
def test_right_numbers_are_found(iin: str, gap: str, at: int) -> None:
    text = f"анықталған тұлға {iin[:at]}{gap}{iin[at:]}, көмек алды"
    assert [span.kind for span in find_personal(text)][:1] == ["iin"]
    assert all(iin not in span.shown for span in find_personal(text))


@settings(max_examples=200, deadline=None)
@given(iin=people(), place=st.integers(0, 11), step=st.integers(1, 9))
def test_one_wrong_digit_is_seen(iin: str, place: int, step: int) -> None:
    wrong = f"{iin[:place]}{(int(iin[place]) + step) % 10}{iin[place + 1 :]}"
    expected = reckoned(wrong[:11]) == int(wrong[11]) and proper(wrong)
    assert is_iin(wrong) == expected
    if place == 11:
        assert not is_iin(wrong)


def proper(digits: str) -> bool:
    """A day of the calendar in a century that the seventh digit allows."""
    centuries = {
        "0": (1900, 2000),
        "1": (1800,),
        "2": (1800,),
        "3": (1900,),
        "4": (1900,),
        "5": (2000,),
        "6": (2000,),
    }
    for century in centuries.get(digits[6], ()):
        try:
            date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
        except ValueError:
            continue
        return True
    return False


@settings(max_examples=200, deadline=None)
@given(digits=st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_other_numbers_are_judged_alike(digits: str) -> None:
    assert is_iin(digits) == (proper(digits) and reckoned(digits[:11]) == int(digits[11]))
    assert not (is_entity(digits) and is_iin(digits))


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="0123456789 -+()№.,@abхИНЖС\n", max_size=120))
def test_any_words_are_searched(text: str) -> None:
    spans = find_personal(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_bank_cards() -> None:
    assert is_bank_card("4400430123456789")
    assert not is_bank_card("4400430123456780")
    assert not is_bank_card("440043012345678")


def test_findings_name_the_place_and_hide_the_number(content: Content) -> None:
    answers = {"2.13.1": f"потерпевшая, ИИН {IIN}", "2.13.2": "рисков нет"}
    strays = (Stray(f"ИИН {IIN}", "paragraph 7", "2.13.2"),)
    found = [one for one in check_form(content, form(2, answers, strays=strays)) if one.code == "Q790"]
    assert [(one.place.at, one.data["code"], one.data["item"]) for one in found] == [
        ("2.13.1", "2.13.1", "2.13"),
        ("paragraph 7", "2.13.2", "2.13"),
    ]
    for one in found:
        assert all(IIN not in words for words in one.data.values())
        assert all(IIN not in catalogue.message(one, language) for language in UI_LANGUAGES)


def test_what_is_held_back() -> None:
    answers = {
        "0.4": "Исполнитель А. Сериков",
        "0.5": "8 701 222 33 44",
        "2.13.1": f"ИИН {IIN}",
        "2.13.2": "нет данных: см. жалобу, тел. 8 701 222 33 44",
        "2.13.3": "рисков нет",
        "2.8.1": "870122233440",
    }
    strays = (Stray("a.seitova@mail.example.kz", "paragraph 7"), Stray("Приложение", "paragraph 9"))
    one = form(2, answers, strays=strays)
    assert held(one) == {"2.13.1", "2.13.2", "paragraph 7"}
    assert held(one, cleared=["2.13.2"]) == {"2.13.1", "paragraph 7"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Исполнитель Иванова А. Б.", True),
        ("А.Б. Иванова", True),
        ("Ахметов Даурен Серікұлы", True),
        ("Орындаған: Серікқызы Айнұр", True),
        ("Петров Иван Сергеевич", True),
        ("Данные за I квартал. Из них 12 мужчин", False),
        ("Қазақстан Республикасының Ішкі істер министрлігі", False),
        ("Ұлы Отан соғысы көшесі, 12", False),
        ("г. Алматы, учет не ведется", False),
        ("п. 2.8. Всего", False),
    ],
)
def test_likely_names_of_people(words: str, *, named: bool) -> None:
    assert names_person(words) is named
