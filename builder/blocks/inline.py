"""What stands inside a paragraph: runs of text and controls that take an answer."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.inline import Run

CHECKED = "yes"
"""The value of a box that is ticked."""


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
    `hint` is shown in Word until something is entered; `rows` is the height of an AREA in lines, and of a
    LINE that was prefilled with more than one line holds. `value` is entered beforehand: words, a number,
    a date as 31.12.2024, the value of an option, or CHECKED for a tick; empty where nothing is.
    """

    code: str
    kind: ControlKind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    rows: int = 1
    value: str = ""

    @property
    def shown(self) -> str:
        """The words of what is entered: of a choice, those of its option."""
        return next((item.label for item in self.options if item.value == self.value), self.value)


Inline = Run | Control
Inlines = tuple[Inline, ...]
