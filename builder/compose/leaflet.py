"""Cards, posters and pages: the plain words of a memo, one idea per step."""

import re
from collections.abc import Iterator, Mapping

from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Block, Cell, Heading, Medium, Paragraph, Row, Style, Table, TableKind
from builder.compose.citing import cited
from builder.compose.voice import Voice, said
from builder.model.contacts import Contact, ContactKind
from builder.model.labels import LABELS
from builder.model.library import Content
from builder.model.memos import Memo, PlainMemo, Step

PUBLICATION = "publication"
"""The contact of kind `web` under whose address the output folder is published."""
LAW = "law_trafficking"
FROM_TOP = "../../"
"""From the folder of a memo to the top of the output."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ROOM: Mapping[Medium, int] = {Medium.CARD: 1300, Medium.SHEET: 1300, Medium.POSTER: 1000}
"""So many characters of steps can be read well; beyond that, steps keep fewer sentences."""
_MOST = 20


def title(voice: Voice, memo: Memo) -> str:
    """Our own short title, or the official one where we have none."""
    key = f"title_memo_{memo.id}"
    return voice.label(key) if key in LABELS else voice.words(memo.title)


def body(voice: Voice, memo: Memo, medium: Medium) -> tuple[Block, ...]:
    """For whom, title, steps, what not to do; address and small print."""
    if memo.plain is None:
        return ()
    return (
        *_audience(voice, memo),
        Heading(1, said(title(voice, memo))),
        _steps(voice, memo.plain, medium),
        *_avoid(voice, memo.plain),
        *_code(voice, memo),
        *fine_print(voice, memo, medium),
    )


def _audience(voice: Voice, memo: Memo) -> Iterator[Block]:
    key = f"memo_for_{memo.id}"
    if key in LABELS:
        yield Paragraph(said(voice.label(key)), Style.AUDIENCE)


def _steps(voice: Voice, plain: PlainMemo, medium: Medium) -> Table:
    kept = sentences(plain, _ROOM[medium]) if medium in _ROOM else _MOST
    rows = tuple(_row(voice, step, kept, dial=medium is Medium.SCREEN) for step in plain.steps)
    return Table(TableKind.STEPS, (1, 12, 4), rows, voice.label("memo_steps"))


def sentences(plain: PlainMemo, room: int) -> int:
    """How many sentences a step may keep: the same in every language, and one at least."""
    for kept in range(_MOST, 1, -1):
        lengths = (
            sum(len(" ".join(_said(step, language, kept))) for step in plain.steps)
            for language in LAW_LANGUAGES
        )
        if max(lengths) <= room:
            return kept
    return 1


def _said(step: Step, language: Language, kept: int) -> list[str]:
    words = "" if step.text is None else step.text.plain(language)
    return [step.headline.plain(language), *_SENTENCE.split(words)[:kept]]


def _row(voice: Voice, step: Step, kept: int, *, dial: bool) -> Row:
    words: list[Block] = [Heading(2, voice.runs(step.headline))]
    if step.text is not None:
        shown = " ".join(_SENTENCE.split(voice.words(step.text))[:kept])
        words.append(Paragraph(said(shown), Style.CELL))
    number = Cell((Paragraph(said(str(step.number)), Style.STEP),))
    aside = tuple(call(voice, step, dial=dial))
    return Row((number, Cell(tuple(words)), *((Cell(aside),) if aside else ())), whole=True)


def call(voice: Voice, step: Step, *, dial: bool = False) -> Iterator[Paragraph]:
    """The number to call and whose it is; `dial` makes it a link that calls."""
    if step.contact is None:
        return
    contact = voice.content.contact(step.contact)
    target = f"tel:{contact.value}" if dial else None
    yield Paragraph((Run(contact.value, target=target),), Style.NUMBER)
    yield Paragraph(voice.runs(contact.name), Style.CALLED)


def _avoid(voice: Voice, plain: PlainMemo) -> Iterator[Block]:
    if plain.avoid:
        yield Heading(2, said(voice.label("memo_avoid")))
        for text in plain.avoid:
            yield voice.paragraph(text, Style.ITEM)


def publication(content: Content) -> str | None:
    """The address that the output folder is published under; None while none is configured."""
    found = (
        contact.value
        for contact in content.contacts
        if contact.id == PUBLICATION and contact.kind is ContactKind.WEB
    )
    address = next(found, None)
    return None if address is None else f"{address.rstrip('/')}/"


def page_address(language: Language, name: str) -> str:
    """Where the page of a memo lies below the top of the output."""
    return f"{language}/memo/{name}.html"


def _address(voice: Voice, memo: Memo) -> str | None:
    top = publication(voice.content)
    return None if top is None else top + page_address(voice.language, memo.id)


def _code(voice: Voice, memo: Memo) -> Iterator[Block]:
    """The square that leads a phone to the page; nothing while no address is configured."""
    address = _address(voice, memo)
    if address is not None:
        yield Paragraph((Run(voice.label("memo_qr"), target=address),), Style.QR)


def fine_print(voice: Voice, memo: Memo, medium: Medium = Medium.PAPER) -> Iterator[Block]:
    """What the memo rests on, when its numbers were checked, and where it is published."""
    words = [] if medium is Medium.PAPER else [voice.label("memo_plain")]
    sop = voice.words(voice.content.sop.title)
    law = cited(voice, voice.content.citation(LAW))
    words.append(voice.label("memo_basis", sop=sop, law=law))
    words.append(f"{voice.label('undated_sop')}.")
    contacts = _contacts(voice.content, memo)
    if contacts:
        day = voice.day(min(contact.checked_on for contact in contacts))
        words.append(voice.label("memo_checked", day=day))
    yield Paragraph(said(" ".join(words)), Style.FINE)
    address = _address(voice, memo)
    if address is not None:
        lead = voice.label("memo_address")
        target = address if medium in (Medium.PAPER, Medium.SCREEN) else None
        yield Paragraph((Run(f"{lead} "), Run(address, target=target)), Style.FINE)


def _contacts(content: Content, memo: Memo) -> tuple[Contact, ...]:
    plain = () if memo.plain is None else memo.plain.steps
    named = {step.contact for step in (*memo.steps, *plain) if step.contact is not None}
    return tuple(contact for contact in content.contacts if contact.id in named)
