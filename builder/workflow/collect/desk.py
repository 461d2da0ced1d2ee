"""What every step after the opening begins with: whole content, the folder and its store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity
from builder.base.place import Place
from builder.model.collection import Issue
from builder.model.library import Content, whole
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
    checked = check_content(project)
    content = whole(checked.library)
    if checked.errors or content is None:
        errors = (item for item in checked.findings if severity(item.code) is Severity.ERROR)
        raise QagidaError(*errors, Finding("Q908", Place("content"), {"count": str(checked.errors)}))
    return content
