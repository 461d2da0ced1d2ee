"""Endings of Kazakh numbers as they are read aloud, and of units."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.kazakh import (
    Case,
    declined,
    declined_letters,
    declined_number,
    ending,
    last_word,
    spelt,
)
from builder.base.quantity import grouped, rounded

# As a teacher of Kazakh writes them: dative, locative, ablative, genitive, accusative, instrumental.
TABLE = {
    "0": "ге де ден дің ді мен",  # нөл
    "1": "ге де ден дің ді мен",  # бір
    "2": "ге де ден нің ні мен",  # екі
    "3": "ке те тен тің ті пен",  # үш
    "4": "ке те тен тің ті пен",  # төрт
    "5": "ке те тен тің ті пен",  # бес
    "6": "ға да дан ның ны мен",  # алты
    "7": "ге де ден нің ні мен",  # жеті
    "8": "ге де ден дің ді бен",  # сегіз
    "9": "ға да дан дың ды бен",  # тоғыз
    "10": "ға да нан ның ды мен",  # он
    "20": "ға да дан ның ны мен",  # жиырма
    "30": "ға да дан дың ды бен",  # отыз
    "40": "қа та тан тың ты пен",  # қырық
    "50": "ге де ден дің ді мен",  # елу
    "60": "қа та тан тың ты пен",  # алпыс
    "70": "ке те тен тің ті пен",  # жетпіс
    "80": "ге де нен нің ді мен",  # сексен
    "90": "ға да нан ның ды мен",  # тоқсан
    "100": "ге де ден дің ді бен",  # жүз
    "1000": "ға да нан ның ды мен",  # мың
    "1000000": "ға да нан ның ды мен",  # миллион
    "1000000000": "қа та тан тың ты пен",  # миллиард
}
CASES = (Case.DATIVE, Case.LOCATIVE, Case.ABLATIVE, Case.GENITIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
ROUND = (10, 100, 1000, 10**6, 10**9)


@pytest.mark.parametrize("number", TABLE)
def test_table(number: str) -> None:
    endings = [declined_number("", Decimal(number), case).removeprefix("-") for case in CASES]
    assert endings == TABLE[number].split()


# As official texts write them: the ending follows the name of the last letter, not the sound of the word
LETTERS = {
    "ІІМ": "нің ге",
    "ЕХӘҚМ": "нің ге",
    "ОАМ": "нің ге",
    "ҰҚК": "ның ға",
    "ЖАО": "ның ға",
    "БҰҰ": "ның ға",
}


@pytest.mark.parametrize("abbreviation", LETTERS)
def test_abbreviations_are_declined_by_the_name_of_the_last_letter(abbreviation: str) -> None:
    made = [declined_letters(abbreviation, case) for case in (Case.GENITIVE, Case.DATIVE)]
    assert made == [f"{abbreviation}-{found}" for found in LETTERS[abbreviation].split()]
    assert declined_letters(abbreviation, Case.NOMINATIVE) == abbreviation


def key(number: int) -> str:
    """The number whose word is read last, found by arithmetic and not by spelling."""
    for power in (10**9, 10**6, 1000):
        if number and number % power == 0:
            return str(power)
    ones, tens, hundreds = number % 10, number % 100, number % 1000
    if number == 0 or ones:
        return str(ones)
    return str(tens) if tens else "100" if hundreds else "0"


@pytest.mark.parametrize("case", CASES)
def test_every_number_to_a_thousand(case: Case) -> None:
    position = CASES.index(case)
    for number in range(1001):
        expected = TABLE[key(number)].split()[position]
        assert declined_number(str(number), Decimal(number), case) == f"{number}-{expected}", number


@given(st.integers(0, 10**12 - 1), st.sampled_from(CASES))
@settings(deadline=None, max_examples=300)
def test_any_number_follows_its_last_word(number: int, case: Case) -> None:
    expected = TABLE[key(number)].split()[CASES.index(case)]
    assert ending(last_word(Decimal(number)), case) == expected


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "нөл"),
        (11, "он бір"),
        (36, "отыз алты"),
        (100, "жүз"),
        (152, "жүз елу екі"),
        (241, "екі жүз қырық бір"),
        (1000, "бір мың"),
        (2700, "екі мың жеті жүз"),
        (452_000, "төрт жүз елу екі мың"),
        (1_000_005, "бір миллион бес"),
    ],
)
def test_spelt(number: int, words: str) -> None:
    assert spelt(number) == words


@pytest.mark.parametrize(
    ("number", "word"), [("7.2", "екі"), ("28.6", "алты"), ("0.25", "бес"), ("3.0", "үш"), ("1.50", "бес")]
)
def test_fractions_end_with_their_own_digits(number: str, word: str) -> None:
    assert last_word(Decimal(number)) == word


@pytest.mark.parametrize(
    ("word", "dative", "ablative"),
    [
        ("адам", "адамға", "адамнан"),
        ("іс", "іске", "істен"),
        ("қылмыс", "қылмысқа", "қылмыстан"),
        ("теңге", "теңгеге", "теңгеден"),
        ("тексеру", "тексеруге", "тексеруден"),
        ("интернет-ресурс", "интернет-ресурсқа", "интернет-ресурстан"),
        ("өтінішхат", "өтінішхатқа", "өтінішхаттан"),
        ("тренинг", "тренингке", "тренингтен"),
        ("факті", "фактіге", "фактіден"),
        ("науқан", "науқанға", "науқаннан"),
        ("сұрау салу, тапсырма", "сұрау салу, тапсырмаға", "сұрау салу, тапсырмадан"),
    ],
)
def test_units(word: str, dative: str, ablative: str) -> None:
    assert declined(word, Case.DATIVE) == dative
    assert declined(word, Case.ABLATIVE) == ablative
    assert declined(word, Case.NOMINATIVE) == word


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=2))
@settings(deadline=None, max_examples=200)
def test_grouping_loses_nothing(number: Decimal) -> None:
    shown = grouped(number)
    plain = shown.replace("\u00a0", "").replace(",", ".").replace("−", "-")
    assert Decimal(plain) == number
    whole = shown.partition(",")[0].lstrip("−").split("\u00a0")
    assert all(len(group) == 3 for group in whole[1:])
    assert 1 <= len(whole[0]) <= 3
    assert " " not in shown


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [("28.571", 1, "28.6"), ("0.05", 1, "0.1"), ("2.5", 0, "3"), ("7.25", 1, "7.3")],
)
def test_rounding_is_half_away_from_zero(number: str, places: int, expected: str) -> None:
    assert rounded(Decimal(number), places) == Decimal(expected)
