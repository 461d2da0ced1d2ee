"""Memos: what to do, step by step; and the plain words of their cards."""

from dataclasses import dataclass

from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """`headline` is the imperative, `contact` an id of contacts.yaml shown large beside the step."""

    number: int
    headline: Text
    place: Place
    text: Text | None = None
    contact: str | None = None
    advice: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Right:
    number: int
    text: Text
    place: Place


@dataclass(frozen=True, slots=True)
class PlainMemo:
    """Our own plain words for cards and posters: one idea per step; `avoid`: what not to do."""

    steps: tuple[Step, ...]
    place: Place
    avoid: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Memo:
    """`audience` holds ids of subjects; `plain` the words of the card."""

    id: str
    title: Text
    steps: tuple[Step, ...]
    place: Place
    subtitle: Text | None = None
    audience: tuple[str, ...] = ()
    rights_lead: Text | None = None
    rights: tuple[Right, ...] = ()
    migrant_rights_lead: Text | None = None
    migrant_rights: tuple[Right, ...] = ()
    plain: PlainMemo | None = None


@dataclass(frozen=True, slots=True)
class MemosFile:
    """content/sop/memos.yaml."""

    provenance: Provenance
    memos: tuple[Memo, ...]
