"""Acts that the documents cite, each once, with date and number."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from builder.base.place import Place
from builder.model.act import ActNumber
from builder.model.provenance import Provenance
from builder.model.text import Text


class CitationKind(StrEnum):
    CONVENTION = "convention"
    MODEL_LAW = "model_law"
    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    ORDER = "order"
    RESOLUTION = "resolution"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Ratification:
    """Date and number of the Law that ratified a convention."""

    date: dt.date
    number: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """An act; `group` is its section of the legal basis, `numbers` those of a joint order."""

    id: str
    kind: CitationKind
    title: Text
    place: Place
    date: dt.date | None = None
    number: str | None = None
    note: Text | None = None
    ratified: Ratification | None = None
    group: str | None = None
    bodies: tuple[str, ...] = ()
    numbers: tuple[ActNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationsFile:
    """content/sop/citations.yaml."""

    provenance: Provenance
    citations: tuple[Citation, ...]
