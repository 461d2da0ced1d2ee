"""Opens a yearly collection: numbers are given once, then letters and forms are made (Rules, point 9)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.base.dates import month_later
from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.collection import Collection, Issue
from builder.model.library import Content
from builder.model.registry import Respondent
from builder.model.respondents import coordinator, respondents
from builder.store.connection import private_folder
from builder.store.store import Store
from builder.workflow.check import check_content
from builder.workflow.collect.dispatch import NAME
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.packing import list_out, make
from builder.workflow.collect.parcels import FORMATS
from builder.workflow.collect.stale import Stock
from builder.workflow.collect.terms import on_day_off
from builder.workflow.files import PRIVATE, sweep
from builder.workflow.lock import held
from builder.workflow.project import Project
from builder.workflow.workers import Report


@dataclass(frozen=True, slots=True)
class Opened:
    """What a run did: the collection, everyone who is asked, who was given a number now.

    `written` are the files of this run and `kept` the number of those that were up to date, both below
    `out`; `findings` tell of files that somebody had changed (Q920), of a term that ends on a day off (Q667)
    and of the content (warnings).
    """

    collection: Collection
    issues: tuple[Issue, ...]
    new: tuple[Issue, ...]
    written: tuple[str, ...]
    kept: int
    findings: tuple[Finding, ...]
    dispatch: Path


def open_collection(
    project: Project,
    year: int,
    folder: Folder,
    *,
    day: date,
    due: date | None = None,
    chosen: tuple[str, ...] = (),
    formats: tuple[str, ...] = FORMATS,
    jobs: int = 1,
    report: Report | None = None,
    asked: tuple[Respondent, ...] | None = None,
) -> Opened:
    """Makes letters and forms for everyone in the registry, or for the `chosen` ids.

    `year` is asked about, `day` the date of the letters, `due` the last day to answer: a month after `day`
    unless it is given. A collection that is open keeps its dates and its numbers; what is up to date is
    not made again, and respondents new in the registry get the next numbers. `asked` takes the place of the
    registry.

    Raises QagidaError: Q908 for content with errors, Q930 for an unknown respondent, Q935 for a term other
    than that of the open collection, Q945 when the questionnaire has another edition by now, Q907 while
    another process opens, Q905 for a file that cannot be written, and what the store says.
    """
    checked = check_content(project)
    content = checked.sound()
    everyone = respondents(content) if asked is None else asked
    wanted = _wanted(everyone, chosen, folder)
    if not folder.path.exists():
        private_folder(folder.path)
    with held(folder.path, PRIVATE):
        private_folder(folder.out)
        sweep(folder.out)
        with _store(folder, content, Terms(year, day, due)) as store:
            known = {issue.respondent.id for issue in store.issues()}
            issues = store.add_issues(wanted)
            ours = tuple(one for one in issues if not chosen or one.respondent.id in chosen)
            stock = Stock(project, content, checked.library.texts, ours, formats, store.all_made())
            sent = make(stock, folder, store, jobs, report)
            ready = list_out(content, folder, store, issues)
            written = tuple(one.path for one in sent if one.written)
            aside = (
                Finding("Q920", Place(one.path), {"kept": one.kept_aside}) for one in sent if one.kept_aside
            )
            collection = store.collection()
            return Opened(
                collection=collection,
                issues=issues,
                new=tuple(one for one in issues if one.respondent.id not in known),
                written=written,
                kept=ready - len(written),
                findings=(*checked.findings, *on_day_off(collection.due, folder.path), *aside),
                dispatch=folder.out / NAME,
            )


@dataclass(frozen=True, slots=True)
class Terms:
    """The year asked about, the day of the letters, and the last day to answer where it was named."""

    year: int
    day: date
    due: date | None


def _wanted(
    everyone: tuple[Respondent, ...], chosen: tuple[str, ...], folder: Folder
) -> tuple[Respondent, ...]:
    known = {one.id for one in everyone}
    if unknown := [name for name in chosen if name not in known]:
        raise QagidaError(*(Finding("Q930", Place(str(folder.path)), {"value": name}) for name in unknown))
    return tuple(one for one in everyone if not chosen or one.id in chosen)


def _store(folder: Folder, content: Content, terms: Terms) -> Store:
    """The store of the collection, made on the first run; on later ones its terms hold."""
    edition = content.provenance.edition
    if not folder.store.exists():
        body = coordinator(content.rotation.turns, terms.day.year)
        due = terms.due or month_later(terms.day)
        return Store.create(folder.store, Collection(terms.year, terms.day, due, body, edition))
    store = Store.open(folder.store)
    there = store.collection()
    place = Place(str(folder.store))
    finding = None
    if there.year != terms.year or terms.due not in (None, there.due):
        finding = Finding("Q935", place, {"year": str(there.year), "due": there.due.isoformat()})
    elif there.edition != edition:
        finding = Finding("Q945", place, {"before": there.edition.isoformat(), "now": edition.isoformat()})
    if finding is not None:
        store.close()
        raise QagidaError(finding)
    return store
