"""Properties of measures: a yes never lowers a breadth, less data never raises confidence."""

import random
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analyse.confidence import confidence
from builder.analyse.measures import measures
from builder.analyse.ranking import rank
from builder.analyse.wilson import wilson
from builder.model.evidence import Evidence
from builder.model.library import Content
from tests.analyse.periods import Answers, body, year_of

BODIES = tuple(
    body(f"{section}-{number}", section, "abai" if number else None, f"s{section}")
    for section in (2, 3, 11, 16)
    for number in range(2)
)
YEARS = (2023, 2024, 2025)
ITEM, ENTRY = "1.1", "1.1.3"
CELLS = (*(f"1.1.{n}.{part}" for n in (2, 3) for part in (1, 2, 3)), "2.1.3", "12.4.1")
COOPERATION = tuple(f"1.4.{n}.{part}" for n in (1, 2, 3) for part in (1, 2, 3))

Given = dict[tuple[int, str, str], str]
"""What was written, by year, body and code."""


def written(code: str) -> str:
    """A tick, a description, or a number."""
    parts = code.split(".")
    return ("описание" if parts[3] == "3" else "да") if len(parts) == 4 else "5"


def keys(codes: tuple[str, ...] = CELLS) -> st.SearchStrategy[set[tuple[int, str, str]]]:
    one = st.tuples(
        st.sampled_from(YEARS), st.sampled_from([one.id for one in BODIES]), st.sampled_from(codes)
    )
    return st.sets(one, max_size=40)


def evidence(
    given: set[tuple[int, str, str]], years: tuple[int, ...] = YEARS, *, seed: int | None = None
) -> Evidence:
    asked = list(BODIES)
    if seed is not None:
        random.Random(seed).shuffle(asked)
    made = []
    for number in years:
        answers: dict[str, Answers] = {}
        for one in asked:
            said = {code: written(code) for year, name, code in given if (year, name) == (number, one.id)}
            if said:
                answers[one.id] = said
        made.append(year_of(number, asked, answers))
    return Evidence(tuple(made), YEARS[0], YEARS[-1])


@settings(max_examples=60, deadline=None)
@given(given=keys(), year=st.sampled_from(YEARS), name=st.sampled_from([one.id for one in BODIES]))
def test_adding_a_yes_never_lowers_its_breadth(
    content: Content, given: set[tuple[int, str, str]], year: int, name: str
) -> None:
    before = measures(content, evidence(given), ITEM)[ENTRY].breadth
    after = measures(content, evidence(given | {(year, name, f"{ENTRY}.1")}), ITEM)[ENTRY].breadth
    assert after.share is not None
    assert before.share is None or before.share <= after.share


@settings(max_examples=60, deadline=None)
@given(given=keys(), data=st.data(), years=st.sets(st.sampled_from(YEARS), min_size=1))
def test_leaving_data_out_never_raises_confidence(
    content: Content, given: set[tuple[int, str, str]], data: st.DataObject, years: set[int]
) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(given)))) if given else set()
    assert_not_raised(content, evidence(given), evidence(given - gone, tuple(sorted(years))), ITEM)


@settings(max_examples=40, deadline=None)
@given(given=keys(COOPERATION), data=st.data())
def test_nor_where_one_variant_answers_for_the_others(
    content: Content, given: set[tuple[int, str, str]], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(given)))) if given else set()
    assert_not_raised(content, evidence(given), evidence(given - gone), "1.4")


def assert_not_raised(content: Content, more: Evidence, less: Evidence, item: str) -> None:
    steps = [step.level for step in content.method.confidence]
    all_given, some_given = measures(content, more, item), measures(content, less, item)
    for code in all_given:
        before = confidence(content, more, all_given[code]).level
        after = confidence(content, less, some_given[code]).level
        assert steps.index(after) >= steps.index(before)


@settings(max_examples=30, deadline=None)
@given(given=keys(), seed=st.integers(0, 100))
def test_permuting_respondents_changes_nothing(
    content: Content, given: set[tuple[int, str, str]], seed: int
) -> None:
    def shown(found: Evidence) -> list[object]:
        return [
            (
                one.code,
                one.place,
                one.band,
                one.score,
                one.interval,
                one.confidence,
                one.moves,
                one.measures.answers,
            )
            for ranking in rank(content, found)
            for one in ranking.entries
        ]

    assert shown(evidence(given)) == shown(evidence(given, seed=seed))


@settings(max_examples=100, deadline=None)
@given(numbers=st.tuples(st.integers(0, 60), st.integers(1, 60)).filter(lambda pair: pair[0] <= pair[1]))
def test_interval_holds_the_share_and_stays_within_bounds(numbers: tuple[int, int]) -> None:
    count, of = numbers
    found = wilson(count, of, 950)
    assert found.share == count / of
    assert 0 <= found.low <= found.share <= found.high <= 1
    wider = wilson(count, of, 990)
    assert (wider.low, wider.high) <= (found.low, wider.high)
    assert wider.high >= found.high
    assert (wilson(0, 0, 950).share, wilson(0, 0, 950).low, wilson(0, 0, 950).high) == (None, 0, 1)


def test_interval_is_that_of_wilson() -> None:
    """Against the formula itself, 3 of 10 at 95 %."""
    z2 = Fraction(38415, 10000)
    centre = (Fraction(3) + z2 / 2) / (10 + z2)
    half = float(z2 * (Fraction(3, 10) * Fraction(7, 10) * 10 + z2 / 4)) ** 0.5 / float(10 + z2)
    found = wilson(3, 10, 950)
    assert abs(found.low - (float(centre) - half)) < 1e-4
    assert abs(found.high - (float(centre) + half)) < 1e-4


@settings(max_examples=40, deadline=None)
@given(given=keys())
def test_bands_follow_the_order(content: Content, given: set[tuple[int, str, str]]) -> None:
    for ranking in rank(content, evidence(given)):
        ranked = [one for one in ranking.entries if one.band]
        assert [one.band for one in ranked] == sorted(one.band for one in ranked)
        assert [one.place for one in ranked] == sorted(one.place for one in ranked)
        for one in ranked:
            first = next(other for other in ranked if other.band == one.band)
            assert one.interval.low <= one.score <= one.interval.high
            assert one.interval.high >= first.interval.low
        assert all(one.band == 0 for one in ranking.entries[len(ranked) :])
