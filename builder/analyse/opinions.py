"""What bodies said of the entries of ranked lists: yes or no, described or not, group by group.

A group is a section of the questionnaire. Silence is neither yes nor no. Where an item asks for one of
several variants (`one_of` among the checks of content), a yes to one of them says no to the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.bodies import Body, bodies
from builder.analyse.completeness import enough_of
from builder.analyse.plan import GENERAL, Asked, plan
from builder.model.answers import Value, ValueKind
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.questionnaire import FieldKind
from builder.model.ranking import GroupAnswer

_NO_WORDS = frozenset({ValueKind.NO_DATA, ValueKind.NO, ValueKind.ZERO, ValueKind.NOT_ANSWERED})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one body said of one entry. A body that ticked both is heard as saying yes, and as unclear."""

    yes: bool
    no: bool
    described: bool

    @property
    def answered(self) -> bool:
        return self.yes or self.no

    @property
    def reasoned(self) -> bool:
        """A no, or a yes with a description. More words never make it less so."""
        return self.no or (self.yes and self.described)


def entries_of(content: Content, item: str) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """Fields of a ranked item: those that take yes or no, and those with words of the respondents' own."""
    fields = [field for field in plan(content, GENERAL).fields.values() if field.item == item]
    ranked = tuple(field for field in fields if field.kind is FieldKind.YES_NO)
    return ranked, tuple(field for field in fields if field.kind is FieldKind.TEXT)


def opinions(content: Content, body: Body, item: str) -> Mapping[str, Opinion]:
    """What a body said of each entry of an item, its own words included."""
    ranked, others = entries_of(content, item)
    said = {field.code: _ticked(body.given, field) for field in ranked}
    for group in enough_of(content):
        for code in group & said.keys():
            if any(said[other].yes for other in group & said.keys() if other != code):
                one = said[code]
                said[code] = Opinion(one.yes, True, one.described)
    for field in others:
        words = body.given.get(field.code)
        there = words is not None and words.kind not in _NO_WORDS
        said[field.code] = Opinion(there, words is not None and not there, there)
    return said


def _ticked(given: Mapping[str, Value], field: Asked) -> Opinion:
    first, second, words = (given.get(code) for code in field.own)
    yes = first is not None and first.kind is ValueKind.YES
    ticked = second is not None and second.kind in {ValueKind.YES, ValueKind.NO}
    no = ticked or (first is not None and first.kind is ValueKind.NO)
    return Opinion(yes, no, words is not None and words.kind not in _NO_WORDS)


def group_answers(content: Content, evidence: Evidence, item: str) -> Mapping[str, tuple[GroupAnswer, ...]]:
    """By entry of an item: what each group that was asked said in each year."""
    found: dict[str, list[GroupAnswer]] = defaultdict(list)
    for year in evidence.years:
        groups: dict[int, list[Mapping[str, Opinion]]] = defaultdict(list)
        for body in bodies(year, GENERAL):
            groups[body.respondent.section].append(opinions(content, body, item))
        for section in sorted(groups):
            for code in _codes(content, item):
                heard = [said[code] for said in groups[section]]
                found[code].append(_group(section, year.number, heard))
    return {code: tuple(found[code]) for code in _codes(content, item)}


def _codes(content: Content, item: str) -> Iterator[str]:
    for fields in entries_of(content, item):
        yield from (field.code for field in fields)


def _group(section: int, year: int, heard: list[Opinion]) -> GroupAnswer:
    return GroupAnswer(
        section,
        year,
        asked=len(heard),
        answered=sum(one.answered for one in heard),
        yes=sum(one.yes for one in heard),
        described=sum(one.yes and one.described for one in heard),
        reasoned=sum(one.reasoned for one in heard),
    )
