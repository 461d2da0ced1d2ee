"""What goes into a store and what it answers, where the model has no shape for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from builder.base.finding import Finding
from builder.base.language import Language
from builder.model.answers import Answer, Marks, State, Stray


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: `data` is kept to the byte, `received` is a moment with a time zone."""

    name: str
    format: str
    sha256: str
    data: bytes
    received: datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """A form of a file, understood but not yet stored; `respondent` is empty while nobody knows whose it is.

    `findings` are those of reading, `checked` those of the answer checks, which may be made again later;
    `held` are the codes whose words are withheld for personal data.
    """

    respondent: str
    section: int
    language: Language
    marks: Marks = field(default_factory=Marks)
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    strays: tuple[Stray, ...] = ()
    findings: tuple[Finding, ...] = ()
    checked: tuple[Finding, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A form in the store after its file was put: `replaced` is the form that it superseded.

    `findings` are those of reading it, `checked` those of the answer checks, `defects` is their number.
    `same`: an earlier export of submissions had this very form, so that nothing was added.
    """

    form: int
    respondent: str
    state: State
    replaced: int | None = None
    findings: tuple[Finding, ...] = ()
    checked: tuple[Finding, ...] = ()
    defects: int = 0
    same: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What putting a file did; `same`: the file was there already and nothing changed."""

    kept: tuple[Kept, ...]
    same: bool = False


@dataclass(frozen=True, slots=True)
class Original:
    """A received file, as it came."""

    name: str
    format: str
    sha256: str
    received: datetime
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why; `sha256` is empty for a file too large to be read."""

    name: str
    sha256: str
    size: int
    received: datetime
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that `open` made: its key says from what, its digest what it was."""

    path: str
    key: str
    sha256: str


class What(StrEnum):
    """What a person, or the program on reception, decided about a form."""

    HOLD = "hold"
    CLEAR = "clear"
    ASSIGN = "assign"


@dataclass(frozen=True, slots=True)
class Deed:
    """One decision: `code` is the answer it is about, empty for the whole form.

    `person` is who decided, empty for the program itself.
    """

    what: What
    form: int
    code: str
    person: str
    moment: datetime
    reason: str = ""


PROGRAM = ""
"""The `person` of what the program decides by itself on reception."""


class Unknown(LookupError):  # noqa: N818 - told to the reader as Q930
    """There is no such form or respondent."""
