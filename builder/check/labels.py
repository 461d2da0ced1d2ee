"""All fixed words are there that documents ask for, no others, with their placeholders."""

import re
from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.check.guess import guess
from builder.model.labels import LABELS
from builder.model.library import Library
from builder.model.text import Text

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def check_labels(library: Library) -> Iterable[Finding]:
    if library.labels is None:
        return
    labels = library.labels.labels
    for key in LABELS:
        if key not in labels:
            yield Finding("Q701", library.labels.place, {"key": key})
    for key, text in labels.items():
        if key not in LABELS:
            suggestion = guess(key, [known for known in LABELS if known not in labels] or list(LABELS))
            yield Finding("Q702", text.place, {"key": key, "suggestion": suggestion})
        else:
            yield from _placeholders(key, text)


def _placeholders(key: str, text: Text) -> Iterator[Finding]:
    for wording in text.wordings.values():
        found = set(_PLACEHOLDER.findall(wording.raw))
        if found != LABELS[key]:
            data = {"key": key, "expected": _shown(LABELS[key]), "found": _shown(found)}
            yield Finding("Q703", wording.place, data)


def _shown(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "—"
