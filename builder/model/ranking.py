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

    All but `section` and `year` count bodies of the group: `answered` said yes or no, `described` are yeses
    with a description, `reasoned` said no, or yes with a description.
    """

    section: int
    year: int
    asked: int
    answered: int
    yes: int
    described: int
    reasoned: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """The plain measures of an entry such as `1.1.3`, shown before anything is judged.

    `breadth`: groups saying yes of groups answering, in `year`, the last one with answers; `persistence`:
    years with a yes of years with answers; `substance`: yeses of bodies with a description of all yeses of
    the period; `linked`: hard data that the method links to the entry, each year of the period, empty
    figures included.
    """

    code: str
    answers: tuple[GroupAnswer, ...]
    breadth: Interval
    persistence: Interval
    substance: Interval
    linked: tuple[Figure, ...]
    year: int | None = None

    @property
    def linked_codes(self) -> int:
        """How many codes the method links to the entry."""
        return len({figure.code for figure in self.linked})

    @property
    def linked_count(self) -> int:
        """Linked codes that have a value in any year."""
        return len({figure.code for figure in self.linked if figure.answered})


@dataclass(frozen=True, slots=True)
class Move:
    """How far an entry moves up (positive) or down when something is changed.

    `kind` is `group` (a section, in `name`, is left out) or `weight` (the weight of the measure `name` is
    changed by `percent`). `unranked`: without the group nobody has answered the entry any more.
    """

    kind: str
    name: str
    percent: int
    places: int
    unranked: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a ranked list.

    `score` (0 to 1) joins the measures by the weights of the method and only proposes an order; `interval`
    holds it with the bounds that the interval of breadth gives it. `place` counts from 1, entries with the
    same score share it; so does `band`: entries whose intervals overlap share a band. Band 0 is for entries
    that nobody answered: they are listed last and not ranked. `confidence` is the level of a step of the
    method. `probability`, `consequence` and `class_` are the judgement of the expert group, None while
    there is none. `moves` are those that
    change its place, or take it out of the ranks.
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
    """One ranked list (`1.1`), entries in the proposed order.

    `others` are the entries with words of the respondents' own ("other risks"): each body means something
    else by them, so they are counted but not ranked.
    """

    item: str
    entries: tuple[Entry, ...]
    others: tuple[Measures, ...] = ()
