"""The body of the SOP, section by section."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.place import Place
from builder.model.abbreviations import Abbreviation
from builder.model.provenance import Provenance
from builder.model.text import Text


class Direction(StrEnum):
    """The four directions of the work."""

    COOPERATION = "cooperation"
    PREVENTION = "prevention"
    DETECTION = "detection"
    PROTECTION = "protection"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the annotated list of sections, as printed; not all of them bear a number there."""

    title: Text
    place: Place
    number: str | None = None
    about: Text | None = None


@dataclass(frozen=True, slots=True)
class LegalGroup:
    """A heading of the legal basis with what stands under it; `citations` are ids of citations.yaml."""

    title: Text
    citations: tuple[str, ...]
    place: Place
    number: str | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    lead: Text
    groups: tuple[LegalGroup, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class SopTerm:
    """A term that the SOP defines."""

    number: int
    term: Text
    definition: Text
    place: Place


@dataclass(frozen=True, slots=True)
class DirectionEntry:
    """A direction as the SOP presents it."""

    id: Direction
    number: int
    title: Text
    place: Place
    about: Text | None = None
    scope: Text | None = None


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """An entry of a block, mostly numbered; `bodies` are the subjects that it asks something of."""

    text: Text
    place: Place
    number: int | None = None
    title: Text | None = None
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SopBlock:
    """What stands under one heading of a part; `bodies` are the subjects that the heading names."""

    place: Place
    title: Text | None = None
    bodies: tuple[str, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    entries: tuple[BlockEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SopPart:
    """A part of the SOP, such as cooperation."""

    id: str
    title: Text
    place: Place
    lead: tuple[Text, ...] = ()
    blocks: tuple[SopBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class SopDefect:
    """What is wrong in the SOP itself; `words` quote it."""

    at: str
    note: Text
    place: Place
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Sop:
    title: Text
    aim: Text
    legal_basis: LegalBasis
    terms: tuple[SopTerm, ...]
    abbreviations: tuple[Abbreviation, ...]
    directions: tuple[DirectionEntry, ...]
    parts: tuple[SopPart, ...]
    place: Place
    contents: tuple[ContentsEntry, ...] = ()
    subjects_lead: Text | None = None
    directions_lead: Text | None = None
    defects: tuple[SopDefect, ...] = ()

    def part(self, part_id: str) -> SopPart:
        return next(part for part in self.parts if part.id == part_id)


@dataclass(frozen=True, slots=True)
class SopFile:
    """content/sop/sop.yaml."""

    provenance: Provenance
    sop: Sop
