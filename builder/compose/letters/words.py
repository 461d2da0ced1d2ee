"""The words of letters, filled in: dates in the form a sentence needs, days counted, shares written."""

import math

from builder.base.dates import NBSP
from builder.base.language import Language
from builder.base.plural import plural
from builder.compose.voice import Voice
from builder.model.defects import filled


def told(voice: Voice, key: str, **data: object) -> str:
    """A text of `collection/letters.yaml`; what is filled in is never read as a placeholder again."""
    words = voice.words(voice.content.letters.letters[key])
    return filled(words, {name: str(value) for name, value in data.items()})


def counted_days(voice: Voice, count: int) -> str:
    """`1 день`, `3 дня`, `5 дней`; Kazakh counts all alike."""
    form = plural(count, voice.language)
    return told(voice, f"days_{form}", count=count).replace(" ", NBSP)


def percent(share: float | None) -> str:
    """Whole percent, rounded down so that 100 % means everything; a dash where nothing came."""
    return "–" if share is None else f"{math.floor(share * 100 + 1e-9)}{NBSP}%"


def body_name(voice: Voice, body: str, language: Language | None = None) -> str:
    """The full name of an authorised body, as on its letterhead."""
    speaker = voice if language is None else Voice(voice.content, language)
    return speaker.words(voice.content.rotation.letterhead[body])
