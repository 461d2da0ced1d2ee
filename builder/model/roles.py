"""Role tables: what each subject does in each of the four directions."""

from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.sop import Direction
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Functions:
    """Functions of a subject in one direction."""

    direction: Direction
    entries: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RoleTable:
    """`subject` is an id of subjects.yaml."""

    number: int
    subject: str
    functions: tuple[Functions, ...]
    place: Place
    title: Text | None = None

    def entries(self, direction: Direction) -> tuple[Text, ...]:
        return tuple(text for part in self.functions if part.direction is direction for text in part.entries)


@dataclass(frozen=True, slots=True)
class RolesFile:
    """content/sop/roles.yaml; `tables_announced` is the number that the text of the SOP promises."""

    provenance: Provenance
    roles: tuple[RoleTable, ...]
    place: Place
    roles_lead: tuple[Text, ...] = ()
    tables_announced: int = 0
