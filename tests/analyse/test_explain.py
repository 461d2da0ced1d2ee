"""An explanation leads from the rank down to the answers and the files, in every language."""

import re
import tomllib
from pathlib import Path

import pytest

from builder.analyse.ranking import rank
from builder.base.finding import QagidaError
from builder.base.language import UI_LANGUAGES, Language
from builder.base.place import NOWHERE
from builder.cli.assess import run_explain
from builder.model.assessment import Judgement
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.workflow.assess.explain import explanation
from tests.analyse.periods import Answers, body, example_years, year_of
from tests.compose.made import text

SOURCES = Path(__file__).parent.parent.parent / "builder/workflow/assess"


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_rank_of_the_example_years_leads_to_the_file(
    content: Content, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    years = example_years(content)
    assert run_explain(content, years, rank(content, years), "1.1.3", language) == 0
    out = capsys.readouterr().out
    for words in ("1.1.3.1 =", "ngo-shymkent.docx", "не подключаются к исполнению", "6,5 тыс.", "mci.docx"):
        assert words in out
    assert "{" not in out


def test_numbers_follow_the_language(content: Content) -> None:
    years = example_years(content)
    lists = rank(content, years)
    for language, number in ((Language.KK, "0,92"), (Language.RU, "0,92"), (Language.EN, "0.92")):
        lines = explanation(content, years, lists, "1.1.3", language)
        assert any(number in line.text for line in lines)


def test_both_ticks_other_variants_moves_and_judgements_are_told(content: Content) -> None:
    asked = [body("police", 2), body("abai", 2, "abai"), body("ngo", 16, subject="ngo")]
    answers: dict[str, Answers] = {
        "police": {"1.4.1.1": "да", "1.4.1.2": "да", "2.4.1": 7},
        "abai": {"1.4.2.1": "да", "1.4.2.3": "описание", "2.4.1": 4},
        "ngo": {"1.4.2.1": "да"},
    }
    years = Evidence((year_of(2025, asked, answers),))
    lists = rank(content, years, (Judgement("1.4.1", 3, 3, text("x"), (), NOWHERE),))
    told = " ".join(line.text for line in explanation(content, years, lists, "1.4.1", Language.EN))
    for words in (
        "both yes and no are ticked",
        "another variant was chosen",
        "class by the table 2",
        "7–11 (computed)",
    ):
        assert words in told
    assert re.search(r"Without the answers of section \d+", told)


def test_entry_that_nobody_answered_is_said_not_to_be_ranked(content: Content) -> None:
    years = example_years(content)
    told = [line.text for line in explanation(content, years, rank(content, years), "1.2.1", Language.EN)]
    assert any("is not ranked" in line for line in told)


@pytest.mark.parametrize("code", ["1.1.9", "2.1.2", "1.1", "x"])
def test_code_that_is_not_ranked_is_a_finding(content: Content, code: str) -> None:
    years = example_years(content)
    with pytest.raises(QagidaError) as raised:
        explanation(content, years, rank(content, years), code, Language.RU)
    assert [one.code for one in raised.value.findings] == ["Q953"]


def test_words_are_whole_and_used() -> None:
    table = tomllib.loads((SOURCES / "explain.toml").read_text("utf-8"))
    code = "\n".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    for key, words in table.items():
        assert set(words) == set(UI_LANGUAGES), key
        names = {tuple(sorted(re.findall(r"{(\w+)}", one))) for one in words.values()}
        assert len(names) == 1, key
        assert f'"{key}"' in code or key.startswith(("how_", "at_")), key
