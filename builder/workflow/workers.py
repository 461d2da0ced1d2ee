"""Workers: documents made one by one or by several processes at once."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from builder.compose.request import Request
from builder.model.library import Content
from builder.workflow.files import digest, file_digest, write_whole
from builder.workflow.make import WRITERS, spoken
from builder.workflow.manifest import Entry
from builder.workflow.selection import path_of

Report = Callable[[int, int, str], None]
"""Called as work goes on with files done, files to do, and the file just made."""

Results = tuple[tuple[Entry, bool], ...]
"""Entries of one document's files; True where the bytes were written anew."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document and the formats of it that are stale."""

    request: Request
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What every task needs; handed to worker processes once."""

    content: Content
    templates: Path
    output: Path
    moment: datetime

    def do(self, task: Task) -> Results:
        """Makes and writes the files of one document."""
        tree, unconfirmed = spoken(self.content, task.request)
        results = []
        for suffix in task.suffixes:
            made = WRITERS[suffix](tree, self.templates, self.moment)
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
                subject=tree.about,
                pages=made.pages,
                draft=True if unconfirmed else None,
            )
            changed = file_digest(self.output / path) != entry.sha256
            if changed:
                write_whole(self.output / path, made.data)
            results.append((entry, changed))
        return tuple(results)


class _Worker:
    """A worker process: it is told once what it works on."""

    work: Work

    @classmethod
    def start(cls, work: Work) -> None:
        cls.work = work

    @classmethod
    def do(cls, task: Task) -> Results:
        return cls.work.do(task)


def run(
    work: Work, tasks: tuple[Task, ...], jobs: int, report: Report | None
) -> dict[str, tuple[Entry, bool]]:
    """Does all tasks; entries by path, with True where the file was written."""
    total = sum(len(task.suffixes) for task in tasks)
    entries: dict[str, tuple[Entry, bool]] = {}
    for results in _results(work, tasks, jobs):
        for entry, changed in results:
            entries[entry.path] = (entry, changed)
            if report is not None:
                report(len(entries), total, entry.path)
    return entries


def _results(work: Work, tasks: tuple[Task, ...], jobs: int) -> Iterator[Results]:
    """Results as they come; large documents first, so that no worker is left with one at the end."""
    if jobs <= 1 or len(tasks) < 2:
        yield from map(work.do, tasks)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    ordered = sorted(tasks, key=lambda task: -len(task.request.sources))
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, _Worker.start, (work,)) as pool:
        futures = [pool.submit(_Worker.do, task) for task in ordered]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
