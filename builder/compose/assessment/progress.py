"""The progress report of a plan, a form to fill: by 20 January and by 10 February (the plan's resolution)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.base.language import Language
from builder.blocks.tree import Block, Document
from builder.compose.assessment.progress_form import blocks, title
from builder.compose.kinds import bodies, document
from builder.compose.plan import NAME as PLAN
from builder.compose.request import Act, Request
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.model.plan import Plan

KIND = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """The form for a year: of one executor (`body`, its Russian abbreviation in the key), or of all.

    `position` is that of the executor in the key; the name of the file bears it.
    """

    year: int
    body: str = ""
    position: int = 0

    @property
    def name(self) -> str:
        return f"progress-{self.year}-{self.position}" if self.body else f"progress-{self.year}"


def summaries(plan: Plan) -> tuple[Progress, ...]:
    """The form of the whole plan for each year that is reported on."""
    return tuple(Progress(one.year) for one in plan.reporting)


def of_executors(plan: Plan) -> tuple[Progress, ...]:
    """A form for each year and each executor in the key, without the ministry that the others inform."""
    asked = {body for measure in plan.measures for body in measure.bodies}
    known = [(entry.short.plain(Language.RU), position) for position, entry in enumerate(plan.key, 1)]
    named = [pair for pair in known if pair[0] in asked]
    return tuple(
        Progress(one.year, short, position)
        for one in plan.reporting
        for short, position in named
        if short != one.to
    )


def compose(content: Content, paper: Progress, language: Language) -> Document:
    """The form as a document; raises ValueError for a year or a body that the plan does not know."""
    kind = _Form(paper)
    sources = ("labels.yaml", f"plan/{PLAN}.yaml")
    request = Request(KIND, paper.name, language.value, sources, act=Act.PLAN)
    (made,) = bodies(content, request, kind)
    return document(content, request, made, kind)


@dataclass(frozen=True, slots=True)
class _Form:
    """One form as a kind of document."""

    paper: Progress
    KIND: str = KIND

    def body(self, _request: Request, /) -> Callable[[Voice], tuple[Block, ...]]:
        return lambda voice: tuple(self._blocks(voice))

    def _blocks(self, voice: Voice) -> Iterator[Block]:
        return blocks(voice, self.paper.year, self.paper.body)

    def title(self, voice: Voice, _request: Request, /) -> str:
        return title(voice, self.paper.year, self.paper.body)

    def is_form(self, _request: Request, /) -> bool:
        return True
