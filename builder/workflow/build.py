"""Builds documents: only what is stale, several at once, each file whole or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.base.finding import Finding
from builder.base.place import Place
from builder.compose.kinds import requests
from builder.compose.request import Request
from builder.model.library import Content
from builder.model.text import Text
from builder.workflow.check import check_content
from builder.workflow.files import file_digest, sweep
from builder.workflow.index import INDEX, write_index
from builder.workflow.keys import build_keys
from builder.workflow.lock import LOCK, held
from builder.workflow.make import prepare, workers_for
from builder.workflow.manifest import (
    MANIFEST,
    STATE,
    Entry,
    read_manifest,
    read_state,
    write_manifest,
    write_state,
)
from builder.workflow.official import Judged, judge
from builder.workflow.project import Project, created
from builder.workflow.selection import Selection, path_of, selected
from builder.workflow.workers import Report, Task, Work, run

_OURS = frozenset({LOCK, MANIFEST, STATE, INDEX})
"""Files that no manifest can make us remove."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: entries of all files made, paths written, kept and removed, findings.

    `refused` are the documents that an official build does not make.
    """

    entries: tuple[Entry, ...]
    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    refused: tuple[Request, ...] = ()


def build(
    project: Project,
    selection: Selection,
    output: Path,
    jobs: int,
    report: Report | None = None,
    *,
    official: bool = False,
) -> Built:
    """Builds what the selection takes and is not up to date; content with errors builds nothing.

    An `official` build refuses documents with text below `confirmed`.
    """
    first = workers_for(jobs) > 1 and not (output / MANIFEST).exists()
    # Everything will be made: what that needs can be brought in while the content is checked.
    checked = check_content(
        project, partial(prepare, selection.suffixes(), project.templates) if first else None
    )
    content = checked.sound()
    chosen = selected(content, selection)
    judged = judge(content, chosen) if official else Judged(chosen)
    with held(output):
        work = _Build(project, content, checked.library.texts, output)
        built = work.make(judged.accepted, selection.suffixes(), jobs, report)
    findings = (*checked.findings, *judged.findings, *built.findings)
    return replace(built, findings=findings, refused=judged.refused)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build in a folder that it holds."""

    project: Project
    content: Content
    texts: tuple[Text, ...]
    output: Path

    def make(
        self, chosen: tuple[Request, ...], suffixes: tuple[str, ...], jobs: int, report: Report | None
    ) -> Built:
        sweep(self.output)
        moment = created(self.content)
        old, state = read_manifest(self.output), read_state(self.output)
        keys = build_keys(self.project, chosen, suffixes, moment, self.texts)
        fresh = {path for path, key in keys.items() if self._is_fresh(path, key, old, state)}
        known = {path: entry.sha256 for path, entry in old.items()}
        work = Work(self.content, self.project.templates, self.output, moment, known)
        made = run(work, tuple(_tasks(chosen, suffixes, fresh)), jobs, report)
        entries = {path: old[path] for path in fresh} | {path: done.entry for path, done in made.items()}
        removed = self._settle(old, entries, {**state, **keys})
        written = tuple(sorted(path for path, done in made.items() if done.written))
        kept = tuple(sorted(set(entries) - set(written)))
        aside = tuple(
            Finding("Q920", Place(path), {"kept": done.kept_aside})
            for path, done in sorted(made.items())
            if done.kept_aside is not None
        )
        return Built(tuple(entries[path] for path in sorted(entries)), written, kept, removed, aside)

    def _is_fresh(self, path: str, key: str, old: dict[str, Entry], state: dict[str, str]) -> bool:
        return path in old and state.get(path) == key and file_digest(self.output / path) == old[path].sha256

    def _settle(
        self, old: dict[str, Entry], entries: dict[str, Entry], state: dict[str, str]
    ) -> tuple[str, ...]:
        """Manifest first, stale files last: a kill in between leaves nothing that the manifest denies."""
        possible = {
            path_of(request, suffix): request
            for request in requests(self.content)
            for suffix in request.formats
        }
        stale = tuple(sorted(path for path in old if path not in possible and path not in _OURS))
        listed = {path: entry for path, entry in {**old, **entries}.items() if path in possible}
        write_manifest(self.output, listed.values())
        write_state(self.output, {path: key for path, key in state.items() if path in possible})
        documents = [(request, listed[path]) for path, request in possible.items() if path in listed]
        write_index(self.project.templates, self.output, self.content, documents)
        for path in stale:
            (self.output / path).unlink(missing_ok=True)
        return stale


def _tasks(chosen: tuple[Request, ...], suffixes: tuple[str, ...], fresh: set[str]) -> Iterator[Task]:
    for request in chosen:
        having = (suffix for suffix in suffixes if suffix in request.formats)
        stale = tuple(suffix for suffix in having if path_of(request, suffix) not in fresh)
        if stale:
            yield Task(request, stale)
