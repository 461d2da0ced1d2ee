"""Turns of coordination follow one another, three years each, and whoever signs is known (Rules, point 6)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.library import Library
from builder.model.registry import RotationFile, Turn
from builder.model.respondents import YEARS


def check_rotation(library: Library) -> Iterable[Finding]:
    if library.rotation is None:
        return
    rotation = library.rotation
    if not rotation.turns:
        yield _finding(rotation.provenance.place, "no-turns", "", "")
    for turn in rotation.turns:
        yield from _turn(library, rotation, turn)
    for before, after in pairwise(rotation.turns):
        if after.first > before.last + 1:
            yield _finding(after.place, "gap", before.last, after.first)
        elif after.first <= before.last:
            yield _finding(after.place, "overlap", before.last, after.first)


def _turn(library: Library, rotation: RotationFile, turn: Turn) -> Iterator[Finding]:
    if turn.last - turn.first + 1 != YEARS:
        yield _finding(turn.place, "length", turn.first, turn.last)
    if turn.body not in rotation.letterhead or turn.body not in rotation.signatory:
        yield _finding(turn.place, "signatory", turn.first, turn.last)
    if library.subjects is not None:
        known = {subject.id: subject for subject in library.subjects.subjects}
        if turn.body in known and not known[turn.body].coordinates:
            yield _finding(turn.place, "body", turn.first, turn.last)


def _finding(place: Place, fault: str, first: int | str, last: int | str) -> Finding:
    return Finding("Q635", place, {"fault": fault, "first": str(first), "last": str(last)})
