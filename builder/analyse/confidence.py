"""How much the data allow to say, by the written rule of the method; shown apart from the level of a risk.

Every bound is counted against a whole that data cannot change: all groups of the questionnaire and all years
of the period. So leaving data out never raises confidence.
"""

from dataclasses import dataclass
from fractions import Fraction

from builder.analyse.plan import GENERAL
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.method import ConfidenceStep
from builder.model.ranking import Measures

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rule looks at. `answering` and `substance` are shares from 0 to 1, the others numbers."""

    answering: Fraction
    years: int
    substance: Fraction
    linked: int


def grounds(content: Content, evidence: Evidence, one: Measures) -> Grounds:
    """The mean share of bodies that answered, and with reason, over all groups and years."""
    groups = sum(section.number != GENERAL for section in content.sections)
    whole = max(1, groups * len(evidence.period))
    asked = [answer for answer in one.answers if answer.asked]
    return Grounds(
        sum((Fraction(answer.answered, answer.asked) for answer in asked), Fraction(0)) / whole,
        len({answer.year for answer in asked if answer.answered}),
        sum((Fraction(answer.reasoned, answer.asked) for answer in asked), Fraction(0)) / whole,
        one.linked_count,
    )


def confidence(content: Content, evidence: Evidence, one: Measures) -> ConfidenceStep:
    """The first step of the method, from the highest down, all of whose bounds are reached."""
    found = grounds(content, evidence, one)
    steps = content.method.confidence
    return next((step for step in steps if _reached(step, found)), steps[-1])


def _reached(step: ConfidenceStep, found: Grounds) -> bool:
    return (
        found.answering * _THOUSAND >= step.answering
        and found.years >= step.years
        and found.substance * _THOUSAND >= step.substance
        and found.linked >= step.linked
    )
