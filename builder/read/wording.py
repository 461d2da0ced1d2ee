"""When two wordings are the same: what editors change by themselves does not count, letters do."""

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_LOOKALIKES: Final = str.maketrans("ABCEHIKMOPTXYaceiopxyhё", "АВСЕНІКМОРТХУасеіорхуһе")
"""Latin letters that nobody can tell from Cyrillic ones on paper, and ё, which is often written е."""
_QUOTES: Final = dict.fromkeys(map(ord, "«»„“”‟‘’‚‛`´′″'"), '"')
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_SIGNS: Final = {**_QUOTES, **_DASHES, ord("…"): "...", ord("№"): "№", ord("½"): "1/2", ord("¼"): "1/4"}
_SPACE_BEFORE: Final = re.compile(r"\s+(?=[,.;:!?)])|(?<=\()\s+")
_BLANK: Final = re.compile(r"[\s_\u00ad\u200b\ufeff]*")
_SHORT = 70
_MOST_COMPARED = 2_000


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """White space, no-break spaces included, as single spaces."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A wording as it is compared: without case, kinds of quotes, dashes and spaces, or look-alikes."""
    composed = unicodedata.normalize("NFC", text).translate(_SIGNS)
    visible = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    closed = _SPACE_BEFORE.sub("", " ".join(visible.split()))
    return closed.translate(_LOOKALIKES).casefold().translate(_LOOKALIKES)


def same(one: str, two: str) -> bool:
    return one == two or folded(one) == folded(two)


def likeness(one: str, two: str) -> float:
    """From 0 to 1: how much of two wordings is the same, in words; short ones are compared by letters."""
    left, right = folded(one)[:_MOST_COMPARED], folded(two)[:_MOST_COMPARED]
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    if min(len(left), len(right)) * 3 < max(len(left), len(right)):
        return 0.0
    if max(len(left), len(right)) < _SHORT:
        return _ratio(left, right)
    return _ratio(left.split(), right.split())


def _ratio(left: str | list[str], right: str | list[str]) -> float:
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def blank(text: str, hints: Collection[str]) -> bool:
    """No answer: nothing, underscores, or a hint of the form that nobody typed over."""
    return _BLANK.fullmatch(text) is not None or (len(text) <= _SHORT and folded(text) in hints)


def shortened(text: str) -> str:
    """A wording for a finding: a line at most."""
    words = squeezed(text)
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
