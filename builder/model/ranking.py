"""Structured and ranked risks, factors and measures (Rules, point 13 2) and 3)): what analysis proposes."""

from dataclasses import dataclass

from builder.model.evidence import Figure


@dataclass(frozen=True, slots=True)
class Interval:
    """A share from 0 to 1 with the bounds of its interval; `of` cases, `count` of them positive.

    With no case at all the share is None and the bounds are 0 and 1: nothing is known.
    """

    count: int
    of: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """What one group of subjects (a section of the questionnaire) said of an entry in a year.

    `asked`, `answered`, `yes` and `described` count bodies of the group.
    """

    section: int
    year: int
    asked: int
    answered: int
    yes: int
    described: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The plain measures of an entry such as `1.1.3`, shown before anything is judged.

    `breadth`: groups saying yes of groups answering, in the last year with answers; `persistence`: years
    with a yes of years with answers; `substance`: yeses of bodies with a description of all yeses;
    `linked`: hard data that the method links to the entry, empty figures included.
    """

    code: str
    answers: tuple[GroupAnswer, ...]
    breadth: Interval
    persistence: Interval
    substance: Interval
    linked: tuple[Figure, ...]

    @property
    def linked_count(self) -> int:
        """Linked data that have a value."""
        return sum(figure.answered > 0 for figure in self.linked)


@dataclass(frozen=True, slots=True)
class Move:
    """How far an entry moves when something is changed: `what` is `group 16` or `weight breadth +20 %`."""

    what: str
    places: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a ranked list.

    `score` joins the measures by the weights of the method and only proposes an order; `place` counts from
    1, `band` too: entries whose intervals overlap share a band. `probability`, `consequence` and `class_`
    are the judgement of the expert group, None while there is none.
    """

    measures: Measures
    score: float
    interval: Interval
    place: int
    band: int
    confidence: str
    probability: int | None = None
    consequence: int | None = None
    class_: int | None = None
    moves: tuple[Move, ...] = ()

    @property
    def code(self) -> str:
        return self.measures.code


@dataclass(frozen=True, slots=True)
class Ranking:
    """One ranked list (`1.1`), entries in the proposed order."""

    item: str
    entries: tuple[Entry, ...]
