"""Words to values: what people write, in both languages, and what must not be guessed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.base.place import Place
from builder.load.library import load_file
from builder.model.answers import Value, ValueKind
from builder.model.questionnaire import FieldKind
from builder.model.vocabulary import ValuesFile, Vocabulary
from builder.read.lexicon import Lexicon
from builder.read.numbers import with_patterns
from builder.read.values import Asked, Edge, Understood, understand

ROOT = Path(__file__).parent.parent.parent
PERSONS = Asked(FieldKind.COUNT, "persons", year=2024)
TENGE = Asked(FieldKind.MONEY, "tenge")
SHARE = Asked(FieldKind.SHARE, "percent")
DAY = Asked(FieldKind.DATE)
CHOICE = Asked(
    FieldKind.CHOICE,
    options={
        "abai": "abai", "область абай": "abai", "абай облысы": "abai",
        "almaty": "almaty", "город алматы": "almaty", "алматы қаласы": "almaty",
        "алматы облысы": "almaty_region", "алматинская область": "almaty_region",
    },
)  # fmt: skip
FAST = settings(deadline=None, max_examples=150)


def real_vocabulary() -> Vocabulary:
    name = "content/collection/values.yaml"
    file, _, found = load_file(ROOT / name, name, ValuesFile)
    assert file is not None
    assert not found
    vocabulary = file.vocabulary
    assert isinstance(vocabulary, Vocabulary)
    return vocabulary


KNOWN: Lexicon = with_patterns(real_vocabulary())


def said(text: str, asked: Asked = PERSONS) -> Understood:
    return understand(text, asked, KNOWN, Place("form.docx", at="2.8.1"))


def shown(value: Value) -> str:
    """`about 100`, `range 5 10`, `no_data (reason)`: a value in one line."""
    bounds = [f"{bound.normalize():f}" for bound in (value.low, value.high) if bound is not None]
    numbers = bounds if value.kind is ValueKind.RANGE else bounds[:1]
    return " ".join([value.kind.value, *numbers, *([f"({value.text})"] if value.text else [])])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "exact 12"),
        (" 12. ", "exact 12"),
        ("1 234", "exact 1234"),
        ("1\u00a0234", "exact 1234"),
        ("1\u2009234\u2009567", "exact 1234567"),
        ("1'234", "exact 1234"),
        ("1.234.567", "exact 1234567"),
        ("1,234,567", "exact 1234567"),
        ("2,5 тыс.", "exact 2500"),
        ("2 мың 500", "exact 2500"),
        ("12 (двенадцать)", "exact 12"),
        ("12 (он екі) адам", "exact 12"),
        ("двенадцать (12) человек", "exact 12"),
        ("екі жүз отыз бес", "exact 235"),
        ("двести тридцать пять человек", "exact 235"),
        ("12 чел.", "exact 12"),
        ("12 адам", "exact 12"),
        ("Всего: 12", "exact 12"),
        ("12 в 2024 году", "exact 12 (в 2024 году)"),
        ("12 (2024 г.)", "exact 12 (2024 г.)"),
        ("12 человек, все мужчины", "exact 12 (все мужчины)"),
        ("0", "zero 0"),
        ("ноль", "zero 0"),
        ("нөл", "zero 0"),
        ("не выявлено", "zero 0"),
        ("болған жоқ", "zero 0"),
        ("≈100", "about 100"),
        ("~ 100", "about 100"),
        ("около 100 человек", "about 100"),
        ("порядка 100", "about 100"),
        ("шамамен 100", "about 100"),
        ("100-ге жуық", "about 100"),
        ("5 мыңға жуық", "about 5000"),
        ("100 (примерно)", "about 100"),
        ("до 90", "up_to 90"),
        ("90-ға дейін", "up_to 90"),
        ("90 адамға дейін", "up_to 90"),
        ("не более 90", "up_to 90"),
        ("≤ 90", "up_to 90"),
        ("более 100", "more_than 100"),
        ("свыше 100", "more_than 100"),
        (">60", "more_than 60"),
        ("60+", "more_than 60"),
        ("не менее 5", "more_than 5"),
        ("кемінде 5", "more_than 5"),
        ("100-ден астам", "more_than 100"),
        ("100 адамнан астам", "more_than 100"),
        ("от 5 до 10", "range 5 10"),
        ("5–10", "range 5 10"),
        ("5-тен 10-ға дейін", "range 5 10"),
        ("дейiн 5", "unreadable"),
        ("90-ға дейiн", "up_to 90"),
        ("нет данных", "no_data"),
        ("мәлімет жоқ", "no_data"),
        ("деректер жоқ", "no_data"),
        ("не ведется", "no_data (не ведется)"),
        ("Учёт не ведётся", "no_data (Учёт не ведётся)"),
        ("данные отсутствуют, так как учет не ведется", "no_data (так как учет не ведется)"),
        ("деректер жоқ, себебі есеп жүргізілмейді", "no_data (себебі есеп жүргізілмейді)"),
        ("нет данных за 2024 год", "no_data (за 2024 год)"),
        ("", "not_answered"),
        (" \u00a0\n", "not_answered"),
        ("______", "not_answered"),
    ],
)
def test_counts(text: str, expected: str) -> None:
    result = said(text)
    assert shown(result.value) == expected
    assert result.value.raw == text
    assert [item.code for item in result.findings] == (["Q771"] if expected == "unreadable" else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1-2 млн", "range 1000000 2000000"),
        ("1–2 млн тенге", "range 1000000 2000000"),
        ("500 тыс.-1 млн", "range 500000 1000000"),
        ("1,5 млн", "exact 1500000"),
        ("1 млн 200 тыс. тенге", "exact 1200000"),
        ("2 млрд. 300 млн", "exact 2300000000"),
        ("100 000 тг", "exact 100000"),
        ("5000₸", "exact 5000"),
        ("1.234,56", "exact 1234.56"),
        ("1,234.56", "exact 1234.56"),
        ("шамамен 2,5 млн теңге", "about 2500000"),
        ("2 миллионнан астам", "more_than 2000000"),
        ("1 500 000 (один миллион пятьсот тысяч) тенге", "exact 1500000"),
        ("12 (двенадцать) тыс. тенге", "exact 12000"),
    ],
)
def test_money(text: str, expected: str) -> None:
    result = said(text, TENGE)
    assert shown(result.value) == expected
    assert not result.findings


@pytest.mark.parametrize("text", ["15 %", "15%", "15 пайыз", "15 процентов", "15"])
def test_shares(text: str) -> None:
    assert shown(said(text, SHARE).value) == "exact 15"


def test_share_with_three_decimals_is_no_thousand() -> None:
    assert shown(said("12,125 %", SHARE).value) == "exact 12.125"


@pytest.mark.parametrize(
    ("text", "asked", "code"),
    [
        ("1.234", PERSONS, "Q771"),
        ("0,5", PERSONS, "Q771"),
        ("-5", PERSONS, "Q771"),
        ("\u22125", PERSONS, "Q771"),
        ("12+3", PERSONS, "Q771"),
        ("12/3", PERSONS, "Q771"),
        ("12 и 3", PERSONS, "Q771"),
        ("12 (из них 3 женщины)", PERSONS, "Q771"),
        ("10 (в 2023 году - 8)", PERSONS, "Q771"),
        ("за 2023 год - 5", PERSONS, "Q771"),
        ("5 в 2023 году", PERSONS, "Q771"),
        ("нет данных, 12", PERSONS, "Q771"),
        ("31.12.2024", PERSONS, "Q771"),
        ("10-5", PERSONS, "Q771"),
        ("500-1 млн", TENGE, "Q771"),
        ("12²", PERSONS, "Q771"),
        ("9" * 30, PERSONS, "Q771"),
        ("12 не подтверждено", PERSONS, "Q771"),
        ("12 (тринадцать)", PERSONS, "Q773"),
        ("12 (он үш)", PERSONS, "Q773"),
        ("12 (двадцть)", PERSONS, "Q773"),
        ("12 - тринадцать", PERSONS, "Q773"),
        ("12 дел", PERSONS, "Q774"),
        ("15 %", PERSONS, "Q774"),
        ("12 чел", TENGE, "Q774"),
        ("$100", TENGE, "Q774"),
        ("100 долларов", TENGE, "Q774"),
        ("1 млн рублей", TENGE, "Q774"),
        ("вчера", DAY, "Q775"),
        ("30.02.2024", DAY, "Q775"),
        ("12/31/2024", DAY, "Q775"),
        ("I квартал 2024", DAY, "Q775"),
        ("алматы", CHOICE, "Q771"),
        ("возможно", Asked(FieldKind.YES_NO), "Q771"),
    ],
)
def test_not_guessed(text: str, asked: Asked, code: str) -> None:
    result = said(text, asked)
    assert result.value.kind is ValueKind.UNREADABLE
    assert result.value.raw == text
    assert [item.code for item in result.findings] == [code]
    assert result.findings[0].place == Place("form.docx", at="2.8.1")


@pytest.mark.parametrize("text", ["-", "–", "—", "нет", "жоқ", "Х", "x", "...-", "?"])
def test_zero_or_none_is_asked_back(text: str) -> None:
    result = said(text)
    assert result.value == Value(ValueKind.NO_DATA, text)
    assert [item.code for item in result.findings] == ["Q772"]


@pytest.mark.parametrize(
    "text",
    [
        "31.12.2024", "31/12/2024", "31-12-2024", "2024-12-31", "2024.12.31", "31.12.24",
        "2024-12-31T00:00:00", "31 декабря 2024 г.", "«31» декабря 2024 года", "2024 жылғы 31 желтоқсан",
        "31 желтоқсан 2024 ж.",
        "2024 жылғы 31 желтоқсанда",
    ],
)  # fmt: skip
def test_days(text: str) -> None:
    assert said(text, DAY).value == Value(ValueKind.DATE, text, day=date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("I квартал 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("ІІ тоқсан 2024 ж.", date(2024, 4, 1), date(2024, 6, 30)),
        ("2024 жылдың 1-тоқсаны", date(2024, 1, 1), date(2024, 3, 31)),
        ("1 полугодие 2024 года", date(2024, 1, 1), date(2024, 6, 30)),
        ("декабрь 2024", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024 жылдың желтоқсаны", date(2024, 12, 1), date(2024, 12, 31)),
        ("январь-март 2024 г.", date(2024, 1, 1), date(2024, 3, 31)),
        ("за 2024 год", date(2024, 1, 1), date(2024, 12, 31)),
        ("01.01.2024-31.12.2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("с 1 января по 31 декабря 2024 года", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024 жылғы 1 қаңтар мен 31 желтоқсан аралығында", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods(text: str, first: date, last: date) -> None:
    assert said(text, Asked(FieldKind.DATE, edge=Edge.FIRST)).value.day == first
    assert said(text, Asked(FieldKind.DATE, edge=Edge.LAST)).value.day == last


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("abai", "abai"), ("Абай облысы", "abai"), ("ОБЛАСТЬ АБАЙ", "abai"), ("Абай", "abai"),
        ("г. Алматы", None), ("город Алматы", "almaty"), ("Алматинская", "almaty_region"),
    ],
)  # fmt: skip
def test_choices(text: str, option: str | None) -> None:
    value = said(text, CHOICE).value
    assert (value.text or None) == option
    assert (value.kind is ValueKind.CHOICE) == (option is not None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("да", ValueKind.YES),
        ("Иә", ValueKind.YES),
        ("ИӘ", ValueKind.YES),
        ("жоқ", ValueKind.NO),
        ("Нет.", ValueKind.NO),
    ],
)
def test_yes_and_no(text: str, kind: ValueKind) -> None:
    assert said(text, Asked(FieldKind.YES_NO)).value.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Проведены рейды, 12 раз", ValueKind.TEXT), ("нет", ValueKind.TEXT),
        ("нет данных", ValueKind.NO_DATA), ("–", ValueKind.NO_DATA), ("нет данных о жертвах", ValueKind.TEXT),
    ],
)  # fmt: skip
def test_words(text: str, kind: ValueKind) -> None:
    assert said(text, Asked(FieldKind.TEXT)).value.kind is kind


NUMBERS = st.integers(0, 999_999_999)
PLAIN = ("{}", "{} чел.", "{} адам", " {} ", "всего {}", "{} человек")
GROUPS = (" ", "\u00a0", "\u2009", "\u202f", "'", "’")
WRAPS = {
    ValueKind.ABOUT: ("около {}", "≈{}", "~{}", "шамамен {}", "{}-ге жуық", "примерно {} человек"),
    ValueKind.UP_TO: ("до {}", "{}-ға дейін", "не более {}", "<{}", "{} адамға дейін"),
    ValueKind.MORE_THAN: ("более {}", "свыше {}", "{}-ден астам", "кемінде {}", "не менее {}", ">{}", "{}+"),
}


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


@FAST
@given(NUMBERS, st.sampled_from(PLAIN), st.sampled_from(("", *GROUPS)))
def test_every_form_of_an_exact_number(number: int, form: str, sign: str) -> None:
    value = said(form.format(grouped(number, sign))).value
    assert value.kind is (ValueKind.EXACT if number else ValueKind.ZERO)
    assert value.low == value.high == number


@FAST
@given(NUMBERS, st.sampled_from([(kind, form) for kind, forms in WRAPS.items() for form in forms]),
       st.sampled_from(("", *GROUPS)))  # fmt: skip
def test_every_form_of_a_bound(number: int, wrap: tuple[ValueKind, str], sign: str) -> None:
    kind, form = wrap
    value = said(form.format(grouped(number, sign))).value
    assert value.kind is kind
    assert value.low == (None if kind is ValueKind.UP_TO else number)
    assert value.high == (None if kind is ValueKind.MORE_THAN else number)


@FAST
@given(NUMBERS, NUMBERS, st.sampled_from(("от {} до {}", "{}-{}", "{} – {} адам", "{}-тен {}-ға дейін")))
def test_every_form_of_a_range(one: int, other: int, form: str) -> None:
    assume(one != other)  # from 0 to 0 is no range
    low, high = sorted((one, other))
    value = said(form.format(grouped(low, " "), grouped(high, " "))).value
    assert value.kind is ValueKind.RANGE
    assert (value.low, value.high) == (Decimal(low), Decimal(high))


@FAST
@given(
    st.decimals(0, 999, places=1), st.sampled_from((("тыс.", 3), ("млн тенге", 6), ("млрд", 9), ("мың", 3)))
)
def test_thousands_and_millions(number: Decimal, scale: tuple[str, int]) -> None:
    word, zeros = scale
    value = said(f"{number} {word}".replace(".", ",", 1), TENGE).value
    assert value.low == value.high == number * 10**zeros


RU_UNITS = (
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
    "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать",
    "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
)  # fmt: skip
RU_TENS = (
    "-", "-", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
    "девяносто",
)  # fmt: skip
RU_HUNDREDS = (
    "-", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
KK_UNITS = (
    "нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
)  # fmt: skip
KK_TENS = (
    "-", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
)  # fmt: skip


def in_russian(number: int) -> str:
    if number >= 1000:
        rest = f" {in_russian(number % 1000)}" if number % 1000 else ""
        return f"{in_russian(number // 1000)} тысяч{rest}"
    words = [RU_HUNDREDS[number // 100]] if number >= 100 else []
    rest_number = number % 100
    if rest_number >= 20:
        words.append(RU_TENS[rest_number // 10])
        rest_number %= 10
    if rest_number or not number:
        words.append(RU_UNITS[rest_number])
    return " ".join(words)


def in_kazakh(number: int) -> str:
    if number >= 1000:
        rest = f" {in_kazakh(number % 1000)}" if number % 1000 else ""
        return f"{in_kazakh(number // 1000)} мың{rest}"
    words = [KK_UNITS[number // 100], "жүз"] if number >= 200 else ["жүз"] if number >= 100 else []
    if number % 100 >= 10:
        words.append(KK_TENS[number % 100 // 10])
    if number % 10 or not number:
        words.append(KK_UNITS[number % 10])
    return " ".join(words)


@FAST
@given(st.integers(0, 999_999), st.sampled_from((in_russian, in_kazakh)), st.integers(0, 999_999))
def test_numbers_in_words_agree_or_are_noticed(number: int, spell: Callable[[int], str], other: int) -> None:
    assert said(spell(number)).value.low == number
    assert said(f"{number} ({spell(number)})").value.low == number
    if other != number:
        result = said(f"{number} ({spell(other)})")
        assert result.value.kind is ValueKind.UNREADABLE
        assert [item.code for item in result.findings] == ["Q773"]


ALL_ASKED = (PERSONS, TENGE, SHARE, DAY, CHOICE, *(Asked(kind) for kind in FieldKind))
PIECES = st.sampled_from(
    (
        "12", "1", "234", "2024", "-", "–", "(", ")", ",", ".", ";", "%", "₸", "$", "около", "до", "более",
        "от",
        "и", "нет", "данных", "жоқ", "мың", "млн", "адам", "чел", "-ге", "дейін", "жуық", "двенадцать", "он",
        "екі", "декабря", "I", "квартал", "г.", "\u00a0", "\u202e", "\ud800", "\u0000", "½", "²", "٣", "𝟗",
    )
)  # fmt: skip
ANSWERS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES).map("".join)
)


@settings(deadline=None, max_examples=400)
@given(ANSWERS, st.sampled_from(ALL_ASKED))
def test_understanding_is_total(text: str, asked: Asked) -> None:
    result = said(text, asked)
    value = result.value
    assert value.raw == text
    numbers = (value.low, value.high)
    assert all(bound is None or bound >= 0 for bound in numbers)
    if value.low is not None and value.high is not None:
        assert value.low <= value.high
    if value.kind is ValueKind.UNREADABLE:
        assert len(result.findings) == 1
    assert said(text, asked) == result


@pytest.mark.parametrize(
    "text", ["1 " * 20_000, "(" * 20_000, "нет данных " * 5_000, "1-" * 20_000, "а" * 200_000]
)
def test_long_answers_take_no_time(text: str) -> None:
    assert said(text).value.kind in (ValueKind.UNREADABLE, ValueKind.NO_DATA)
    assert said(text, DAY).value.kind in (ValueKind.UNREADABLE, ValueKind.NO_DATA)
