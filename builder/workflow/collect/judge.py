"""The answer checks, made again over a whole collection; and words let through that were held."""

from typing import NamedTuple

from builder.analyse.checked import check_all, check_form
from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.answers import Form
from builder.store.shapes import Deed, Kept, What
from builder.store.store import Store
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.folder import Folder, folder_for
from builder.workflow.collect.given import give, register_of
from builder.workflow.project import now

BETWEEN = "between"
"""The scope of findings that need the forms of several bodies."""


class Judged(NamedTuple):
    """Forms looked at, and all findings: of reading, of each form, and between bodies."""

    forms: int
    findings: tuple[Finding, ...]


def judge(desk: Desk) -> Judged:
    """Checks every current form again, and all of them against each other; keeps the findings."""
    store = desk.store
    year = store.collection().year
    before = _last_year(desk, year)
    for form in store.forms():
        store.replace_checks(form.id, check_form(desk.content, form, before.get(form.respondent), year))
    forms = tuple(store.forms())
    between = check_all(desk.content, store.issues(), forms)
    store.put_findings(BETWEEN, ((_concerned(finding, forms), finding) for finding in between))
    own = tuple(finding for form in forms for finding in form.findings)
    return Judged(len(forms), (*own, *between))


def _concerned(finding: Finding, forms: tuple[Form, ...]) -> str:
    """The respondent whose form a finding speaks of; a sum over many bodies concerns none alone."""
    owners = {form.respondent for form in forms if form.name == finding.place.path}
    return owners.pop() if len(owners) == 1 else ""


def _last_year(desk: Desk, year: int) -> dict[str, Form]:
    """The current forms of the collection before this one, where there is one beside it."""
    earlier = folder_for(desk.project, year - 1)
    if desk.folder.path.parent != earlier.path.parent:
        earlier = Folder(desk.folder.path.parent / str(year - 1))
    if not earlier.store.is_file():
        return {}
    with Store.open(earlier.store) as store:
        return {form.respondent: form for form in store.forms()}


def assign(desk: Desk, form: int, respondent: str, person: str) -> Kept:
    """Gives a form to a respondent, on the word of a person, and checks it."""
    owner = desk.issue(respondent).respondent
    deed = Deed(What.ASSIGN, form, "", person, now(), owner.id)
    before = _last_year(desk, desk.store.collection().year).get(owner.id)
    return give(desk, register_of(desk), owner, deed, before)


def clear(desk: Desk, form: int, code: str, person: str) -> None:
    """Lets the held words of an answer into documents, on the word of a person (Q943 where none are)."""
    if code not in desk.store.held(form):
        place = Place(desk.store.form(form).name, at=code)
        raise QagidaError(Finding("Q943", place, {"form": str(form), "item": code}))
    desk.store.decide(Deed(What.CLEAR, form, code, person, now()))
