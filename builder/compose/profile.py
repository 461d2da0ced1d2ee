"""Kind `profile`: the risk profile that point 17 4) of the Rules asks for, one for every subject.

Every subject of the registry has one that has a role table or meets a group, a place or a sign in its work.
The Rules name the fourteen of the SOP and international organisations (point 2.6); labour inspection,
providers of social services, bodies for the rights of the child and missions abroad answer sections of
the questionnaire and see signs that their ministry does not.
"""

from collections.abc import Callable, Iterator

from builder.base import ids
from builder.base.inline import Run
from builder.blocks.tree import Block, Heading, Paragraph, Style
from builder.compose.citing import cited
from builder.compose.items import named
from builder.compose.profile_action import action, measures
from builder.compose.profile_area import area, signs
from builder.compose.questions import questions
from builder.compose.request import EACH_LANGUAGE, Act, Request
from builder.compose.roles import role_table
from builder.compose.voice import Voice, said
from builder.model.library import Content
from builder.model.subjects import Subject

KIND = "profile"
RULES = "order_849_410"
"""The order that approves the Rules."""

_SOURCES = (
    "labels.yaml",
    "rules/rules.yaml",
    *(
        f"sop/{name}.yaml"
        for name in ("citations", "contacts", "indicators", "memos", "roles", "sop", "subjects")
    ),
)
_GENERAL = 1

_Part = Callable[[Voice, Subject], Iterator[Block]]


def requests(content: Content) -> Iterator[Request]:
    for subject in content.subjects:
        if takes_part(content, subject):
            sections = (_GENERAL, *subject.sections)
            asked = (f"questionnaire/section-{number:02}.yaml" for number in sections)
            sources = tuple(sorted((*_SOURCES, *asked)))
            for language in EACH_LANGUAGE:
                yield Request(KIND, subject.id, language, sources, subject=subject.id, act=Act.SOP)


def takes_part(content: Content, subject: Subject) -> bool:
    met = any(entry.concern(subject.id) for entry in content.indicators.entries())
    return met or content.role_table(subject.id) is not None


def body(request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    def blocks(voice: Voice) -> tuple[Block, ...]:
        subject = voice.content.subject(request.name)
        parts = [(key, tuple(part(voice, subject))) for key, part in PARTS]
        return (*_opening(voice, subject), *numbered_parts(voice, parts))

    return blocks


def title(voice: Voice, request: Request) -> str:
    return voice.label("title_profile", subject=named(voice, voice.content.subject(request.name)))


def is_form(_request: Request) -> bool:
    return False


def _opening(voice: Voice, subject: Subject) -> Iterator[Block]:
    words = voice.label("title_profile", subject=named(voice, subject))
    yield Heading(1, said(words), ids.registered("subject", subject.id))
    ground = voice.label("profile_ground", act=cited(voice, voice.content.citation(RULES)))
    yield Paragraph(said(ground), Style.IMPRINT)


def numbered_parts(voice: Voice, parts: list[tuple[str, tuple[Block, ...]]]) -> Iterator[Block]:
    """Parts under numbered headings; a part without words has no heading either."""
    filled = [(key, blocks) for key, blocks in parts if blocks]
    for position, (key, blocks) in enumerate(filled, 1):
        yield Heading(2, (Run(f"{position}. "), Run(voice.label(key))))
        yield from blocks


def _who(voice: Voice, subject: Subject) -> Iterator[Block]:
    """Who this is, whether it coordinates, its functions by direction."""
    if subject.who is not None:
        yield voice.paragraph(subject.who)
    if subject.coordinates:
        yield Paragraph(said(voice.label("profile_coordinates")), Style.BODY)
    table = voice.content.role_table(subject.id)
    if table is not None:
        yield role_table(voice, table)
        return
    yield Paragraph(said(voice.label("profile_no_functions")), Style.BODY)
    for part in voice.content.sop.parts:
        for block in part.blocks:
            if subject.id in block.bodies:
                yield from (voice.paragraph(text) for text in block.paragraphs)


def _figures(_voice: Voice, _subject: Subject) -> Iterator[Block]:
    """What the assessment found about this subject stands here once there is an assessment."""
    yield from ()


PARTS: tuple[tuple[str, _Part], ...] = (
    ("profile_who", _who),
    ("profile_area", area),
    ("profile_signs", signs),
    ("profile_figures", _figures),
    ("profile_action", action),
    ("profile_measures", measures),
    ("profile_questions", questions),
)
"""Headings and parts in their order."""
