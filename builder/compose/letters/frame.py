"""What stands around the text of a letter: letterhead, number and date, addressee, signature, executor."""

from collections.abc import Iterator
from datetime import date

from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Block, Cell, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.letters.words import body_name, told
from builder.compose.voice import Voice, said
from builder.model.registry import Respondent


def opening(voice: Voice, coordinator: str, number: str, day: date, to: Respondent) -> Iterator[Block]:
    """The letterhead in both languages (Kazakh left, Russian right), number and date, the addressee."""
    yield from opened(voice, coordinator, numbered(voice, number, day), to.addressee[voice.language])


def opened(voice: Voice, coordinator: str, imprint: str, to: str) -> Iterator[Block]:
    """The same where number and date, and whom the letter is addressed to, are given as words."""
    yield letterhead(voice, coordinator)
    yield Paragraph(said(imprint), Style.IMPRINT)
    empty = Cell((Paragraph((), Style.SIGNATURE),))
    addressee = Cell((Paragraph(said(to), Style.SIGNATURE),))
    yield Table(TableKind.LAYOUT, (1, 1), (Row((empty, addressee), whole=True),), voice.label("addressees"))


def letterhead(voice: Voice, coordinator: str) -> Table:
    """Two fifths of the width for each language; between them the room of the emblem."""
    left, right = (_head(voice, coordinator, language) for language in LAW_LANGUAGES)
    emblem = Cell((Paragraph((), Style.AUDIENCE),))
    row = Row((left, emblem, right), whole=True)
    return Table(TableKind.LAYOUT, (2, 1, 2), (row,), body_name(voice, coordinator))


def _head(voice: Voice, coordinator: str, language: Language) -> Cell:
    words = body_name(voice, coordinator, language).upper()
    return Cell((Paragraph(said(words, strong=True), Style.AUDIENCE),), language=language)


def numbered(voice: Voice, number: str, day: date) -> str:
    """Outgoing number and date: the same in the letters of both languages."""
    return told(voice, "number_and_date", number=number, day=voice.day(day))


def subject(words: str) -> Heading:
    return Heading(1, said(words))


def body(words: str, *, keep: bool = False) -> Paragraph:
    return Paragraph(said(words), Style.BODY, keep=keep)


def closing(voice: Voice, coordinator: str) -> Iterator[Block]:
    """The post that signs with a line for the signature, and the executor: no names, people write theirs."""
    post = Cell((voice.paragraph(voice.content.rotation.signatory[coordinator], Style.SIGNATURE),))
    line = Cell((Paragraph(said(told(voice, "signature_line")), Style.SIGNATURE),))
    yield Table(TableKind.LAYOUT, (5, 3), (Row((post, line), whole=True),), voice.label("signature_block"))
    yield Paragraph(said(told(voice, "executor")), Style.FINE)
