"""Calls of figures in prose become words of the language, and whatever cannot is a finding."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.base.finding import QagidaError
from builder.base.inline import Run, plain
from builder.base.language import LAW_LANGUAGES, Language
from builder.compose.assessment import calls
from builder.compose.voice import Voice
from builder.model.answers import Value, ValueKind
from builder.model.calls import Slip, found_in
from builder.model.evidence import Break
from builder.model.library import Content
from tests.compose.made import ABSENT, PLACE, SILENT, Made, about, between, exact, more_than, text, up_to

KK, RU = Language.KK, Language.RU
A, B = "2.11.1", "2.11.1.1.1.2"


def said(content: Content, figures: Made, call: str, language: Language = RU) -> str:
    """What a call becomes, with plain spaces for no-break ones."""
    words = calls.words(Voice(content, language), figures, text(f"{{{{ {call} }}}}"))
    return words.replace("\u00a0", " ")


def codes(content: Content, figures: Made, words: str) -> list[str]:
    return sorted({item.code for item in calls.faults(content, figures, [text(words)])})


@pytest.mark.parametrize(
    ("value", "unit", "kk", "ru"),
    [
        (exact(0), "persons", "0 адам", "0 человек"),
        (exact(1), "crimes", "1 қылмыс", "1 преступление"),
        (exact(2), "crimes", "2 қылмыс", "2 преступления"),
        (exact(5), "crimes", "5 қылмыс", "5 преступлений"),
        (exact(11), "crimes", "11 қылмыс", "11 преступлений"),
        (exact(21), "crimes", "21 қылмыс", "21 преступление"),
        (exact(112), "cases", "112 іс", "112 дел"),
        (exact(452000), "tenge", "452 000 теңге", "452 000 тенге"),
        (exact("1.5"), "cases", "1,5 іс", "1,5 дела"),
        (about(100), "crimes", "шамамен 100 қылмыс", "около 100 преступлений"),
        (about(21), "crimes", "шамамен 21 қылмыс", "около 21 преступления"),
        (up_to(90), "persons", "90 адамға дейін", "до 90 человек"),
        (up_to(40), "facts", "40 фактіге дейін", "до 40 фактов"),
        (up_to(1), "facts", "1 фактіге дейін", "до 1 факта"),
        (more_than(2700), "persons", "2 700-ден астам адам", "более 2 700 человек"),
        (between(1, 2), "cases", "1–2 іс", "1–2 дела"),
        (about(100), None, "шамамен 100", "около 100"),
        (up_to(90), None, "90-ға дейін", "до 90"),
        (up_to(40), None, "40-қа дейін", "до 40"),
        (more_than(80), None, "80-нен астам", "более 80"),
    ],
)
def test_kinds_of_values(content: Content, value: Value, unit: str | None, kk: str, ru: str) -> None:
    figures = Made({(A, 2023): value}, unit)
    assert said(content, figures, f'value("{A}", 2023)', KK) == kk
    assert said(content, figures, f'value("{A}", 2023)', RU) == ru


@pytest.mark.parametrize(
    ("call", "kk", "ru"),
    [
        (f'number("{A}", 2023)', "36", "36"),
        (f'number("{A}", 2023, "dative")', "36-ға", "36"),
        (f'value("{A}", 2023, "genitive")', "36 адамның", "36 человек"),
        (f'value("{A}", 2021, "genitive")', "21 адамның", "21 человека"),
        (f'share("{B}", "{A}", 2023)', "75 % (есептеу)", "75 % (расчет)"),
        (f'share("{B}", "{A}", 2021)', "9,5 % (есептеу)", "9,5 % (расчет)"),
        (f'change("{A}", 2023, 2021)', "15-ке көп (есептеу)", "на 15 больше (расчет)"),
        (f'change("{A}", 2022, 2021)', "16-ға аз (есептеу)", "на 16 меньше (расчет)"),
        (f'change("{B}", 2023, 2022)', "сонша", "столько же"),
        (f'times("{A}", 2023, 2022)', "7,2 есе (есептеу)", "в 7,2 раза (расчет)"),
        (f'series("{A}")', "2021 жылы – 21, 2022 жылы – 5, 2023 жылы – 36",
         "в 2021 году – 21, в 2022 году – 5, в 2023 году – 36"),
        ("asked(0, 2023)", "3", "3"),
        ("asked(2, 2023)", "2", "2"),
        ("bodies(2, 2023)", "1", "1"),
        ("bodies(0, 2023, \"dative\")", "1-ге", "1"),
        ("bodies(16, 2023)", "0", "0"),
    ],
)  # fmt: skip
def test_calls(content: Content, call: str, kk: str, ru: str) -> None:
    numbers = {(A, 2021): 21, (A, 2022): 5, (A, 2023): 36, (B, 2021): 2, (B, 2022): 27, (B, 2023): 27}
    figures = Made({key: exact(number) for key, number in numbers.items()})
    assert said(content, figures, call, KK) == kk
    assert said(content, figures, call, RU) == ru


def test_holes_of_a_series_are_words(content: Content) -> None:
    figures = Made({(A, 2021): up_to(90), (A, 2022): ABSENT})
    assert said(content, figures, f'series("{A}")') == (
        "в 2021 году – до 90, в 2022 году – данных нет, в 2023 году – ответа нет"
    )


def test_numbers_summed_over_bodies_are_marked(content: Content) -> None:
    assert (
        said(content, Made({(A, 2023): exact(3)}, computed=True), f'value("{A}", 2023)')
        == "3 человека (расчет)"
    )


@pytest.mark.parametrize("value", [None, SILENT, ABSENT])
def test_a_call_that_finds_nothing_is_an_error_with_its_place(content: Content, value: Value | None) -> None:
    figures = Made({} if value is None else {(A, 2023): value})
    words = text(f'Итого: {{{{ value("{A}", 2023) }}}} за год')
    found = list(calls.faults(content, figures, [words]))
    assert [item.code for item in found] == ["Q660", "Q660"]
    assert {(item.place.line, item.place.column) for item in found} == {(PLACE.line, PLACE.column + 7)}
    with pytest.raises(QagidaError) as raised:
        calls.runs(Voice(content, RU), figures, words)
    assert [item.code for item in raised.value.findings] == ["Q660"]


@pytest.mark.parametrize(
    ("values", "call"),
    [
        ({(A, 2023): about(4), (B, 2023): exact(1)}, f'share("{B}", "{A}", 2023)'),
        ({(A, 2023): exact(0), (B, 2023): exact(0)}, f'share("{B}", "{A}", 2023)'),
        ({(A, 2023): exact(2), (B, 2023): exact(3)}, f'share("{B}", "{A}", 2023)'),
        ({(A, 2023): exact(2), (A, 2022): up_to(3)}, f'change("{A}", 2023, 2022)'),
        ({(A, 2023): exact(2), (A, 2022): exact(0)}, f'times("{A}", 2023, 2022)'),
        ({(A, 2023): exact(2), (A, 2022): exact(3)}, f'change("{A}", 2022, 2023)'),
        ({(A, 2023): Value(ValueKind.TEXT, "много", text="много")}, f'value("{A}", 2023)'),
        ({(A, 2023): exact(2)}, f'value("{A}", 2023, "dative")'),
        ({(A, 2023): up_to(2)}, f'number("{A}", 2023, "dative")'),
    ],
)
def test_what_cannot_be_put_so_is_an_error(
    content: Content, values: dict[tuple[str, int], Value], call: str
) -> None:
    assert codes(content, Made(values), f"{{{{ {call} }}}}") == ["Q661"]


def test_years_with_a_break_between_them_are_not_compared(content: Content) -> None:
    values = {(A, year): exact(year - 2000) for year in (2021, 2022, 2023)}
    figures = Made(values, breaks={2022: (Break.UNIT,)})
    assert codes(content, figures, f'{{{{ change("{A}", 2023, 2022) }}}}') == []
    assert codes(content, figures, f'{{{{ change("{A}", 2023, 2021) }}}}') == ["Q661"]
    assert codes(content, figures, f'{{{{ times("{A}", 2022, 2021) }}}}') == ["Q661"]


def test_markup_around_calls_survives(content: Content) -> None:
    words = text(
        f'**Барлығы {{{{ number("{A}", 2023) }}}}**, [тармақ {{{{ number("{A}", 2023) }}}}](rules/p9)'
    )
    assert calls.runs(Voice(content, KK), Made({(A, 2023): exact(7)}), words) == (
        Run("Барлығы 7", strong=True),
        Run(", "),
        Run("тармақ 7", target="rules/p9"),
    )


def test_a_figure_brings_no_markup(content: Content) -> None:
    """Words of answers are never put in, and numbers are plain text."""
    figures = Made({(A, 2023): Value(ValueKind.EXACT, "**7**", *(exact(7).low,) * 2)})
    assert calls.runs(Voice(content, RU), figures, text(f'{{{{ number("{A}", 2023) }}}}')) == (Run("7"),)


ESCAPES = (
    '{{ value.__class__ }}',
    '{{ value("2.11.1", 2023).__class__ }}',
    '{{ ().__class__.__mro__[1].__subclasses__() }}',
    '{{ __import__("os").system("id") }}',
    '{{ self._TemplateReference__context }}',
    '{{ cycler.__init__.__globals__.os }}',
    '{{ value("2.11.1", 2023) | upper }}',
    '{{ value("2.11.1", 2000 + 23) }}',
    '{{ value("2.11.1" * 99, 2023) }}',
    '{{ value(code="2.11.1", year=2023) }}',
    '{{ value(*["2.11.1", 2023]) }}',
    '{{ value(value("2.11.1", 2023), 2023) }}',
    '{{ value("../../etc/passwd", 2023) }}',
    '{{ value("2.11.1", 2023, "vocative") }}',
    '{{ value("2.11.1", 99999999999) }}',
    '{{ value("2.11.1", "2023") }}',
    '{{ value(2.11, 2023) }}',
    '{{ value() }}',
    '{{ lipsum }}',
    '{{ "x" }}',
    '{{ 7 * 7 }}',
    '{{}}',
    '{{ value("2.11.1", 2023) ',
    'value("2.11.1", 2023) }}',
    '{% for x in range(9) %}x{% endfor %}',
    '{# comment #}',
    '{{ {{ value("2.11.1", 2023) }} }}',
)  # fmt: skip


@pytest.mark.parametrize("words", ESCAPES)
def test_nothing_but_the_named_calls_is_understood(content: Content, words: str) -> None:
    assert codes(content, Made({(A, 2023): exact(7)}), words) == ["Q657"]
    with pytest.raises(QagidaError):
        calls.runs(Voice(content, RU), Made({(A, 2023): exact(7)}), text(words))


@given(st.text(st.sampled_from(string.printable + "әғқңөұүһі"), max_size=120))
@example('{{ value("2.11.1", 2023) }}')
@settings(deadline=None, max_examples=300)
def test_any_text_is_said_or_refused(content: Content, words: str) -> None:
    """Never an exception of another kind, and never a brace of a call left in what is said."""
    figures = Made({(A, 2023): exact(7)})
    for language in LAW_LANGUAGES:
        refused, result = set(), ""
        try:
            result = plain(calls.runs(Voice(content, language), figures, text(words)))
        except QagidaError as error:
            refused = {item.code for item in error.findings}
        assert refused <= {"Q657", "Q660", "Q661"}
        assert "{{" not in result


@given(st.lists(st.sampled_from(['{{ series("2.8.1") }}', "{{ x }}", "слово ", "{", "}", "{{"]), max_size=8))
@settings(deadline=None, max_examples=200)
def test_what_is_found_is_in_order_and_apart(parts: list[str]) -> None:
    words = "".join(parts)
    end = 0
    for found in found_in(words):
        assert end <= found.start < found.end
        assert words[found.start : found.end] == found.words
        assert isinstance(found.call, Slip) or found.words == '{{ series("2.8.1") }}'
        end = found.end
