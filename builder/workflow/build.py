"""Builds documents: only what is stale, several at once, each file whole or not at all."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

import builder
from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity
from builder.base.place import Place
from builder.compose.kinds import requests
from builder.compose.request import Request
from builder.model.library import Content, whole
from builder.workflow.check import check_content
from builder.workflow.files import cannot_write, digest, file_digest, sweep, write_whole
from builder.workflow.make import WRITERS, tree_of
from builder.workflow.manifest import (
    Entry,
    read_manifest,
    read_state,
    write_manifest,
    write_state,
)
from builder.workflow.project import Project, created

LOCK = ".lock"
Report = Callable[[int, int, str], None]
"""Called as work goes on with files done, files to do, and the file just made."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to build; an empty tuple means all."""

    kinds: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def takes(self, request: Request) -> bool:
        return (
            (not self.kinds or request.kind in self.kinds)
            and (not self.sections or request.section in self.sections)
            and (not self.languages or request.language in self.languages)
        )

    def formats_or_all(self) -> tuple[str, ...]:
        return tuple(name for name in WRITERS if not self.formats or name in self.formats)

    @property
    def everything(self) -> bool:
        return not (self.kinds or self.sections or self.languages or self.formats)


@dataclass(frozen=True, slots=True)
class Task:
    """One document with the formats that are stale, and their build keys."""

    request: Request
    formats: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: entries of all selected files, paths written, kept and removed, warnings."""

    entries: tuple[Entry, ...]
    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...] = field(default=())


def path_of(request: Request, suffix: str) -> str:
    """`kk/questionnaire/section-02.pdf`, relative to the output folder."""
    return f"{request.language}/{request.kind}/{request.name}.{suffix}"


def selected(content: Content, selection: Selection) -> tuple[Request, ...]:
    """Requests that a selection takes (Q906 when it takes none)."""
    chosen = tuple(request for request in requests(content) if selection.takes(request))
    if not chosen:
        asked = " ".join(map(str, (*selection.kinds, *selection.sections, *selection.languages)))
        names = ", ".join(sorted({request.kind for request in requests(content)}))
        raise QagidaError(Finding("Q906", Place("-"), {"value": asked, "suggestion": names}))
    return chosen


def build(
    project: Project, selection: Selection, output: Path, jobs: int, report: Report | None = None
) -> Built:
    """Builds what the selection takes and is not up to date; content with errors builds nothing."""
    checked = check_content(project)
    content = whole(checked.library)
    if checked.errors or content is None:
        blocked = Finding("Q908", Place("content"), {"count": str(checked.errors)})
        errors = (item for item in checked.findings if severity(item.code) is Severity.ERROR)
        raise QagidaError(*errors, blocked)
    chosen = selected(content, selection)
    with _locked(output):
        built = _build(project, content, selection, chosen, output, jobs, report)
    return Built(built.entries, built.written, built.kept, built.removed, checked.findings)


class _locked:  # noqa: N801 - reads as a statement
    """Holds the output folder for one build; another one at work is Q907."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._lock = FileLock(output / LOCK)

    def __enter__(self) -> None:
        try:
            self._output.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise QagidaError(Finding("Q907", Place(str(self._output)))) from error
        except OSError as error:
            raise cannot_write(self._output, error) from error

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _build(
    project: Project,
    content: Content,
    selection: Selection,
    chosen: tuple[Request, ...],
    output: Path,
    jobs: int,
    report: Report | None,
) -> Built:
    sweep(output)
    moment = created(content)
    old, state = read_manifest(output), read_state(output)
    keys = _keys(project, chosen, selection.formats_or_all(), moment)
    fresh = {path for path, key in keys.items() if _is_fresh(output, path, key, old, state)}
    tasks = tuple(_tasks(chosen, selection.formats_or_all(), keys, fresh))
    work = _Work(project, content, output, moment)
    entries, written = _run(work, tasks, jobs, report)
    entries |= {path: old[path] for path in fresh}
    return _finish(content, output, selection, old, state, keys, entries, written)


def _finish(
    content: Content,
    output: Path,
    selection: Selection,
    old: dict[str, Entry],
    state: dict[str, str],
    keys: dict[str, str],
    entries: dict[str, Entry],
    written: tuple[str, ...],
) -> Built:
    """Manifest first, so that a kill between the two steps leaves no file the manifest denies."""
    possible = {path_of(request, suffix) for request in requests(content) for suffix in WRITERS}
    stale = tuple(sorted(path for path in old if path not in possible))
    kept = {path: entry for path, entry in old.items() if path not in stale}
    write_manifest(output, {**kept, **entries}.values())
    write_state(output, {path: key for path, key in {**state, **keys}.items() if path not in stale})
    for path in stale:
        (output / path).unlink(missing_ok=True)
    done = tuple(entries[path] for path in sorted(entries))
    return Built(done, written, tuple(sorted(set(entries) - set(written))), stale)


def _keys(
    project: Project, chosen: tuple[Request, ...], formats: tuple[str, ...], moment: datetime
) -> dict[str, str]:
    """A key per file that changes when anything it is made from changes: content, templates, code."""
    sources = sorted({source for request in chosen for source in request.sources})
    digests = {source: file_digest(project.content / source) or "" for source in sources}
    common = f"{_tree_digest(project.templates)} {_tree_digest(Path(builder.__file__).parent)} {moment}"
    return {
        path_of(request, suffix): digest(
            " ".join((common, suffix, repr(request), *(digests[name] for name in request.sources))).encode()
        )
        for request in chosen
        for suffix in formats
    }


def _tree_digest(folder: Path) -> str:
    """One digest of every file below a folder, by name and bytes."""
    summary = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            summary.update(path.relative_to(folder).as_posix().encode())
            summary.update(path.read_bytes())
    return summary.hexdigest()


def _is_fresh(output: Path, path: str, key: str, old: dict[str, Entry], state: dict[str, str]) -> bool:
    return path in old and state.get(path) == key and file_digest(output / path) == old[path].sha256


def _tasks(
    chosen: tuple[Request, ...], formats: tuple[str, ...], keys: dict[str, str], fresh: set[str]
) -> Iterator[Task]:
    for request in chosen:
        paths = ((suffix, path_of(request, suffix)) for suffix in formats)
        stale = tuple((suffix, keys[path]) for suffix, path in paths if path not in fresh)
        if stale:
            yield Task(request, stale)


@dataclass(frozen=True, slots=True)
class _Work:
    """What every task needs; handed to worker processes once."""

    project: Project
    content: Content
    output: Path
    moment: datetime

    def do(self, task: Task) -> tuple[tuple[Entry, bool], ...]:
        """Makes the files of one document; True beside an entry whose bytes were written."""
        tree = tree_of(self.content, task.request)
        results = []
        for suffix, _key in task.formats:
            made = WRITERS[suffix](tree, self.project.templates, self.moment)
            path = path_of(task.request, suffix)
            entry = Entry(
                path=path,
                kind=tree.kind,
                language=tree.language,
                format=suffix,
                title=tree.title,
                edition=tree.edition.isoformat(),
                sha256=digest(made.data),
                sources=tuple(f"content/{source}" for source in tree.sources),
                fonts=made.fonts,
                section=tree.section,
                pages=made.pages,
            )
            changed = file_digest(self.output / path) != entry.sha256
            if changed:
                write_whole(self.output / path, made.data)
            results.append((entry, changed))
        return tuple(results)


_work: _Work | None = None


def _start(work: _Work) -> None:
    global _work  # noqa: PLW0603 - a worker process is told once what it works on
    _work = work


def _do(task: Task) -> tuple[tuple[Entry, bool], ...]:
    assert _work is not None
    return _work.do(task)


def _run(
    work: _Work, tasks: tuple[Task, ...], jobs: int, report: Report | None
) -> tuple[dict[str, Entry], tuple[str, ...]]:
    total = sum(len(task.formats) for task in tasks)
    entries: dict[str, Entry] = {}
    written: list[str] = []
    for results in _results(work, tasks, jobs):
        for entry, changed in results:
            entries[entry.path] = entry
            if changed:
                written.append(entry.path)
            if report is not None:
                report(len(entries), total, entry.path)
    return entries, tuple(sorted(written))


def _results(work: _Work, tasks: tuple[Task, ...], jobs: int) -> Iterator[tuple[tuple[Entry, bool], ...]]:
    """Results as they come; large documents first, so that the last worker is not left with one."""
    if jobs <= 1 or len(tasks) < 2:
        yield from map(work.do, tasks)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    ordered = sorted(tasks, key=lambda task: -len(task.request.sources))
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, _start, (work,)) as pool:
        futures: list[Future[tuple[tuple[Entry, bool], ...]]] = [pool.submit(_do, task) for task in ordered]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
