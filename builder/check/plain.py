"""The plain words of memos: what cards and posters show, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.base.language import Language
from builder.model.library import Library
from builder.model.memos import PlainMemo
from builder.model.text import Text, Wording

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=\s|$)|$|[.!?…])")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text of a card, with all texts of that card."""

    text: Text
    memo_texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the wording that holds it, and where in it."""

    words: str
    language: Language
    wording: Wording
    offset: int


def plain_texts(library: Library) -> Iterator[PlainText]:
    for memo in library.memos.memos if library.memos is not None else ():
        if memo.plain is not None:
            texts = tuple(_texts(memo.plain))
            yield from (PlainText(text, texts) for text in texts)


def _texts(plain: PlainMemo) -> Iterator[Text]:
    for step in plain.steps:
        yield step.headline
        if step.text is not None:
            yield step.text
        yield from step.advice
    yield from plain.avoid


def sentences(library: Library) -> Iterator[Sentence]:
    """Sentences of all plain texts, in both languages."""
    for item in plain_texts(library):
        for language, wording in item.text.wordings.items():
            for match in _SENTENCE.finditer(wording.raw):
                words = match.group()
                if words.strip():
                    begin = match.start() + len(words) - len(words.lstrip())
                    yield Sentence(words.strip(), language, wording, begin)


def words_in(sentence: str) -> list[str]:
    return _WORD.findall(sentence)
