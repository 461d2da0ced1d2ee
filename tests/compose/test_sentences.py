"""Sentences that a lawyer can read: given these answers, expect this sentence in both languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.base.finding import QagidaError
from builder.base.language import LAW_LANGUAGES
from builder.compose.assessment.calls import words
from builder.compose.voice import Voice
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.workflow.assess.figures import CollectedFigures
from tests.analyse.periods import body, year_of
from tests.compose.made import text

FOLDER = Path(__file__).parent / "sentences"
BODIES = {
    "министерство": body("mia", 2),
    "Абай": body("police-abai", 2, "abai"),
    "Алматы": body("police-almaty", 2, "almaty"),
}


def scenarios() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for one in yaml.safe_load(path.read_text("utf-8"))["scenarios"]:
            yield pytest.param(one, id=one["title"])


def evidence(scenario: dict[str, Any]) -> Evidence:
    years = []
    for year, given in sorted(scenario["answers"].items()):
        answers = {
            BODIES[name].id: {str(code): value for code, value in one.items()} for name, one in given.items()
        }
        years.append(year_of(year, BODIES.values(), answers))
    return Evidence(tuple(years), 2021, 2023)


@pytest.mark.parametrize("scenario", tuple(scenarios()))
def test_scenario(scenario: dict[str, Any], content: Content) -> None:
    figures = CollectedFigures(content, evidence(scenario))
    called = text(f"{{{{ {scenario['call']} }}}}")
    for language in LAW_LANGUAGES:
        voice = Voice(content, language)
        if "finding" in scenario:
            with pytest.raises(QagidaError) as raised:
                words(voice, figures, called)
            assert [one.code for one in raised.value.findings] == [scenario["finding"]]
        else:
            said = words(voice, figures, called).replace("\u00a0", " ")
            assert said == scenario["expect"][language.value]
