"""`qagida collect`: the yearly collection at the keyboard."""

import gc
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from builder.base.catalogue import severity
from builder.base.finding import Finding, Severity
from builder.base.language import LAW_LANGUAGES, Language
from builder.cli.printing import findings_json, print_findings, print_table, progress
from builder.cli.words import say
from builder.model.answers import State
from builder.model.registry import Respondent
from builder.model.status import Reply, Status, Total
from builder.workflow.collect.desk import Desk, desk, sound_content
from builder.workflow.collect.folder import Folder, folder_for, folder_of
from builder.workflow.project import Project, today

if TYPE_CHECKING:
    from builder.workflow.collect.receive import Received

OK, FINDINGS = 0, 1
_COUNTS = ("asked", "answered", "late", "returned", "waiting", "overdue")
_LONGEST = 48
"""Characters of a name in a table."""


def run_collect(namespace: Namespace, project: Project, language: Language) -> int:
    """One step of the collection."""
    # Other commands are over soon and collect no garbage; thousands of forms would fill the memory with it.
    gc.enable()
    return _STEPS[namespace.step](namespace, project, language)


def _folder(namespace: Namespace, project: Project) -> Folder:
    return folder_of(project, namespace.year, namespace.folder)


def _registry(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.registry import export_registry, import_registry, respondents

    if namespace.table is not None:
        imported = import_registry(project, namespace.table)
        print_findings(imported.findings, language, sys.stderr)
        print(say(language, "registry_imported", read=imported.read, written=imported.written))
        return FINDINGS if imported.findings else OK
    if namespace.export is not None:
        spoken = language if language in LAW_LANGUAGES else Language.RU
        count = export_registry(project, namespace.export, spoken)
        print(say(language, "registry_exported", count=count, path=namespace.export))
        return OK
    listed = respondents(sound_content(project))
    rows = [(one.id, one.section, one.region or "–", _named(one, language)) for one in listed]
    print_table([say(language, f"column_{name}") for name in ("id", "section", "region", "body")], rows)
    return OK


def _open(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.open import open_collection
    from builder.workflow.collect.parcels import FORMATS

    folder = folder_for(project, namespace.year, namespace.folder)
    with progress(language) as report:
        opened = open_collection(
            project,
            namespace.year,
            folder,
            day=namespace.date or today(),
            due=namespace.due,
            chosen=tuple(namespace.respondent),
            formats=tuple(name for name in FORMATS if not namespace.format or name in namespace.format),
            jobs=namespace.jobs,
            report=report,
        )
    print_findings(opened.findings, language, sys.stderr)
    print(
        say(
            language,
            "opened_summary",
            year=opened.collection.year,
            due=opened.collection.due.isoformat(),
            asked=len(opened.issues),
            new=len(opened.new),
            written=len(opened.written),
            kept=opened.kept,
            folder=folder.out,
        )
    )
    print(say(language, "opened_dispatch", path=opened.dispatch))
    return OK


def _receive(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.receive import Outcome, receive

    with desk(project, _folder(namespace, project)) as at, progress(language) as report:
        received = receive(at, namespace.paths, respondent=namespace.respondent, report=report)
    print_findings(received.findings, language, sys.stderr)
    names = ("number", "body", "outcome", "findings", "file")
    print_table([say(language, f"column_{name}") for name in names], _taken(received, language))
    counts = {outcome.value: received.counts[outcome] for outcome in Outcome}
    print(say(language, "received_summary", files=len(received.taken), **counts))
    if received.left:
        print(say(language, "received_left", count=len(received.left)), file=sys.stderr)
    return FINDINGS if received.left or received.counts[Outcome.REFUSED] else OK


def _taken(received: "Received", language: Language) -> Iterator[tuple[object, ...]]:
    """A row for each form, and one for each file that gave none."""
    for one in received.taken:
        outcome = say(language, f"outcome_{one.outcome}")
        for kept in one.forms:
            yield kept.form, kept.respondent or "–", outcome, len(kept.findings) + kept.defects, one.name
        if not one.forms:
            yield "–", "–", outcome, len(one.findings), one.name


def _status(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.standing import status_of, write_register

    with desk(project, _folder(namespace, project)) as at:
        state = status_of(at, today())
        files = write_register(at, state, tuple(dict.fromkeys(namespace.format)))
        unassigned = [form for form in at.store.forms(state=None) if not form.respondent]
    _print_totals(state, at, language)
    for form in unassigned:
        print(say(language, "unassigned_form", number=form.id, name=form.name))
    for path in files:
        print(say(language, "written_file", path=path))
    return OK


def _print_totals(state: Status, at: Desk, language: Language) -> None:
    header = [say(language, f"column_{name}") for name in ("part", *_COUNTS, "completeness")]
    regions = {region.id: region.name.plain(_spoken(language)) for region in at.content.regions}
    sections = [_total(say(language, "section_row", number=one.key), one) for one in state.sections]
    by_region = [_total(regions.get(one.key, say(language, "no_region_row")), one) for one in state.regions]
    print_table(header, [*sections, *by_region, _total(say(language, "all_row"), state.whole)])
    late = [row for row in state.rows if row.reply is Reply.OVERDUE]
    if late:
        print()
        rows = [(row.respondent.id, _named(row.respondent, language), row.days) for row in late]
        print_table([say(language, f"column_{name}") for name in ("id", "body", "days")], rows)
    collection = state.collection
    print(say(language, "status_summary", year=collection.year, due=collection.due, day=state.day))


def _total(name: str, total: Total) -> tuple[object, ...]:
    share = total.completeness
    return (name, *(getattr(total, count) for count in _COUNTS), "–" if share is None else f"{share:.0%}")


def _check(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.judge import judge

    with desk(project, _folder(namespace, project)) as at:
        judged = judge(at)
    if namespace.format == "json":
        print(findings_json(judged.findings, language))
    else:
        print_findings(judged.findings, language, sys.stdout)
        print(say(language, "judged_summary", forms=judged.forms, **_counted(judged.findings)))
    return FINDINGS if _counted(judged.findings)["errors"] else OK


def _counted(findings: Iterable[Finding]) -> Mapping[str, int]:
    counts = Counter(severity(finding.code) for finding in findings)
    return {"errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING]}


def _show(namespace: Namespace, project: Project, language: Language) -> int:
    with desk(project, _folder(namespace, project)) as at:
        issue = at.issue(namespace.respondent)
        forms = at.store.history(issue.respondent.id)
        held = {form.id: at.store.held(form.id) for form in forms}
    print(f"{issue.number:05}  {issue.respondent.id}  {_named(issue.respondent, language)}")
    rows = [
        (form.id, form.received.astimezone().strftime("%Y-%m-%d %H:%M"), form.format,
         say(language, f"state_{form.state}"), len(form.answers), len(form.findings), form.name)
        for form in forms
    ]  # fmt: skip
    names = ("number", "received", "format", "state", "answers", "findings", "file")
    print_table([say(language, f"column_{name}") for name in names], rows)
    for form in [form for form in forms if form.state is State.CURRENT] or forms[-1:]:
        print_findings(form.findings, language, sys.stdout)
        if held[form.id]:
            print(say(language, "held_codes", codes=", ".join(sorted(held[form.id]))))
    return OK


def _remind(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.mail import remind

    with desk(project, _folder(namespace, project)) as at, progress(language) as report:
        mailed = remind(at, namespace.date or today(), report)
    print(say(language, "reminded_summary", count=len(mailed), folder=at.folder.letters))
    return OK


def _return(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.mail import send_back

    with desk(project, _folder(namespace, project)) as at:
        mailed = send_back(at, namespace.respondent, namespace.date or today(), namespace.due)
    print_findings(mailed.findings, language, sys.stderr)
    for name in mailed.files:
        print(say(language, "written_file", path=at.folder.path / name))
    return OK


def _assign(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.judge import assign

    with desk(project, _folder(namespace, project)) as at:
        kept = assign(at, namespace.form, namespace.respondent, namespace.by.strip())
    print_findings(kept.findings, language, sys.stderr)
    print(say(language, "assigned_summary", number=kept.form, respondent=kept.respondent))
    return OK


def _clear(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.judge import clear

    with desk(project, _folder(namespace, project)) as at:
        clear(at, namespace.form, namespace.code, namespace.by.strip())
    print(say(language, "cleared_summary", number=namespace.form, code=namespace.code))
    return OK


def _export(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.workflow.collect.export import export

    with desk(project, _folder(namespace, project)) as at:
        year = at.store.collection().year
        target: Path = namespace.out or at.folder.path / f"answers-{year}.{namespace.format}"
        exported = export(at.content, at.store, target, namespace.format)
    print_findings(exported.findings, language, sys.stderr)
    for path in exported.files:
        print(say(language, "written_file", path=path))
    print(say(language, "exported_summary", rows=exported.rows))
    return OK


def _backup(namespace: Namespace, project: Project, language: Language) -> int:
    with _folder(namespace, project).open() as store:
        counts = store.backup(namespace.file)
    print(say(language, "backup_summary", path=namespace.file, rows=sum(counts.values())))
    return OK


def _restore(namespace: Namespace, project: Project, language: Language) -> int:
    from builder.store.backup import restore

    folder = _folder(namespace, project)
    aside = restore(namespace.file, folder.store)
    print(say(language, "restored_summary", path=folder.store))
    if aside is not None:
        print(say(language, "restored_aside", path=aside))
    return OK


def _named(one: Respondent, language: Language) -> str:
    words = one.name[_spoken(language)]
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _spoken(language: Language) -> Language:
    """Names of bodies exist in the languages of the law."""
    return language if language in LAW_LANGUAGES else Language.RU


_STEPS: Mapping[str, Callable[[Namespace, Project, Language], int]] = {
    "registry": _registry,
    "open": _open,
    "receive": _receive,
    "status": _status,
    "check": _check,
    "show": _show,
    "remind": _remind,
    "return": _return,
    "assign": _assign,
    "clear": _clear,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
}
