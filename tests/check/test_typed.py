"""Numbers that somebody typed are told from dates, acts, points, codes, years and calls."""

import pytest

from builder.base.language import LAW_LANGUAGES, Language
from builder.check.typed import codes_in, counts, counts_other, spelt_before, typed
from builder.model.library import Content
from tests.compose.made import text

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Компенсацию получили 4 человека.", ["4"]),
        ("Өтемақыны 4 адам алды, 2-і шетелдік.", ["4", "2"]),
        ("Выплачено 452 000 тенге и 1\u00a0200,5 тыс.", ["452000", "1200.5"]),
        ("от 5 до 7, или 10–12", ["5", "7", "10", "12"]),
        ("доля 75 %, 3,5 раза", ["75", "3.5"]),
        ("(4)", ["4"]),
        ("в 2023 году и в 2021–2022 годах", []),
        ("2023 жылы, 2021–2023 жылдары", []),
        ("31 января 2024 года, 2024 жылғы 31 қаңтарда, 31.01.2024", []),
        ("приказ № 849, 410 лиц", ["410"]),
        ("по пункту 17, подпункту 3) и статье 12 Правил", []),
        ("Қағидалардың 17-тармағына, 3) тармақшасына сәйкес", []),
        ("[пункт 9](rules/p9) и [12](rules/p12)", []),
        ("по коду 2.12.1 и пункту 2.12", []),
        ("пандемия Covid-19, группа А-7", []),
        ('{{ value("2.12.1", 2023) }} и {{ share("2.8.1.3.1", "2.8.1", 2023) }}', []),
        ("ни одного", []),
    ],
)
def test_numbers_in_digits(words: str, expected: list[str]) -> None:
    for language in LAW_LANGUAGES:
        assert [str(one.number) for one in typed(text(words)[language])] == expected


def test_a_number_stands_where_it_stands() -> None:
    words = 'В 2023 году {{ value("2.12.1", 2023) }}, то есть 4 человека.'
    (found,) = typed(text(words)[RU])
    assert words[found.start :].startswith("4 человека")
    assert found.after.startswith("человека")


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (RU, "Компенсацию получили четыре человека", [4]),
        (RU, "помогли двадцати пяти человекам", [25]),
        (RU, "ни один не назвал человека", []),
        (KK, "Өтемақыны төрт адам алды", [4]),
        (KK, "жиырма бес адамға көмек", [25]),
        (KK, "әр адам", []),
    ],
)
def test_numbers_in_words_before_a_unit(
    content: Content, language: Language, words: str, expected: list[int]
) -> None:
    found = spelt_before(text(words)[language], language, content.unit("persons"))
    assert [one.number for one in found] == expected


def test_what_a_number_counts(content: Content) -> None:
    persons, cases = content.unit("persons"), content.unit("cases")
    people, files, hanging = (
        next(typed(text(words)[RU])) for words in ("4 человека", "4 уголовных дела", "4 из них")
    )
    assert [counts(one, persons, RU) for one in (people, files, hanging)] == [True, False, False]
    assert [counts_other(one, (cases,), RU) for one in (people, files, hanging)] == [False, True, False]


def test_codes_are_found_in_words_and_not_in_calls() -> None:
    words = 'По коду 2.12.1 и пункту 2.8: {{ value("2.9.1", 2023) }}, 3,5 раза, 31.01.2024'
    assert set(codes_in(text(words))) >= {"2.12.1", "2.8"}
    assert "2.9.1" not in set(codes_in(text(words)))
