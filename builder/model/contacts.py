"""Phone numbers, addresses and links, each once, with owner, source and the day it was checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


class ContactKind(StrEnum):
    PHONE = "phone"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Contact:
    """`owner` is the id of a subject; `checked_on` the day somebody last made sure that it works."""

    id: str
    kind: ContactKind
    value: str
    name: Text
    owner: str
    source: str
    checked_on: date
    place: Place


@dataclass(frozen=True, slots=True)
class ContactsFile:
    """content/sop/contacts.yaml."""

    provenance: Provenance
    contacts: tuple[Contact, ...]
