"""No word is spread out with spaces between its letters."""

import re
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.passages import passages
from builder.check.register import register_of
from builder.model.library import Library

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0]){3,}[^\W\d_](?!\w)")
_LETTERS = re.compile(r"[ \u00a0][^\W\d_][ \u00a0][^\W\d_][ \u00a0]")
"""The middle of every such word; looked for first, because it is found much faster."""


def check_spaced(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for passage in passages(library):
        if not _LETTERS.search(passage.words):
            continue
        for match in _SPACED.finditer(passage.words):
            if not passage.known(register, match.group()):
                yield Finding("Q204", passage.at(match.start()), {"word": match.group()})
