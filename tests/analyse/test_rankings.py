"""Rankings that a lawyer can read: given these answers, expect this place, this band, this confidence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.analyse.ranking import rank
from builder.analyse.sensitivity import GROUP, WEIGHT
from builder.base.language import Language
from builder.base.place import NOWHERE
from builder.model.assessment import Judgement
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.ranking import Entry, Move
from builder.workflow.assess.explain import explanation
from tests.analyse.periods import Answers, body, example_years, year_of
from tests.compose.made import text

FOLDER = Path(__file__).parent / "rankings"
PERIOD = (2023, 2024, 2025)
SECTIONS = range(2, 17)
DATA = {"2.1.3": 4, "2.6.1": 2, "2.9.1": 3, "2.11.1": 1}


def scenarios() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for one in yaml.safe_load(path.read_text("utf-8"))["scenarios"]:
            yield pytest.param(one, id=f"{path.stem}: {one['title']}")


def evidence(scenario: dict[str, Any]) -> Evidence:
    """One body in each group; the same answers in each of the last years of the period."""
    asked = [body(f"group-{section}", section, subject=f"s{section}") for section in SECTIONS]
    answers: dict[str, dict[str, object]] = {one.id: {} for one in asked}
    for code, counts in scenario["answers"].items():
        said = [word for word, count in counts.items() for _ in range(count)]
        for word, one in zip(said, asked, strict=False):
            answers[one.id][f"{code}.2" if word == "нет" else f"{code}.1"] = "да"
            if word == "да":
                answers[one.id][f"{code}.3"] = "описание"
    answers["group-2"] |= scenario.get("data", DATA)
    given: dict[str, Answers] = {name: one for name, one in answers.items() if one}
    years = PERIOD[-scenario["years"] :]
    return Evidence(tuple(year_of(year, asked, given) for year in years), PERIOD[0], PERIOD[-1])


def entries(content: Content, given: Evidence, judgements: tuple[Judgement, ...] = ()) -> dict[str, Entry]:
    return {one.code: one for ranking in rank(content, given, judgements) for one in ranking.entries}


@pytest.mark.parametrize("scenario", tuple(scenarios()))
def test_scenario(scenario: dict[str, Any], content: Content) -> None:
    given = evidence(scenario)
    found = entries(content, given)
    for code, expected in scenario["expect"].items():
        assert {name: getattr(found[code], name) for name in expected} == expected, code
    for code, sentences in scenario.get("sentences", {}).items():
        told = [line.text for line in explanation(content, given, rank(content, given), code, Language.RU)]
        assert [words for words in sentences if words not in told] == [], "\n".join(told)


def scenario(**answers: dict[str, int]) -> dict[str, Any]:
    return {"years": 3, "answers": {code.replace("_", "."): counts for code, counts in answers.items()}}


def test_judgement_stands_beside_and_moves_nothing(content: Content) -> None:
    given = evidence(scenario(**{"1.1.1": {"да": 15}, "1.1.2": {"да": 5, "нет": 10}}))
    judged = entries(content, given, (Judgement("1.1.2", 5, 4, text("x"), (), NOWHERE),))
    plain = entries(content, given)
    assert (judged["1.1.2"].probability, judged["1.1.2"].consequence, judged["1.1.2"].class_) == (5, 4, 4)
    assert (plain["1.1.2"].probability, plain["1.1.2"].class_) == (None, None)
    assert [(one.place, one.band, one.score) for one in judged.values()] == [
        (one.place, one.band, one.score) for one in plain.values()
    ]


def test_class_comes_from_the_table_and_not_from_a_product(content: Content) -> None:
    given = evidence(scenario(**{"1.1.1": {"да": 15}}))
    classes = {
        (p, c): entries(content, given, (Judgement("1.1.1", p, c, text("x"), (), NOWHERE),))["1.1.1"].class_
        for p, c in ((1, 4), (2, 2), (4, 1), (5, 1), (1, 5))
    }
    assert classes == {(1, 4): 2, (2, 2): 1, (4, 1): 1, (5, 1): 2, (1, 5): 3}


def test_entries_with_words_of_their_own_are_counted_and_not_ranked(content: Content) -> None:
    asked = [body("a", 16, subject="ngo")]
    given = Evidence((year_of(2025, asked, {"a": {"1.3.9": "открыть центры", "1.3.1.1": "да"}}),))
    ranking = next(one for one in rank(content, given) if one.item == "1.3")
    assert [one.code for one in ranking.others] == ["1.3.9"]
    assert ranking.others[0].breadth.count == 1
    assert "1.3.9" not in {one.code for one in ranking.entries}


def test_groups_are_sections_and_not_bodies(content: Content) -> None:
    """Nine offices of one section are one group; one of them is enough for a yes."""
    offices = [body(f"office-{n}", 2, "abai") for n in range(9)]
    asked = [*offices, body("ngo", 16, subject="ngo")]
    no: Answers = {"1.1.1.2": "да"}
    answers: dict[str, Answers] = {one.id: no for one in asked} | {"office-3": {"1.1.1.1": "да"}}
    one = entries(content, Evidence((year_of(2025, asked, answers),)))["1.1.1"].measures
    assert (one.breadth.count, one.breadth.of) == (1, 2)
    assert [(group.section, group.yes, group.answered) for group in one.answers] == [(2, 1, 9), (16, 0, 1)]


def test_moves_tell_what_the_order_hangs_on(content: Content) -> None:
    asked = [body("police", 2), body("ngo", 16, subject="ngo")]
    answers: dict[str, Answers] = {
        "police": {"1.1.1.1": "да", "1.1.2.2": "да"},
        "ngo": {"1.1.1.2": "да", "1.1.2.1": "да", "1.1.2.3": "описание", "1.1.3.1": "да"},
    }
    found = entries(content, Evidence((year_of(2025, asked, answers),)))
    places = {code: found[code].place for code in ("1.1.1", "1.1.2", "1.1.3")}
    assert places == {"1.1.3": 1, "1.1.2": 2, "1.1.1": 3}
    groups = {code: [move for move in found[code].moves if move.kind == GROUP] for code in places}
    assert groups["1.1.3"] == [Move(GROUP, "2", 0, -1), Move(GROUP, "16", 0, 0, unranked=True)]
    assert groups["1.1.1"] == [Move(GROUP, "16", 0, 2)]
    assert all(
        move.percent in {20, -20} for one in found.values() for move in one.moves if move.kind == WEIGHT
    )


def test_ranking_of_the_example_years(content: Content) -> None:
    found = entries(content, example_years(content))
    ranked = {code: (one.place, one.band, one.confidence) for code, one in found.items() if one.band}
    assert ranked == {"1.1.3": (1, 1, "low"), "1.3.5": (1, 1, "low")}
    assert found["1.1.3"].moves == (Move(GROUP, "16", 0, 0, unranked=True),)
    assert found["1.1.3"].measures.year == 2023
