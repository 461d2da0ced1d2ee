"""Kind `memo`: what to do, step by step, on paper, card, poster and screen."""

from collections.abc import Callable, Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Heading,
    Medium,
    Paragraph,
    Row,
    Screen,
    Style,
    Table,
    TableKind,
)
from builder.compose import leaflet
from builder.compose.leaflet import FROM_TOP, call, fine_print, page_address
from builder.compose.request import EACH_LANGUAGE, OFFICE, Act, Request
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.model.memos import Memo, Right, Step
from builder.model.text import Text

KIND = "memo"

_SOURCES = (
    "labels.yaml",
    "sop/citations.yaml",
    "sop/contacts.yaml",
    "sop/memos.yaml",
    "sop/sop.yaml",
    "sop/subjects.yaml",
)
_NAMES = {
    Medium.PAPER: "{}",
    Medium.SCREEN: "{}",
    Medium.POSTER: "{}-poster",
    Medium.CARD: "{}-card",
    Medium.SHEET: "{}-card-4up",
}
_WIDTHS, _WIDTHS_WITH_NUMBER = (1.0, 13.0), (1.0, 10.0, 3.0)


def requests(content: Content) -> Iterator[Request]:
    """Cards bear both languages, a side each; all else is made once per language."""
    for memo in content.memos:
        for language in EACH_LANGUAGE:
            yield _request(memo, language, Medium.PAPER, OFFICE)
            if memo.plain is not None:
                yield _request(memo, language, Medium.SCREEN, ("html",))
                yield _request(memo, language, Medium.POSTER, ("pdf",))
        if memo.plain is not None:
            yield _request(memo, SIDE_BY_SIDE, Medium.CARD, ("pdf",))
            yield _request(memo, SIDE_BY_SIDE, Medium.SHEET, ("pdf",))


def _request(memo: Memo, language: str, medium: Medium, formats: tuple[str, ...]) -> Request:
    name = _NAMES[medium].format(memo.id)
    return Request(KIND, name, language, _SOURCES, act=Act.SOP, formats=formats, medium=medium)


def body(request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    def blocks(voice: Voice) -> tuple[Block, ...]:
        memo = _memo(voice.content, request)
        if request.medium is Medium.PAPER:
            return tuple(_official(voice, memo))
        return leaflet.body(voice, memo, request.medium)

    return blocks


def title(voice: Voice, request: Request) -> str:
    """The plain title; a card has it in both languages."""
    memo = _memo(voice.content, request)
    languages = LAW_LANGUAGES if request.language == SIDE_BY_SIDE else (request.main,)
    return " / ".join(leaflet.title(Voice(voice.content, language), memo) for language in languages)


def is_form(_request: Request) -> bool:
    return False


def screen(voice: Voice, request: Request) -> Screen:
    """What a page for a screen says beside its text; the page in the other language lies beside it."""
    other = next(language for language in LAW_LANGUAGES if language is not voice.language)
    return Screen(
        skip=voice.label("memo_skip"),
        languages=voice.label("memo_languages"),
        other=Voice(voice.content, other).label("memo_language"),
        other_language=other,
        address=FROM_TOP + page_address(other, request.name),
    )


def _memo(content: Content, request: Request) -> Memo:
    pattern = _NAMES[request.medium]
    return next(memo for memo in content.memos if pattern.format(memo.id) == request.name)


def _official(voice: Voice, memo: Memo) -> Iterator[Block]:
    """The words of the SOP: title, steps with the numbers to call, rights, small print."""
    yield Heading(1, voice.runs(memo.title), ids.memo(memo.id))
    if memo.subtitle is not None:
        yield voice.paragraph(memo.subtitle, Style.CENTER)
    yield _steps(voice, memo)
    yield from _rights(voice, memo.rights_lead, memo.rights)
    yield from _rights(voice, memo.migrant_rights_lead, memo.migrant_rights)
    yield from fine_print(voice, memo)


def _steps(voice: Voice, memo: Memo) -> Table:
    calls = any(step.contact for step in memo.steps)
    rows = tuple(_row(voice, memo, step, calls=calls) for step in memo.steps)
    widths = _WIDTHS_WITH_NUMBER if calls else _WIDTHS
    return Table(TableKind.STEPS, widths, rows, voice.label("memo_steps"))


def _row(voice: Voice, memo: Memo, step: Step, *, calls: bool) -> Row:
    number = Cell((Paragraph((Run(str(step.number)),), Style.STEP),))
    words: list[Block] = [Heading(2, voice.runs(step.headline), ids.memo(memo.id, step.number))]
    if step.text is not None:
        words.append(voice.paragraph(step.text, Style.CELL))
    words.extend(voice.paragraph(text, Style.ITEM) for text in step.advice)
    aside = tuple(call(voice, step))
    if calls and not aside:
        return Row((number, Cell(tuple(words), columns=2)), whole=True)
    return Row((number, Cell(tuple(words)), *((Cell(aside),) if aside else ())), whole=True)


def _rights(voice: Voice, lead: Text | None, rights: tuple[Right, ...]) -> Iterator[Block]:
    if lead is not None:
        yield Paragraph(voice.runs(lead), Style.BODY, keep=True)
    for right in rights:
        yield Clause(f"{right.number})", voice.runs(right.text), 1)
