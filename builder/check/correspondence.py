"""The words of letters are all there with their placeholders, and defects are told in known codes."""

import re
from collections.abc import Iterable, Iterator, Mapping

from builder.base import catalogue
from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.guess import guess
from builder.model.letters import LETTERS
from builder.model.library import Library
from builder.model.text import Text

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_LETTERS, _DEFECTS = "letters.yaml", "defects.yaml"


def check_correspondence(library: Library) -> Iterable[Finding]:
    if library.letters is not None:
        yield from _letters(library.letters.letters)
        for key in LETTERS:
            if key not in library.letters.letters:
                data = {"file": _LETTERS, "key": key, "suggestion": key}
                yield Finding("Q638", library.letters.place, data)
    if library.defects is not None:
        yield from _defects(library.defects.defects)


def _letters(letters: Mapping[str, Text]) -> Iterator[Finding]:
    for key, text in letters.items():
        if key not in LETTERS:
            data = {"file": _LETTERS, "key": key, "suggestion": guess(key, list(LETTERS))}
            yield Finding("Q638", text.place, data)
        else:
            yield from _placeholders(key, text, LETTERS[key], LETTERS[key])


def _defects(defects: Mapping[str, Text]) -> Iterator[Finding]:
    known = catalogue.codes()
    for code, text in defects.items():
        if code not in known:
            yield Finding(
                "Q638", text.place, {"file": _DEFECTS, "key": code, "suggestion": guess(code, known)}
            )
        else:
            yield from _placeholders(code, text, frozenset(), _data(code))


def _data(code: str) -> frozenset[str]:
    """What a finding of the code is sure to know: the data that its own message uses."""
    templates = " ".join(catalogue.templates(code, Language.EN))
    return frozenset(_PLACEHOLDER.findall(templates))


def _placeholders(key: str, text: Text, needed: frozenset[str], allowed: frozenset[str]) -> Iterator[Finding]:
    for wording in text.wordings.values():
        found = frozenset(_PLACEHOLDER.findall(wording.raw))
        if not needed <= found <= allowed:
            data = {"key": key, "expected": _shown(needed or allowed), "found": _shown(found)}
            yield Finding("Q639", wording.place, data)


def _shown(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"
