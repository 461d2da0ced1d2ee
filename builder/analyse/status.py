"""Who answered, who is late and how complete the answers are, on a day (Rules, points 9 and 13 1))."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from builder.analyse.case import case
from builder.analyse.completeness import completeness
from builder.base.dates import legal_day
from builder.base.finding import Finding
from builder.model.answers import Form, State
from builder.model.collection import Collection, Issue, Reminder
from builder.model.library import Content
from builder.model.status import Reply, Row, Status
from builder.model.status import status as status_of

RETURN = "return"
"""The kind of a letter that sends a form back."""


def status(
    content: Content,
    collection: Collection,
    issues: Iterable[Issue],
    forms: Iterable[Form],
    today: date,
    *,
    reminders: Iterable[Reminder] = (),
) -> Status:
    """The state of a collection; forms of nobody count for nobody.

    Days late are those of the first form of a respondent after the term, or of today while there is none.
    A respondent stands as returned while the form that counts is one that was sent back.
    """
    came: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.respondent:
            came[form.respondent].append(form)
    returned = frozenset((one.respondent, one.form) for one in reminders if one.kind == RETURN)
    rows = []
    for issue in issues:
        body = issue.respondent
        rows.append(
            _answered(content, issue, came[body.id], returned) if came[body.id] else _silent(issue, today)
        )
    return status_of(collection, today, rows, (region.id for region in content.regions))


def _silent(issue: Issue, today: date) -> Row:
    late = max(0, (today - issue.collection.due).days)
    return Row(issue.respondent, Reply.OVERDUE if late else Reply.WAITING, late)


def _answered(
    content: Content, issue: Issue, forms: Sequence[Form], returned: frozenset[tuple[str, int | None]]
) -> Row:
    first = min(legal_day(form.received) for form in forms)
    late = max(0, (first - issue.collection.due).days)
    form = max([form for form in forms if form.state is State.CURRENT] or forms, key=_age)
    reply = Reply.LATE if late else Reply.ANSWERED
    if (form.respondent, form.id) in returned:
        reply = Reply.RETURNED
    items = completeness(case(content, form))
    filled = sum(item.filled for item in items)
    return Row(
        issue.respondent, reply, late, filled, len(items), len(forms), _defects(content, form.findings)
    )


def _age(form: Form) -> tuple[str, int]:
    return form.received.isoformat(), form.id


def _defects(content: Content, findings: Iterable[Finding]) -> int:
    """Findings that may go back to the respondent: those with words for a letter."""
    return sum(finding.code in content.defects.defects for finding in findings)
