"""The example years: what a published collection says, value by value, with its place in the source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from builder.base import ids
from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.base.place import Place
from builder.load.library import load_file
from builder.model.library import Content
from builder.model.provenance import Provenance
from builder.model.text import Text

FOLDER = Path(__file__).parent / "years"
YEARS = (2021, 2022, 2023)
GENERAL = 1


@dataclass(frozen=True, slots=True)
class Quoted:
    """One answer: the words for the form, and the verbatim quote that they come from.

    `at` is the author's mark and the offset of the passage in the text of the collection; `note` says
    where the source means something narrower or wider than the question.
    """

    code: str
    words: str
    at: str
    quote: str
    place: Place
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExampleForm:
    """A form filled from the source; `reasons` are said for single items instead of the general one."""

    respondent: str
    format: str
    language: Language
    answers: tuple[Quoted, ...]
    place: Place
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Example:
    """One year; `absent` is the reason given where the source says nothing (Rules, point 9)."""

    year: int
    source: Text
    prepared: Text
    absent: Text
    forms: tuple[ExampleForm, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """examples/years/YEAR.yaml."""

    provenance: Provenance
    example: Example


def example(year: int) -> Example:
    """The example of a year; raises QagidaError with the places of what is wrong in its file."""
    name = f"{year}.yaml"
    file, _, findings = load_file(FOLDER / name, f"examples/years/{name}", ExampleFile)
    if file is None or findings:
        raise QagidaError(*findings)
    found: Example = file.example
    return found


def words(content: Content, section: int, year: Example, form: ExampleForm) -> Mapping[str, str]:
    """The words of every cell of a form, by code: the answers, who made it, and reasons for the rest."""
    language = form.language
    given = {answer.code: answer.words for answer in form.answers}
    answered = {_item(code) for code in given}
    reasons = {
        ids.code(number, item, ids.REASON): _reason(year, form, f"{number}.{item}")
        for number, item in _items(content, section)
        if f"{number}.{item}" not in answered
    }
    said = {
        ids.code(number, int(name.split(".")[1]), ids.REASON): text
        for name, text in form.reasons.items()
        if (number := int(name.split(".")[0])) in (GENERAL, section)
    }
    return {"0.4": year.prepared[language].plain, **reasons, **said, **given}


def _reason(year: Example, form: ExampleForm, item: str) -> str:
    return form.reasons.get(item, f"{year.absent[form.language].plain}: {year.source[form.language].plain}")


def _item(code: str) -> str:
    return ".".join(code.split(".")[:2])


def _items(content: Content, section: int) -> Iterator[tuple[int, int]]:
    for number in (GENERAL, section):
        for item in content.section(number).items:
            yield number, item.number
