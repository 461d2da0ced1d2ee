"""Which items of the questionnaire a subject answers: their numbers and first words."""

from collections.abc import Iterator

from builder.blocks.tree import Block, Row, Table, TableKind
from builder.compose.items import band, bare, cell, header
from builder.compose.voice import Voice
from builder.model.questionnaire import Item, Section
from builder.model.subjects import Subject

_WIDTHS = (1.3, 12.0)
_GENERAL = 1
_LONGEST = 84
_WEAK = 3
"""A word of so few letters joins others; it does not end a line that is cut."""


def questions(voice: Voice, subject: Subject) -> Iterator[Block]:
    """The general section, which everybody answers, and the subject's own."""
    numbers = (_GENERAL, *subject.sections)
    rows = tuple(row for number in numbers for row in _rows(voice, voice.content.section(number)))
    columns = header(voice.label("profile_item"), voice.label("profile_question"))
    yield Table(TableKind.GRID, _WIDTHS, rows, voice.label("profile_questions"), header=(columns,))


def _rows(voice: Voice, section: Section) -> Iterator[Row]:
    name = voice.label("section", number=section.number)
    if section.title is not None:
        name = f"{name}. {voice.words(section.title)}: {voice.label('profile_general')}"
    yield band(name, len(_WIDTHS))
    for item in section.items:
        yield Row((cell(f"{section.number}.{item.number}"), cell(_first_words(voice, item))), whole=True)


def _first_words(voice: Voice, item: Item) -> str:
    """The item's first line; a long one is cut after a word that can stand last."""
    line = bare(voice.words(item.indicator[0].text))
    if len(line) <= _LONGEST:
        return line
    words = line[:_LONGEST].split()[:-1]
    while len(words) > 1 and (len(words[-1]) <= _WEAK or words[-1].startswith("(")):
        words.pop()
    return " ".join(words).rstrip(" ,;:") + "…"
