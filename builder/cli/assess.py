"""`qagida assess`: the assessment at the keyboard (Rules, points 12-19)."""

import gc
import sys
from argparse import Namespace

from builder.base.language import LAW_LANGUAGES, Language
from builder.cli.printing import print_findings, print_table, progress
from builder.cli.words import say
from builder.compose.request import OFFICE
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.ranking import Ranking
from builder.workflow.project import Project

OK = 0


def run_assess(namespace: Namespace, project: Project, language: Language) -> int:
    """Builds the documents of a period, or explains one rank."""
    gc.enable()  # hundreds of pages are not over before there is something to collect
    return (_explain if namespace.explain else _build)(namespace, project, language)


def _build(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.assess.build import build_assessment
    from builder.workflow.assess.ranked import period_of

    period = period_of(project, namespace.period)
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


def _explain(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.assess.ranked import ranked

    found = ranked(project, namespace.period, namespace.collections)
    print_findings(found.findings, language, sys.stderr)
    return run_explain(found.content, found.evidence, found.rankings, namespace.explain, language)


def run_explain(
    content: Content, evidence: Evidence, rankings: tuple[Ranking, ...], code: str, language: Language
) -> int:
    """How a rank came about, down to the answers and files; Q953 for a code that is not ranked."""
    from builder.workflow.assess.explain import explanation

    for line in explanation(content, evidence, rankings, code, language):
        print("  " * line.depth + line.text)
    return OK
