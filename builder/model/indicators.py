"""Risk groups, places and signs, each with the subjects that meet it; and what to do about signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Concern:
    """A subject that can meet this in its own work, and why."""

    subject: str
    why: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Indicator:
    """One risk group (`g01`), place (`p01`) or sign (`s01`)."""

    id: str
    text: Text
    place: Place
    concerns: tuple[Concern, ...] = ()

    def concern(self, subject: str) -> Concern | None:
        return next((concern for concern in self.concerns if concern.subject == subject), None)


@dataclass(frozen=True, slots=True)
class IndicatorList:
    """Indicators under one heading, such as risk groups of adults."""

    id: str
    title: Text
    entries: tuple[Indicator, ...]
    place: Place
    lead: Text | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What to do when signs are found."""

    title: Text
    place: Place
    paragraphs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorsFile:
    """content/sop/indicators.yaml."""

    provenance: Provenance
    groups: tuple[IndicatorList, ...]
    places: tuple[IndicatorList, ...]
    signs: tuple[IndicatorList, ...]
    actions: tuple[Action, ...]
    place: Place
    lead: Text | None = None
    groups_title: Text | None = None
    places_title: Text | None = None
    signs_title: Text | None = None

    def kinds(self) -> Iterator[tuple[str, tuple[IndicatorList, ...]]]:
        """`group`, `place` and `sign` (as in identifiers) with their lists."""
        yield "group", self.groups
        yield "place", self.places
        yield "sign", self.signs

    def entries(self) -> Iterator[Indicator]:
        for _, lists in self.kinds():
            for found in lists:
                yield from found.entries
