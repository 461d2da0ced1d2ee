"""What stands inside a paragraph: runs of text and controls that take an answer."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.inline import Run


class ControlKind(StrEnum):
    """How an answer is entered."""

    LINE = "line"
    AREA = "area"
    NUMBER = "number"
    DATE = "date"
    CHECK = "check"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Option:
    """A line of a drop-down: `value` is stored, `label` is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """A place for one answer.

    `code` is its stable code, unique in the document (`2.8.1`); `label` is what a screen reader says;
    `hint` is shown in Word until something is entered; `rows` is the height of an AREA in lines.
    """

    code: str
    kind: ControlKind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    rows: int = 1


Inline = Run | Control
Inlines = tuple[Inline, ...]
