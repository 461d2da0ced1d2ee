"""The method of structuring and ranking: the expert group's own, for the Rules give no scale (point 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A step of a scale from 1 to 5, or a class: its name and what it means."""

    value: int
    name: Text
    meaning: Text
    place: Place


class MeasureId(StrEnum):
    """The plain measures, from 0 to 1 each."""

    BREADTH = "breadth"
    PERSISTENCE = "persistence"
    SUBSTANCE = "substance"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class PlainMeasure:
    """A plain measure: what it is called and means, and its weight in thousandths."""

    id: MeasureId
    name: Text
    meaning: Text
    weight: int
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule of the method in words, as the annex prints it."""

    id: str
    title: Text
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Ranked:
    """A list of the general section that is ranked: item `1.1` risks, `1.2` factors, `1.3` measures."""

    item: str
    title: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """Hard data that speak to an entry of a ranked list: `code` `1.1.3`, `data` codes of other sections."""

    code: str
    data: tuple[str, ...]
    why: Text
    place: Place


@dataclass(frozen=True, slots=True)
class ConfidenceStep:
    """Confidence is of this level when every bound is reached; steps go from the highest to the lowest.

    `answering`: bodies that answered of those asked, the mean over all groups and years of the period, in
    thousandths; `years`: years with answers; `substance`: the same mean over bodies that said no, or yes
    with a description; `linked`: linked codes that have a value. A group or a year without answers counts
    as nothing, so less data never means more confidence.
    """

    level: str
    name: Text
    answering: int
    years: int
    substance: int
    linked: int
    place: Place


@dataclass(frozen=True, slots=True)
class Method:
    """One version of the method.

    The weights of `measures` (in thousandths, they add up to 1000) join them into the order that is
    proposed; `weight_change` (percent) tries how stable it is. `classes_by` is the stated table: a row for
    each probability 1-5, in it the class for each consequence 1-5. `level` of intervals is in thousandths.
    `threshold`: smaller counts about persons are not published; `protected` are the units it holds for.
    """

    version: str
    since: date
    title: Text
    owner: Text
    principles: tuple[Text, ...]
    ranked: tuple[Ranked, ...]
    measures: tuple[PlainMeasure, ...]
    level: int
    weight_change: int
    rules: tuple[WrittenRule, ...]
    probability: tuple[ScaleStep, ...]
    consequence: tuple[ScaleStep, ...]
    classes: tuple[ScaleStep, ...]
    classes_by: tuple[tuple[int, ...], ...]
    confidence: tuple[ConfidenceStep, ...]
    links: tuple[Link, ...]
    threshold: int
    protected: tuple[str, ...]
    place: Place

    @property
    def weights(self) -> Mapping[MeasureId, int]:
        """The weight of each measure in thousandths."""
        return {measure.id: measure.weight for measure in self.measures}

    def class_of(self, probability: int, consequence: int) -> int:
        """The class that the table gives; both judged 1 to 5."""
        return self.classes_by[probability - 1][consequence - 1]

    def data_of(self, code: str) -> tuple[str, ...]:
        """Codes of the hard data linked to an entry, each once."""
        return tuple(dict.fromkeys(data for link in self.links if link.code == code for data in link.data))


@dataclass(frozen=True, slots=True)
class MethodFile:
    """content/method/method.yaml."""

    provenance: Provenance
    method: Method
