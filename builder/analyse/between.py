"""Checks of content between bodies: what one says it sent against what another says it received.

Bodies of one section may speak of the same people twice: a ministry repeats what its regional bodies say.
So the answers of a section are added up within a tier (bodies of one subject, central or regional), and the
section as a whole lies between its largest tier and all its tiers together. A difference is reported only
where these bounds do not meet; it is a question, since bodies count by definitions of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.case import Case, case
from builder.analyse.figures import figure
from builder.analyse.interval import NOTHING, Interval, total
from builder.analyse.rules import broken
from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.model.answer_checks import Between, Bond, Operand, Scope
from builder.model.answers import Form, State
from builder.model.collection import Issue
from builder.model.library import Content
from builder.model.registry import Respondent

SHOWN = 5
"""Bodies that a finding names on each side, those with the largest figures first; the others are counted."""
GENERAL = "1"


_Tiers = dict[tuple[str, bool], list[Interval | None]]


@dataclass(frozen=True, slots=True)
class Said:
    """What one body says; `figure` is None when it has not answered or gave no figure."""

    respondent: Respondent
    codes: tuple[str, ...]
    figure: Interval | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what each body says, and the bounds of all of it."""

    said: tuple[Said, ...]

    @property
    def given(self) -> tuple[Said, ...]:
        return tuple(one for one in self.said if one.figure is not None)

    @property
    def missing(self) -> tuple[Said, ...]:
        return tuple(one for one in self.said if one.figure is None)

    @property
    def figure(self) -> Interval:
        """Sections are added; within one, tiers may repeat each other."""
        sections: dict[int, _Tiers] = defaultdict(lambda: defaultdict(list))
        for one in self.given:
            body = one.respondent
            sections[body.section][body.subject, body.region is None].append(one.figure)
        return total(_section(map(total, tiers.values())) for tiers in sections.values())


def _section(tiers: Iterable[Interval]) -> Interval:
    known = tuple(tiers)
    return Interval(max(tier.low for tier in known), total(known).high)


Cases = Mapping[str, Case]


def check_between(content: Content, issues: Iterable[Issue], forms: Iterable[Form]) -> Iterable[Finding]:
    """Differences between bodies (Q785), and those that missing answers may explain (Q786)."""
    respondents = tuple(issue.respondent for issue in issues)
    cases = {form.respondent: case(content, form) for form in forms if form.state is State.CURRENT}
    for rule in content.answer_checks.between:
        for region, bodies in _scopes(content, rule.scope, respondents):
            left, right = _side(cases, rule.left, bodies), _side(cases, rule.right, bodies)
            if _differ(rule, left, right):
                yield _finding(content, rule, region, left, right)


def _differ(rule: Between, left: Side, right: Side) -> bool:
    given = bool(left.given and right.given)
    return given and broken(rule.relation, left.figure, right.figure, rule.tolerance)


def _scopes(
    content: Content, scope: Scope, respondents: tuple[Respondent, ...]
) -> Iterator[tuple[str | None, tuple[Respondent, ...]]]:
    """The whole country, or each region with the bodies that work in it alone."""
    if scope is Scope.COUNTRY:
        yield None, respondents
        return
    for category in content.breakdown("region").categories:
        yield category.id, tuple(body for body in respondents if body.region == category.id)


def _side(cases: Cases, operand: Operand, bodies: tuple[Respondent, ...]) -> Side:
    return Side(tuple(said for body in bodies if (said := _said(cases, operand, body)) is not None))


def _said(cases: Cases, operand: Operand, body: Respondent) -> Said | None:
    """What a body says; None when it is not asked."""
    asked = tuple(code for code in operand.codes if code.split(".")[0] in {GENERAL, str(body.section)})
    wanted = (not operand.subjects or body.subject in operand.subjects) and (
        not operand.regions or body.region in operand.regions
    )
    if not asked or not wanted:
        return None
    one = cases.get(body.id)
    own = Operand(operand.place, asked, operand.column, operand.category, operand.naming)
    return Said(body, asked, None if one is None else figure(one, own))


def _finding(content: Content, rule: Between, region: str | None, left: Side, right: Side) -> Finding:
    """Both sources: sums, and who says what at which code."""
    more_left = broken(Bond.AT_MOST, left.figure, right.figure, 0)
    open_side = right if more_left else left
    data = {
        "check": rule.id,
        "item": " / ".join((_items(rule.left), _items(rule.right))),
        "code": _codes(rule.left),
        "left_sum": str(left.figure),
        "right_sum": str(right.figure),
        "left_codes": _codes(rule.left),
        "right_codes": _codes(rule.right),
        "missing": str(len(open_side.missing)),
    }
    for language in LAW_LANGUAGES:
        data[f"title:{language}"] = rule.title.plain(language)
        data[f"why:{language}"] = rule.why.plain(language)
        data[f"left:{language}"] = _sources(left, language)
        data[f"right:{language}"] = _sources(right, language)
        data[f"silent:{language}"] = _names(open_side.missing, language)
        data[f"scope:{language}"] = _scope(content, region, language)
    code = "Q786" if open_side.missing else "Q785"
    return Finding(code, Place(rule.id, at=region or _codes(rule.left)), data)


def _sources(side: Side, language: Language) -> str:
    """`body: code + code = figure; …`, the largest figures first."""
    given = sorted(side.given, key=lambda one: -(one.figure or NOTHING).low)
    words = (f"{one.respondent.name[language]}: {' + '.join(one.codes)} = {one.figure}" for one in given)
    return "; ".join(tuple(words)[:SHOWN]) + _more(len(given))


def _names(missing: tuple[Said, ...], language: Language) -> str:
    return "; ".join(one.respondent.name[language] for one in missing[:SHOWN]) + _more(len(missing))


def _more(number: int) -> str:
    return f" (+{number - SHOWN})" if number > SHOWN else ""


def _scope(content: Content, region: str | None, language: Language) -> str:
    """The region in brackets; nothing for the country."""
    if region is None:
        return ""
    categories = content.breakdown("region").categories
    return next(f" ({one.text.plain(language)})" for one in categories if one.id == region)


def _codes(operand: Operand) -> str:
    return " + ".join(operand.codes)


def _items(operand: Operand) -> str:
    return ", ".join(dict.fromkeys(".".join(code.split(".")[:2]) for code in operand.codes))
