"""What every step after the opening begins with: whole content, the folder and its store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.collection import Issue
from builder.model.library import Content
from builder.store.store import Store
from builder.workflow.check import check_content
from builder.workflow.collect.folder import Folder
from builder.workflow.project import Project


@dataclass(frozen=True, slots=True)
class Desk:
    """A collection that is worked on."""

    project: Project
    folder: Folder
    content: Content
    store: Store

    def issue(self, respondent: str) -> Issue:
        """The issue of a respondent by id or running number (Q930)."""
        for issue in self.store.issues():
            if respondent == issue.respondent.id or respondent.lstrip("0") == str(issue.number):
                return issue
        raise QagidaError(Finding("Q930", Place(str(self.folder.path)), {"value": respondent}))


@contextmanager
def desk(project: Project, folder: Folder) -> Iterator[Desk]:
    """The collection of a folder, open while the block runs (Q908 for content with errors)."""
    content = sound_content(project)
    with folder.open() as store:
        yield Desk(project, folder, content, store)


def sound_content(project: Project) -> Content:
    """Content without errors (Q908)."""
    return check_content(project).sound()
