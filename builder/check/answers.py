"""Every item can be answered."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.ids import code
from builder.model.library import Library


def check_answers(library: Library) -> Iterable[Finding]:
    for file in library.sections:
        for item in file.section.items:
            if not item.fields:
                yield Finding("Q507", item.place, {"item": code(file.section.number, item.number)})
