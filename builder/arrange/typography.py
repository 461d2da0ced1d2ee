"""No-break spaces where a line must not end: after №, in dates, before a dash, after a lone letter."""

import re
from functools import lru_cache

from builder.arrange.rewrite import changed, rewrite
from builder.base.dates import MONTHS, NBSP
from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Inline, Inlines
from builder.blocks.tree import Block

_KK_MONTHS = "|".join(MONTHS[Language.KK])
_RU_MONTHS = "|".join(MONTHS[Language.RU])
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"№ (?=\d)", f"№{NBSP}"),
        (rf"(\d{{4}}) (жылғы|жылы) (\d{{1,2}}) (?=(?:{_KK_MONTHS}))", rf"\1{NBSP}\2{NBSP}\3{NBSP}"),
        (rf"(\d{{1,2}}) ({_RU_MONTHS}) (\d{{4}}) (?=год)", rf"\1{NBSP}\2{NBSP}\3{NBSP}"),
        (r" (?=[–—] )", NBSP),
        (r"(?<![^\s\"(«])([ВКОСУИАвкосуиа]) (?=\S)", rf"\1{NBSP}"),
        (r"(?<=\d) \((?=\w+\) )", f"{NBSP}("),
        (r"(?<![^\s(])([А-ЯӘҒҚҢӨҰҮҺІ]\.) (?=[А-ЯӘҒҚҢӨҰҮҺІ])", rf"\1{NBSP}"),
    )
)

_TRIGGER = re.compile(r"[№–—.\d]|\b\w ")
"""Every rule needs one of these; most short texts have none."""


def set_spaces(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Words and their order never change; only spaces become no-break ones."""
    return rewrite(blocks, _change)


def _change(content: Inlines) -> Inlines:
    return changed(content, _item)


def _item(item: Inline) -> Inline:
    if not isinstance(item, Run):
        return item
    text = _set(item.text)
    return item if text == item.text else Run(text, item.strong, item.emphasis, item.target)


@lru_cache(maxsize=8192)  # the general section stands in every questionnaire
def _set(text: str) -> str:
    if not _TRIGGER.search(text):
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
