"""The entries of the ranked lists in the words of the questionnaire."""

from builder.compose.assessment.telling import Telling
from builder.compose.items import bare


def entry_words(telling: Telling, code: str) -> str:
    """The official words of an entry such as `1.1.3`, without the sign that ends it."""
    section, item, number = (int(part) for part in code.split("."))
    found = next(one for one in telling.content.section(section).items if one.number == item)
    for line in found.lines:
        if any(field.code == number for field in line.fields):
            return bare(telling.voice.words(line.text))
    raise LookupError(code)
