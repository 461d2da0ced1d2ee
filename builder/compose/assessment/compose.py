"""From an assessment to its documents, ready to be arranged and written."""

from collections.abc import Iterator
from typing import assert_never

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import Block, Document, Furniture, Paragraph, Style
from builder.compose.assessment import consolidated, cover, extract, plan_draft, progress, report
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.cover import Cover
from builder.compose.assessment.curtain import Curtain, curtain
from builder.compose.assessment.dossier import Dossier
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.plan_draft import PlanDraft
from builder.compose.assessment.progress import Progress
from builder.compose.assessment.report import Report
from builder.compose.assessment.sources import numbered
from builder.compose.assessment.telling import Telling
from builder.compose.heard import listening
from builder.compose.kinds import content_hash
from builder.compose.voice import Voice
from builder.model.library import Content

Assessed = Report | Extract | Consolidated | PlanDraft | Cover
"""Documents that follow from an assessment."""
Paper = Assessed | Progress

KIND, WIDE, PLAN, LETTER = "assessment", "consolidated", "plan", "letter"
"""Kinds of document: on upright paper, the consolidated table in landscape, the five columns, a letter."""

_COMMON = ("labels.yaml", "method/method.yaml")
_ASKED = (
    "questionnaire/breakdowns.yaml",
    *(f"questionnaire/section-{number:02}.yaml" for number in range(1, 17)),
    "questionnaire/units.yaml",
)
_BODIES = ("sop/sop.yaml", "sop/subjects.yaml")
_ANALYSIS, _CONCLUSIONS, _JUDGEMENTS = "analysis.yaml", "conclusions.yaml", "judgements.yaml"
_PERIOD, _RECOMMENDATIONS, _REGISTER = "period.yaml", "recommendations.yaml", "sources.yaml"


def compose(content: Content, dossier: Dossier, paper: Paper, language: Language) -> Document:
    """One document; raises QagidaError (Q657, Q660, Q661) for figures in prose that cannot be said.

    Raises ValueError for a public document from a dossier that does not know what may be published. A
    progress report follows from the plan alone.
    """
    if isinstance(paper, Progress):
        return progress.compose(content, paper, language)
    voice = Voice(content, language, translated=True)
    telling = Telling(voice, dossier, numbered(dossier.assessment), _curtain(dossier, paper))
    with listening() as heard:
        title, blocks = _title(telling, paper), _blocks(telling, paper)
    blocks = (*_notices(telling, unconfirmed=bool(heard)), *blocks)
    kind, subject = _kind(paper)
    return Document(
        kind=kind,
        name=paper.name,
        language=language.value,
        main=language,
        title=title,
        subject=voice.label(subject),
        keywords=voice.label("keywords"),
        edition=dossier.assessment.period.formed,
        furniture=_furniture(telling, paper, title, blocks),
        blocks=blocks,
        sources=(*_COMMON, *_sources(paper)),
        about=paper.subject if isinstance(paper, Extract) else None,
    )


def for_public(paper: Paper) -> bool:
    """Whether anybody may read a document: all that the public must not see is kept back in it."""
    return isinstance(paper, Report | Consolidated) and paper.public


def _kind(paper: Assessed) -> tuple[str, str]:
    """The kind of a document, by which it gets its paper, and the label of its subject."""
    match paper:
        case Report() | Extract():
            return KIND, "subject_assessment"
        case Consolidated():
            return WIDE, "subject_consolidated"
        case PlanDraft():
            return PLAN, "subject_plan_draft"
        case Cover():
            return LETTER, "subject_cover"
        case _:
            assert_never(paper)


def _sources(paper: Assessed) -> tuple[str, ...]:
    """The files of content that the words of a document come from, besides the common ones."""
    match paper:
        case Report():
            own = ("collection/checks.yaml", "registry/regions.yaml", "rules/divergences.yaml")
            return (*own, *_ASKED, "rules/rules.yaml", "sop/indicators.yaml", *_BODIES)
        case Extract():
            named = ("citations", "contacts", "indicators", "memos", "roles")
            letters = ("collection/defects.yaml", "collection/letters.yaml", "rules/rules.yaml")
            return (*letters, *_ASKED, *(f"sop/{name}.yaml" for name in named), *_BODIES)
        case Consolidated():
            return _ASKED
        case PlanDraft():
            return ("plan/2018-2020.yaml", *_BODIES)
        case Cover():
            return ("collection/letters.yaml", "registry/rotation.yaml", "rules/order.yaml", *_BODIES)
        case _:
            assert_never(paper)


def written_in(paper: Paper) -> tuple[str, ...]:
    """The files of an assessment that a document depends on.

    An extract numbers sources, conclusions and recommendations as the report does, so it depends on all.
    """
    match paper:
        case Report() | Extract():
            return (_PERIOD, _ANALYSIS, _JUDGEMENTS, _CONCLUSIONS, _RECOMMENDATIONS, _REGISTER)
        case Consolidated():
            return (_PERIOD,)
        case PlanDraft():
            return (_PERIOD, _RECOMMENDATIONS)
        case Cover():
            return (_PERIOD, _CONCLUSIONS, _RECOMMENDATIONS)
        case Progress():
            return ()
        case _:
            assert_never(paper)


def _curtain(dossier: Dossier, paper: Assessed) -> Curtain | None:
    if not for_public(paper):
        return None
    if dossier.published is None:
        raise ValueError("nothing was cleared for publication")
    return curtain(dossier.published)


def _title(telling: Telling, paper: Assessed) -> str:
    match paper:
        case Report():
            return report.title(telling)
        case Extract():
            return extract.title(telling, paper)
        case Consolidated():
            return consolidated.title(telling)
        case PlanDraft():
            return plan_draft.title(telling)
        case Cover():
            return cover.title(telling)
        case _:
            assert_never(paper)


def _blocks(telling: Telling, paper: Assessed) -> tuple[Block, ...]:
    match paper:
        case Report():
            return report.blocks(telling)
        case Extract():
            return tuple(extract.blocks(telling, paper))
        case Consolidated():
            return tuple(consolidated.blocks(telling))
        case PlanDraft():
            return tuple(plan_draft.blocks(telling))
        case Cover():
            return tuple(cover.blocks(telling, paper))
        case _:
            assert_never(paper)


def _notices(telling: Telling, *, unconfirmed: bool) -> Iterator[Block]:
    """What stands first: that it is an example, that words in it are not confirmed."""
    period = telling.dossier.assessment.period
    if not period.official:
        words = (
            Run(f"{telling.label('example_notice')} ", strong=True),
            *telling.voice.runs(period.note),
        )
        yield Paragraph(words, Style.NOTICE)
    if unconfirmed:
        yield Paragraph((Run(telling.label("unconfirmed")),), Style.NOTICE)


def _furniture(telling: Telling, paper: Assessed, title: str, blocks: tuple[Block, ...]) -> Furniture:
    """Every page says which version it is and, of an example, that it is one; a letter has no versions."""
    period = telling.dossier.assessment.period
    marks = [] if isinstance(paper, Cover) else [telling.label("public" if telling.public else "internal")]
    if not period.official:
        marks.append(telling.label("example_header"))
    standing = "; ".join(marks)
    digest = content_hash(title, blocks)
    return Furniture(
        edition="; ".join((telling.voice.day(period.formed), *marks)),
        hash=telling.voice.label("content_hash", hash=digest),
        page_of=telling.voice.label("page_of"),
        header=" – ".join((title, *((standing,) if standing else ()))),
    )
