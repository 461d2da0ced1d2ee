"""How stable an order is: places moved when one group is left out, or one weight is changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from builder.analyse.measures import measured
from builder.analyse.standing import places
from builder.model.method import MeasureId, Method
from builder.model.ranking import Measures, Move

GROUP = "group"
WEIGHT = "weight"


def moves(method: Method, entries: Sequence[Measures]) -> Mapping[str, tuple[Move, ...]]:
    """By entry the changes that move it, groups first; moves up are positive. Hard data stay as they are.

    Entries that nobody answered are not ranked and have no moves.
    """
    before = places(entries, method.weights)
    heard = _heard(entries)
    found: dict[str, list[Move]] = defaultdict(list)
    for change, after, still in _tried(method, entries):
        for code in before:
            if code in heard - still:
                found[code].append(Move(*change, 0, unranked=True))
            elif code in heard and after[code] != before[code]:
                found[code].append(Move(*change, before[code] - after[code]))
    return {one.code: tuple(found[one.code]) for one in entries}


def _heard(entries: Sequence[Measures]) -> frozenset[str]:
    return frozenset(one.code for one in entries if one.year is not None)


def _tried(
    method: Method, entries: Sequence[Measures]
) -> Iterator[tuple[tuple[str, str, int], Mapping[str, int], frozenset[str]]]:
    """Each change (kind, name, percent), the places after it, and the entries still answered."""
    answering = {answer.section for one in entries for answer in one.answers if answer.answered}
    for section in sorted(answering):
        left = [_without(one, section, method.level) for one in entries]
        yield (GROUP, str(section), 0), places(left, method.weights), _heard(left)
    for name in MeasureId:
        for percent in (method.weight_change, -method.weight_change):
            weights: dict[MeasureId, float] = dict(method.weights)
            weights[name] *= 1 + percent / 100
            yield (WEIGHT, str(name), percent), places(entries, weights), _heard(entries)


def _without(one: Measures, section: int, level: int) -> Measures:
    answers = [answer for answer in one.answers if answer.section != section]
    return measured(one.code, answers, one.linked, level)
