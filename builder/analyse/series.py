"""Figures over the years: what was reported, summed over bodies, and where a series must not be read on.

Bodies of one section may count the same people: a ministry repeats what its regional bodies say. So answers
are added within a tier (bodies of one subject, central or regional) and never silently over tiers: a section
with several tiers lies between the largest of them and all of them together. Sections are added.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from builder.analyse.adding import added, between, is_number, spread
from builder.analyse.bodies import Body, bodies
from builder.analyse.case import item_of
from builder.analyse.plan import FIGURES, GENERAL, Same
from builder.base import ids
from builder.model.answers import Value, ValueKind
from builder.model.cells import ValueCell, cells
from builder.model.evidence import Break, Evidence, Figure, Part, Series, Year
from builder.model.library import Content
from builder.model.questionnaire import FieldKind

WORDING_CHANGED = "Q761"
OTHER_UNIT = "Q774"
SILENCE = Value(ValueKind.NOT_ANSWERED, "")
_POINTS = frozenset({ValueKind.EXACT, ValueKind.ZERO})


class NoFigureError(LookupError):
    """The code asks for no number, or for rows that several bodies name each in their own way."""


def figure(content: Content, evidence: Evidence, code: str, year: int) -> Figure:
    """The figure of a code in a year, with the breaks before it; NoFigureError where no number is asked."""
    found = next((one for one in series(content, evidence, code).figures if one.year == year), None)
    return found or Figure(code, year, SILENCE, number_cell(content, code).unit, (), 0, 0, 0)


def series(content: Content, evidence: Evidence, code: str) -> Series:
    """The figures of a code in every year of the period; a year without a collection is silence."""
    return _series(Same(content), Same(evidence), code)


def number_cell(content: Content, code: str) -> ValueCell:
    """The cell that takes a number at a code; NoFigureError where there is none."""
    found = _cells(Same(content)).get(code)
    if found is None:
        raise NoFigureError(code)
    return found


@lru_cache(maxsize=8)
def _cells(content: Same[Content]) -> dict[str, ValueCell]:
    return {
        cell.code: cell
        for section in content.it.sections
        for item in section.items
        for field in item.fields
        for cell in cells(section.number, item.number, field, content.it.breakdowns)
        if cell.kind in FIGURES
    }


@lru_cache(maxsize=4096)
def _series(content: Same[Content], evidence: Same[Evidence], code: str) -> Series:
    cell = number_cell(content.it, code)
    section = int(code.partition(".")[0])
    asked = Asked(code, section, cell.unit, cell.kind is FieldKind.SHARE, cell.row is not None)

    def read(_year: Year, body: Body) -> Value | None:
        return body.given.get(code)

    return series_of(evidence.it, asked, read)


def by_region(evidence: Evidence, found: Figure) -> Mapping[str, Value]:
    """A figure by the regions of the bodies that gave it, summed in each as the whole is."""
    year = evidence.year(found.year)
    bodies_of = {one.respondent.id: one for one in bodies(year, GENERAL)} if year is not None else {}
    given: dict[str, list[tuple[Body, Value]]] = defaultdict(list)
    for part in found.parts:
        body = bodies_of[part.respondent]
        if body.respondent.region is not None:
            given[body.respondent.region].append((body, part.value))
    return {region: _whole(parts, share=False) for region, parts in given.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a series is of. `row`: a row that each body names itself, so that bodies are not added."""

    code: str
    section: int
    unit: str | None
    share: bool = False
    row: bool = False


Read = Callable[[Year, Body], Value | None]


def series_of(evidence: Evidence, asked: Asked, read: Read) -> Series:
    """The series of what `read` takes from each body of a year."""
    figures: list[Figure] = []
    last: tuple[Figure, Year] | None = None
    for number in evidence.period:
        year = evidence.year(number)
        if year is None:
            figures.append(Figure(asked.code, number, SILENCE, asked.unit, (), 0, 0, 0))
            continue
        found = _figure(year, asked, read)
        if found.parts:
            if last is not None:
                found = replace(found, breaks=tuple(_breaks(*last, found, year)))
            last = found, year
        figures.append(found)
    return Series(asked.code, asked.unit, tuple(figures))


def _figure(year: Year, asked: Asked, read: Read) -> Figure:
    group = bodies(year, asked.section)
    given = [(body, value) for body in group if (value := read(year, body)) is not None and is_number(value)]
    if asked.row and len(given) > 1:
        raise NoFigureError(asked.code)
    counted = {body.respondent.id for body, _ in given}
    silent = [body for body in group if body.respondent.id not in counted]
    why = _explaining(Same(year), asked.section, asked.code)
    absent = [body for body in silent if body.respondent.id in why]
    words = [value for body in silent if (value := read(year, body)) is not None]
    value = _whole(given, share=asked.share) if given else _hole(absent, words, asked.code)
    parts = tuple(_part(asked.code, body, one) for body, one in given)
    return Figure(
        asked.code, year.number, value, asked.unit, parts, len(group), len(given), len(absent), len(given) > 1
    )


@lru_cache(maxsize=4096)
def _explaining(year: Same[Year], section: int, code: str) -> frozenset[str]:
    """Bodies that say why they give nothing: the same for all names that a split has."""
    return frozenset(body.respondent.id for body in bodies(year.it, section) if body.explains(code))


def _whole(given: list[tuple[Body, Value]], *, share: bool) -> Value:
    if share:
        return spread([value for _, value in given])
    sections: dict[int, dict[tuple[str, bool], list[Value]]] = defaultdict(lambda: defaultdict(list))
    for body, value in given:
        one = body.respondent
        sections[one.section][one.subject, one.region is None].append(value)
    return added([between([added(tier) for tier in tiers.values()]) for tiers in sections.values()])


def _hole(absent: list[Body], words: list[Value], code: str) -> Value:
    """No number: the reason if there is one and the same, words that are no number, or silence."""
    if absent:
        reasons = {reason for body in absent if (reason := _reason(body, code))}
        reason = reasons.pop() if len(reasons) == 1 else ""
        return Value(ValueKind.NO_DATA, reason, text=reason)
    return words[0] if len(words) == 1 else Value(ValueKind.UNREADABLE, "") if words else SILENCE


def _reason(body: Body, code: str) -> str:
    for key in (code, ids.code(*map(int, code.split(".")[:3])), f"{item_of(code)}.0"):
        value = body.given.get(key)
        if value is not None and value.text.strip():
            return value.text.strip()
    return ""


def _part(code: str, body: Body, value: Value) -> Part:
    form = body.form
    if form is None:
        raise ValueError(code)
    answer = form.answers.get(code)
    how, at = (answer.how, answer.at) if answer is not None else (None, "")
    return Part(body.respondent.id, form.id, form.name, value, how, at)


def _breaks(before: Figure, year_before: Year, now: Figure, year: Year) -> Iterator[Break]:
    if _marked(year_before, before, WORDING_CHANGED) or _marked(year, now, WORDING_CHANGED):
        yield Break.WORDING
    if _marked(year_before, before, OTHER_UNIT) or _marked(year, now, OTHER_UNIT):
        yield Break.UNIT
    if year_before.collection.edition != year.collection.edition:
        yield Break.EDITION
    if _precision(before.value) != _precision(now.value):
        yield Break.KIND
    if _ids(before.parts) != _ids(now.parts):
        yield Break.BODIES


def _marked(year: Year, found: Figure, code: str) -> bool:
    """A form of the year has this finding at the code, or at the line or the item that asks for it."""
    parts = found.code.split(".")
    places = {".".join(parts[:end]) for end in range(2, len(parts) + 1)}
    return not _noted(Same(year), code).isdisjoint(places)


@lru_cache(maxsize=64)
def _noted(year: Same[Year], code: str) -> frozenset[str]:
    """Where forms of a year have a finding: a thousand forms are not gone through for every figure."""
    return frozenset(one.place.at for form in year.it.forms for one in form.findings if one.code == code)


def _precision(value: Value) -> ValueKind:
    return ValueKind.EXACT if value.kind in _POINTS else value.kind


def _ids(parts: Iterable[Part]) -> frozenset[str]:
    return frozenset(part.respondent for part in parts)
