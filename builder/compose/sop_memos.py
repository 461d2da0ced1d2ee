"""The memos as the SOP words them: steps, advice and rights."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.inline import Inlines
from builder.blocks.tree import Block, Clause, Heading, Style
from builder.compose.items import calm, dashed
from builder.compose.voice import Voice, said
from builder.model.memos import Memo, Right, Step
from builder.model.text import Text


def memos(voice: Voice) -> Iterator[Block]:
    for memo in voice.content.memos:
        yield Heading(3, said(memo_title(voice, memo)), ids.memo(memo.id))
        if memo.subtitle is not None:
            yield from _subtitle(voice, memo.subtitle)
        for step in memo.steps:
            yield Clause(f"{step.number}.", step_words(voice, step), 0, ids.memo(memo.id, step.number))
            yield from dashed(voice, step.advice)
        yield from _rights(voice, memo.rights_lead, memo.rights)
        yield from _rights(voice, memo.migrant_rights_lead, memo.migrant_rights)


def memo_title(voice: Voice, memo: Memo) -> str:
    return calm(voice, memo.title)


def step_words(voice: Voice, step: Step) -> Inlines:
    """The imperative, and what it goes on to say: a sentence of its own where that begins one."""
    head = calm(voice, step.headline)
    if step.text is None:
        return said(head, strong=True)
    words = voice.words(step.text)
    stop = "." if words[:1].isupper() and head[-1] not in ".,:;!?" else ""
    return (Run(f"{head}{stop}", strong=True), Run(" "), *voice.runs(step.text))


def _subtitle(voice: Voice, text: Text) -> Iterator[Block]:
    yield Heading(4, said(calm(voice, text)))


def _rights(voice: Voice, lead: Text | None, rights: tuple[Right, ...]) -> Iterator[Block]:
    if lead is not None:
        yield voice.paragraph(lead, Style.BODY)
    for right in rights:
        yield Clause(f"{right.number})", voice.runs(right.text), 1)
