"""Forms as they go out, addressed to one respondent of the tests, and answers of every kind for them."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Document, controls
from builder.compose.addressed import addressed
from builder.load.library import load
from builder.model.collection import Collection, Issue
from builder.model.library import Content, whole
from builder.model.registry import Respondent, Words
from builder.write.pdf.writer import write

ROOT = Path(__file__).parents[2]
CREATED = datetime(2026, 1, 15, tzinfo=UTC)
WORDS = {
    Language.KK: "Құқық бұзушылықтың алдын алу шаралары өткізілді («ә, ғ, қ, ң, ө, ұ, ү, һ, і»)",
    Language.RU: "Проведены профилактические мероприятия",
}


@cache
def content() -> Content:
    found = whole(load(ROOT / "content").library)
    assert found is not None
    return found


def issue(section: int) -> Issue:
    """A respondent that exists in tests only."""
    subject = content().subjects[0].id
    name = Words("Сынақ мекемесі", "Проверочное учреждение")
    asked = Respondent("test", subject, section, name, name, "abai")
    return Issue(
        31, asked, Collection(2025, date(2026, 1, 15), date(2026, 2, 16), subject, date(2024, 10, 24))
    )


@cache
def form(section: int, language: Language) -> Document:
    return arrange(addressed(content(), issue(section), language))


@cache
def pdf(section: int, language: Language) -> bytes:
    return write(form(section, language), ROOT / "templates", CREATED).data


def answers(document: Document) -> dict[str, str | bool]:
    """An answer for every control that is still empty, of the kind that it takes."""
    language = document.main
    empty = (control for control in controls(document.blocks) if not control.value)
    return {control.code: _answer(control, place, language) for place, control in enumerate(empty)}


def _answer(control: Control, place: int, language: Language) -> str | bool:
    match control.kind:
        case ControlKind.CHECK:
            return control.code.endswith(".1")
        case ControlKind.NUMBER:
            return ("0", "12", "1 234", "≈100", "до 90", "100-ден астам", "5-10")[place % 7]
        case ControlKind.DATE:
            return "31.12.2025"
        case ControlKind.CHOICE:
            return control.options[place % len(control.options)].value
        case _:
            return f"{WORDS[language]} {place}"
