"""What an assessment rests on: the answers of the years of a period, taken from their stores."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.answers import Form
from builder.model.evidence import Evidence, Year
from builder.store.store import Store
from builder.workflow.collect.folder import folder_for
from builder.workflow.project import Project


def gather(project: Project, first: int, last: int, root: Path | None = None) -> Evidence:
    """The evidence of the years `first` to `last`; `root` holds a folder for each year.

    A year without a store is a hole with a warning (Q951) in `Evidence.findings`; no store at all is an
    error (Q952). Forms that were superseded or have no owner are no evidence, and answers withheld for
    personal data are not there until somebody clears them.
    """
    years, findings = [], []
    for number in range(first, last + 1):
        folder = folder_for(project, number, None if root is None else root / str(number))
        if not folder.store.is_file():
            findings.append(Finding("Q951", Place(str(folder.path)), {"year": str(number)}))
            continue
        with folder.open(check=False) as store:
            years.append(year_of(store))
    if not years:
        where = Place(str(root or project.root / "collections"))
        raise QagidaError(Finding("Q952", where, {"first": str(first), "last": str(last)}))
    return Evidence(tuple(years), first, last, tuple(findings))


def year_of(store: Store) -> Year:
    """One collection as evidence, all of one moment."""
    with store.snapshot():
        forms = tuple(_cleared(form, store.held(form.id)) for form in store.forms())
        return Year(store.collection(), store.issues(), forms)


def _cleared(form: Form, held: frozenset[str]) -> Form:
    """The form without what is withheld: answers by code, strays by place."""
    if not held:
        return form
    answers = {code: answer for code, answer in form.answers.items() if code not in held}
    strays = tuple(stray for stray in form.strays if stray.at not in held)
    return replace(form, answers=MappingProxyType(answers), strays=strays)
