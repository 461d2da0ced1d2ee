"""Workers: documents made one by one or by several processes at once."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from builder.compose.request import Request
from builder.model.library import Content
from builder.workflow.files import digest, file_digest, keep_aside, write_whole
from builder.workflow.make import WRITERS, prepare, spoken, workers_for
from builder.workflow.manifest import Entry
from builder.workflow.selection import path_of

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import SynchronizedArray

Report = Callable[[int, int, str], None]
"""Called as work goes on with files done, files to do, and the file just made."""


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was made: its entry, whether bytes were written, and the name of a copy kept aside."""

    entry: Entry
    written: bool
    kept_aside: str | None = None


Results = tuple[Done, ...]

_LAST = 4
"""So many short documents per worker are left for the end."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document and the formats of it that are stale."""

    request: Request
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What every task needs; handed to worker processes once. `known` are digests of earlier builds."""

    content: Content
    templates: Path
    output: Path
    moment: datetime
    known: Mapping[str, str]

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
            results.append(self._put(entry, made.data))
        return tuple(results)

    def _put(self, entry: Entry, data: bytes) -> Done:
        """Writes a file unless it is there already; what a person changed is kept aside."""
        path = self.output / entry.path
        there = file_digest(path)
        if there == entry.sha256:
            return Done(entry, written=False)
        edited = there is not None and there != self.known.get(entry.path)
        aside = keep_aside(path).name if edited else None
        write_whole(path, data)
        return Done(entry, written=True, kept_aside=aside)


class _Worker:
    """A worker process: it is told once what it works on, and takes one task after another.

    It keeps to a language while it can: shells, words and pages that were made for one document serve
    the next one of that language.
    """

    work: Work
    tasks: Sequence[Task]
    taken: "SynchronizedArray[int]"
    language = ""

    @classmethod
    def start(cls, work: Work, tasks: Sequence[Task], taken: "SynchronizedArray[int]") -> None:
        cls.work, cls.tasks, cls.taken = work, tasks, taken
        # The compiler's own threads would only compete with the other workers.
        os.environ["RAYON_NUM_THREADS"] = "1"

    @classmethod
    def do_next(cls) -> Results:
        return cls.work.do(cls._next())

    @classmethod
    def _next(cls) -> Task:
        with cls.taken.get_lock():
            free = [place for place in range(len(cls.tasks)) if not cls.taken[place]]
            ours = (place for place in free if cls.language in cls.tasks[place].request.language)
            place = next(ours, free[0])
            cls.taken[place] = 1
        task = cls.tasks[place]
        cls.language = cls.language or task.request.main
        return task


def run(work: Work, tasks: tuple[Task, ...], jobs: int, report: Report | None) -> dict[str, Done]:
    """Does all tasks; what was done by path."""
    total = sum(len(task.suffixes) for task in tasks)
    finished: dict[str, Done] = {}
    for results in _results(work, tasks, jobs):
        for done in results:
            finished[done.entry.path] = done
            if report is not None:
                report(len(finished), total, done.entry.path)
    return finished


def _results(work: Work, tasks: tuple[Task, ...], jobs: int) -> Iterator[Results]:
    """Results as they come."""
    ordered = _ordered(tasks, min(jobs, len(tasks)) * _LAST)
    if workers_for(jobs) <= 1 or len(tasks) < 2:
        yield from map(work.do, ordered)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    prepare({suffix for task in tasks for suffix in task.suffixes}, work.templates)
    told = (work, ordered, context.Array("b", len(ordered)))
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, _Worker.start, told) as pool:
        futures = [pool.submit(_Worker.do_next) for _ in ordered]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _ordered(tasks: tuple[Task, ...], last: int) -> list[Task]:
    """Documents of a kind together, long ones late, some short ones last.

    What the PDF compiler remembers serves the next documents of the kind, and all of it is looked
    through after every document: the less of it, the better. The short ones at the end leave no worker
    waiting for a long one.
    """
    longest: dict[str, int] = {}
    for task in tasks:
        longest[task.request.kind] = max(longest.get(task.request.kind, 0), len(task.request.sources))

    def length(task: Task) -> tuple[int, str, int]:
        return longest[task.request.kind], task.request.kind, len(task.request.sources)

    ordered = sorted(tasks, key=length)
    return ordered[last:] + ordered[:last]
