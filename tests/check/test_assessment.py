"""One wrong file for every code of an assessment, and checks of words that reach assessments too."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builder.check.assessment_evidence import check_assessment_evidence
from builder.load.assessment import load_assessment
from builder.model.answers import Answer, How, Value, ValueKind
from builder.model.evidence import Evidence
from tests.check import house_assessment as house
from tests.check.test_codes import placeholders
from tests.compose.made import Made

PERIOD, ANALYSIS, CONCLUSIONS = "period.yaml", "analysis.yaml", "conclusions.yaml"
RECOMMENDATIONS, JUDGEMENTS, SOURCES = "recommendations.yaml", "judgements.yaml", "sources.yaml"

ONE = """\
    paragraphs:
      - text: {kk: "Талдау.", ru: "Анализ."}
        sources: [article]
"""
CALL = '{{ value("2.1.1", 2023, "dative") }}'


@dataclass(frozen=True)
class Wrong:
    """`old` becomes `new` in `file`; that gives `code` where `at` stands, and the `others`.

    The finding is in `file`, unless another is the `target`.
    """

    code: str
    file: str
    old: str
    new: str
    at: str
    others: tuple[tuple[str, str, str], ...] = ()
    target: str = ""

    def expected(self, folder: Path) -> list[str]:
        first = (self.code, self.target or self.file, self.at)
        return sorted(
            f"{code} {file}:{house.where(folder, file, at)}" for code, file, at in (first, *self.others)
        )


WRONG = (
    Wrong("Q651", ANALYSIS, "subpoint: 4", "subpoint: 5", f"subpoint: 5\n{ONE}  - subpoint: 6",
          (("Q651", ANALYSIS, "act:"),)),
    Wrong("Q651", ANALYSIS, "subpoint: 9", "subpoint: 10", "subpoint: 10", (("Q651", ANALYSIS, "act:"),)),
    Wrong("Q651", ANALYSIS, ONE, "    paragraphs: []\n", "subpoint: 1"),
    Wrong("Q652", ANALYSIS, "sources: [article]", "sources: [artikle]", 'text: {kk: "Талдау.'),
    Wrong("Q652", RECOMMENDATIONS, "follows: [c1]", "follows: [c1, c2]", "id: r1"),
    Wrong("Q652", RECOMMENDATIONS, "executors: [mia]", "executors: [mvd]", "id: r1"),
    Wrong("Q652", RECOMMENDATIONS, '"1.1.1"', '"1.1.7"', "id: r1"),
    Wrong("Q652", CONCLUSIONS, '"1.1.1"', '"2.1.1"', "id: c1"),
    Wrong("Q652", JUDGEMENTS, '"1.1.1.1@mia/2023"', '"1.1.1.9@mia/2023"', 'code: "1.1.1"'),
    Wrong("Q652", JUDGEMENTS, '"1.1.1.1@mia/2023"', '"1.1.1.1 mia"', 'code: "1.1.1"'),
    Wrong("Q652", PERIOD, 'ru: \'Всего {{ value("2.1.1", 2023) }}', 'ru: \'Всего {{ value("2.9.1", 2023) }}',
          '{{ value("2.9.1"', (("Q301", PERIOD, "kk: 'Барлығы"), ("Q302", PERIOD, "kk: 'Барлығы"))),
    Wrong("Q106", RECOMMENDATIONS, "direction: cooperation", "direction: punishment", "punishment"),
    Wrong("Q653", PERIOD, "sources: [collection]", "sources: [article]", "{id: collection", target=SOURCES),
    Wrong("Q654", RECOMMENDATIONS, "follows: [c1]", "sources: [article]", "id: c1", target=CONCLUSIONS),
    Wrong("Q655", JUDGEMENTS, "probability: 4", "probability: 6", 'code: "1.1.1"'),
    Wrong("Q655", JUDGEMENTS, "consequence: 3", "consequence: 0", 'code: "1.1.1"'),
    Wrong("Q657", PERIOD, CALL, '{{ valu("2.1.1", 2023) }}', "{{ valu", (("Q301", PERIOD, "kk: 'Барлығы"),)),
    Wrong("Q657", PERIOD, CALL, '{{ value("2.1.1", 2023) }', "{{ value",
          (("Q207", PERIOD, "{{ value"), ("Q301", PERIOD, "kk: 'Барлығы"))),
    Wrong("Q658", PERIOD, "      sources: [collection]\n", "", 'text: {kk: "Мәтін."',
          (("Q653", SOURCES, "{id: collection"),)),
    Wrong("Q658", CONCLUSIONS, '    entries: ["1.1.1"]\n', "", "id: c1"),
    Wrong("Q658", RECOMMENDATIONS, "    follows: [c1]\n", "", "id: r1", (("Q654", CONCLUSIONS, "id: c1"),)),
    Wrong("Q658", JUDGEMENTS, '["1.1.1.1@mia/2023"]', "[]", 'code: "1.1.1"'),
    Wrong("Q659", PERIOD, "last: 2023", "last: 2022", "first: 2021"),
    Wrong("Q659", PERIOD, "first: 2021", "first: 2020", "first: 2020"),
    Wrong("Q403", SOURCES, "id: collection", "id: article", "{id: article, kind: article",
          (("Q652", PERIOD, 'text: {kk: "Мәтін."'),)),
    Wrong("Q657", RECOMMENDATIONS, 'text: {kk: "Ұсыным.", ru: "Рекомендация."}',
          """text: {kk: 'Ұсыным {{ asked(0, 2023) }}.', ru: 'Рекомендация {{ asked(0, 2023) }}.'}""",
          "{{ asked(0, 2023) }}.', ru", (("Q657", RECOMMENDATIONS, "{{ asked(0, 2023) }}.'}"),)),
    Wrong("Q652", PERIOD, "official: false", """official: false
  cleared: {names: ["а"], answers: ["1.1.1.3@mia"]}""", "{names"),
    Wrong("Q652", PERIOD, "official: false", """official: false
  cleared: {answers: ["1.1.9.3@mia/2023"]}""", "{answers"),
    Wrong("Q686", RECOMMENDATIONS, "executors: [mia]", "executors: []", "id: r1"),
    Wrong("Q687", RECOMMENDATIONS, "follows: [c1]", "follows: [c1]\n    due: 2024-09-11", "id: r1"),
    Wrong("Q688", PERIOD, "formed: 2024-09-11", "formed: 2023-12-30", "first: 2021"),
    # checks of words that all texts have in common
    Wrong("Q203", ANALYSIS, '"Анализ."', '"Aнализ."', "Aнализ."),
    Wrong("Q301", PERIOD, "([приказ](order/p1))", "(приказ)", "kk: 'Барлығы"),
    Wrong("Q302", PERIOD, '"Текст."', '"Текст 5."', '{kk: "Мәтін."'),
    Wrong("Q404", PERIOD, "[приказ](order/p1)", "[приказ](order/p7)", "order/p7",
          (("Q301", PERIOD, "kk: 'Барлығы"),)),
    Wrong("Q601", ANALYSIS, '"Анализ."', '"Анализ анкеты."', "анкеты"),
    Wrong("Q104", SOURCES, "kind: article, ", "", "{id: article"),
)  # fmt: skip


def test_the_small_assessment_has_nothing_wrong(tmp_path: Path) -> None:
    assert house.shown(house.findings(house.build(tmp_path))) == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.code}-{wrong.new[:30]}")
def test_code(wrong: Wrong, tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    house.spoil(folder, wrong.file, wrong.old, wrong.new)
    found = house.findings(folder)
    assert sorted(house.shown(found)) == wrong.expected(folder)
    for item in found:
        assert placeholders(item.code) <= set(item.data)


def test_a_part_may_be_missing(tmp_path: Path) -> None:
    """What another file would tell is then not asked."""
    for name in house.HOUSE:
        folder = house.build(tmp_path / name)
        (folder / house.PERIOD / name).unlink()
        assert house.shown(house.findings(folder)) == [f"Q112 {name}:1:1"], name


def test_a_stranger_is_reported(tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    (folder / house.PERIOD / SOURCES).rename(folder / house.PERIOD / "source.yaml")
    found = house.findings(folder)
    assert house.shown(found) == ["Q113 source.yaml:1:1", "Q112 sources.yaml:1:1"]
    assert found[0].data == {"suggestion": SOURCES}


def answered(evidence: Evidence, **given: Value) -> Evidence:
    """The evidence with answers of `mia` for 2023; `c1_1_1_1` is the code 1.1.1.1."""
    *years, last = evidence.years
    (form,) = last.forms
    codes = {name[1:].replace("_", "."): value for name, value in given.items()}
    answers = {code: Answer(code, value, How.TAG, "-") for code, value in codes.items()}
    return replace(evidence, years=(*years, replace(last, forms=(replace(form, answers=answers),))))


YES, NO = Value(ValueKind.YES, "да"), Value(ValueKind.NO, "нет")


@pytest.mark.parametrize(
    ("given", "baseless"),
    [
        ({"c1_1_1_1": YES}, []),
        ({"c1_1_1_1": NO}, ["entry"]),
        ({"c1_1_1_2": NO}, ["entry", "answer"]),
        ({}, ["entry", "answer"]),
        ({"c1_1_1_1": Value(ValueKind.NOT_ANSWERED, "")}, ["entry", "answer"]),
        ({"c1_1_1": Value(ValueKind.TEXT, "иное", text="иное")}, ["answer"]),
    ],
)
def test_a_judgement_needs_a_yes(tmp_path: Path, given: dict[str, Value], baseless: list[str]) -> None:
    loaded = load_assessment(house.build(tmp_path), house.PERIOD)
    assert loaded.assessment is not None
    evidence = answered(Made({}).evidence, **given)
    found = list(check_assessment_evidence(loaded.assessment.judgements, evidence))
    assert [item.code for item in found] == ["Q656"] * len(baseless)
    assert [item.data["baseless"] for item in found] == baseless
    assert all(placeholders("Q656") <= set(item.data) for item in found)


def test_an_answer_of_another_year_is_no_support(tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    house.spoil(folder, JUDGEMENTS, "@mia/2023", "@mia/2022")
    loaded = load_assessment(folder, house.PERIOD)
    assert loaded.assessment is not None
    evidence = answered(Made({}).evidence, c1_1_1_1=YES)
    found = list(check_assessment_evidence(loaded.assessment.judgements, evidence))
    assert [item.data["baseless"] for item in found] == ["answer"]
