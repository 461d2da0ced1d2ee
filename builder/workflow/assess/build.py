"""Builds the documents of an assessment: report, public version, table, extracts, letter, plan, forms."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.assessment_calls import prose
from builder.check.assessment_evidence import check_assessment_evidence
from builder.check.guess import guess
from builder.compose.assessment.calls import faults
from builder.compose.assessment.compose import Paper, for_public
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.cover import Cover
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.plan_draft import PlanDraft
from builder.compose.assessment.progress import of_executors, summaries
from builder.compose.assessment.report import Report as ReportPaper
from builder.compose.profile import takes_part
from builder.compose.request import OFFICE
from builder.load.assessment import LoadedAssessment, load_assessment, load_ledger
from builder.model.library import Content
from builder.workflow.assess.dossier import CollectedSlices, dossier_of
from builder.workflow.assess.gather import gather
from builder.workflow.assess.papers import Earlier, Put, Task, Work
from builder.workflow.assess.public import publication
from builder.workflow.build import Built
from builder.workflow.check import check_project
from builder.workflow.collect.crew import results
from builder.workflow.files import file_digest, sweep
from builder.workflow.keys import common_key
from builder.workflow.lock import held
from builder.workflow.make import prepare, workers_for
from builder.workflow.manifest import read_manifest, read_state, write_manifest, write_state
from builder.workflow.project import Project, moment_of
from builder.workflow.workers import Report


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

    `only` are names of papers (`report`, `extract-mia`, `progress-2019-mia`); none are those of `papers`.
    `root` holds the folders of the collections. What is not for the public only its owner may read. The
    manifest lies beside the languages; a file made of the same words as before is not made again. Raises
    QagidaError: what is wrong in content or assessment (Q908), years without answers (Q952), judgements and
    figures in prose without answers (Q656, Q657, Q660, Q661), an unknown name (Q906) and, where a public
    document is asked for, what must not be published (Q665, Q680, Q681).
    """
    content, loaded = _sound(project, period)
    assessment = loaded.assessment
    if assessment is None:
        raise QagidaError(*loaded.findings)
    chosen = _chosen(content, only)
    evidence = gather(project, assessment.period.first, assessment.period.last, root)
    figures = CollectedSlices(content, evidence)
    _stop_at(
        (
            *check_assessment_evidence(assessment.judgements, evidence),
            *faults(content, figures, prose(loaded.files)),
        )
    )
    public = publication(content, assessment, evidence) if any(map(for_public, chosen)) else None
    told = () if public is None else public.findings
    _stop_at(told)
    folder = output / "assessment" / period
    with held(folder):
        sweep(folder)
        earlier = Earlier(read_manifest(folder), read_state(folder))
        moment = moment_of(assessment.period.formed)
        work = Work(
            content,
            dossier_of(content, assessment, evidence, None if public is None else public.published),
            project.templates,
            folder,
            f"assessment/{period}",
            moment,
            common_key(project, moment),
            earlier,
        )
        tasks = tuple(Task(paper, language, tuple(formats)) for paper in chosen for language in languages)
        made = _run(work, tasks, jobs, report)
        removed = _settle(content, folder, earlier, made)
    return _built(made, removed, (*evidence.findings, *told))


def _stop_at(findings: Iterable[Finding]) -> None:
    """Raises QagidaError with the errors among findings."""
    errors = tuple(one for one in findings if severity(one.code) is Severity.ERROR)
    if errors:
        raise QagidaError(*errors)


def _sound(project: Project, period: str) -> tuple[Content, LoadedAssessment]:
    """Content and assessment without errors (Q908)."""
    checked = check_project(project)
    content = checked.sound()
    ledger, _ = load_ledger(project.assessments)
    return content, load_assessment(project.assessments, period, ledger)


def _chosen(content: Content, only: Collection[str]) -> tuple[Paper, ...]:
    every, named = papers(content), papers_by_name(content)
    for name in only:
        if name not in named:
            nearest = guess(name, tuple(named))
            raise QagidaError(Finding("Q906", Place("-"), {"value": name, "suggestion": nearest}))
    return tuple(paper for name, paper in named.items() if name in only) if only else every


def _run(work: Work, tasks: Sequence[Task], jobs: int, report: Report | None) -> Mapping[str, Put]:
    """Does all tasks; what was done by path."""
    suffixes = {suffix for task in tasks for suffix in task.suffixes}
    workers = workers_for(jobs)
    prepare(suffixes, work.templates)
    total = sum(len(task.suffixes) for task in tasks)
    finished: dict[str, Put] = {}
    for group in results(work, tasks, workers):
        for put in group:
            path = put.done.entry.path
            finished[path] = put
            if report is not None:
                report(len(finished), total, path)
    return finished


def _settle(content: Content, folder: Path, earlier: Earlier, made: Mapping[str, Put]) -> tuple[str, ...]:
    """Writes down what was done, then removes files of documents that are no more; changed ones stay."""
    possible = {
        f"{language}/{name}.{suffix}"
        for name in papers_by_name(content)
        for language in LAW_LANGUAGES
        for suffix in OFFICE
    }
    there = {path: entry for path, entry in earlier.entries.items() if (folder / path).is_file()}
    listed = {**there, **{path: put.done.entry for path, put in made.items()}}
    keys = {**earlier.keys, **{path: put.key for path, put in made.items()}}
    write_manifest(folder, (entry for path, entry in listed.items() if path in possible))
    write_state(folder, {path: key for path, key in keys.items() if path in possible & listed.keys()})
    gone = sorted(there.keys() - possible)
    removed = tuple(path for path in gone if file_digest(folder / path) == there[path].sha256)
    for path in removed:
        (folder / path).unlink()
    return removed


def _built(made: Mapping[str, Put], removed: tuple[str, ...], findings: tuple[Finding, ...]) -> Built:
    aside = tuple(
        Finding("Q920", Place(path), {"kept": put.done.kept_aside})
        for path, put in sorted(made.items())
        if put.done.kept_aside is not None
    )
    written = tuple(sorted(path for path, put in made.items() if put.done.written))
    kept = tuple(sorted(set(made) - set(written)))
    entries = tuple(made[path].done.entry for path in sorted(made))
    return Built(entries, written, kept, removed, (*findings, *aside))
