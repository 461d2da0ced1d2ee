"""The quick way: a form whose words and controls all are where they were, so that only answers differ."""

from collections.abc import Sequence

from builder.blocks.inline import ControlKind
from builder.model.answers import Found, How
from builder.ooxml.pieces import Held, Line
from builder.read.expected import SLOT, Expected, Slot
from builder.read.word import ticks
from builder.read.word.marks import addressing
from builder.read.wording import blank, squeezed


def key(line: Line) -> tuple[str, ...]:
    """The words of a line with the tags of its controls between them, as passages have them."""
    if len(line.pieces) == 1:
        piece = line.pieces[0]
        return (squeezed(piece),) if isinstance(piece, str) else (SLOT + piece.tag,)
    parts = (squeezed(piece) if isinstance(piece, str) else SLOT + piece.tag for piece in line.pieces)
    return tuple(part for part in parts if part)


def answers(lines: Sequence[Line], form: Expected) -> list[Found] | None:
    """The answers by tag; None where anything but them is not as it went out."""
    keys = [key(line) for line in lines]
    if keys != form.keys:
        # Issued forms bear their number and words about the respondent, which the blank form has not.
        issued = addressing(lines)
        if [words for position, words in enumerate(keys) if position not in issued] != form.keys:
            return None
    found: list[Found] = []
    for line in lines:
        for piece in line.pieces:
            if isinstance(piece, str):
                continue
            slot = form.slots[piece.tag]  # known: the keys are equal, and issued words hold no control
            if (piece.kind == "check") != (slot.kind is ControlKind.CHECK):
                return None
            if not _sound(piece, slot):
                return None
            answer = _answer(piece, slot, f"paragraph {line.number}", form.hints)
            if answer is not None:
                found.append(answer)
    return found


def _sound(held: Held, slot: Slot) -> bool:
    """Boxes hold a box, hints are ours."""
    if slot.kind is ControlKind.CHECK:
        return not ticks.without_boxes(held.text)
    return not held.hinted or held.text == slot.hint or squeezed(held.text) == squeezed(slot.hint)


def _answer(held: Held, slot: Slot, at: str, hints: frozenset[str]) -> Found | None:
    if slot.kind is ControlKind.CHECK:
        checked = held.checked or ticks.ticked(held.text)
        return Found(slot.code, "", How.TAG, at, ticked=True) if checked else None
    if held.hinted or blank(held.text, hints):
        return None
    return Found(slot.code, held.text.strip(), How.TAG, at)
