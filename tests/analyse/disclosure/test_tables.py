"""Tables made of answers: regions add up to the country, breakdowns to their total, free text stays out."""

from collections.abc import Mapping

import pytest

from builder.analyse.disclosure.attack import attack
from builder.analyse.disclosure.public import protect
from builder.analyse.disclosure.tables import tables
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.published import PublicTable, Published
from builder.model.tables import CellId
from tests.analyse.disclosure.grids import PERSONS, shown_again
from tests.analyse.periods import Answers, body, example_years, year_of

REGIONS = ("abai", "akmola", "aktobe", "almaty")
POLICE = tuple(f"police-{region}" for region in REGIONS)


def police(answers: Mapping[str, Answers], year: int = 2026) -> Evidence:
    """Invented answers of a ministry and four of its regional bodies."""
    asked = [body("mia", 2), *(body(name, 2, region) for name, region in zip(POLICE, REGIONS, strict=True))]
    return Evidence((year_of(year, asked, answers),))


def published(
    content: Content, evidence: Evidence, *cleared: str, said: tuple[CellId, ...] = ()
) -> Published:
    made = tables(content, evidence, content.method.protected, cleared, said)
    result = protect(made, content.method)
    assert attack(result.tables, result.threshold, result.protected).held
    return result


def rows(table: PublicTable, year: int = 2026) -> dict[str, str]:
    """What a reader sees in the column of a year."""
    seen = {}
    for row in table.rows:
        if (row, str(year)) in table.cells:
            value = table.cells[row, str(year)].value
            seen[row] = (
                "x" if value is None else f"{value.low}" if value.low == value.high else f"{value.kind}"
            )
    return seen


def table(result: Published, name: str) -> PublicTable:
    return next(one for one in result.tables if one.id == name)


def test_regions_of_a_national_figure(content: Content) -> None:
    numbers = dict(zip(POLICE, (3, 8, 12, 40), strict=True))
    result = published(content, police({name: {"2.8.1": number} for name, number in numbers.items()}))
    assert rows(table(result, "2")) == {"2.8.1": "63"}
    assert rows(table(result, "2.8.1/regions/mia-regions")) == {
        "total": "63", "abai": "x", "akmola": "x", "aktobe": "12", "almaty": "40",
    }  # fmt: skip
    regions = next(one for one in result.tallies if "regions" in one.table)
    assert (regions.cells, regions.primary, regions.secondary) == (5, 1, 1)


def test_a_complement_shown_again_is_found(content: Content) -> None:
    numbers = dict(zip(POLICE, (3, 8, 12, 40), strict=True))
    evidence = police({name: {"2.8.1": number} for name, number in numbers.items()})
    made = tables(content, evidence, PERSONS)
    result = protect(made, content.method)
    leaking = shown_again(result, made, CellId("2.8.1", 2026, "mia/akmola"))
    found = attack(leaking, 5, PERSONS)
    assert [(one.id, one.low, one.high) for one in found.narrowed] == [
        (CellId("2.8.1", 2026, "mia/abai"), 3, 3)
    ]


def test_tiers_that_count_the_same_people_are_apart(content: Content) -> None:
    """A range over tiers would tell of a small tier: it goes with it."""
    some = {"mia": {"2.8.1": 36}, "police-abai": {"2.8.1": 2}}
    seen = rows(table(published(content, police(some)), "2"))
    assert seen == {"2.8.1": "x", "2.8.1@mia": "36", "2.8.1@mia/regions": "x"}
    many = {"mia": {"2.8.1": 36}, "police-abai": {"2.8.1": 20}}
    seen = rows(table(published(content, police(many)), "2"))
    assert seen == {"2.8.1": "range", "2.8.1@mia": "36", "2.8.1@mia/regions": "20"}


def test_breakdowns_add_up_to_the_total(content: Content) -> None:
    answers = {"2.8.1": 30, "2.8.1.3.1": 28, "2.8.1.3.2": 2}
    result = published(content, police({"mia": answers}))
    assert rows(table(result, "2.8.1.3/sex/mia")) == {"total": "30", "male": "x", "female": "x"}
    assert rows(table(result, "2")) == {"2.8.1": "30"}


def test_a_zero_is_shown_but_not_of_a_hidden_total(content: Content) -> None:
    shown = published(content, police({"mia": {"2.8.1": 30, "2.8.1.3.1": 30, "2.8.1.3.2": 0}}))
    assert rows(table(shown, "2.8.1.3/sex/mia")) == {"total": "30", "male": "30", "female": "0"}
    gone = published(content, police({"mia": {"2.8.1": 3, "2.8.1.3.1": 3, "2.8.1.3.2": 0}}))
    assert rows(table(gone, "2.8.1.3/sex/mia")) == {"total": "x", "male": "x", "female": "x"}


def test_of_them_leaves_a_small_rest(content: Content) -> None:
    """20 were detained, 18 of them wanted abroad: two were not."""
    result = published(content, police({"mia": {"2.5.1": 20, "2.5.2": 18}}))
    assert "x" in rows(table(result, "2")).values()


@pytest.mark.parametrize(
    ("words", "seen"),
    [("до 4", "x"), ("около 3", "x"), ("3..6", "x"), ("до 90", "up_to"), ("2..10", "range")],
)
def test_rough_figures(content: Content, words: str, seen: str) -> None:
    assert rows(table(published(content, police({"mia": {"2.8.1": words}})), "2")) == {"2.8.1": seen}


def test_money_of_few_persons(content: Content) -> None:
    result = published(content, police({"mia": {"2.12.1": 4, "2.12.2": 452_000}}))
    assert rows(
        table(result, "2-amounts" if "2-amounts" in {t.id for t in result.tables} else "2/amounts")
    ) == {"2.12.2": "x"}
    paid = published(content, police({"mia": {"2.12.1": 40, "2.12.2": 452_000}}))
    assert rows(table(paid, "2/amounts")) == {"2.12.2": "452000"}


def test_names_of_respondents_own_need_clearing(content: Content) -> None:
    answers = {"2.8.1": 30, "2.8.1.2.1.1": "Страна А", "2.8.1.2.1.2": 20,
               "2.8.1.2.2.1": "страна  Б", "2.8.1.2.2.2": 10}  # fmt: skip
    evidence = police({"mia": answers})
    assert not [one for one in published(content, evidence).tables if "citizenship" in one.title]
    result = published(content, evidence, "Страна А", "Страна Б")
    assert rows(table(result, "2.8.1.2/citizenship/mia")) == {
        "total": "30",
        "страна а": "20",
        "страна б": "10",
    }


def test_the_example_years(content: Content) -> None:
    """4 persons got compensation in 2023, and the sum that they got tells so."""
    result = published(content, example_years(content))
    assert result.suppressed == {CellId("2.12.1", 2023), CellId("2.12.2", 2023)}


def test_the_example_years_with_a_name_cleared(content: Content) -> None:
    """Of 5 persons one was a foreigner: neither number may be published, nor the five with them."""
    result = published(content, example_years(content), "иностранцы")
    citizens = table(result, "2.11.1.1/citizenship/mia")
    assert [rows(citizens, year) for year in (2021, 2022, 2023)] == [
        {"total": "7", "иностранцы": "x"},
        {"total": "x", "иностранцы": "x"},
        {"total": "36", "иностранцы": "27"},
    ]
