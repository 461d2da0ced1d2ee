"""Both languages refer to the same nodes and hold the same placeholders."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.check.figures import difference
from builder.check.register import register_of
from builder.model.labels import LABELS
from builder.model.letters import LETTERS
from builder.model.library import Library
from builder.model.text import Wording

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FORMS = {"region_name": "region", "by_region": "region"}
"""Cases of one word: each language takes the one that its sentence needs."""


def check_structure(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    labels = set(_known_labels(library))
    for text in library.texts:
        if len(text.wordings) < len(LAW_LANGUAGES):
            continue
        kk, ru = (_parts(text[language], id(text) in labels) for language in (Language.KK, Language.RU))
        if kk != ru and sorted(kk) != sorted(ru) and not register.silences_parity(text):
            only_kk, only_ru = difference(Counter(kk), Counter(ru)), difference(Counter(ru), Counter(kk))
            yield Finding("Q301", text.place, {"kk": only_kk, "ru": only_ru})


def _known_labels(library: Library) -> Iterable[int]:
    """Their placeholders are a question of their own."""
    if library.labels is not None:
        yield from (id(text) for key, text in library.labels.labels.items() if key in LABELS)
    if library.letters is not None:
        yield from (id(text) for key, text in library.letters.letters.items() if key in LETTERS)


def _parts(wording: Wording, label: bool) -> list[str]:
    targets = groupby(run.target for run in wording.runs)  # words of one link may have several looks
    parts = [target for target, _ in targets if target is not None]
    if not label and "{" in wording.raw:
        parts += [f"{{{_FORMS.get(name, name)}}}" for name in _PLACEHOLDER.findall(wording.raw)]
    return parts
