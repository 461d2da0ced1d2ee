"""From a letter to a document in one language, ready to be arranged and written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from builder.base.language import Language
from builder.blocks.tree import Block, Document
from builder.compose.kinds import bodies, document
from builder.compose.letters import frame, register, reminder, request, returned
from builder.compose.letters.register import Register
from builder.compose.letters.reminder import ReminderLetter
from builder.compose.letters.request import RequestLetter
from builder.compose.letters.returned import ReturnLetter
from builder.compose.request import Request
from builder.compose.voice import Voice
from builder.model.library import Content

Letter = RequestLetter | ReminderLetter | ReturnLetter | Register

LETTER, REGISTER = "letter", "register"
"""Kinds of document: a letter on the letterhead, and a register in landscape."""
_SOURCES = (
    "collection/letters.yaml",
    "labels.yaml",
    "questionnaire/breakdowns.yaml",
    "registry/rotation.yaml",
    "rules/order.yaml",
)


def compose(content: Content, letter: Letter, language: Language) -> Document:
    """The letter as a document; the foot of its pages bears number and date instead of an edition."""
    kind = _LetterKind(letter)
    request = kind.request(language)
    (blocks,) = bodies(content, request, kind)
    made = document(content, request, blocks, kind)
    foot = _foot(Voice(content, language), letter)
    return replace(made, furniture=replace(made.furniture, edition=foot))


@dataclass(frozen=True, slots=True)
class _LetterKind:
    """One letter as a kind of document."""

    letter: Letter

    @property
    def KIND(self) -> str:  # noqa: N802
        return REGISTER if isinstance(self.letter, Register) else LETTER

    def request(self, language: Language) -> Request:
        letter = self.letter
        if isinstance(letter, Register):
            return Request(self.KIND, letter.name, language, (*_SOURCES, "registry/regions.yaml"))
        to = letter.issue.respondent
        return Request(self.KIND, letter.name, language, _SOURCES, section=to.section, subject=to.subject)

    def body(self, _request: Request, /) -> Callable[[Voice], tuple[Block, ...]]:
        return lambda voice: tuple(_blocks(voice, self.letter))

    def title(self, voice: Voice, _request: Request, /) -> str:
        return _title(voice, self.letter)

    def is_form(self, _request: Request, /) -> bool:
        return False


def _blocks(voice: Voice, letter: Letter) -> tuple[Block, ...]:
    match letter:
        case RequestLetter():
            return tuple(request.blocks(voice, letter))
        case ReminderLetter():
            return tuple(reminder.blocks(voice, letter))
        case ReturnLetter():
            return tuple(returned.blocks(voice, letter))
        case Register():
            return tuple(register.blocks(voice, letter))
        case _:
            assert_never(letter)


def _title(voice: Voice, letter: Letter) -> str:
    match letter:
        case RequestLetter():
            return request.title(voice, letter)
        case ReminderLetter():
            return reminder.title(voice, letter)
        case ReturnLetter():
            return returned.title(voice, letter)
        case Register():
            return register.title(voice, letter)
        case _:
            assert_never(letter)


def _foot(voice: Voice, letter: Letter) -> str:
    if isinstance(letter, Register):
        return voice.day(letter.day)
    return frame.numbered(voice, letter.number, letter.day)
