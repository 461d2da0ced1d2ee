"""The progress report of a plan, a form to fill: by 20 January and by 10 February (the plan's resolution)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.base.language import Language
from builder.blocks.tree import Block, Document
from builder.compose.assessment.progress_form import blocks, title
from builder.compose.assessment.progress_rows import bodies_of
from builder.compose.kinds import bodies, document
from builder.compose.plan import NAME as PLAN
from builder.compose.request import Act, Request
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.model.plan import Plan

KIND = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """The form for a year: of one executor of the plan, by its id, or of all."""

    year: int
    executor: str = ""

    @property
    def name(self) -> str:
        return f"progress-{self.year}-{self.executor}" if self.executor else f"progress-{self.year}"


def summaries(plan: Plan) -> tuple[Progress, ...]:
    """The form of the whole plan for each year that is reported on."""
    return tuple(Progress(one.year) for one in plan.reporting)


def of_executors(plan: Plan) -> tuple[Progress, ...]:
    """A form for each year and each executor, without the ministry that the others inform."""
    asked = {body for measure in plan.measures for body in bodies_of(measure)}
    return tuple(
        Progress(one.year, executor.id)
        for one in plan.reporting
        for executor in plan.executors
        if executor.body in asked and executor.body != one.to
    )


def compose(content: Content, paper: Progress, language: Language) -> Document:
    """The form as a document; raises LookupError for a year or an executor that the plan does not know."""
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
        return blocks(voice, self.paper.year, self.paper.executor)

    def title(self, voice: Voice, _request: Request, /) -> str:
        return title(voice, self.paper.year, self.paper.executor)

    def is_form(self, _request: Request, /) -> bool:
        return True
