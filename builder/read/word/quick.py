"""The quick way: a form whose words and controls all are where they were, so that only answers differ.

LibreOffice drops the tags of controls but leaves everything in its place: then the visible codes, all of
them unchanged, say as surely which control is which.
"""

from collections.abc import Collection, Sequence

from builder.blocks.inline import ControlKind
from builder.model.answers import Found, How
from builder.ooxml.pieces import Held, Line
from builder.read.expected import SLOT, Expected, Slot
from builder.read.word import ticks
from builder.read.word.marks import addressing
from builder.read.wording import blank, squeezed


def answers(lines: Sequence[Line], form: Expected, hints: Collection[str]) -> list[Found] | None:
    """The answers by tag, or by code where no control has a tag; None where anything else has changed."""
    keys = [key(line) for line in lines]
    own, how = form.keys, How.TAG
    if keys and not any(piece.tag for line in lines for piece in line.pieces if isinstance(piece, Held)):
        own, how = form.bare_keys, How.CODE
    if keys != own:
        # Issued forms bear their number and words about the respondent, which the blank form has not.
        issued = addressing(lines)
        lines = [line for position, line in enumerate(lines) if position not in issued]
        if [words for position, words in enumerate(keys) if position not in issued] != own:
            return None
    return _taken(lines, form, how, hints)


def key(line: Line) -> tuple[str, ...]:
    """The words of a line with the tags of its controls between them, as passages have them."""
    if len(line.pieces) == 1:
        piece = line.pieces[0]
        return (squeezed(piece),) if isinstance(piece, str) else (SLOT + piece.tag,)
    parts = (squeezed(piece) if isinstance(piece, str) else SLOT + piece.tag for piece in line.pieces)
    return tuple(part for part in parts if part)


def _taken(lines: Sequence[Line], form: Expected, how: How, hints: Collection[str]) -> list[Found] | None:
    """Answers of lines that are the form's own, one by one; None where a control asks for a closer look."""
    found: list[Found] = []
    for line, passage in zip(lines, form.passages, strict=True):
        if not passage.slots:
            continue
        held = [piece for piece in line.pieces if isinstance(piece, Held)]
        for piece, slot in zip(held, passage.slots, strict=True):
            if not _sound(piece, slot):
                return None
            answer = _answer(piece, slot, how, f"paragraph {line.number}", hints)
            if answer is not None:
                found.append(answer)
    return found


def _sound(held: Held, slot: Slot) -> bool:
    """Boxes are boxes and hold a box, hints are ours."""
    if slot.kind is ControlKind.CHECK:
        return held.kind == "check" and not ticks.without_boxes(held.text)
    return held.kind != "check" and (not held.hinted or squeezed(held.text) == squeezed(slot.hint))


def _answer(held: Held, slot: Slot, how: How, at: str, hints: Collection[str]) -> Found | None:
    if slot.kind is ControlKind.CHECK:
        checked = held.checked or ticks.ticked(held.text)
        return Found(slot.code, "", how, at, ticked=True) if checked else None
    if held.hinted or blank(held.text, hints):
        return None
    return Found(slot.code, held.text.strip(), how, at)
