"""What the reader forgave: one finding for each kind of thing, with the codes it concerns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Found, How
from builder.read.word.gather import Gathered
from builder.read.wording import shortened

_NAMED: Final = 5
"""Codes that a finding names; the others are counted."""


def tolerances(name: str, gathered: Gathered, *, tracked: bool) -> Iterator[Finding]:
    """One finding for each tolerance.

    Q741 found by code, Q742 by position, Q743 typed outside, Q744 rows added, Q745 answered twice, Q746
    changes that were recorded, Q749 words that belong to no question.
    """
    inside = [answer for answer in gathered.found.values() if answer.code not in gathered.outside]
    yield from by_code(name, inside)
    yield from _several("Q742", name, _found_by(How.POSITION, inside))
    yield from _several("Q743", name, gathered.outside)
    for prefix, rows in gathered.added.items():
        yield Finding("Q744", Place(name, at=prefix), {"number": str(len(rows))})
    for code, text in _joined(gathered.repeated).items():
        yield Finding("Q745", Place(name, at=code), {"found": shortened(text)})
    if tracked:
        yield Finding("Q746", Place(name))
    for near, text in _strays(gathered).items():
        yield Finding("Q749", Place(name, at=near), {"found": shortened(text)})


def by_code(name: str, found: Iterable[Found]) -> Iterator[Finding]:
    """Q741 for the answers that were found by their visible code."""
    yield from _several("Q741", name, _found_by(How.CODE, found))


def _found_by(how: How, found: Iterable[Found]) -> list[str]:
    return [answer.code for answer in found if answer.how is how]


def _several(code: str, name: str, codes: Iterable[str]) -> Iterator[Finding]:
    """One finding for all codes, none for none."""
    listed = list(codes)
    if listed:
        shown = ", ".join(listed[:_NAMED]) + (", …" if len(listed) > _NAMED else "")
        yield Finding(code, Place(name, at=listed[0]), {"number": str(len(listed)), "codes": shown})


def _strays(gathered: Gathered) -> dict[str, str]:
    """Words by the code that they stand near; words of an answer given twice have a finding of their own."""
    repeated = set(gathered.repeated)
    strays = ((stray.near, stray.text) for stray in gathered.strays)
    return _joined(stray for stray in strays if stray not in repeated)


def _joined(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """All words at one code together; a finding shows the first of them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, text in texts:
        found[code].append(text)
    return {code: " / ".join(several) for code, several in found.items()}
