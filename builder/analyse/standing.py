"""Scores and places of the entries of a list."""

from collections.abc import Iterable, Mapping

from builder.analyse.measures import shares
from builder.model.method import MeasureId
from builder.model.ranking import Measures

_SAME = 9
"""Decimals to which scores are compared: sums of the same shares must not differ by their order."""


def score(known: Mapping[MeasureId, float], weights: Mapping[MeasureId, float]) -> float:
    """The measures joined by their weights, 0 to 1."""
    return round(sum(weights[one] * known[one] for one in MeasureId) / 1000, _SAME)


def places(entries: Iterable[Measures], weights: Mapping[MeasureId, float]) -> Mapping[str, int]:
    """The place of each entry, from 1; entries with the same score share one, unanswered ones are last."""
    scores = {one.code: score(shares(one), weights) if one.year is not None else -1.0 for one in entries}
    return {code: 1 + sum(other > mine for other in scores.values()) for code, mine in scores.items()}


def code_order(code: str) -> tuple[int, ...]:
    return tuple(map(int, code.split(".")))
