"""The plain measures of the entries of a ranked list, shown before anything is judged."""

from collections.abc import Iterable, Mapping

from builder.analyse.opinions import group_answers
from builder.analyse.series import series
from builder.analyse.wilson import wilson
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.method import MeasureId
from builder.model.ranking import GroupAnswer, Measures


def measures(content: Content, evidence: Evidence, item: str) -> Mapping[str, Measures]:
    """The measures of every entry of an item by code, entries with words of the respondents' own included."""
    answers = group_answers(content, evidence, item)
    level = content.method.level
    return {
        code: measured(code, given, _linked(content, evidence, code), level)
        for code, given in answers.items()
    }


def measured(code: str, answers: Iterable[GroupAnswer], linked: tuple[Figure, ...], level: int) -> Measures:
    """Measures from what groups said; the same order of years and groups in, the same out."""
    answers = tuple(answers)
    answering = [one for one in answers if one.answered]
    years = {one.year for one in answering}
    last = max(years, default=None)
    now = [one for one in answering if one.year == last]
    with_yes = {one.year for one in answering if one.yes}
    yes, described = sum(one.yes for one in answers), sum(one.described for one in answers)
    return Measures(
        code,
        answers,
        breadth=wilson(sum(one.yes > 0 for one in now), len(now), level),
        persistence=wilson(len(with_yes), len(years), level),
        substance=wilson(described, yes, level),
        linked=linked,
        year=last,
    )


def shares(one: Measures) -> Mapping[MeasureId, float]:
    """Each measure as a share from 0 to 1; what is not known counts as nothing."""
    linked = one.linked_count / one.linked_codes if one.linked_codes else 0.0
    return {
        MeasureId.BREADTH: one.breadth.share or 0.0,
        MeasureId.PERSISTENCE: one.persistence.share or 0.0,
        MeasureId.SUBSTANCE: one.substance.share or 0.0,
        MeasureId.LINKED: linked,
    }


def _linked(content: Content, evidence: Evidence, code: str) -> tuple[Figure, ...]:
    return tuple(
        figure for data in content.method.data_of(code) for figure in series(content, evidence, data).figures
    )
