"""Kind `questionnaire`: one form per addressee section with the general one, and the full questionnaire."""

from collections.abc import Callable, Iterator

from builder.base.language import SIDE_BY_SIDE
from builder.blocks.tree import Block
from builder.compose.appendix import whole_appendix
from builder.compose.form import form
from builder.compose.request import EACH_LANGUAGE, EVERY_LANGUAGE, Request
from builder.compose.voice import Voice
from builder.model.library import Content

KIND = "questionnaire"
GENERAL = 1
"""The section that every subject fills."""

_SHARED = (
    "labels.yaml",
    "questionnaire/breakdowns.yaml",
    "questionnaire/questionnaire.yaml",
    "questionnaire/units.yaml",
    "rules/order.yaml",
    "rules/rules.yaml",
)


def requests(content: Content) -> Iterator[Request]:
    for language in EVERY_LANGUAGE:
        numbers = tuple(section.number for section in content.sections)
        yield Request(KIND, "full", language, _sources(*numbers))
    for section in content.sections:
        if section.number != GENERAL:
            for language in EACH_LANGUAGE:
                sources = _sources(GENERAL, section.number)
                yield Request(KIND, f"section-{section.number:02}", language, sources, section.number)


def _sources(*sections: int) -> tuple[str, ...]:
    return tuple(sorted((*_SHARED, *(f"questionnaire/section-{number:02}.yaml" for number in sections))))


def body(request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    """The form; side by side it is a working copy of the official words without answer fields."""
    if request.language == SIDE_BY_SIDE:
        return whole_appendix

    def blocks(voice: Voice) -> tuple[Block, ...]:
        wanted = (GENERAL, request.section)
        sections = tuple(
            section
            for section in voice.content.sections
            if request.section is None or section.number in wanted
        )
        return form(voice, sections)

    return blocks


def title(voice: Voice, request: Request) -> str:
    if request.section is not None:
        return voice.label("title_questionnaire_section", number=request.section)
    words = voice.label("title_questionnaire_full")
    return f"{words}. {voice.label('working_copy')}" if request.language == SIDE_BY_SIDE else words


def is_form(request: Request) -> bool:
    return request.language != SIDE_BY_SIDE
