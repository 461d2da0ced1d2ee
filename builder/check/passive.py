"""Plain Russian says who does what: no two passive verbs in one sentence.

The rule sees forms, not meaning: verbs in -тся that are mostly passive, and "был" or "будет" with a short
participle. One of them is let pass, for some sentences need it; two make a chain.
"""

import re
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.plain import sentences
from builder.model.library import Library

_REFLEXIVE = re.compile(r"\b\w+(?:[аеёиуюя]тся)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:был[аио]?|будет|будут|быть) (?:\w+ )?\w+(?:[аеё]н|[аеиоуыя]т)[аоы]?\b", re.IGNORECASE
)
_ACTIVE = re.compile(
    r"явля|наход|остаё|остае|станов|нужда|относ|име[ею]тся|бо[ия]тся|обраща|верн|верну|каса|старае|"
    r"кажется|хочется|может|нрав|удаётся|удается|прид[её]тся|оказыв[ае]*тся в|дожид|поднима|соглаша",
    re.IGNORECASE,
)
"""Verbs in -тся that say what somebody does or is."""
_CHAIN = 2


def check_passive(library: Library) -> Iterable[Finding]:
    for sentence in sentences(library):
        if sentence.language is Language.RU:
            found = passives(sentence.words)
            if len(found) >= _CHAIN:
                place = sentence.wording.at(sentence.offset)
                yield Finding("Q614", place, {"verbs": ", ".join(found)})


def passives(words: str) -> list[str]:
    """Passive forms of a sentence, in order."""
    found = [match for match in _REFLEXIVE.finditer(words) if not _ACTIVE.match(match.group())]
    found += _PARTICIPLE.finditer(words)
    return [match.group() for match in sorted(found, key=lambda match: match.start())]
