"""One returned line held against the passage it came from: what of it is the form's, what is the answer."""

import re
from functools import lru_cache
from typing import NamedTuple

from builder.blocks.inline import ControlKind
from builder.ooxml.pieces import Held, Piece
from builder.read.codes import leads
from builder.read.expected import Passage, Slot
from builder.read.word import ticks
from builder.read.word.vocabulary import Vocabulary, is_yes_no
from builder.read.wording import blank, likeness, same, squeezed

_ALIKE = 0.6
_NUMBER_AT_END = re.compile(
    r"^(|.*?[\s:;–—-])[\s:;–—-]*(\d{1,3}(?:[\s.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)$", re.DOTALL
)
"""A name, then a number with or without groups of thousands."""


class Taken(NamedTuple):
    """An answer of a line; `outside` where words of it stood beside their control."""

    slot: Slot
    text: str
    ticked: bool | None = None
    outside: bool = False


class Reading(NamedTuple):
    """`extra` are words that no slot of the line takes, `unclear` those that two of them could.

    `changed` are words of the form: were, are.
    """

    taken: tuple[Taken, ...] = ()
    extra: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


def read_line(pieces: tuple[Piece, ...], passage: Passage, words: Vocabulary) -> Reading:
    """The answers of a line."""
    held = [piece for piece in pieces if isinstance(piece, Held)]
    slots = passage.slots
    if len(held) == len(slots) and all(map(_fits, held, slots)):
        return _by_controls(pieces, passage, words)
    return _by_words(_plain(pieces), passage, words)


def entered(held: Held, words: Vocabulary) -> str:
    """What a control holds; a hint is nothing, even where an editor took it for an answer."""
    return "" if blank(held.text, words.hints) else held.text.strip()


def _fits(held: Held, slot: Slot) -> bool:
    if held.tag and held.tag != slot.code:
        return False
    return (held.kind == "check") == (slot.kind is ControlKind.CHECK)


def _by_controls(pieces: tuple[Piece, ...], passage: Passage, words: Vocabulary) -> Reading:
    """Answers are in controls; words beside them are the form's, or typed next to a control."""
    between, held = _segments(pieces)
    found = [_held(control, slot, words) for control, slot in zip(held, passage.slots, strict=True)]
    extra: list[str] = []
    changed: list[tuple[str, str]] = []
    for position, (text, literal) in enumerate(zip(between, passage.literals, strict=True)):
        rest, change = _without(text, literal, passage.lead if position == 0 else "")
        changed += change
        if blank(rest, words.hints):
            continue
        near = max(position - 1, 0)
        if not found:
            extra.append(rest)
        elif found[near].slot.kind is ControlKind.CHECK:
            extra += _beside_box(found, near, rest, passage, words)
        else:
            found[near] = _joined(found[near], rest, before=position == 0)
    return Reading(
        tuple(item for item in found if item.text or item.ticked), tuple(extra), changed=tuple(changed)
    )


def _segments(pieces: tuple[Piece, ...]) -> tuple[list[str], list[Held]]:
    between, held = [""], []
    for piece in pieces:
        if isinstance(piece, Held):
            held.append(piece)
            between.append("")
        else:
            between[-1] += piece
    return between, held


def _held(control: Held, slot: Slot, words: Vocabulary) -> Taken:
    if slot.kind is not ControlKind.CHECK:
        return Taken(slot, entered(control, words))
    state = control.checked or ticks.ticked(control.text) is True
    typed = ticks.without_boxes(control.text)
    return Taken(slot, typed, ticked=state or bool(typed))


def _beside_box(found: list[Taken], near: int, rest: str, passage: Passage, words: Vocabulary) -> list[str]:
    """A tick or a word typed beside a box ticks it; other words belong elsewhere."""
    chosen = ticks.choice_of(rest, words.yes, words.no) if is_yes_no(passage) else None
    target = near if chosen is None else (0 if chosen else 1)
    if chosen is None and not ticks.ticked(rest):
        return [rest]
    found[target] = found[target]._replace(text=rest.strip(), ticked=True, outside=True)
    left = "" if chosen is not None else ticks.without_boxes(rest)
    return [left] if left else []


def _joined(taken: Taken, rest: str, *, before: bool) -> Taken:
    text = rest.strip()
    if taken.text:
        text = f"{text} {taken.text}" if before else f"{taken.text} {text}"
    return taken._replace(text=text, outside=True)


def _without(text: str, literal: str, lead: str) -> tuple[str, list[tuple[str, str]]]:
    """Words without those of the form, and how the form's were changed."""
    if same(squeezed(text), literal):
        return "", []
    if not literal:
        return text, []
    if lead:
        text, literal = _after_code(text, lead), literal.removeprefix(lead).strip()
        if not literal:
            return text, []
    found = _pattern(literal).search(text)
    if found is not None:
        return f"{text[: found.start()].strip()} {text[found.end() :].strip()}".strip(), []
    now = squeezed(text)
    if not now or likeness(now, literal) >= _ALIKE:
        return "", [(literal, now)]
    return text, [(literal, "")]


def _after_code(text: str, lead: str) -> str:
    """The words after the visible code, however it is spelled; all words where it is gone."""
    return next((text[found.end :] for found in leads(text) if found.code == lead), text)


@lru_cache(maxsize=4096)
def _pattern(literal: str) -> re.Pattern[str]:
    """The words of the form with any white space between them, as whole words."""
    tokens = r"\s*".join(re.escape(token) for token in literal.split())
    start = r"(?<!\w)" if literal[0].isalnum() else ""
    end = r"(?!\w)" if literal[-1].isalnum() else ""
    return re.compile(f"{start}{tokens}{end}", re.IGNORECASE)


def _plain(pieces: tuple[Piece, ...]) -> str:
    """A line as it looks."""
    return "".join(piece if isinstance(piece, str) else _look(piece) for piece in pieces)


def _look(held: Held) -> str:
    if held.kind == "check":
        return "☒" if held.checked else held.text or "☐"
    return held.text


def _by_words(text: str, passage: Passage, words: Vocabulary) -> Reading:
    """Answers stand among the words of the form: what is not the form's is an answer."""
    literals = (passage.literals[0].removeprefix(passage.lead).strip(), *passage.literals[1:])
    rest = _after_code(text, passage.lead) if passage.lead else text
    if not passage.slots:
        return Reading(extra=() if blank(rest, words.hints) or same(rest, literals[0]) else (rest.strip(),))
    if is_yes_no(passage):
        return _yes_no(rest, passage, words)
    if literals[0]:
        rest = _cut(rest, literals[0], last=False)
    if literals[-1]:
        rest = _cut(rest, literals[-1], last=True)
    values = _split(rest, literals[1:-1], passage.slots, words)
    taken = [
        Taken(slot, value.strip())
        for slot, value in zip(passage.slots, values, strict=True)
        if not blank(value, words.hints)
    ]
    return Reading(tuple(taken))


def _cut(text: str, literal: str, *, last: bool) -> str:
    """Without the words before the first answer, or those after the last one."""
    found = list(_pattern(literal).finditer(text))
    if not found:
        return text
    match = found[-1] if last else found[0]
    if last:
        return f"{text[: match.start()]}{text[match.end() :]}"
    return text[match.end() :] if not text[: match.start()].strip() else text


def _split(text: str, literals: tuple[str, ...], slots: tuple[Slot, ...], words: Vocabulary) -> list[str]:
    """One text for each slot; slots that nothing parts are told apart by the number at the end."""
    values: list[str] = []
    for literal in literals:
        found = _pattern(literal).search(text) if literal else None
        if found is not None:
            values.append(text[: found.start()])
            text = text[found.end() :]
        elif literal:
            values.append(text)
            text = ""
        else:
            name, text = _name_and_number(text, slots[len(values)], words)
            values.append(name)
    return [*values, text]


def _name_and_number(text: str, first: Slot, words: Vocabulary) -> tuple[str, str]:
    bare = text.strip()
    if first.hint and bare.startswith(first.hint):
        return "", bare.removeprefix(first.hint)
    found = _NUMBER_AT_END.match(bare)
    if found is not None:
        return found[1].rstrip(" \t\n\u00a0:;,–—-"), found[2]
    name = re.sub(r"[\s_]+$", "", bare)
    return ("", "") if blank(name, words.hints) else (name, "")


def _yes_no(text: str, passage: Passage, words: Vocabulary) -> Reading:
    """Yes and no without their controls: boxes or typed ticks at the words, or one word alone."""
    yes, no = passage.slots
    parts = ticks.parted(text, words.yes, words.no)
    if parts is None:
        chosen = ticks.choice_of(ticks.without_boxes(text) or text, words.yes, words.no)
        if chosen is not None:
            return Reading((Taken(yes if chosen else no, text.strip(), ticked=True),))
        return Reading(extra=() if blank(text, words.hints) else (text.strip(),))
    states = ticks.states(*parts)
    if states is None:
        return Reading(unclear=(text.strip(),))
    taken = tuple(
        Taken(slot, "", ticked=True) for slot, state in zip((yes, no), states, strict=True) if state
    )
    rest = ticks.without_boxes(parts[2])
    if not rest:
        return Reading(taken)
    chosen = ticks.choice_of(rest, words.yes, words.no)
    if chosen is None or taken:
        return Reading(taken, (rest,))
    return Reading((Taken(yes if chosen else no, rest, ticked=True, outside=True),))
