"""From an assessment to its documents, ready to be arranged and written."""

from collections.abc import Iterator
from typing import assert_never

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import Block, Document, Furniture, Paragraph, Style
from builder.compose.assessment import consolidated, extract, report
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.curtain import Curtain, curtain
from builder.compose.assessment.dossier import Dossier
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.report import Report
from builder.compose.assessment.sources import numbered
from builder.compose.assessment.telling import Telling
from builder.compose.heard import listening
from builder.compose.kinds import content_hash
from builder.compose.voice import Voice
from builder.model.library import Content

Paper = Report | Extract | Consolidated

KIND, WIDE = "assessment", "consolidated"
"""Kinds of document: on upright paper, and the consolidated table in landscape."""

_SOURCES = (
    "labels.yaml",
    "method/method.yaml",
    "questionnaire/breakdowns.yaml",
    "questionnaire/units.yaml",
    "rules/divergences.yaml",
    "rules/rules.yaml",
    "sop/indicators.yaml",
    "sop/roles.yaml",
    "sop/sop.yaml",
    "sop/subjects.yaml",
)


def compose(content: Content, dossier: Dossier, paper: Paper, language: Language) -> Document:
    """One document; raises QagidaError (Q657, Q660, Q661) for figures in prose that cannot be said.

    Raises ValueError for a public report from a dossier that does not know what may be published.
    """
    voice = Voice(content, language, translated=True)
    telling = Telling(voice, dossier, numbered(dossier.assessment), _curtain(dossier, paper))
    with listening() as heard:
        title, blocks = _title(telling, paper), _blocks(telling, paper)
    blocks = (*_notices(telling, unconfirmed=bool(heard)), *blocks)
    kind = WIDE if isinstance(paper, Consolidated) else KIND
    return Document(
        kind=kind,
        name=paper.name,
        language=language.value,
        main=language,
        title=title,
        subject=voice.label(f"subject_{kind}"),
        keywords=voice.label("keywords"),
        edition=dossier.assessment.period.formed,
        furniture=_furniture(telling, title, blocks),
        blocks=blocks,
        sources=_SOURCES,
        about=paper.subject if isinstance(paper, Extract) else None,
    )


def _curtain(dossier: Dossier, paper: Paper) -> Curtain | None:
    if not isinstance(paper, Report) or not paper.public:
        return None
    if dossier.published is None:
        raise ValueError("nothing was cleared for publication")
    return curtain(dossier.published)


def _title(telling: Telling, paper: Paper) -> str:
    match paper:
        case Report():
            return report.title(telling)
        case Extract():
            return extract.title(telling, paper)
        case Consolidated():
            return consolidated.title(telling)
        case _:
            assert_never(paper)


def _blocks(telling: Telling, paper: Paper) -> tuple[Block, ...]:
    match paper:
        case Report():
            return report.blocks(telling)
        case Extract():
            return tuple(extract.blocks(telling, paper))
        case Consolidated():
            return tuple(consolidated.blocks(telling))
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


def _furniture(telling: Telling, title: str, blocks: tuple[Block, ...]) -> Furniture:
    """Every page says which version it is and, of an example, that it is one."""
    period = telling.dossier.assessment.period
    marks = [telling.label("public" if telling.public else "internal")]
    if not period.official:
        marks.append(telling.label("example_header"))
    standing = "; ".join(marks)
    digest = content_hash(title, blocks)
    return Furniture(
        edition=f"{telling.voice.day(period.formed)}; {standing}",
        hash=telling.voice.label("content_hash", hash=digest),
        page_of=telling.voice.label("page_of"),
        header=f"{title} – {standing}",
    )
