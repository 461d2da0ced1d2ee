"""The ranked lists of some years: of a period that was written, or of answers that wait for one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.analyse.ranking import rank
from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.load.assessment import load_assessment, load_ledger, periods
from builder.model.assessment import Judgement
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.ranking import Ranking
from builder.workflow.assess.gather import gather
from builder.workflow.collect.desk import sound_content
from builder.workflow.project import Project

_YEARS = re.compile(r"(?P<first>[0-9]{4})(?:-(?P<last>[0-9]{4}))?")
_LONGEST = 10
"""Years; more are a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ranked lists with what they rest on; `findings` tell of holes and of a period that nobody wrote yet."""

    content: Content
    evidence: Evidence
    rankings: tuple[Ranking, ...]
    findings: tuple[Finding, ...]


def period_of(project: Project, given: str) -> str:
    """The period named, or the one that a year belongs to; QagidaError (Q955) where there is none."""
    years, known = _years(given), periods(project.assessments)
    for period in known:
        first, _, last = period.partition("-")
        if given == period or (years and len(years) == 1 and int(first) <= years[0] <= int(last)):
            return period
    raise QagidaError(_unwritten(given, known))


def ranked(project: Project, given: str, root: Path | None = None) -> Ranked:
    """The lists of a period or of a year of it; `root` holds the folders of the collections.

    Where no such period was written the years themselves are ranked, without judgements (Q685). Raises
    QagidaError: content with errors, an assessment that cannot be read, no years (Q955), no answers (Q952).
    """
    content = sound_content(project)
    try:
        period = period_of(project, given)
    except QagidaError as error:
        years = _years(given)
        if not years:
            raise
        return _bare(content, project, years, root, error)
    ledger, _ = load_ledger(project.assessments)
    loaded = load_assessment(project.assessments, period, ledger)
    if loaded.assessment is None:
        raise QagidaError(*loaded.findings)
    written = loaded.assessment.period
    evidence = gather(project, written.first, written.last, root)
    return _made(content, evidence, loaded.assessment.judgements, evidence.findings)


def _bare(content: Content, project: Project, years: range, root: Path | None, error: QagidaError) -> Ranked:
    try:
        evidence = gather(project, years[0], years[-1], root)
    except QagidaError as none:
        raise QagidaError(*error.findings, *none.findings) from none
    named = "–".join(dict.fromkeys(map(str, (years[0], years[-1]))))
    unwritten = Finding("Q685", Place("assessment"), {"years": named})
    return _made(content, evidence, (), (unwritten, *evidence.findings))


def _made(
    content: Content, evidence: Evidence, judgements: Iterable[Judgement], findings: tuple[Finding, ...]
) -> Ranked:
    return Ranked(content, evidence, rank(content, evidence, judgements), findings)


def _years(given: str) -> range | None:
    """`2023` or `2021-2023`."""
    match = _YEARS.fullmatch(given)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"] or match["first"])
    return range(first, last + 1) if first <= last < first + _LONGEST else None


def _unwritten(given: str, known: Iterable[str]) -> Finding:
    return Finding("Q955", Place("assessment"), {"value": given, "suggestion": ", ".join(known) or "–"})
