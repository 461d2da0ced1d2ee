"""Whose form it is: by its number, else by section, name and region when exactly one body fits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.base.finding import Finding
from builder.base.form_id import FormId, find_form_id
from builder.base.place import Place
from builder.compose.addressed import BODY, REGION, YEAR
from builder.model.answers import Answer, Marks, ValueKind
from builder.model.collection import Issue
from builder.model.registry import Respondent
from builder.read.names import legible
from builder.read.wording import folded

_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Owner:
    """The respondent, or None; `findings` say how it was known when not by number (Q931, Q932)."""

    respondent: Respondent | None
    findings: tuple[Finding, ...] = ()


class Register:
    """Who was asked, for looking up."""

    def __init__(self, issues: Iterable[Issue], regions: Mapping[str, frozenset[str]]) -> None:
        issues = tuple(issues)
        self._numbers = {issue.number: issue.respondent for issue in issues}
        self._ids = {issue.respondent.id: issue.respondent for issue in issues}
        self._names: dict[tuple[int, str], list[Respondent]] = {}
        self._regions = regions
        for issue in issues:
            one = issue.respondent
            for name in {folded(one.name.kk), folded(one.name.ru)}:
                self._names.setdefault((one.section, name), []).append(one)

    def get(self, respondent: str) -> Respondent | None:
        """By id or running number."""
        number = respondent.lstrip("0")
        return self._ids.get(respondent) or (self._numbers.get(int(number)) if number.isdecimal() else None)

    def by_number(self, marks: Marks, year: int) -> Respondent | None:
        number = form_id(marks)
        return self._numbers.get(number.number) if number is not None and number.year == year else None

    def owner(self, name: str, marks: Marks, answers: Mapping[str, Answer], year: int) -> Owner:
        """`name` is that of the file, for the findings."""
        known = self.by_number(marks, year)
        if known is not None:
            return Owner(known)
        body, region = (
            _words(answers, BODY) or marks.body or "",
            _words(answers, REGION) or marks.region or "",
        )
        fitting = self._fitting(marks.section, body, region)
        if len(fitting) == 1:
            name_of = fitting[0].name
            data = {"respondent:kk": name_of.kk, "respondent:ru": name_of.ru, "id": fitting[0].id}
            return Owner(fitting[0], (Finding("Q931", Place(name, at=BODY), data),))
        data = {
            "body": legible(body, _QUOTE) if body else "—",
            "region": legible(region, _QUOTE) if region else "—",
            "section": str(marks.section or "—"),
        }
        return Owner(None, (Finding("Q932", Place(name, at=BODY), data),))

    def _fitting(self, section: int | None, body: str, region: str) -> list[Respondent]:
        """Bodies of the section with this name; a region that is written must be theirs."""
        if section is None or not body.strip():
            return []
        named = self._names.get((section, folded(body)), [])
        said = folded(region)
        if not said:
            return named
        return [one for one in named if one.region is None or said in self._regions.get(one.region, ())]


def form_id(marks: Marks) -> FormId | None:
    """The number of the form, when its check digits are right."""
    return find_form_id(marks.form_id or "")


def stated_year(marks: Marks, answers: Mapping[str, Answer]) -> int | None:
    """The year a form is about: by its number, its properties, or the field of the identification."""
    number = form_id(marks)
    if number is not None:
        return number.year
    words = _words(answers, YEAR).strip()
    return marks.year or (int(words) if len(words) == 4 and words.isdecimal() else None)


def _words(answers: Mapping[str, Answer], code: str) -> str:
    """What was written, or the id of what was chosen."""
    answer = answers.get(code)
    if answer is None:
        return ""
    return answer.value.text if answer.value.kind is ValueKind.CHOICE else answer.value.raw
