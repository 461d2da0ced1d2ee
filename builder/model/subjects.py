"""The registry of subjects: it joins the Rules, the questionnaire, the SOP and the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.base.language import Language
from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


def _nothing() -> Mapping[Language, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Subject:
    """A body, organisation or kind of organisation; `also` holds other names that resolve to it.

    `sections` are those of the questionnaire that it answers besides section 1, `role_table` the number
    of its table in roles.yaml.
    """

    id: str
    name: Text
    place: Place
    short: Text | None = None
    also: Mapping[Language, tuple[str, ...]] = field(default_factory=_nothing)
    named_in_sop: bool = False
    sections: tuple[int, ...] = ()
    coordinates: bool = False
    role_table: int | None = None
    who: Text | None = None


@dataclass(frozen=True, slots=True)
class SubjectsFile:
    """content/sop/subjects.yaml."""

    provenance: Provenance
    subjects: tuple[Subject, ...]
