"""Every sum names numbers of its own item, has parts, and its total is not among them."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.fields import items
from builder.model.library import Library
from builder.model.questionnaire import NUMERIC, Item, Sum


def check_sums(library: Library) -> Iterable[Finding]:
    for item in items(library):
        for total in item.sums:
            if not _sound(total, item):
                parts = ", ".join(str(part) for part in total.parts) or "—"
                yield Finding("Q504", total.place, {"total": str(total.total), "parts": parts})


def _sound(total: Sum, item: Item) -> bool:
    numbers = {field.code for field in item.fields if field.kind in NUMERIC}
    return (
        bool(total.parts)
        and {total.total, *total.parts} <= numbers
        and total.total not in total.parts
        and len(set(total.parts)) == len(total.parts)
    )
