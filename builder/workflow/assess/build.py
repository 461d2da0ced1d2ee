"""Builds the documents of an assessment: report, public version, table, extracts, letter, plan, forms."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.assessment_calls import prose
from builder.check.assessment_evidence import check_assessment_evidence
from builder.compose.assessment.calls import faults
from builder.compose.assessment.compose import Paper
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.cover import Cover
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.plan_draft import PlanDraft
from builder.compose.assessment.progress import of_executors, summaries
from builder.compose.assessment.report import Report as ReportPaper
from builder.compose.profile import takes_part
from builder.compose.request import OFFICE
from builder.load.assessment import LoadedAssessment, load_assessment, load_ledger
from builder.model.library import Content, whole
from builder.workflow.assess.dossier import dossier_of
from builder.workflow.assess.gather import gather
from builder.workflow.assess.papers import Task, Work
from builder.workflow.build import Built
from builder.workflow.check import check_project
from builder.workflow.collect.crew import results
from builder.workflow.files import sweep
from builder.workflow.lock import held
from builder.workflow.make import prepare, workers_for
from builder.workflow.manifest import Entry, read_manifest, write_manifest
from builder.workflow.project import Project, moment_of
from builder.workflow.workers import Done, Report


def papers(content: Content) -> tuple[Paper, ...]:
    """Every document of an assessment, in order: an extract for each subject that has a profile."""
    subjects = (subject.id for subject in content.subjects if takes_part(content, subject))
    after: tuple[Paper, ...] = (Cover(), PlanDraft(), *summaries(content.plan))
    tables = (Consolidated(), Consolidated(public=True))
    return (ReportPaper(), ReportPaper(public=True), *tables, *map(Extract, subjects), *after)


def papers_by_name(content: Content) -> Mapping[str, Paper]:
    """All that can be asked for by name: the progress report of each executor as well."""
    return {paper.name: paper for paper in (*papers(content), *of_executors(content.plan))}


def build_assessment(
    project: Project,
    period: str,
    output: Path,
    *,
    formats: Collection[str] = OFFICE,
    languages: Collection[Language] = LAW_LANGUAGES,
    only: Collection[str] = (),
    report: Report | None = None,
    jobs: int = 1,
    root: Path | None = None,
) -> Built:
    """Builds the documents of a period (`2021-2023`) into `output/assessment/PERIOD/LANGUAGE/`.

    `only` are names of papers (`report`, `extract-mia`, `progress-2019-15`); none are those of `papers`.
    `root` holds the folders of the collections. What is not for the public only its owner may read. The
    manifest lies beside the languages. Raises QagidaError: what is wrong in content or assessment (Q908),
    years without answers (Q952), figures in prose that cannot be said (Q657, Q660, Q661), an unknown name
    (Q906).
    """
    content, loaded = _sound(project, period)
    assessment = loaded.assessment
    if assessment is None:
        raise QagidaError(*loaded.findings)
    chosen = _chosen(content, only)
    evidence = gather(project, assessment.period.first, assessment.period.last, root)
    dossier = dossier_of(content, assessment, evidence)
    unsaid = tuple(faults(content, dossier.known, prose(loaded.files)))
    if unsaid:
        raise QagidaError(*unsaid)
    folder = output / "assessment" / period
    baseless = tuple(check_assessment_evidence(assessment.judgements, evidence))
    with held(folder):
        sweep(folder)
        known = read_manifest(folder)
        work = Work(
            content,
            dossier,
            project.templates,
            folder,
            f"assessment/{period}",
            moment_of(assessment.period.formed),
            {path: entry.sha256 for path, entry in known.items()},
        )
        tasks = tuple(Task(paper, language, tuple(formats)) for paper in chosen for language in languages)
        made = _run(work, tasks, jobs, report)
        entries = {**_kept(known, folder), **{path: done.entry for path, done in made.items()}}
        write_manifest(folder, entries.values())
    return _built(made, (*evidence.findings, *baseless))


def _sound(project: Project, period: str) -> tuple[Content, LoadedAssessment]:
    """Content and assessment without errors (Q908)."""
    checked = check_project(project)
    content = whole(checked.library)
    if checked.errors or content is None:
        errors = (item for item in checked.findings if severity(item.code) is Severity.ERROR)
        raise QagidaError(*errors, Finding("Q908", Place("content"), {"count": str(checked.errors)}))
    ledger, _ = load_ledger(project.assessments)
    return content, load_assessment(project.assessments, period, ledger)


def _chosen(content: Content, only: Collection[str]) -> tuple[Paper, ...]:
    every, named = papers(content), papers_by_name(content)
    for name in only:
        if name not in named:
            known = ", ".join(paper.name for paper in every)
            raise QagidaError(Finding("Q906", Place("-"), {"value": name, "suggestion": known}))
    return tuple(paper for name, paper in named.items() if name in only) if only else every


def _run(work: Work, tasks: Sequence[Task], jobs: int, report: Report | None) -> Mapping[str, Done]:
    """Does all tasks; what was done by path."""
    suffixes = {suffix for task in tasks for suffix in task.suffixes}
    workers = workers_for(jobs)
    prepare(suffixes, work.templates)
    total = sum(len(task.suffixes) for task in tasks)
    finished: dict[str, Done] = {}
    for group in results(work, tasks, workers):
        for done in group:
            finished[done.entry.path] = done
            if report is not None:
                report(len(finished), total, done.entry.path)
    return finished


def _kept(known: Mapping[str, Entry], folder: Path) -> dict[str, Entry]:
    """Entries of earlier builds whose files are still there."""
    return {path: entry for path, entry in known.items() if (folder / path).is_file()}


def _built(made: Mapping[str, Done], findings: tuple[Finding, ...]) -> Built:
    aside = tuple(
        Finding("Q920", Place(path), {"kept": done.kept_aside})
        for path, done in sorted(made.items())
        if done.kept_aside is not None
    )
    written = tuple(sorted(path for path, done in made.items() if done.written))
    kept = tuple(sorted(set(made) - set(written)))
    entries = tuple(made[path].entry for path in sorted(made))
    return Built(entries, written, kept, (), (*findings, *aside))
