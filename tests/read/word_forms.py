"""Blank Word forms of the questionnaire and what is expected of them, made once per process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import controls
from builder.compose.kinds import requests
from builder.load.library import load
from builder.model.answers import Filled, Marks
from builder.model.library import Content, whole
from builder.read.docx import read_docx
from builder.read.expected import Expected, expected
from builder.workflow.make import tree_of
from builder.workflow.project import created
from builder.write.docx.writer import write

ROOT = Path(__file__).parent.parent.parent
SECTIONS = tuple(range(2, 17))


@dataclass(frozen=True, slots=True)
class Blank:
    """A form as it goes out."""

    data: bytes
    form: Expected
    controls: tuple[Control, ...]


@cache
def _content() -> Content:
    content = whole(load(ROOT / "content").library)
    assert content is not None
    return content


@cache
def blank(section: int, language: Language) -> Blank:
    content = _content()
    request = next(
        item
        for item in requests(content)
        if item.kind == "questionnaire" and item.section == section and item.language == language
    )
    tree = tree_of(content, request)
    data = write(tree, ROOT / "templates" / "docx", created(content))
    return Blank(data, expected(tree.blocks), tuple(controls(tree.blocks)))


def expected_for(marks: Marks) -> Expected | None:
    """What a workflow gives the reader."""
    if marks.section not in SECTIONS or marks.language not in LAW_LANGUAGES:
        return None
    return blank(marks.section, marks.language).form


def returned(data: bytes, name: str = "form.docx") -> Filled:
    return read_docx(data, name, expected_for)


def as_answers(filled: Filled) -> dict[str, str]:
    """Answers by code; a tick in its box is shown as `x`."""
    return {found.code: found.text or "x" for found in filled.found}


def fixture_answers(form: Blank, *, breaks: bool = True) -> Mapping[str, str]:
    """An invented answer for every control; of two boxes the first is ticked. For tests only."""
    answers = {control.code: _answer(control, number) for number, control in enumerate(form.controls)}
    return {code: text if breaks else text.replace("\n", " ") for code, text in answers.items() if text}


def _answer(control: Control, number: int) -> str:
    match control.kind:
        case ControlKind.LINE:
            return f"Жауап № {number}: «ответ», {control.code}"
        case ControlKind.AREA:
            return f'Первая строка {number}\nекінші жол – "қосымша"; 50 %'
        case ControlKind.NUMBER:
            return f"{number} 000"
        case ControlKind.DATE:
            return f"{number % 28 + 1:02}.12.2026"
        case ControlKind.CHOICE:
            return control.options[number % len(control.options)].label
        case ControlKind.CHECK:
            return "x" if control.code.endswith(".1") else ""
