"""Figures in prose count as published: none may be called that would tell a suppressed number."""

from collections.abc import Callable

import pytest

from builder.analyse.disclosure.attack import attack
from builder.analyse.disclosure.prose import called, facts, sayable, withheld
from builder.analyse.disclosure.public import protect, require
from builder.analyse.disclosure.tables import tables
from builder.analyse.series import figure
from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES
from builder.base.place import Place
from builder.model.calls import Asked, Call, Change, Number, Series, Share, Times, Value
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.published import Published
from builder.model.tables import CellId
from builder.model.text import Standing, Text, Wording
from tests.analyse.disclosure.grids import PERSONS
from tests.analyse.periods import example_years

YEARS = (2021, 2022, 2023)
FOREIGN = "2.11.1.1.1.2"
HARMLESS: tuple[Call, ...] = (
    Value("2.11.1", 2023), Number("2.11.1", 2021), Share(FOREIGN, "2.11.1", 2023), Series("2.8.1"),
    Value("2.1.2", 2023), Asked(2, 2023),
)  # fmt: skip
TELLING: tuple[Call, ...] = (
    Value("2.12.1", 2023), Value("2.12.2", 2023), Share(FOREIGN, "2.11.1", 2021), Series("2.12.1"),
    Change("2.12.1", 2023, 2022), Value(FOREIGN, 2021),
)  # fmt: skip


def find_in(content: Content, evidence: Evidence) -> Callable[[str, int], Figure | None]:
    return lambda code, year: figure(content, evidence, code, year)


def published(content: Content, evidence: Evidence, calls: tuple[Call, ...]) -> Published:
    said = [key for call in calls for key in called(call, YEARS)]
    return protect(tables(content, evidence, PERSONS, (), said), content.method)


def test_what_may_be_said(content: Content) -> None:
    evidence = example_years(content)
    find = find_in(content, evidence)
    result = published(content, evidence, (*HARMLESS, *TELLING))
    assert [call for call in (*HARMLESS, *TELLING) if sayable(result, find, call, YEARS)] == list(HARMLESS)
    said = facts(HARMLESS, find, YEARS)
    assert attack(result.tables, 5, PERSONS, said).held


def test_a_number_that_stands_in_no_table_is_not_said(content: Content) -> None:
    evidence = example_years(content)
    result = published(content, evidence, ())
    assert not sayable(result, find_in(content, evidence), Value(FOREIGN, 2023), YEARS)


def test_the_attack_hears_what_is_said_by_mistake(content: Content) -> None:
    evidence = example_years(content)
    find = find_in(content, evidence)
    result = published(content, evidence, (*HARMLESS, *TELLING))
    leaks: dict[Call, CellId] = {
        Value("2.12.1", 2023): CellId("2.12.1", 2023),
        Share(FOREIGN, "2.11.1", 2021): CellId(FOREIGN, 2021),
        Change("2.12.1", 2023, 2022): CellId("2.12.1", 2023),
    }
    for call, told in leaks.items():
        found = attack(result.tables, 5, PERSONS, facts([call], find, YEARS))
        assert told in {one.id for one in found.narrowed}, call


def test_ratios_tell_within_their_rounding(content: Content) -> None:
    """7.2 times as many as the 5 of the year before: 36 and nothing else."""
    evidence = example_years(content)
    first, second = facts([Times("2.11.1", 2023, 2022)], find_in(content, evidence), YEARS)
    for low, high, allowed in ((36, 5, True), (35, 5, False), (37, 5, False)):
        numbers = {CellId("2.11.1", 2023): low, CellId("2.11.1", 2022): high}
        kept = [
            fact.low <= sum(weight * numbers[key] for key, weight in fact.terms) <= fact.high
            for fact in (first, second)
        ]
        assert all(kept) is allowed


def test_calls_left_out_are_reported(content: Content) -> None:
    """Both languages, each with its place."""
    evidence = example_years(content)
    words = 'Выплачено {{ value("2.12.1", 2023) }}, защищено {{ value("2.11.1", 2023) }}.'
    place = Place("assessment/x.yaml", 3, 5)
    text = Text({one: Wording(words, (Run(words),), Standing.OWN, place) for one in LAW_LANGUAGES}, place)
    found = list(withheld(published(content, evidence, ()), find_in(content, evidence), [text], YEARS))
    assert [one.code for one in found] == ["Q666", "Q666"]
    assert {one.data["call"] for one in found} == {'{{ value("2.12.1", 2023) }}'}


def test_what_tells_is_not_published(content: Content) -> None:
    evidence = example_years(content)
    result = published(content, evidence, ())
    require(result.attack)
    told = attack(
        result.tables, 5, PERSONS, facts([Value("2.12.1", 2023)], find_in(content, evidence), YEARS)
    )
    with pytest.raises(QagidaError) as caught:
        require(told)
    assert [one.code for one in caught.value.findings] == ["Q665"]
