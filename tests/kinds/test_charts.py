"""Charts in words: what is said aloud and the table beside have every fact of the drawing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.base.inline import Run as Words
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.figure import Chart, ChartKind, Datum, Run
from builder.blocks.tree import Paragraph, Table, walk
from builder.compose.charts import alt, as_table, datum, drawing
from builder.compose.voice import Voice
from builder.model.answers import Value, ValueKind
from builder.model.library import Content
from tests.write.chart.samples import chart, charts, exact

ALL = [
    pytest.param(language, item, id=f"{language}-{item.kind}")
    for language in LAW_LANGUAGES
    for item in charts(language)
]
NBSP = "\u00a0"


def _written(table: Table) -> list[str]:
    return [
        "".join(item.text for item in block.content if isinstance(item, Words))
        for block in walk((table,))
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize(("language", "item"), ALL)
def test_every_fact_is_said_and_written(content: Content, language: Language, item: Chart) -> None:
    voice = Voice(content, language)
    said, written = alt(voice, item), _written(as_table(voice, item))
    assert item.title in said
    for value in item.data:
        assert value.shown in said
        assert not value.shown or value.shown in written
    for words in (*item.categories, *item.shares):
        assert not words or any(words in line for line in written)
    for run in item.runs:
        assert any(run.name in line for line in written)


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_a_break_is_said_between_the_years_it_parts(content: Content, language: Language) -> None:
    voice, item = Voice(content, language), chart(ChartKind.COLUMNS, language)
    said = alt(voice, item)
    note = voice.label("chart_break_before", category="2021")
    assert said.index("2020:") < said.index(note) < said.index("2021:")
    bands = [row.band for row in as_table(voice, item).rows]
    assert bands == [False, False, False, True, False, False, False]
    assert "«" not in alt(voice, replace(item, breaks=()))


@pytest.mark.parametrize(
    ("kind", "bounds", "kk", "ru"),
    [
        (ValueKind.EXACT, (452000, 452000), f"452{NBSP}000", f"452{NBSP}000"),
        (ValueKind.ZERO, (0, 0), "0", "0"),
        (ValueKind.ABOUT, (100, 100), "≈ 100", "≈ 100"),
        (ValueKind.UP_TO, (None, 90), "90-ға дейін", "до 90"),
        (ValueKind.MORE_THAN, (60, None), "60-тан астам", "более 60"),
        (ValueKind.RANGE, (1, 2), "1–2", "1–2"),
        (ValueKind.NO_DATA, (None, None), "деректер жоқ", "данных нет"),
        (ValueKind.NOT_ANSWERED, (None, None), "жауап берілмеген", "ответа нет"),
    ],
)
def test_values_keep_their_kind(
    content: Content, kind: ValueKind, bounds: tuple[int | None, int | None], kk: str, ru: str
) -> None:
    low, high = (None if bound is None else Decimal(bound) for bound in bounds)
    value = Value(kind, "", low, high)
    for language, shown in ((Language.KK, kk), (Language.RU, ru)):
        found = datum(Voice(content, language), value)
        assert (found.low, found.high, found.shown) == (*bounds, shown)
        assert found.hole is (kind in (ValueKind.NO_DATA, ValueKind.NOT_ANSWERED))


def test_words_are_no_value(content: Content) -> None:
    with pytest.raises(ValueError, match="text"):
        datum(Voice(content, Language.RU), Value(ValueKind.TEXT, "x", text="x"))


def test_marks_are_explained_only_where_they_stand(content: Content) -> None:
    voice = Voice(content, Language.RU)
    plain = Chart(ChartKind.COLUMNS, "t", ("2021", "2022"), (Run("r", (exact(1), exact(2))),), "u")
    assert (drawing(voice, plain).chart.break_note, drawing(voice, plain).chart.range_note) == ("", "")
    ranged = replace(plain, runs=(Run("r", (exact(1), Datum(1, 2, "1–2"))),), breaks=(1,))
    noted = drawing(voice, ranged).chart
    assert noted.break_note == voice.label("chart_break_note")
    assert noted.range_note == voice.label("chart_range_note")


def test_many_series_of_few_years_stand_in_rows(content: Content) -> None:
    voice = Voice(content, Language.RU)
    runs = tuple(Run(f"часть {number}", (exact(number), exact(1))) for number in range(6))
    item = Chart(ChartKind.STACKED, "t", ("2021", "2022"), runs, "человек", breaks=(1,))
    table = as_table(voice, item)
    assert len(table.rows) == 6
    assert _written(table)[:3] == ["t, человек", "2021", voice.label("chart_after_break", category="2022")]
