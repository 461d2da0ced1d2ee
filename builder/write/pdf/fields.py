"""What a control is as a form field: its name, its kind and what is said about it."""

from builder.blocks.inline import Control, ControlKind

PREFIX = "field:"
"""Targets of the links that the page templates set where a field belongs."""

MULTILINE = 1 << 12
COMBO = 1 << 17


def field_name(code: str) -> str:
    """The name of a code's field: a dot would be read as a level of a hierarchy (ISO 32000-1, 12.7.3.2).

    The code itself stays in the field as its export name (`/TM`).
    """
    return code.replace(".", "-")


def field_flags(control: Control) -> int:
    """Field flags (ISO 32000-1, 12.7.4); none for a single line, a number, a date and a tick."""
    if is_tall(control):
        return MULTILINE
    return COMBO if control.kind is ControlKind.CHOICE else 0


def is_tall(control: Control) -> bool:
    """Whether an answer may run over several lines."""
    return control.kind is ControlKind.AREA or (control.kind is ControlKind.LINE and control.rows > 1)


def spoken(control: Control) -> str:
    """What a screen reader says; a date tells its form, since no script may check it."""
    if control.kind is ControlKind.DATE and control.hint:
        return f"{control.label} ({control.hint})"
    return control.label
