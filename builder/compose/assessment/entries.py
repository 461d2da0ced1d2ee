"""Items and entries of ranked lists in the words of the questionnaire."""

from builder.compose.assessment.telling import Telling
from builder.compose.items import bare
from builder.model.questionnaire import FieldKind, Item, Line


def entry_words(telling: Telling, code: str) -> str:
    """The official words of an entry such as `1.1.3`, without the sign that ends it."""
    section, item, number = (int(part) for part in code.split("."))
    found = next(one for one in telling.content.section(section).items if one.number == item)
    for line in found.lines:
        if any(field.code == number for field in line.fields):
            return bare(telling.voice.words(line.text))
    raise LookupError(code)


def item_words(telling: Telling, item: Item) -> str:
    """What an item asks: its first line, or the next where that asks for the reporting period only."""
    asking = [line for line in item.indicator if not _of_period(line)]
    return bare(telling.voice.words((asking or list(item.indicator))[0].text))


def _of_period(line: Line) -> bool:
    return bool(line.fields) and all(field.kind is FieldKind.PERIOD for field in line.fields)
