"""Which returned line is which passage: by tag, then by visible code, then by position and wording."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.model.answers import How
from builder.ooxml.pieces import Held, Line
from builder.read.codes import leads
from builder.read.expected import Expected, Passage
from builder.read.word.gaps import pair_gap
from builder.read.word.growth import Growth


class Match(NamedTuple):
    """A passage and how it was recognised."""

    passage: Passage
    how: How


def pair(lines: Sequence[Line], form: Expected, growth: Growth) -> list[Match | None]:
    """For each line its passage, or None for a line that the form does not have.

    Several lines may be one passage: rows that were copied, answers given twice.
    """
    claims = [_claim(line, form, growth) for line in lines]
    sure = {claim.tagged.lead or claim.tagged.index for claim in claims if claim.tagged and claim.agrees}
    matches = [claim.match(sure) for claim in claims]
    anchors = _rising(matches, form)
    claimed = {match.passage.index for match in matches if match is not None}
    for before, after in pairwise([(-1, -1), *anchors, (len(lines), len(form.passages))]):
        missing = [index for index in range(before[1] + 1, after[1]) if index not in claimed]
        _fill(matches, lines, form, range(before[0] + 1, after[0]), missing)
    return matches


class _Claim(NamedTuple):
    """What the tags of a line say it is, and what its visible code says."""

    tagged: Passage | None
    led: Passage | None

    @property
    def agrees(self) -> bool:
        return self.led is None or self.led == self.tagged

    def match(self, sure: set[str | int]) -> Match | None:
        """The tag wins, unless another line has the same tag and the right code: this one is a copy."""
        if self.tagged is not None and (
            self.led is None or self.agrees or (self.tagged.lead or self.tagged.index) not in sure
        ):
            return Match(self.tagged, How.TAG)
        return Match(self.led, How.CODE) if self.led is not None else None


def _claim(line: Line, form: Expected, growth: Growth) -> _Claim:
    tags = (piece.tag for piece in line.pieces if isinstance(piece, Held) and piece.tag)
    by_tag = (_of_code(tag, form, growth, by_tag=True) for tag in tags)
    tagged = next((passage for passage in by_tag if passage is not None), None)
    first = line.pieces[0]
    by_code = (
        _of_code(lead.code, form, growth, by_tag=False)
        for lead in (leads(first) if isinstance(first, str) else ())
    )
    return _Claim(tagged, next((passage for passage in by_code if passage is not None), None))


def _of_code(code: str, form: Expected, growth: Growth, *, by_tag: bool) -> Passage | None:
    index = (form.at if by_tag else form.leads).get(code)
    return form.passages[index] if index is not None else growth.beyond(code)


def _rising(matches: list[Match | None], form: Expected) -> list[tuple[int, int]]:
    """The longest run of recognised lines that stand in the order of the form."""
    seen: set[int] = set()
    places: list[tuple[int, int]] = []
    for line, match in enumerate(matches):
        if match is None or match.passage is not form.passages[match.passage.index]:
            continue
        if match.passage.index not in seen:
            seen.add(match.passage.index)
            places.append((line, match.passage.index))
    return _longest(places)


def _longest(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, (_, index) in enumerate(places):
        rank = bisect_left(tails, index)
        tails[rank : rank + 1] = [index]
        ends[rank : rank + 1] = [position]
        before.append(ends[rank - 1] if rank else -1)
    chain: list[tuple[int, int]] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        chain.append(places[position])
        position = before[position]
    return chain[::-1]


def _fill(
    matches: list[Match | None], lines: Sequence[Line], form: Expected, gap: range, missing: list[int]
) -> None:
    """Pairs what stands between two certain places."""
    free = [index for index in gap if matches[index] is None]
    if not free or not missing:
        return
    passages = [form.passages[index] for index in missing]
    for line, passage in pair_gap([lines[index] for index in free], passages, form.wordings):
        found = passages[passage]
        matches[free[line]] = Match(found, _how(matches, free[line], found, form))


def _how(matches: list[Match | None], line: int, found: Passage, form: Expected) -> How:
    """What stands right below its visible code was found by that code."""
    above = matches[line - 1] if line else None
    if above is None or not found.index or above.passage is not form.passages[found.index - 1]:
        return How.POSITION
    codes = [slot.code for slot in found.slots]
    lead = above.passage.lead
    by_lead = (
        bool(lead) and bool(codes) and all(code == lead or code.startswith(f"{lead}.") for code in codes)
    )
    return How.CODE if by_lead else How.POSITION
