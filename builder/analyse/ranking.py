"""Ranked lists of risks, factors and measures (Rules, point 13 3)): an order that is proposed, never decided.

The score of an entry is the sum of its measures by the weights of the method. Its interval takes breadth, the
only measure that a few answers leave uncertain, at the bounds of Wilson's interval. Entries stand by score; a
band begins with an entry whose interval does not overlap that of the first entry of the band before it.
"""

from collections.abc import Iterable, Mapping

from builder.analyse.confidence import confidence
from builder.analyse.measures import measures, shares
from builder.analyse.opinions import entries_of
from builder.analyse.sensitivity import moves
from builder.analyse.standing import code_order, places, score
from builder.model.assessment import Judgement
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.method import MeasureId, Method
from builder.model.ranking import Entry, Interval, Measures, Ranking


def rank(content: Content, evidence: Evidence, judgements: Iterable[Judgement] = ()) -> tuple[Ranking, ...]:
    """The ranked lists of the method; `judgements` are set beside the proposal and do not change it."""
    judged = {one.code: one for one in judgements}
    return tuple(_ranking(content, evidence, ranked.item, judged) for ranked in content.method.ranked)


def _ranking(content: Content, evidence: Evidence, item: str, judged: Mapping[str, Judgement]) -> Ranking:
    method = content.method
    found = measures(content, evidence, item)
    ranked, others = ([found[field.code] for field in fields] for fields in entries_of(content, item))
    intervals = {one.code: interval(method, one) for one in ranked}
    standing = places(ranked, method.weights)
    order = sorted(ranked, key=lambda one: (standing[one.code], code_order(one.code)))
    bands = _bands(order, intervals)
    moved = moves(method, ranked)
    entries = tuple(
        Entry(
            one,
            intervals[one.code].share or 0.0,
            intervals[one.code],
            standing[one.code],
            bands[one.code],
            confidence(content, evidence, one).level,
            *_judgement(method, judged.get(one.code)),
            moves=moved[one.code],
        )
        for one in order
    )
    return Ranking(item, entries, tuple(others))


def interval(method: Method, one: Measures) -> Interval:
    """The score with breadth at its bounds; the other measures say what there is and are exact."""
    known = shares(one)
    low, high = (
        score({**known, MeasureId.BREADTH: bound}, method.weights)
        for bound in (one.breadth.low, one.breadth.high)
    )
    return Interval(one.breadth.count, one.breadth.of, score(known, method.weights), low, high)


def _bands(order: Iterable[Measures], intervals: Mapping[str, Interval]) -> Mapping[str, int]:
    """Band 0 is for entries that nobody answered."""
    bands: dict[str, int] = {}
    band, first = 0, None
    for one in order:
        if one.year is None:
            bands[one.code] = 0
            continue
        here = intervals[one.code]
        if first is None or here.high < first.low:
            band, first = band + 1, here
        bands[one.code] = band
    return bands


def _judgement(method: Method, one: Judgement | None) -> tuple[int | None, int | None, int | None]:
    """Probability, consequence and the class that the table gives them."""
    if one is None:
        return None, None, None
    return one.probability, one.consequence, method.class_of(one.probability, one.consequence)
