"""Figures keep their kind, tiers are never added, holes stay holes, and breaks are marked."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse.adding import added
from builder.analyse.interval import interval, total
from builder.analyse.series import NoFigureError, figure, series
from builder.analyse.slices import slices
from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import ValueKind
from builder.model.evidence import Break, Evidence, Figure
from builder.model.library import Content
from tests.analyse.forms import value
from tests.analyse.periods import Answers, body, example_years, year_of

CODE = "2.8.1"
MINISTRY = body("mia", 2)
OFFICES = (body("abai", 2, "abai"), body("almaty", 2, "almaty"), body("aktobe", 2, "aktobe"))
ALL = (MINISTRY, *OFFICES)


def one_year(content: Content, *, code: str = CODE, **said: object) -> Figure:
    answers: Mapping[str, Answers] = {name: {code: words} for name, words in said.items()}
    return figure(content, Evidence((year_of(2025, ALL, answers),)), code, 2025)


def shown(found: Figure) -> str:
    """The kind with its bounds: `range 5 95`."""
    numbers = [f"{number:f}" for number in (found.value.low, found.value.high) if number is not None]
    return " ".join([found.value.kind, *dict.fromkeys(numbers)])


@pytest.mark.parametrize(
    ("abai", "almaty", "expected"),
    [
        ("5", "7", "exact 12"),
        ("0", "0", "zero 0"),
        ("5", "0", "exact 5"),
        ("около 100", "7", "about 107"),
        ("около 100", "около 50", "about 150"),
        ("до 90", "до 10", "up_to 100"),
        ("до 90", "0", "up_to 90"),
        ("до 90", "5", "range 5 95"),
        ("1..2", "5", "range 6 7"),
        ("1..2", "3..4", "range 4 6"),
        ("более 5", "7", "more_than 12"),
        ("более 5", "до 7", "more_than 5"),
        ("около 100", "до 90", "range 50 240"),
    ],
)
def test_sum_says_no_more_than_its_parts(content: Content, abai: str, almaty: str, expected: str) -> None:
    found = one_year(content, abai=abai, almaty=almaty)
    assert shown(found) == expected
    assert found.computed
    assert found.answered == 2


def test_one_body_is_reported_as_it_was_written(content: Content) -> None:
    found = one_year(content, abai="до 90")
    assert (found.value.raw, found.computed, found.asked, found.answered) == ("до 90", False, 4, 1)
    assert [(part.respondent, part.file, part.at) for part in found.parts] == [
        ("abai", "abai.docx", "paragraph 1")
    ]


def test_a_ministry_and_its_offices_are_not_added(content: Content) -> None:
    assert shown(one_year(content, mia="30", abai="10", almaty="15")) == "range 30 55"
    assert shown(one_year(content, mia="30", abai="0")) == "exact 30"
    assert shown(one_year(content, mia="0", abai="10", almaty="15")) == "exact 25"
    assert shown(one_year(content, mia="до 90", abai="10")) == "range 10 100"


def test_zero_absence_and_silence_are_three_things(content: Content) -> None:
    found = one_year(content, mia="0", abai="нет данных: не ведется", almaty="")
    assert (shown(found), found.answered, found.absent, found.asked) == ("zero 0", 1, 1, 4)
    absent = one_year(content, abai="нет данных: не ведется")
    assert (absent.value.kind, absent.value.text, absent.absent) == (ValueKind.NO_DATA, "не ведется", 1)
    silent = one_year(content)
    assert (silent.value.kind, silent.answered, silent.absent) == (ValueKind.NOT_ANSWERED, 0, 0)


def test_the_reason_of_an_item_speaks_for_its_figures(content: Content) -> None:
    given = Evidence((year_of(2025, ALL, {"abai": {"2.8.0": "учет не ведется"}}),))
    found = figure(content, given, CODE, 2025)
    assert (found.value.kind, found.value.text, found.absent) == (ValueKind.NO_DATA, "учет не ведется", 1)
    assert figure(content, given, "2.9.1", 2025).absent == 0


def test_general_figures_are_added_over_sections_but_not_over_tiers(content: Content) -> None:
    asked = (*ALL, body("ngo", 16, subject="ngo"))
    answers: Mapping[str, Answers] = {name: {"1.8.1": 10} for name in ("mia", "abai", "almaty", "ngo")}
    found = figure(content, Evidence((year_of(2025, asked, answers),)), "1.8.1", 2025)
    assert (shown(found), found.asked) == ("range 30 40", 5)


def test_year_without_collection_is_a_hole(content: Content) -> None:
    year = year_of(2024, ALL, {"abai": {CODE: 5}})
    found = series(content, Evidence((year,), 2023, 2025), CODE)
    assert [(one.year, one.value.kind, one.asked) for one in found.figures] == [
        (2023, ValueKind.NOT_ANSWERED, 0),
        (2024, ValueKind.EXACT, 4),
        (2025, ValueKind.NOT_ANSWERED, 0),
    ]


def breaks(
    content: Content, *years: Mapping[str, object], edition: date | None = None
) -> list[tuple[Break, ...]]:
    made = [
        year_of(2023 + position, ALL, {name: {CODE: words} for name, words in said.items()})
        for position, said in enumerate(years)
    ]
    if edition is not None:
        made[-1] = replace(made[-1], collection=replace(made[-1].collection, edition=edition))
    return [one.breaks for one in series(content, Evidence(tuple(made)), CODE).figures]


def test_breaks_are_marked(content: Content) -> None:
    same = {"abai": 5}
    assert breaks(content, same, {"abai": 0}) == [(), ()]
    assert breaks(content, same, {"abai": "до 5"}) == [(), (Break.KIND,)]
    assert breaks(content, same, {"almaty": 5}) == [(), (Break.BODIES,)]
    assert breaks(content, same, same, edition=date(2025, 1, 1)) == [(), (Break.EDITION,)]
    assert breaks(content, same, {}, {"abai": "около 5"}) == [(), (), (Break.KIND,)]


@pytest.mark.parametrize(
    ("code", "at", "expected"),
    [
        ("Q774", CODE, Break.UNIT),
        ("Q774", "2.9.1", None),
        ("Q761", "2.8", Break.WORDING),
        ("Q761", CODE, Break.WORDING),
        ("Q761", "2.9", None),
    ],
)
def test_findings_of_reading_break_a_series(
    content: Content, code: str, at: str, expected: Break | None
) -> None:
    before, after = (year_of(number, ALL, {"abai": {CODE: 5}}) for number in (2024, 2025))
    (one,) = after.forms
    marked = replace(one, findings=(Finding(code, Place("abai.docx", at=at)),))
    found = series(content, Evidence((before, replace(after, forms=(marked,)))), CODE)
    assert found.figures[1].breaks == (() if expected is None else (expected,))


def test_only_numbers_have_figures(content: Content) -> None:
    given = Evidence((year_of(2025, ALL, {}),))
    for code in ("1.1.3", "2.3.1", "2.6.3", "2.99.1", "3.1.9"):
        with pytest.raises(NoFigureError):
            series(content, given, code)
    assert figure(content, given, CODE, 1999).asked == 0


def test_rows_that_bodies_name_are_not_added_by_their_place(content: Content) -> None:
    row: Answers = {"2.8.1.2.1.1": "Узбекистан", "2.8.1.2.1.2": 3}
    other: Answers = {
        "2.8.1.2.1.1": "Россия",
        "2.8.1.2.1.2": 4,
        "2.8.1.2.2.1": "узбекистан ",
        "2.8.1.2.2.2": 1,
    }
    one = Evidence((year_of(2025, ALL, {"abai": row}),))
    assert shown(figure(content, one, "2.8.1.2.1.2", 2025)) == "exact 3"
    two = Evidence((year_of(2025, ALL, {"abai": row, "almaty": other}),))
    with pytest.raises(NoFigureError):
        figure(content, two, "2.8.1.2.1.2", 2025)
    named = {one.name: shown(one.series.figures[0]) for one in slices(content, two, CODE) if one.name}
    assert named == {"Узбекистан": "exact 4", "Россия": "exact 4"}


def rows(*pairs: tuple[str, object]) -> Answers:
    """Rows of the breakdown by citizenship: a name and a number each."""
    given: dict[str, object] = {}
    for number, (name, said) in enumerate(pairs, 1):
        given |= {f"2.8.1.2.{number}.1": name, f"2.8.1.2.{number}.2": said}
    return given


def test_names_are_joined_over_bodies_and_years(content: Content) -> None:
    """But for case and spaces; rows without a number and rows that repeat the total are none."""
    first = {
        "abai": rows(("Узбекистан", 3), ("узбекистан", 2), ("Всего", 5), ("Россия", "нет данных")),
        "almaty": rows(("УЗБЕКИСТАН ", "около 10"), ("Кыргызстан", 1)),
    }
    second = {"abai": rows(("Узбекистан", 7), ("Барлығы:", 7))}
    years = Evidence((year_of(2024, ALL, first), year_of(2025, ALL, second)), 2023, 2025)
    found = {one.name: one.series.figures for one in slices(content, years, CODE) if one.name}
    assert {name: [shown(one) for one in figures] for name, figures in found.items()} == {
        "Кыргызстан": ["not_answered", "exact 1", "not_answered"],
        "Узбекистан": ["not_answered", "about 15", "exact 7"],
    }
    assert [(one.asked, one.answered, one.computed) for one in found["Узбекистан"]] == [
        (0, 0, False), (4, 2, True), (4, 1, False),
    ]  # fmt: skip
    assert found["Узбекистан"][2].breaks == (Break.KIND, Break.BODIES)
    assert slices(content, Evidence(years.years[:1]), CODE) != slices(content, years, CODE)


def test_closed_breakdowns_have_every_category(content: Content) -> None:
    given = Evidence(
        (year_of(2025, (body("home", 3, subject="mlsp"),), {"home": {"3.1.4": 5, "3.1.9.2": 5}}),)
    )
    found = slices(content, given, "3.1.9")
    assert [(one.category, one.series.figures[0].value.kind) for one in found] == [
        ("male", ValueKind.NOT_ANSWERED),
        ("female", ValueKind.EXACT),
    ]


EXAMPLES = {
    "2.1.2": ["about 100", "about 100", "exact 152"],
    "2.8.1": ["up_to 90", "up_to 90", "up_to 90"],
    "2.11.1": ["exact 7", "exact 5", "exact 36"],
    "2.11.1.1.1.2": ["exact 2", "exact 1", "exact 27"],
    "2.12.1": ["zero 0", "zero 0", "exact 4"],
    "2.12.2": ["not_answered", "not_answered", "exact 452000"],
    "12.1.2": ["exact 5400", "exact 1800", "exact 1000"],
    "12.4.1": ["exact 6500", "exact 2200", "exact 2500"],
    "2.7.1": ["no_data", "no_data", "no_data"],
    "11.1.4": ["no_data", "no_data", "no_data"],
    "3.1.4": ["not_answered", "not_answered", "not_answered"],
}


@pytest.mark.parametrize("code", EXAMPLES)
def test_figures_of_the_example_years(content: Content, code: str) -> None:
    found = series(content, example_years(content), code)
    assert [shown(one).replace(".0", "") for one in found.figures] == EXAMPLES[code]
    assert not any(one.computed for one in found.figures)


def test_breaks_of_the_example_years(content: Content) -> None:
    years = example_years(content)
    assert [one.breaks for one in series(content, years, "2.1.2").figures] == [(), (), (Break.KIND,)]
    assert all(not one.breaks for one in series(content, years, "2.11.1").figures)
    foreign = next(one for one in slices(content, years, "2.11.1") if one.name == "иностранцы")
    assert [one.value.low for one in foreign.series.figures] == [Decimal(2), Decimal(1), Decimal(27)]


NUMBERS = st.one_of(
    st.integers(0, 500).map(str),
    st.integers(1, 500).map("около {}".format),
    st.integers(0, 500).map("до {}".format),
    st.integers(0, 500).map("более {}".format),
    st.tuples(st.integers(0, 50), st.integers(51, 99)).map("{0[0]}..{0[1]}".format),
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(NUMBERS, min_size=1, max_size=5))
def test_sum_holds_what_its_parts_hold(words: list[str]) -> None:
    values = [value(one) for one in words]
    whole, bounds = interval(added(values)), total(map(interval, values))
    assert whole is not None
    points = all(one.kind in {ValueKind.EXACT, ValueKind.ZERO, ValueKind.ABOUT} for one in values)
    if not points:
        assert (whole.low, whole.high) == (bounds.low, bounds.high)
    elif all(one.kind is not ValueKind.ABOUT for one in values):
        assert whole == bounds
    else:
        assert added(values).kind is ValueKind.ABOUT


@settings(max_examples=60, deadline=None)
@given(words=st.lists(NUMBERS, min_size=2, max_size=4), order=st.randoms(use_true_random=False))
def test_the_order_of_bodies_does_not_matter(content: Content, words: list[str], order: object) -> None:
    names = [one.id for one in ALL][: len(words)]
    answers: dict[str, Answers] = {name: {CODE: one} for name, one in zip(names, words, strict=True)}
    asked = list(ALL)
    order.shuffle(asked)  # type: ignore[attr-defined]
    first = series(content, Evidence((year_of(2025, ALL, answers),)), CODE)
    second = series(content, Evidence((year_of(2025, asked, answers),)), CODE)
    assert [shown(one) for one in first.figures] == [shown(one) for one in second.figures]
