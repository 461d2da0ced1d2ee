"""Lists, tables and run-in words, as the documents made after the SOP use them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.base.inline import Run, Runs
from builder.blocks.inline import Inlines
from builder.blocks.tree import Cell, Clause, Paragraph, Row, Style
from builder.compose.voice import Voice, said
from builder.model.subjects import Subject
from builder.model.text import Text

DASH = "–"

_SHORTENED = re.compile(r"(?:^|[\s.])\w{1,2}\.$")


def strong(runs: Runs) -> Runs:
    return tuple(replace(run, strong=True) for run in runs)


def numbered(voice: Voice, texts: tuple[Text, ...], level: int = 0) -> Iterator[Clause]:
    """`1)`, `2)` … before texts that the publication only lists."""
    for position, text in enumerate(texts, 1):
        yield Clause(f"{position})", voice.runs(text), level)


def dashed(voice: Voice, texts: tuple[Text, ...], level: int = 1) -> Iterator[Clause]:
    for text in texts:
        yield Clause(DASH, voice.runs(text), level)


def run_in(voice: Voice, title: Text, text: Text) -> Inlines:
    """A title that opens its own paragraph, closed by a stop where it has no sign of its own."""
    gap = " " if voice.words(title)[-1] in ".:;!?" else ". "
    return (*strong(voice.runs(title)), Run(gap), *voice.runs(text))


def named(voice: Voice, subject: Subject) -> str:
    """The name of a subject with its abbreviation."""
    name = voice.words(subject.name)
    return name if subject.short is None else f"{name} ({voice.words(subject.short)})"


def calm(voice: Voice, text: Text) -> str:
    """Words printed in capitals, in sentence case; abbreviations keep theirs."""
    words = voice.words(text)
    if not words.isupper():
        return words
    known = {voice.words(entry.short) for entry in voice.content.sop.abbreviations}
    lowered = " ".join(word if word.strip(",.:;()«»") in known else word.lower() for word in words.split())
    return lowered[:1].upper() + lowered[1:]


def bare(words: str) -> str:
    """Without the sign that ends an entry of a list or announces one; `и т.д.` keeps its stop."""
    words = words.rstrip(" ;:")
    return words if _SHORTENED.search(words) else words.rstrip(".")


def entry(voice: Voice, text: Text) -> str:
    """An entry of a list that stands in a cell of its own."""
    return bare(voice.words(text))


def cell(words: str, *, bold: bool = False, anchor: str | None = None) -> Cell:
    return Cell((Paragraph(said(words, strong=bold), Style.CELL, anchor),))


def header(*words: str) -> Row:
    """Column headings."""
    return Row(
        tuple(Cell((Paragraph(said(word), Style.CELL),), header=True) for word in words),
        whole=True,
    )


def band(words: str, columns: int, anchor: str | None = None) -> Row:
    """A subheading over all columns."""
    paragraph = Paragraph(said(words, strong=True), Style.CELL, anchor)
    return Row((Cell((paragraph,), columns=columns),), whole=True, band=True)
