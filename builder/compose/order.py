"""Kind `order`: the joint order with the Rules and the appendix, in each language and side by side."""

from collections.abc import Callable, Iterator

from builder.base.language import SIDE_BY_SIDE
from builder.blocks.tree import Block
from builder.compose.act import act
from builder.compose.request import EVERY_LANGUAGE, Request
from builder.compose.voice import Voice
from builder.model.library import Content

KIND = "order"


def requests(content: Content) -> Iterator[Request]:
    sources = (
        "labels.yaml",
        "rules/order.yaml",
        "rules/rules.yaml",
        "questionnaire/questionnaire.yaml",
        *(f"questionnaire/section-{section.number:02}.yaml" for section in content.sections),
    )
    for language in EVERY_LANGUAGE:
        yield Request(KIND, KIND, language, sources)


def body(_request: Request) -> Callable[[Voice], tuple[Block, ...]]:
    return act


def title(voice: Voice, request: Request) -> str:
    words = voice.label("title_order")
    return f"{words}. {voice.label('working_copy')}" if request.language == SIDE_BY_SIDE else words


def is_form(_request: Request) -> bool:
    return False
