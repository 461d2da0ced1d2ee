"""Whose form it is: by its number, else by section, name and region when exactly one body fits."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_NAMESAKES = 2
"""A city and the region around it may bear one name."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The respondent, or None.

    `findings` say how it was known when not by number (Q931, Q932), and what speaks against it (Q668).
    """

    respondent: Respondent | None
    findings: tuple[Finding, ...] = ()


class Register:
    """Who was asked, for looking up."""

    def __init__(self, issues: Iterable[Issue], regions: Mapping[str, frozenset[str]]) -> None:
        issues = tuple(issues)
        self._numbers = {issue.number: issue.respondent for issue in issues}
        self._ids = {issue.respondent.id: issue.respondent for issue in issues}
        self._names: dict[tuple[int, str], list[Respondent]] = {}
        self._called: dict[str, list[Respondent]] = {}
        self._regions = regions
        self._places = _places(regions)
        for issue in issues:
            one = issue.respondent
            for name in {folded(one.name.kk), folded(one.name.ru)}:
                self._names.setdefault((one.section, name), []).append(one)
                self._called.setdefault(name, []).append(one)

    def get(self, respondent: str) -> Respondent | None:
        """By id or running number."""
        number = respondent.lstrip("0")
        return self._ids.get(respondent) or (self._numbers.get(int(number)) if number.isdecimal() else None)

    def by_number(self, marks: Marks, year: int) -> Respondent | None:
        number = form_id(marks)
        return self._numbers.get(number.number) if number is not None and number.year == year else None

    def owner(self, name: str, marks: Marks, answers: Mapping[str, Answer], year: int) -> Owner:
        """`name` is that of the file, for the findings."""
        body, region = (
            _words(answers, BODY) or marks.body or "",
            _words(answers, REGION) or marks.region or "",
        )
        known = self.by_number(marks, year)
        if known is not None:
            return Owner(known, tuple(self.against(name, known, answers)))
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

    def against(self, name: str, one: Respondent, answers: Mapping[str, Answer]) -> Iterator[Finding]:
        """Q668 when the form itself names another body than the one that it is put down to.

        A body may write its name in many ways, so only what is certain counts: the name of another body that
        was asked, another region, or a name with another region in it.
        """
        body, region = _words(answers, BODY), _words(answers, REGION)
        if self._is_other(one, body, region):
            data = {
                "respondent:kk": one.name.kk,
                "respondent:ru": one.name.ru,
                "id": one.id,
                "body": legible(body, _QUOTE) if body.strip() else "—",
                "region": legible(_words(answers, REGION, shown=True), _QUOTE) if region.strip() else "—",
            }
            yield Finding("Q668", Place(name, at=BODY), data)

    def _is_other(self, one: Respondent, body: str, region: str) -> bool:
        called = self._called.get(folded(body), ()) if body.strip() else ()
        if called and one not in called:
            return True
        if one.region is None:
            return False
        said = {place for place, names in self._regions.items() if folded(region) in names}
        words = () if called else _stems(body)
        named = {place for word in words for place in self._places.get(word, ())}
        return any(places and one.region not in places for places in (said, named))

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


def _words(answers: Mapping[str, Answer], code: str, *, shown: bool = False) -> str:
    """What was written, or the id of what was chosen unless it is to be `shown`."""
    answer = answers.get(code)
    if answer is None:
        return ""
    return answer.value.text if answer.value.kind is ValueKind.CHOICE and not shown else answer.value.raw


def _stems(words: str) -> set[str]:
    """Beginnings of words, the same through all cases of Kazakh and Russian."""
    return {word[:_STEM] for word in _WORD.findall(folded(words))}


def _places(regions: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Regions by the words that tell them from others: `abai`, and not `region` or `city`."""
    found: dict[str, set[str]] = {}
    for region, names in regions.items():
        for word in {word for name in names for word in _stems(name)}:
            found.setdefault(word, set()).add(region)
    return {word: frozenset(places) for word, places in found.items() if len(places) <= _MOST_NAMESAKES}
