"""The cover letter that carries an assessment to the body of the Commission (Rules, points 18, 19)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from builder.base.dates import on
from builder.blocks.tree import Block, Clause
from builder.compose.assessment import plan_draft
from builder.compose.assessment.telling import Telling
from builder.compose.letters import frame
from builder.compose.letters.request import joint_order
from builder.compose.letters.words import told
from builder.compose.profile import takes_part
from builder.compose.voice import said
from builder.model.respondents import coordinator

_ASKS = ("meeting", "subjects", "plan")


@dataclass(frozen=True, slots=True)
class Cover:
    """The letter; where number or day is not given yet, lines are left for both."""

    number: str = ""
    day: date | None = None
    name: ClassVar[str] = "cover"


def title(telling: Telling) -> str:
    return told(telling.voice, "cover_title", **_span(telling))


def blocks(telling: Telling, paper: Cover) -> Iterator[Block]:
    voice, assessment = telling.voice, telling.dossier.assessment
    body = coordinator(telling.content.rotation.turns, assessment.period.last)
    yield from frame.opened(voice, body, imprint(telling, paper), told(voice, "cover_addressee"))
    yield frame.subject(title(telling))
    yield frame.body(told(voice, "cover_ground", **joint_order(voice)))
    yield frame.body(
        told(
            voice,
            "cover_sends",
            **_span(telling),
            formed=on(assessment.period.formed, voice.language),
            conclusions=len(assessment.conclusions),
            recommendations=len(assessment.recommendations),
        )
    )
    yield frame.body(told(voice, "cover_asks"), keep=True)
    for number, key in enumerate(_ASKS, 1):
        yield Clause(f"{number})", said(told(voice, f"cover_ask_{key}")))
    yield frame.body(told(voice, "cover_attachments"), keep=True)
    for number, words in enumerate(_attachments(telling), 1):
        yield Clause(f"{number}.", said(words))
    yield from frame.closing(voice, body)


def imprint(telling: Telling, paper: Cover) -> str:
    """Number and date, or lines to write them on."""
    if not paper.number or paper.day is None:
        return told(telling.voice, "number_and_date_blank")
    return frame.numbered(telling.voice, paper.number, paper.day)


def _attachments(telling: Telling) -> Iterator[str]:
    """The assessment, an extract for each subject that has a profile, the draft plan."""
    content, period = telling.content, telling.dossier.assessment.period
    extracts = sum(takes_part(content, subject) for subject in content.subjects)
    first, last = plan_draft.years(period)
    yield told(telling.voice, "cover_report", **_span(telling))
    yield told(telling.voice, "cover_extracts", count=extracts)
    yield told(telling.voice, "cover_plan", first=first, last=last)


def _span(telling: Telling) -> dict[str, int]:
    period = telling.dossier.assessment.period
    return {"first": period.first, "last": period.last}
