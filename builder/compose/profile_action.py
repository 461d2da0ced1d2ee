"""What a subject does about a sign, whom it calls, and how it makes risks smaller."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Clause, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.citing import cited
from builder.compose.items import DASH, cell, dashed, header, run_in
from builder.compose.sop_memos import step_words
from builder.compose.voice import Voice, said
from builder.model.memos import Memo, Step
from builder.model.sop import Direction
from builder.model.subjects import Subject

REFERRAL = "order_844_406"
"""The order that says how victims are referred."""

_QUOTED = ((2, (5,)), (17, (3, 4)))
"""Points and subpoints of the Rules on profiles and on measures."""


def action(voice: Voice, subject: Subject) -> Iterator[Block]:
    """Numbers to call, the steps of the memo that is most its own, the order of referral, what not to do."""
    memo = _memo(voice, subject)
    if memo is None:
        return
    steps = memo.steps if memo.plain is None else memo.plain.steps
    yield from _contacts(voice, steps)
    for step in steps:
        yield Clause(f"{step.number}.", step_words(voice, step), 0, ids.memo(memo.id, step.number))
    referral = voice.label("profile_referral", act=cited(voice, voice.content.citation(REFERRAL)))
    yield Paragraph(said(referral), Style.BODY)
    if memo.plain is not None and memo.plain.avoid:
        yield Heading(3, said(voice.label("profile_avoid")))
        yield from dashed(voice, memo.plain.avoid, 0)


def _memo(voice: Voice, subject: Subject) -> Memo | None:
    """Of all memos for a subject the one with the fewest other readers."""
    own = [memo for memo in voice.content.memos if subject.id in memo.audience]
    return min(own, key=lambda memo: len(memo.audience), default=None)


def _contacts(voice: Voice, steps: tuple[Step, ...]) -> Iterator[Block]:
    """Each number once, in the order of the steps."""
    names = dict.fromkeys(step.contact for step in steps if step.contact is not None)
    contacts = [voice.content.contact(name) for name in names]
    rows = tuple(
        Row(
            (
                cell(voice.words(one.name), anchor=ids.registered("contact", one.id)),
                cell(one.value, bold=True),
            ),
            whole=True,
        )
        for one in contacts
    )
    if rows:
        call, number = voice.label("profile_call"), voice.label("profile_number")
        yield Table(TableKind.GRID, (3, 1), rows, call, header=(header(call, number),))


def measures(voice: Voice, subject: Subject) -> Iterator[Block]:
    yield from _rules(voice)
    yield from _own(voice, subject)
    yield from _asked(voice, subject)


def _rules(voice: Voice) -> Iterator[Block]:
    """The words of the Rules, as they stand in their own content file."""
    points = {point.number: point for point in voice.content.rules.points}
    for number, wanted in _QUOTED:
        label = voice.label("rules_point", number=number)
        lead = voice.runs(points[number].paragraphs[0])
        yield Paragraph((Run(f"{label} ", strong=True), *lead), Style.BODY, keep=True)
        for sub in points[number].subpoints:
            if sub.number in wanted:
                anchor = ids.subpoint("rules", number, sub.number)
                yield Clause(f"{sub.number})", voice.runs(sub.text), 1, anchor)


def _own(voice: Voice, subject: Subject) -> Iterator[Block]:
    """A link to the functions of prevention, which stand in the first part already."""
    table = voice.content.role_table(subject.id)
    entries = () if table is None else table.entries(Direction.PREVENTION)
    if table is not None and entries:
        functions = ids.function(table.number, Direction.PREVENTION, 1)
        words = voice.label("profile_own_measures")
        yield Paragraph((Run(words, target=functions),), Style.BODY)


def _asked(voice: Voice, subject: Subject) -> Iterator[Block]:
    """What the prevention part of the SOP asks of this subject, among others."""
    part = voice.content.sop.part(Direction.PREVENTION)
    entries = [item for block in part.blocks for item in block.entries if subject.id in item.bodies]
    if entries:
        yield Heading(3, said(voice.label("profile_sop_measures")))
    for item in entries:
        words = voice.runs(item.text) if item.title is None else run_in(voice, item.title, item.text)
        yield Clause(DASH, words)
