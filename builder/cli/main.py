"""`qagida`: runs a command and answers with its exit code.

0 all is well; 1 findings stand in the way; 2 the command line was not understood.
"""

import gc
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from builder.base.catalogue import codes, explain
from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.cli.arguments import UsageError
from builder.cli.parser import parse
from builder.cli.printing import findings_json, print_findings, print_table, progress
from builder.cli.words import say
from builder.workflow.project import Project, find

OK, FINDINGS, USAGE = 0, 1, 2
_NAMED = 12
"""So many refused documents are named, the others counted."""


def entry() -> None:
    """The installed command: it is over before there is anything worth collecting."""
    gc.disable()
    status = run(sys.argv[1:])
    gc.freeze()  # the interpreter would look through everything once more before it ends
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Runs one command; whatever goes wrong is told in the person's language, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        namespace = parse(arguments)
    except UsageError as error:
        print(error, file=sys.stderr)
        return USAGE
    language: Language = namespace.ui_lang
    try:
        return _COMMANDS[namespace.command](namespace, _project(namespace), language)
    except QagidaError as error:
        print_findings(error.findings, language, sys.stderr)
        return FINDINGS
    except KeyboardInterrupt:
        print(say(language, "interrupted"), file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if os.environ.get("QAGIDA_DEBUG"):
            raise
        print(say(language, "unexpected", problem=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return FINDINGS


def _project(namespace: Namespace) -> Project:
    return Project(namespace.project.resolve()) if namespace.project else find(Path.cwd())


def _check(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.check import check_project

    checked = check_project(project)
    if namespace.format == "json":
        print(findings_json(checked.findings, language))
    else:
        print_findings(checked.findings, language, sys.stdout)
        key = "check_summary" if checked.findings else "check_clean"
        counts = {"errors": checked.errors, "warnings": checked.warnings}
        print(say(language, key, files=checked.files, texts=checked.texts, **counts))
    return FINDINGS if checked.errors or (namespace.strict and checked.findings) else OK


def _build(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.build import Built, build

    output = (namespace.out or project.output).resolve()
    with progress(language) as report:
        chosen, official = _selection(namespace), namespace.official
        built: Built = build(project, chosen, output, namespace.jobs, report, official=official)
    print_findings(built.findings, language, sys.stderr)
    written = set(built.written)
    groups = Counter((entry.kind, entry.language, entry.format) for entry in built.entries)
    header = [
        say(language, f"column_{name}")
        for name in ("kind", "language", "format", "files", "pages", "written")
    ]
    rows = []
    for (kind, lang, suffix), count in sorted(groups.items()):
        entries = [
            item for item in built.entries if (item.kind, item.language, item.format) == (kind, lang, suffix)
        ]
        pages = sum(item.pages or 0 for item in entries)
        new = sum(item.path in written for item in entries)
        rows.append((kind, lang, suffix, count, pages or "–", new))
    print_table(header, rows)
    print(
        say(
            language,
            "built_summary",
            total=len(built.entries),
            written=len(built.written),
            kept=len(built.kept),
            removed=len(built.removed),
            folder=output,
        )
    )
    if built.refused:
        names = [f"{item.language}/{item.kind}/{item.name}" for item in built.refused]
        more = f" … +{len(names) - _NAMED}" if len(names) > _NAMED else ""
        listed = ", ".join(names[:_NAMED]) + more
        print(say(language, "refused_summary", count=len(names), names=listed), file=sys.stderr)
    return FINDINGS if built.refused else OK


def _selection(namespace: Namespace):  # type: ignore[no-untyped-def]
    from builder.workflow.selection import Selection

    return Selection(
        tuple(namespace.kind),
        tuple(namespace.section),
        tuple(namespace.lang),
        tuple(getattr(namespace, "format", ())),
        tuple(namespace.subject),
    )


def _list(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.listing import listing

    header = [say(language, f"column_{name}") for name in ("language", "kind", "name", "title")]
    print_table(header, listing(project, _selection(namespace)))
    return OK


def _verify(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.verify.report import lines, speaker, summary, to_json
    from builder.workflow.verify import verify_publication

    comparison = verify_publication(project, namespace.file, Language(namespace.lang))
    if namespace.format == "json":
        print(to_json(comparison))
    else:
        words = speaker(language)
        print("\n".join(lines(comparison, words)))
        header, *rows = summary(comparison, words)
        print()
        print_table(header, rows)
    return FINDINGS if comparison.unexplained else OK


def _explain(namespace: Namespace, _project: Project, language: Language) -> int:
    code = namespace.code.upper()
    if code not in codes():
        print(say(language, "unknown_code", code=namespace.code, codes=", ".join(codes())), file=sys.stderr)
        return USAGE
    print(explain(code, language))
    return OK


def _schema(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.schema import write_schemas

    folder = (namespace.out or project.root / "schema").resolve()
    count = write_schemas(folder)
    print(say(language, "schema_written", count=count, folder=folder))
    return OK


def _translations(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.cli.standing import run_translations

    return run_translations(namespace, project, language)


def _confirm(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.cli.standing import run_confirm

    return run_confirm(namespace, project, language)


def _collect(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.cli.collect import run_collect

    return run_collect(namespace, project, language)


def _assess(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.cli.assess import run_assess

    return run_assess(namespace, project, language)


_COMMANDS: dict[str, Callable[[Namespace, Project, Language], int]] = {
    "check": _check,
    "build": _build,
    "list": _list,
    "verify": _verify,
    "translations": _translations,
    "confirm": _confirm,
    "collect": _collect,
    "assess": _assess,
    "explain": _explain,
    "schema": _schema,
}
