"""The quick way: a form whose words and controls all are where they were, so that only answers differ.

LibreOffice drops the tags of controls but leaves everything in its place: then the visible codes, all of
them unchanged, say as surely which control is which.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from builder.blocks.inline import ControlKind
from builder.model.answers import Found, How
from builder.ooxml.pieces import Held, Line
from builder.ooxml.returned import Returned
from builder.ooxml.scanned import Frame, Scanned
from builder.read.expected import SLOT, Expected, Passage, Slot
from builder.read.word import ticks
from builder.read.word.marks import addressing
from builder.read.wording import blank, squeezed


class Room(NamedTuple):
    """A slot of the form and the paragraph of the file that it is in."""

    slot: Slot
    at: str


def answers(body: Returned, form: Expected, hints: Collection[str]) -> list[Found] | None:
    """The answers by tag, or by code where no control has a tag; None where anything else has changed."""
    rooms = _scanned(body, form) if isinstance(body, Scanned) else _rooms(body.lines, form.passages)
    tags = [held.tag for held in body.held]
    if rooms is None or len(rooms) != len(tags):
        return None
    how = How.TAG if any(tags) else How.CODE
    if how is How.TAG and tags != [slot.code for slot, _ in rooms]:
        return None
    return _taken(body.held, rooms, how, hints)


def _scanned(body: Scanned, form: Expected) -> tuple[Room, ...] | None:
    """Only the head is looked at in each file: words about the respondent are there."""
    return _framed(body.frame, form) if _rooms(body.head, form.head) is not None else None


@lru_cache(maxsize=128)
def _framed(frame: Frame, form: Expected) -> tuple[Room, ...] | None:
    return _rooms(frame.lines, form.passages[len(form.head) :])


def _rooms(lines: Sequence[Line], passages: Sequence[Passage]) -> tuple[Room, ...] | None:
    """Where the slots are; None where any words are not those of the form."""
    own = [passage.key for passage in passages]
    if [key(line) for line in lines] != own:
        # Issued forms bear their number and words about the respondent, which the blank form has not.
        issued = addressing(lines)
        lines = [line for position, line in enumerate(lines) if position not in issued]
        if [key(line) for line in lines] != own:
            return None
    return tuple(
        Room(slot, f"paragraph {line.number}")
        for line, passage in zip(lines, passages, strict=True)
        for slot in passage.slots
    )


def key(line: Line) -> tuple[str, ...]:
    """The words of a line with the places of its controls between them, as passages have them."""
    parts = (squeezed(piece) if isinstance(piece, str) else SLOT for piece in line.pieces)
    return tuple(part for part in parts if part)


def _taken(
    controls: Sequence[Held], rooms: Sequence[Room], how: How, hints: Collection[str]
) -> list[Found] | None:
    """Answers of the form's own controls, one by one; None where a control asks for a closer look."""
    found: list[Found] = []
    for held, (slot, at) in zip(controls, rooms, strict=True):
        if slot.kind is ControlKind.CHECK:
            sound, ticked = _box(held.text)
            if held.kind != "check" or not sound:
                return None
            if held.checked or ticked:
                found.append(Found(slot.code, "", how, at, ticked=True))
        elif held.kind == "check":
            return None
        elif held.hinted:
            if held.text != slot.hint and squeezed(held.text) != squeezed(slot.hint):
                return None
        elif not blank(held.text, hints):
            found.append(Found(slot.code, held.text.strip(), how, at))
    return found


@lru_cache(maxsize=64)
def _box(text: str) -> tuple[bool, bool]:
    """Whether there is a box and nothing else, and whether it is ticked."""
    return not ticks.without_boxes(text), bool(ticks.ticked(text))
