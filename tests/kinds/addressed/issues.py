"""Respondents and issues for tests; the bodies are made up and say so."""

from dataclasses import replace
from datetime import date

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.collection import Collection, Issue
from builder.model.registry import Respondent, Words

EDITION = date(2024, 10, 24)
COLLECTION = Collection(2026, date(2027, 1, 29), date(2027, 2, 28), "mlsp", EDITION)


def respondent(
    number: int = 1,
    section: int = 13,
    region: str | None = "abai",
    languages: tuple[Language, ...] = LAW_LANGUAGES,
) -> Respondent:
    """A body that exists in tests only."""
    return Respondent(
        id=f"invented-{number}",
        subject="mia",
        section=section,
        name=Words(f"№ {number} ойдан шығарылған орган", f"Вымышленный орган № {number}"),
        addressee=Words(f"№ {number} органның басшысына", f"Руководителю органа № {number}"),
        region=region,
        languages=languages,
    )


def issue(number: int = 31, section: int = 13, region: str | None = "abai") -> Issue:
    return Issue(number, respondent(number, section, region), COLLECTION)


def named(one: Issue, kazakh: str, russian: str) -> Issue:
    return replace(one, respondent=replace(one.respondent, name=Words(kazakh, russian)))
