"""Scenarios that a lawyer can read: given these answers, expect these codes at these places."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.analyse.checked import check_all, check_form
from builder.base import catalogue
from builder.base.finding import Finding
from builder.base.language import UI_LANGUAGES
from builder.model.library import Content
from tests.analyse.forms import form, issue

FOLDER = Path(__file__).parent / "scenarios"
YEAR = 2026


def scenarios() -> Iterator[Any]:
    """Each scenario with the codes that its file looks at."""
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        for one in file["scenarios"]:
            yield pytest.param(one, frozenset(file["codes"]), id=f"{path.stem}: {one['title']}")


@pytest.mark.parametrize(("scenario", "codes"), tuple(scenarios()))
def test_scenario(scenario: dict[str, Any], codes: frozenset[str], content: Content) -> None:
    found = between(content, scenario) if "forms" in scenario else alone(content, scenario)
    shown = sorted(f"{one.code} {one.place.at}" for one in found if one.code in codes)
    assert shown == sorted(scenario["expect"])
    for one in found:
        readable(one)


def alone(content: Content, scenario: dict[str, Any]) -> tuple[Finding, ...]:
    before = scenario.get("last_year")
    section = scenario["section"]
    last_year = None if before is None else form(section, before)
    return check_form(content, form(section, scenario["answers"]), last_year, YEAR)


def between(content: Content, scenario: dict[str, Any]) -> tuple[Finding, ...]:
    issues, forms = [], []
    for number, (name, one) in enumerate(scenario["forms"].items(), 1):
        issues.append(issue(number, name, one["subject"], one["section"], one.get("region")))
        if "answers" in one:
            forms.append(form(one["section"], one["answers"], name))
    found = check_all(content, issues, forms)
    chosen = scenario.get("check")
    return tuple(one for one in found if chosen in {None, one.data["check"]})


def readable(finding: Finding) -> None:
    """The message has every datum that it asks for, in every language."""
    for language in UI_LANGUAGES:
        assert "—" not in catalogue.message(finding, language)


def test_every_code_has_a_scenario() -> None:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.yaml")]
    seen = {line.split()[0] for file in files for one in file["scenarios"] for line in one["expect"]}
    ours = {"Q748", *(f"Q{number}" for number in range(776, 793))}
    assert seen | {"Q790"} == ours & set(catalogue.codes())
