"""A typed number does not tell what the public tables keep back: errors with places, in both languages."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.base.language import Language
from builder.check.assessment_public import Passage, check_assessment_public, passages
from builder.load.assessment import load_assessment
from builder.model.answers import ValueKind
from builder.model.assessment import Assessment
from builder.model.library import Content
from builder.model.published import Kept
from builder.model.tables import CellId
from tests.compose.made import exact, text, up_to
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def example() -> Assessment:
    found = load_assessment(ROOT / "assessment", "2021-2023").assessment
    assert found is not None
    return found


KEPT = (
    Kept(CellId("2.12.1", 2023), exact(4), "persons"),
    Kept(CellId("2.12.2", 2023), exact(452_000), "tenge"),
    Kept(CellId("2.8.1", 2022, "mia/abai"), exact(3), "persons"),
)
CALL = '{{ series("2.12.1") }}'


def said(content: Content, words: str, *items: str, near: tuple[str, ...] = ()) -> list[str]:
    """Codes of findings with the numbers they are about; the words are in one language."""
    language = Language.KK if set(words.casefold()) & set("әіңғүұқөһ") else Language.RU
    made = text(words)
    alone = replace(made, wordings={language: made[language]})
    passage = Passage(alone, frozenset(items), frozenset(near))
    found = check_assessment_public([passage], content.units, KEPT)
    return [f"{one.code} {one.data['number']}" for one in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # the very item: the number itself, whatever unit follows
        (f"Компенсация: {CALL}, то есть 4.", ["Q680 4"]),
        (f"Компенсация: {CALL}, это четыре человека.", ["Q680 четыре"]),
        (f"Өтемақы: {CALL}, яғни төрт адам.", ["Q680 төрт"]),
        # any other number beside it
        (f"Компенсация: {CALL}, выплаты выросли на 75 %.", ["Q681 75"]),
        (f"Компенсация: {CALL}, о ней 150 публикаций.", ["Q681 150"]),
        # of another year it is not that number, but it is a number beside it
        (f"Компенсация: {CALL}, а в 2019 году – 4.", ["Q681 4"]),
        # years, dates, acts and points are no numbers
        (f"По пункту 9 Правил с 31 января 2024 года № 849: {CALL} за 2021–2023 годы.", []),
        (f"Компенсация: {CALL}.", []),
    ],
)
def test_a_text_that_speaks_of_a_suppressed_item(content: Content, words: str, expected: list[str]) -> None:
    assert said(content, words, "2.12") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # nothing shows the item, but year and unit are the same
        ("В 2023 году компенсацию получили 4 человека.", ["Q680 4"]),
        ("2023 жылы өтемақыны 4 адам алды.", ["Q680 4"]),
        ("В 2023 году выплачено 452 000 тенге.", ["Q680 452 000"]),
        ("В 2023 году ее получили четыре человека.", ["Q680 четыре"]),
        # the year is the same: somebody has to look
        ("В 2023 году получили 4 жертвы.", ["Q682 4"]),
        # it counts something else, or is of another year, or of none
        ("В 2023 году возбуждено 4 уголовных дела.", []),
        ("В 2021 году получили 4 человека.", []),
        ("Возбуждено 4 уголовных дела в отношении 4 человек.", []),
        ("В 2023 году обучены 219 человек.", []),
        # the figure of a region is kept back too
        ("В 2022 году в области Абай было 3 человека.", ["Q680 3"]),
    ],
)
def test_a_text_that_speaks_of_something_else(content: Content, words: str, expected: list[str]) -> None:
    assert said(content, words, "2.1") == expected


def test_a_heading_that_speaks_of_it_is_near(content: Content) -> None:
    """In the next paragraph of the same heading the number alone tells, other numbers do not."""
    assert said(content, "Получили ее лишь 4.", near=("2.12",)) == ["Q680 4"]
    assert said(content, "Получили ее лишь 5.", near=("2.12",)) == []
    assert said(content, "В 2019 году получили 4.", near=("2.12",)) == []


def test_both_bounds_of_a_rough_number_are_kept_back(content: Content) -> None:
    rough = replace(KEPT[0], value=up_to(4))
    more = replace(KEPT[0], value=replace(exact(2), kind=ValueKind.RANGE, high=Decimal(3)))
    for one, numbers in ((rough, ("4",)), (more, ("2", "3"))):
        for number in numbers:
            passage = Passage(text(f"В 2023 году – {number}."), frozenset({"2.12"}))
            found = {item.code for item in check_assessment_public([passage], content.units, [one])}
            assert found == {"Q680"}


def test_the_place_is_that_of_the_number(content: Content) -> None:
    words = f"Компенсация: {CALL}, то есть 4."
    found = list(check_assessment_public([Passage(text(words), frozenset({"2.12"}))], content.units, KEPT))
    assert [one.code for one in found] == ["Q680", "Q680"]
    start = text(words)[Language.RU].place.column
    assert {one.place.column for one in found} == {start + words.index("4.")}


def test_nothing_kept_back_nothing_found(content: Content) -> None:
    passage = Passage(text(f"{CALL} 4 5 6"), frozenset({"2.12"}))
    assert list(check_assessment_public([passage], content.units, [])) == []


def test_the_example_leaves_no_passage_out(example: Assessment) -> None:
    """Headings share their items; reasons of judgements and words of recommendations are read too."""
    read = tuple(passages(example))
    assert len(read) == (
        len(example.period.description)
        + sum(len(one.paragraphs) for one in example.headings)
        + len(example.conclusions)
        + len(example.judgements)
        + 3 * len(example.recommendations)
    )
    consequences = example.heading(4)
    assert consequences is not None
    own = [one for one in read if one.text in [paragraph.text for paragraph in consequences.paragraphs]]
    assert {one.near for one in own} == {frozenset({"2.11", "2.12"})}
    assert sorted(map(sorted, (one.items for one in own))) == [[], [], [], ["2.11"], ["2.12"]]
    judged = [one for one in read if one.text == example.judgements[0].reason]
    assert [one.items for one in judged] == [frozenset({"1.1"})]
