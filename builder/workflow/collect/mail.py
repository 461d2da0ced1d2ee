"""Letters after the request: reminders, and forms sent back (Rules, points 9 and 13 1))."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from builder.arrange.passes import arrange
from builder.base.dates import legal_day
from builder.base.finding import Finding, QagidaError
from builder.base.language import Language
from builder.base.place import Place
from builder.compose.letters import ReminderLetter, ReturnLetter, compose
from builder.model.answers import Form
from builder.model.collection import Issue
from builder.model.defects import returnable
from builder.model.status import Reply, Row
from builder.store.connection import private_folder
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.parcels import folder_name
from builder.workflow.collect.standing import status_of
from builder.workflow.collect.terms import on_day_off
from builder.workflow.files import PRIVATE, write_whole
from builder.workflow.make import WRITERS
from builder.workflow.project import created
from builder.workflow.workers import Report

FORMATS = ("docx", "pdf")
REMINDER, RETURN = "reminder", "return"
DAYS_TO_CORRECT = 10
"""The term for a corrected form where none is named: ours, the Rules set none."""


@dataclass(frozen=True, slots=True)
class Mailed:
    """A letter that was made: to whom, under which number, in which files (below the folder).

    `findings` tell of its term (Q667).
    """

    issue: Issue
    number: str
    files: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def remind(desk: Desk, day: date, report: Report | None = None) -> tuple[Mailed, ...]:
    """A reminder for everyone who is late; on one day a respondent gets one, under one number."""
    late = {row.respondent.id: row for row in _overdue(desk, day)}
    if not late:
        return ()
    letters = desk.store.add_letters(REMINDER, late, day)
    issues = {issue.respondent.id: issue for issue in desk.store.issues()}
    mailed = []
    for done, letter in enumerate(letters, 1):
        issue = issues[letter.respondent]
        mailed.append(_mail(desk, ReminderLetter(issue, letter.number, letter.day), REMINDER))
        if report is not None:
            report(done, len(letters), mailed[-1].files[-1])
    return tuple(mailed)


def _overdue(desk: Desk, day: date) -> Iterator[Row]:
    return (row for row in status_of(desk, day).rows if row.reply is Reply.OVERDUE)


def send_back(desk: Desk, respondent: str, day: date, due: date | None = None) -> Mailed:
    """The letter that returns the current form of a respondent, in the language of that form.

    Raises QagidaError: Q941 where there is no form to return, Q942 where nothing is wrong with it.
    """
    issue = desk.issue(respondent)
    form = _current(desk, issue)
    found = (*form.findings, *_between(desk, issue))
    if not returnable(desk.content, found):
        raise QagidaError(Finding("Q942", Place(form.name), {"respondent": issue.respondent.id}))
    (letter,) = desk.store.add_letters(RETURN, (issue.respondent.id,), day, form.id)
    term = due or day + timedelta(DAYS_TO_CORRECT)
    received = legal_day(form.received)
    back = ReturnLetter(issue, letter.number, letter.day, received, term, found)
    mailed = _mail(desk, back, RETURN, form.language)
    return replace(mailed, findings=tuple(on_day_off(term, Path(mailed.files[0]))))


def _current(desk: Desk, issue: Issue) -> Form:
    form = next(iter(desk.store.forms(respondent=issue.respondent.id)), None)
    if form is None:
        place = Place(str(desk.folder.path))
        raise QagidaError(Finding("Q941", place, {"respondent": issue.respondent.id}))
    return form


def _between(desk: Desk, issue: Issue) -> tuple[Finding, ...]:
    """Differences with other bodies that concern this one."""
    from_all = desk.store.findings("between")
    return tuple(finding for respondent, finding in from_all if respondent == issue.respondent.id)


def _mail(
    desk: Desk, letter: ReminderLetter | ReturnLetter, kind: str, language: Language | None = None
) -> Mailed:
    """The files of a letter in the languages of the respondent, or in the one that is named."""
    issue = letter.issue
    languages = (language,) if language else issue.respondent.languages
    folder = desk.folder.letters / folder_name(issue)
    private_folder(desk.folder.letters)
    private_folder(folder)
    files = []
    for spoken in languages:
        tree = arrange(compose(desk.content, letter, spoken))
        for suffix in FORMATS:
            made = WRITERS[suffix](tree, desk.project.templates, created(desk.content))
            target = folder / f"{_file_name(letter, kind)}.{spoken}.{suffix}"
            write_whole(target, made.data, PRIVATE)
            files.append(_below(desk.folder.path, target))
    return Mailed(issue, letter.number, tuple(files))


def _file_name(letter: ReminderLetter | ReturnLetter, kind: str) -> str:
    """By day; a form may come and go back twice in a day, so letters of return have their number too."""
    name = f"{kind}-{letter.day.isoformat()}"
    return f"{name}-{letter.number.rpartition('-')[2]}" if kind == RETURN else name


def _below(folder: Path, target: Path) -> str:
    return target.relative_to(folder).as_posix()
