"""`qagida assess`: the assessment at the keyboard (Rules, points 12-19)."""

import gc
import sys
from argparse import Namespace
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.cli.arguments import CommandParser, jobs
from builder.cli.printing import print_findings, print_table, progress
from builder.cli.words import say
from builder.compose.request import OFFICE
from builder.load.assessment import load_assessment, load_ledger, periods
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.ranking import Ranking
from builder.workflow.project import Project

OK = 0


def add_assess(parser: CommandParser, language: Language) -> None:
    """The grammar: a period or a year of it, then what to make or what to explain."""
    parser.add_argument("period", metavar="PERIOD", help=say(language, "help_period"))
    parser.add_argument("--explain", metavar="CODE", help=say(language, "help_assess_explain"))
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help=say(language, "help_assess_only")
    )
    parser.add_argument(
        "--lang",
        choices=[str(item) for item in LAW_LANGUAGES],
        action="append",
        default=[],
        help=say(language, "help_assess_lang"),
    )
    parser.add_argument(
        "--format", choices=OFFICE, action="append", default=[], help=say(language, "help_assess_format")
    )
    parser.add_argument("--collections", type=Path, metavar="DIR", help=say(language, "help_collections"))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say(language, "help_out"))
    jobs(parser, language)


def run_assess(namespace: Namespace, project: Project, language: Language) -> int:
    """Builds the documents of a period, or explains one rank."""
    gc.enable()  # hundreds of pages are not over before there is something to collect
    period = _period(project, namespace.period)
    if namespace.explain:
        return _explain(namespace, project, period, language)
    return _build(namespace, project, period, language)


def _period(project: Project, given: str) -> str:
    """The period named, or the one that a year belongs to (Q955 where there is none)."""
    known = periods(project.assessments)
    for period in known:
        first, _, last = period.partition("-")
        if given == period or (given.isdigit() and int(first) <= int(given) <= int(last)):
            return period
    data = {"value": given, "suggestion": ", ".join(known) or "–"}
    raise QagidaError(Finding("Q955", Place("assessment"), data))


def _build(namespace: Namespace, project: Project, period: str, language: Language) -> int:
    from builder.workflow.assess.build import build_assessment

    output = (namespace.out or project.output).resolve()
    with progress(language) as report:
        built = build_assessment(
            project,
            period,
            output,
            formats=tuple(namespace.format) or OFFICE,
            languages=tuple(map(Language, namespace.lang)) or LAW_LANGUAGES,
            only=tuple(namespace.only),
            report=report,
            jobs=namespace.jobs,
            root=namespace.collections,
        )
    print_findings(built.findings, language, sys.stderr)
    header = [say(language, f"column_{name}") for name in ("language", "file", "pages")]
    print_table(header, [(item.language, item.path, item.pages or "–") for item in built.entries])
    folder = output / "assessment" / period
    print(
        say(
            language,
            "assessed_summary",
            total=len(built.entries),
            written=len(built.written),
            kept=len(built.kept),
            folder=folder,
        )
    )
    return OK


def _explain(namespace: Namespace, project: Project, period: str, language: Language) -> int:
    from builder.analyse.ranking import rank
    from builder.workflow.assess.gather import gather
    from builder.workflow.collect.desk import sound_content

    content = sound_content(project)
    ledger, _ = load_ledger(project.assessments)
    loaded = load_assessment(project.assessments, period, ledger)
    if loaded.assessment is None:
        raise QagidaError(*loaded.findings)
    years = loaded.assessment.period
    evidence = gather(project, years.first, years.last, namespace.collections)
    print_findings(evidence.findings, language, sys.stderr)
    rankings = rank(content, evidence, loaded.assessment.judgements)
    return run_explain(content, evidence, rankings, namespace.explain, language)


def run_explain(
    content: Content, evidence: Evidence, rankings: tuple[Ranking, ...], code: str, language: Language
) -> int:
    """How a rank came about, down to the answers and files; Q953 for a code that is not ranked."""
    from builder.workflow.assess.explain import explanation

    for line in explanation(content, evidence, rankings, code, language):
        print("  " * line.depth + line.text)
    return OK
