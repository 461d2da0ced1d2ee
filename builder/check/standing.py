"""No wording is older than its counterpart in the other language."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.model.library import Library
from builder.model.text import Standing


def check_standing(library: Library) -> Iterable[Finding]:
    for text in library.texts:
        for language, wording in text.wordings.items():
            if wording.standing is Standing.STALE:
                yield Finding("Q209", wording.place, {"language": str(language)})
