"""One document of an assessment after the other, from the dossier to files: done by worker processes.

A document is composed every time, which costs little and leaves nothing to guess; pages are set only where
the tree, the templates, the code or the moment are not those of the file that is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.blocks.tree import Document
from builder.compose.assessment.compose import Paper, compose, for_public, written_in
from builder.compose.assessment.dossier import Dossier
from builder.compose.heard import listening
from builder.model.library import Content
from builder.workflow.files import PRIVATE, PUBLIC, digest, file_digest, keep_aside, write_whole
from builder.workflow.make import WRITERS
from builder.workflow.manifest import Entry
from builder.workflow.workers import Done


@dataclass(frozen=True, slots=True)
class Task:
    """A document in one language, in the formats wanted."""

    paper: Paper
    language: Language
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier builds left: entries by path, and the key that each file was made by."""

    entries: Mapping[str, Entry]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Put:
    """A file that is in its place now, and the key that it was made by."""

    done: Done
    key: str


@dataclass(frozen=True, slots=True)
class Work:
    """What every task needs. `common` is the key of what all depend on, `assessment` the folder of texts."""

    content: Content
    dossier: Dossier
    templates: Path
    folder: Path
    assessment: str
    moment: datetime
    common: str
    earlier: Earlier

    def do(self, task: Task) -> tuple[Put, ...]:
        """Makes and writes the files of one document; those made of the very same are left as they are."""
        with listening() as heard:
            tree = arrange(compose(self.content, self.dossier, task.paper, task.language))
        tree_digest = digest(repr(tree).encode())
        mode = PUBLIC if for_public(task.paper) else PRIVATE
        files = []
        for suffix in task.suffixes:
            path, draft = f"{task.language}/{task.paper.name}.{suffix}", bool(heard)
            key = digest(f"{self.common} {suffix} {draft} {tree_digest}".encode())
            if self._fresh(path, key):
                files.append(Put(Done(self.earlier.entries[path], written=False), key))
            else:
                made = self._made(task, path, tree, suffix, draft=draft)
                files.append(Put(self._put(made, mode), key))
        return tuple(files)

    def _fresh(self, path: str, key: str) -> bool:
        known = self.earlier.entries.get(path)
        same = known is not None and self.earlier.keys.get(path) == key
        return same and known is not None and file_digest(self.folder / path) == known.sha256

    def _made(
        self, task: Task, path: str, tree: Document, suffix: str, *, draft: bool
    ) -> tuple[Entry, bytes]:
        made = WRITERS[suffix](tree, self.templates, self.moment)
        own = (f"{self.assessment}/{name}" for name in written_in(task.paper))
        entry = Entry(
            path=path,
            kind=tree.kind,
            language=tree.language,
            format=suffix,
            title=tree.title,
            edition=tree.edition.isoformat(),
            sha256=digest(made.data),
            sources=(*own, *(f"content/{source}" for source in tree.sources)),
            fonts=made.fonts,
            subject=tree.about,
            pages=made.pages,
            draft=True if draft else None,
        )
        return entry, made.data

    def _put(self, made: tuple[Entry, bytes], mode: int) -> Done:
        """Writes a file unless it is there already; what a person changed is kept aside."""
        entry, data = made
        path = self.folder / entry.path
        there = file_digest(path)
        if there == entry.sha256:
            return Done(entry, written=False)
        known = self.earlier.entries.get(entry.path)
        edited = there is not None and (known is None or there != known.sha256)
        aside = keep_aside(path).name if edited else None
        write_whole(path, data, mode)
        return Done(entry, written=True, kept_aside=aside)
