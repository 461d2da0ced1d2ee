"""Dates, act numbers and numbers as acts write them in either language."""

from collections import Counter

import pytest

from builder.base.language import Language
from builder.check.figures import figures
from builder.check.numerals import spelt, whole
from builder.check.pairs import _lonely

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("2024 жылғы 24 қазандағы № 410", KK, "24.10.2024"),
        ("2024 жылы 24 қазанда", KK, "24.10.2024"),
        ("2024 жылғы 4 қыркүйегіндегі", KK, "04.09.2024"),
        ("2024\u00a0жылғы 8\u00a0наурыз", KK, "08.03.2024"),
        ("от 24 октября 2024 года", RU, "24.10.2024"),
        ("9 мая 2024 г.", RU, "09.05.2024"),
        ("8 марта 2024 года", RU, "08.03.2024"),
        ("24.10.2024", RU, "24.10.2024"),
    ],
)
def test_dates(words: str, language: Language, day: str) -> None:
    found = figures(words, language)
    assert found.dates == Counter([day])
    assert not found.numbers


@pytest.mark.parametrize(
    ("words", "language", "numbers"),
    [
        ("Заңының 14-бабының 2-тармағына", KK, ["14", "2"]),
        ("пунктом 2 статьи 14 Закона", RU, ["2", "14"]),
        ("3 (үш) жылда 1 (бір) рет", KK, ["3", "1"]),
        ("1 (один) раз в 3 (три) года", RU, ["1", "3"]),
        ("3 (два) года", RU, ["3", "2"]),
        ("1 234 567,89 тенге", RU, ["1234567.89"]),
        ("18-25; 26-45; 60 и выше", RU, ["18", "25", "26", "45", "60"]),
        ("5 (с описанием)", RU, ["5"]),
    ],
)
def test_numbers(words: str, language: Language, numbers: list[str]) -> None:
    assert figures(words, language).numbers == Counter(numbers)


def test_acts() -> None:
    found = figures("№ 849 және №35288, № 231-VI", KK)
    assert found.acts == Counter(["849", "35288", "231-VI"])
    assert not found.numbers


@pytest.mark.parametrize(
    ("words", "language", "numbers"),
    [
        ("бес жұмыс күні", KK, [5]),
        ("он бес күн", KK, [15]),
        ("үшінші жыл", KK, [3]),
        ("бірлескен бұйрық", KK, []),
        ("в течение пяти дней", RU, [5]),
        ("двадцать один день", RU, [21]),
        ("семья и столица", RU, []),
    ],
)
def test_spelt(words: str, language: Language, numbers: list[int]) -> None:
    assert list(spelt(words, language)) == numbers


def test_whole_number_in_words() -> None:
    assert whole("он бес", KK) == 15
    assert whole("үш жыл", KK) is None


@pytest.mark.parametrize(
    "words",
    [
        "осы тармақтың 1) тармақшасы",
        "(подпункт 4) пункта 2)",
        "(см. подпункт 4) пункта 2)",
        "(1) бір",
        "а) бірінші; б) екінші",
        '"Заң (туралы)"',
        "«Заң „ішкі“ аты»",
        "(Кодекстің 106-бабы 6-тармағының 5) тармақшасына сәйкес)",
    ],
)
def test_marks_in_pairs(words: str) -> None:
    assert _lonely(words) is None


@pytest.mark.parametrize(
    ("words", "offset"),
    [("Да/Нет) (Если да)", 6), ('Закон "О защите', 6), ("(а", 0), ("«Заң", 0), ("[сөз", 0)],
)
def test_lonely_marks(words: str, offset: int) -> None:
    assert _lonely(words) == offset
