"""Where the texts of a content file come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from builder.base.language import Language
from builder.base.place import Place
from builder.model.text import Standing


@dataclass(frozen=True, slots=True)
class Provenance:
    """Act numbers, state registration, edition date, publication id and default standing per language."""

    act: str
    registration: str
    edition: date
    publication: str
    standing: Mapping[Language, Standing]
    place: Place
