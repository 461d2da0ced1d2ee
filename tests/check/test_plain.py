"""Plain language, abbreviations, names of bodies and the age of contacts, on small examples."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.abbreviations import check_abbreviations
from builder.check.bodies import check_bodies
from builder.check.citations import check_citations
from builder.check.figures import dated_acts, figures
from builder.check.freshness import check_freshness
from builder.check.names import begins, words_of
from builder.check.passive import passives
from builder.check.plain import words_in
from builder.check.wording import check_wording
from builder.load.library import Loaded, load
from builder.model.library import Library
from builder.model.text import Standing, Text, Wording
from tests.check import house


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Центр поможет вам.", 0),
        ("Он находится рядом и является отделом полиции.", 0),
        ("Помощь оказывается бесплатно.", 1),
        ("Помощь оказывается, когда будет проведена проверка.", 2),
        ("Сведения проверяются и передаются в полицию.", 2),
        ("Обращайтесь в полицию и не бойтесь.", 0),
    ],
)
def test_passive_forms_are_counted(words: str, count: int) -> None:
    assert len(passives(words)) == count


def test_hyphens_join_one_word() -> None:
    assert words_in("тергеп-тексеру, 102 нөмірі – сіз үшін") == [
        "тергеп-тексеру",
        "102",
        "нөмірі",
        "сіз",
        "үшін",
    ]


@pytest.mark.parametrize(
    ("said", "name", "known"),
    [
        ("Министерству внутренних дел Республики", "Министерство внутренних дел", True),
        ("Министерства труда и социальной защиты", "Министерство труда", True),
        ("Министерство внешних дел", "Министерство внутренних дел", False),
        ("Министерство", "Министерство труда", False),
        ("Ішкі істер министрлігінің", "Ішкі істер министрлігі", True),
    ],
)
def test_names_are_known_in_any_form(said: str, name: str, known: bool) -> None:
    assert begins(words_of(said), words_of(name)) is known


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("приказ от 22.10.2024 года № 844", [("844", "22.10.2024")]),
        ("Законом РК от 4 июня 2008 года №37-IV", [("37-IV", "04.06.2008")]),
        ("2024 жылғы 22 қазандағы № 844 және 2024 жылғы 22 қазандағы № 406", ["844", "406"]),
        ("приказ № 844", []),
    ],
)
def test_acts_with_dates_are_found(words: str, found: list[object]) -> None:
    acts = [(number, day) for _, number, day in dated_acts(words)]
    assert acts == found or [number for number, _ in acts] == found


def test_a_day_of_several_years_is_numbers() -> None:
    ru = figures("не позднее 20 января 2019 – 2020 годов", Language.RU)
    kk = figures("2019 – 2020 жылдары жыл сайын, 20 қаңтардан кешіктірмей", Language.KK)
    assert not ru.dates
    assert not kk.dates
    assert ru.numbers == kk.numbers


@pytest.mark.parametrize(
    ("today", "old"),
    [(date(2026, 11, 21), False), (date(2027, 11, 21), False), (date(2027, 11, 22), True)],
)
def test_contacts_grow_old_after_a_year(loaded: Loaded, today: date, old: bool) -> None:
    assert bool(list(check_freshness(loaded.library, today))) is old


def test_a_leap_day_is_a_day_like_others(loaded: Loaded) -> None:
    assert list(check_freshness(loaded.library, date(2028, 2, 29)))


_PIECES = st.lists(
    st.sampled_from(["Министерство ", "министрлігі ", "МВД", "ІІМ ", "от 1 мая 2024 года №", "7 ", "İ"])
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(house.build(tmp_path_factory.mktemp("house"))).library


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), _PIECES.map("".join)), st.one_of(st.text(), _PIECES.map("".join)))
def test_no_words_break_a_check_of_registries(small: Library, kk: str, ru: str) -> None:
    place = Place("content/sop/roles.yaml", 3, 5)
    wordings = {
        language: Wording(words, (Run(words),), Standing.OWN, place, ((0, place),))
        for language, words in zip(LAW_LANGUAGES, (kk, ru), strict=True)
    }
    library = replace(small, texts=(Text(wordings, place),))
    for ask in (check_bodies, check_citations, check_abbreviations, check_wording):
        for item in ask(library):
            assert item.place.column >= 1
