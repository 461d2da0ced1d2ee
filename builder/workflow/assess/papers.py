"""One document of an assessment after the other, from the dossier to files: done by worker processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.blocks.tree import Document
from builder.compose.assessment.compose import Paper, compose, for_public
from builder.compose.assessment.dossier import Dossier
from builder.compose.heard import listening
from builder.load.assessment import FILES
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
class Work:
    """What every task needs. `known` are digests of earlier builds, `assessment` is the folder of content."""

    content: Content
    dossier: Dossier
    templates: Path
    folder: Path
    assessment: str
    moment: datetime
    known: Mapping[str, str]

    def do(self, task: Task) -> tuple[Done, ...]:
        """Makes and writes the files of one document."""
        with listening() as heard:
            tree = arrange(compose(self.content, self.dossier, task.paper, task.language))
        mode = PUBLIC if for_public(task.paper) else PRIVATE
        return tuple(
            self._put(self._made(task, tree, suffix, draft=bool(heard)), mode) for suffix in task.suffixes
        )

    def _made(self, task: Task, tree: Document, suffix: str, *, draft: bool) -> tuple[Entry, bytes]:
        made = WRITERS[suffix](tree, self.templates, self.moment)
        own = (f"{self.assessment}/{name}" for name in FILES)
        entry = Entry(
            path=f"{task.language}/{task.paper.name}.{suffix}",
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
        edited = there is not None and there != self.known.get(entry.path)
        aside = keep_aside(path).name if edited else None
        write_whole(path, data, mode)
        return Done(entry, written=True, kept_aside=aside)
