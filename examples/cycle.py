"""The whole cycle on an example year: opened, filled from the published figures, ready to be received."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from builder.base.finding import QagidaError
from builder.model.collection import Issue
from builder.model.library import Content
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import open_collection
from builder.workflow.collect.parcels import FORM, folder_name
from builder.workflow.collect.receive import receive
from builder.workflow.project import Project
from examples.filling import docx, pdf, xlsx
from examples.years import YEARS, Example, ExampleForm, example, words

Filling = Callable[[bytes, Mapping[str, str]], bytes]
FILLING: Mapping[str, Filling] = {"docx": docx.fill, "pdf": pdf.fill, "xlsx": xlsx.fill}


ASKED = ("mia", "mci", "mfa", "ngo-shymkent", "ngo-aktobe", "police-abai")
"""Who is asked in the example years: those that the source speaks of, and one that does not answer."""


def collected(project: Project, content: Content, root: Path) -> None:
    """The example years below `root`, each asked, filled and received."""
    for year in YEARS:
        folder = Folder(root / str(year))
        open_collection(project, year, folder, day=date(year + 1, 1, 9), chosen=ASKED)
        with folder.open() as store:
            filled = fill_year(content, example(year), store.issues(), folder, folder.path / "filled")
            received = receive(Desk(project, folder, content, store), filled)
        if received.stopped:
            raise QagidaError(*received.stopped)


def fill_year(
    content: Content, year: Example, issues: tuple[Issue, ...], folder: Folder, target: Path
) -> tuple[Path, ...]:
    """Fills the issued forms of a year as its example says, into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    by_respondent = {issue.respondent.id: issue for issue in issues}
    return tuple(_filled(content, year, by_respondent, folder, target))


def _filled(
    content: Content, year: Example, issues: Mapping[str, Issue], folder: Folder, target: Path
) -> Iterator[Path]:
    for form in year.forms:
        issue = issues[form.respondent]
        source = folder.out / folder_name(issue) / f"{FORM}.{form.language}.{form.format}"
        given = words(content, issue.respondent.section, year, form)
        path = target / _name(issue, form)
        path.write_bytes(FILLING[form.format](source.read_bytes(), given))
        yield path


def _name(issue: Issue, form: ExampleForm) -> str:
    return f"{issue.respondent.id}-{issue.collection.year}.{form.format}"
