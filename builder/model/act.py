"""The joint order and the Rules it approves."""

from dataclasses import dataclass
from datetime import date

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Subpoint:
    """тармақша / подпункт: `1)`."""

    number: int
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Point:
    """тармақ / пункт: `1.`; the first paragraph bears the number, further ones stand unnumbered."""

    number: int
    paragraphs: tuple[Text, ...]
    place: Place
    subpoints: tuple[Subpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """тарау / глава; `heading` stands without its number, which the labels spell."""

    number: int
    heading: Text
    points: tuple[Point, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Registration:
    """State registration with the Ministry of Justice."""

    number: str
    date: date
    place: Place


@dataclass(frozen=True, slots=True)
class ActNumber:
    """Number and date given to the joint order by one of its two bodies."""

    body: str
    number: str
    date: date
    place: Place


@dataclass(frozen=True, slots=True)
class Signature:
    post: Text
    name: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Agreement:
    """The mark of a body that agreed to the draft."""

    mark: Text
    body: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Order:
    """The joint order of two ministers."""

    title: Text
    imprint: Text
    registration: Registration
    numbers: tuple[ActNumber, ...]
    preamble: Text
    points: tuple[Point, ...]
    signatures: tuple[Signature, ...]
    agreements: tuple[Agreement, ...]
    stamp: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Rules:
    """The Rules that the order approves; points run on through the chapters."""

    title: Text
    chapters: tuple[Chapter, ...]
    place: Place

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for chapter in self.chapters for point in chapter.points)


@dataclass(frozen=True, slots=True)
class OrderFile:
    """content/rules/order.yaml."""

    provenance: Provenance
    order: Order


@dataclass(frozen=True, slots=True)
class RulesFile:
    """content/rules/rules.yaml."""

    provenance: Provenance
    rules: Rules
