"""The document kinds, and from a request to an arranged-ready document."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol

from builder.base.dates import dated
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE, Language
from builder.blocks.inline import Inline
from builder.blocks.tree import (
    Block,
    Clause,
    Document,
    Drawing,
    Furniture,
    Heading,
    Medium,
    Paragraph,
    Style,
    walk,
)
from builder.compose import memo, order, plan, profile, questionnaire, roles, sop
from builder.compose.heard import BELOW_CONFIRMED, listening
from builder.compose.request import Act, Request
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.model.provenance import Provenance


class Kind(Protocol):
    """What a document of a kind is made of; a module, or an object that knows more than the content does."""

    @property
    def KIND(self) -> str: ...  # noqa: N802

    def body(self, request: Request, /) -> Callable[[Voice], tuple[Block, ...]]: ...

    def title(self, voice: Voice, request: Request, /) -> str: ...

    def is_form(self, request: Request, /) -> bool: ...


class ListedKind(Kind, Protocol):
    """A kind whose documents follow from the content alone."""

    def requests(self, content: Content, /) -> Iterator[Request]: ...


KINDS: tuple[ListedKind, ...] = (order, questionnaire, sop, roles, profile, plan, memo)


def requests(content: Content) -> Iterator[Request]:
    """Every document that can be made, in a fixed order."""
    for kind in KINDS:
        yield from kind.requests(content)


def kind_of(request: Request) -> ListedKind:
    return next(kind for kind in KINDS if request.kind == kind.KIND)


def bodies(content: Content, request: Request, kind: Kind | None = None) -> tuple[tuple[Block, ...], ...]:
    """The blocks of the document, once per language that it shows; a kind that is not listed is given."""
    languages = LAW_LANGUAGES if request.language == SIDE_BY_SIDE else (request.main,)
    made = kind or kind_of(request)
    return tuple(_body(content, request, made, language) for language in languages)


def _body(content: Content, request: Request, kind: Kind, language: Language) -> tuple[Block, ...]:
    """The blocks in one language, under a notice where a text in them is below `confirmed`."""
    voice = Voice(content, language, _is_translation(content, request, language))
    with listening() as heard:
        blocks = kind.body(request)(voice)
    return (voice.notice(), *blocks) if heard else blocks


def provenance(content: Content, request: Request) -> Provenance:
    """Where the act comes from that the document is made after."""
    acts = {
        Act.RULES: content.provenance,
        Act.SOP: content.sop_provenance,
        Act.PLAN: content.plan_provenance,
    }
    return acts[request.act]


def _is_translation(content: Content, request: Request, language: Language) -> bool:
    return provenance(content, request).standing[language] in BELOW_CONFIRMED


def document(
    content: Content, request: Request, blocks: tuple[Block, ...], kind: Kind | None = None
) -> Document:
    """Metadata and page furniture around finished blocks; a kind that is not listed is given."""
    kind = kind or kind_of(request)
    voice = Voice(content, request.main)
    title = kind.title(voice, request)
    edition = provenance(content, request).edition
    draft = blocks[:1] == (voice.translation_notice(),)
    digest = content_hash(title, blocks)
    if request.pairs:
        blocks = (*_working_copy_heading(content, request), *blocks)
    return Document(
        kind=request.kind,
        name=request.name,
        language=request.language,
        main=request.main,
        title=title,
        subject=voice.label(f"subject_{request.kind}"),
        keywords=voice.label("keywords"),
        edition=edition,
        furniture=Furniture(
            edition=edition_words(voice, request, edition),
            hash=voice.label("content_hash", hash=digest),
            page_of=voice.label("page_of"),
            header=f"{title} – {voice.label('draft_header')}" if draft else title,
        ),
        blocks=blocks,
        sources=request.sources,
        form=kind.is_form(request),
        section=request.section,
        about=request.subject,
        medium=request.medium,
        screen=memo.screen(voice, request) if request.medium is Medium.SCREEN else None,
    )


def edition_words(voice: Voice, request: Request, edition: date) -> str:
    """The edition in the foot of a page; the SOP bears no date, and none is invented for it."""
    if request.act is Act.SOP:
        return voice.label("undated_sop")
    return voice.label("edition", date=dated(edition, request.main))


def _working_copy_heading(content: Content, request: Request) -> Iterator[Block]:
    """The title of a working copy, in every language it shows."""
    for language in LAW_LANGUAGES:
        voice = Voice(content, language)
        runs = (Run(kind_of(request).title(voice, request)),)
        if language is request.main:
            yield Heading(1, runs, None, language)
        else:
            yield Paragraph(runs, Style.TITLE, None, language)


def content_hash(title: str, blocks: tuple[Block, ...]) -> str:
    """Ten hexadecimal digits that change when a word, a field, a drawing or their order changes."""
    parts = [title]
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause):
            parts.append(f"\0{block.number}" if isinstance(block, Clause) else "\0")
            parts += [_essence(item) for item in block.content]
        elif isinstance(block, Drawing):
            parts.append(f"\4{block.chart!r}\2{block.alt}")
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:10]


def _essence(item: Inline) -> str:
    """What matters of a run or a control: words and links, or code, kind and choices."""
    if isinstance(item, Run):
        return f"\1{item.text}\2{item.target or ''}"
    return f"\3{item.code}\2{item.kind}\2{item.options}"
