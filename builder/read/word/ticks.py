"""Boxes of yes and no, as editors keep them and as people type them."""

import re
from collections.abc import Iterable
from typing import Final

from builder.read.wording import folded

_TICKED: Final = "☒☑✓✔✗✘🗹🗸√■●"
_EMPTY: Final = "☐□▢❏❑○◻⬜"
_TYPED: Final = frozenset("xхvѵ+")
_NOTHING: Final = frozenset(("", "-", "–", "—", "_"))
_SIGN: Final = re.compile(rf"[{_TICKED}{_EMPTY}]")
_AROUND: Final = "()[]{}./|,;: \t\n\u00a0_"


def ticked(text: str) -> bool | None:
    """True for a tick, False for an empty box, None for neither; a letter counts only where it is alone."""
    if any(sign in text for sign in _TICKED):
        return True
    if any(sign in text for sign in _EMPTY):
        return False
    return True if text.strip(_AROUND).casefold() in _TYPED else None


def without_boxes(text: str) -> str:
    """The words that are left when boxes and typed ticks are taken out."""
    rest = _SIGN.sub(" ", text).strip(" /|\t\n\u00a0")
    bare = rest.strip(_AROUND).casefold()
    return "" if bare in _TYPED or bare in _NOTHING else rest


def choice_of(text: str, yes: Iterable[str], no: Iterable[str]) -> bool | None:
    """True for words that say yes and nothing else, False for no, None for others."""
    words = folded(text).strip(_AROUND)
    if words in map(folded, yes):
        return True
    return False if words in map(folded, no) else None


def parted(text: str, yes: Iterable[str], no: Iterable[str]) -> tuple[str, str, str] | None:
    """Text before yes, between yes and no, and after no; None unless both words stand there as printed."""
    first = _word(text, yes, 0)
    second = _word(text, no, first.end()) if first is not None else None
    if first is None or second is None:
        return None
    before, between, after = text[: first.start()], text[first.end() : second.start()], text[second.end() :]
    return (before, between, after) if not without_boxes(before) and not without_boxes(between) else None


def states(before: str, between: str, after: str) -> tuple[bool, bool] | None:
    """Whether yes and no are ticked: boxes stand before their words, or, where none does, after them.

    None for a lone tick between the two words, which could belong to either.
    """
    if ticked(before) is None and ticked(between) is not None:
        return (ticked(between) is True, True) if ticked(after) else _after(between, after)
    return ticked(before) is True, ticked(between) is True


def _after(between: str, after: str) -> tuple[bool, bool] | None:
    if ticked(after) is False:
        return ticked(between) is True, False
    return None if ticked(between) else (False, False)


def _word(text: str, words: Iterable[str], start: int) -> re.Match[str] | None:
    pattern = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE).search(text, start) if pattern else None
