"""Makes the files of a collection and notes each in its store: an interrupted run is taken up again."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from builder.model.collection import Issue
from builder.model.library import Content
from builder.store.shapes import Made
from builder.store.store import Store
from builder.workflow.collect.crew import results
from builder.workflow.collect.dispatch import NAME, dispatch
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.parcels import Packer, Parcel, Sent
from builder.workflow.collect.stale import OUT, Stock
from builder.workflow.files import PRIVATE, digest, file_digest, write_whole
from builder.workflow.make import prepare, workers_for
from builder.workflow.project import moment_of
from builder.workflow.workers import Report

_TOGETHER = 50
"""Files noted in one transaction: those whose notes a kill loses are made again, byte for byte."""


def make(stock: Stock, folder: Folder, store: Store, jobs: int, report: Report | None) -> tuple[Sent, ...]:
    """Makes what is not up to date."""
    tasks = tuple(stock.tasks(folder.out))
    total = sum(len(task.files) if isinstance(task, Parcel) else 1 for task in tasks)
    packer = Packer(
        content=stock.content,
        templates=stock.project.templates,
        out=folder.out,
        moment=moment_of(store.collection().opened),
    )
    prepare(stock.formats, stock.project.templates)
    done: list[Sent] = []
    with _noting(store) as notes:
        for sent in results(packer, tasks, workers_for(jobs)):
            notes.add(Made(f"{OUT}/{one.path}", stock.keys[one.path], one.sha256) for one in sent)
            for one in sent:
                done.append(one)
                if report is not None:
                    report(len(done), total, one.path)
    return tuple(done)


@dataclass(slots=True)
class _Notes:
    """Files made and not noted yet."""

    store: Store
    waiting: list[Made] = field(default_factory=list)

    def add(self, made: Iterator[Made]) -> None:
        self.waiting += made
        if len(self.waiting) >= _TOGETHER:
            self.write()

    def write(self) -> None:
        if self.waiting:
            self.store.record_made(*self.waiting)
            self.waiting.clear()


@contextmanager
def _noting(store: Store) -> Iterator[_Notes]:
    """Notes what was made even when the run is stopped."""
    notes = _Notes(store)
    try:
        yield notes
    finally:
        notes.write()


def list_out(content: Content, folder: Folder, store: Store, issues: tuple[Issue, ...]) -> int:
    """Writes the list by which letters and forms are sent out; how many files lie ready."""
    listed: dict[str, list[str]] = defaultdict(list)
    made = store.all_made()
    for path in made:
        _, name, file = path.split("/")
        listed[name].append(file)
    data = dispatch(content, issues, {name: tuple(files) for name, files in listed.items()})
    target = folder.out / NAME
    if file_digest(target) != digest(data):
        write_whole(target, data, PRIVATE)
    return len(made)
