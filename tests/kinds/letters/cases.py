"""Letters of an invented collection for tests: nobody was sent them, states and defects are made up."""

from collections.abc import Mapping
from datetime import date

from builder.base.finding import Finding
from builder.base.place import Place
from builder.compose.letters import Letter, Register, ReminderLetter, RequestLetter, ReturnLetter
from builder.model.collection import Collection, Issue
from builder.model.library import Content
from builder.model.respondents import respondents
from builder.model.status import Reply, Row, status

EDITION = date(2024, 10, 24)
OPENED, DUE = date(2027, 1, 29), date(2027, 2, 28)
"""A month later, which in February is its last day."""
PLACE = "00031.docx"


def issue(content: Content, respondent: str, *, coordinator: str = "mlsp", due: date = DUE) -> Issue:
    found = next(one for one in respondents(content) if one.id == respondent)
    return Issue(31, found, Collection(2026, OPENED, due, coordinator, EDITION))


def findings() -> tuple[Finding, ...]:
    """Some defects of a form, and one finding that is no business of a respondent."""
    return (
        Finding("Q788", Place(PLACE, at="14.3.2"), {"item": "14.3", "code": "14.3.2", "codes": "14.3.2"}),
        Finding("Q776", Place(PLACE, at="14.2"), {"item": "14.2", "code": "14.2"}),
        Finding("Q777", Place(PLACE, at="14.3.1"), {"total": "12", "parts": "14.3.3 + 14.3.4", "sum": "13"}),
        Finding("Q762", Place(PLACE), {"expected": "Құқық бұзушылықтар"}),
        Finding("Q776", Place(PLACE, at="1.4"), {"item": "1.4", "code": "1.4"}),
        Finding("Q920", Place(PLACE), {}),
    )


def register(content: Content) -> Register:
    """The first respondents of the registry, in every state by turns."""
    asked = [
        one
        for one in respondents(content)
        if one.id in {"mia", "police-abai", "police-astana", "akimat-abai"}
    ]
    asked.append(next(one for one in respondents(content) if one.id == "ngo-shymkent"))
    rows = []
    for number, (respondent, reply) in enumerate(zip(asked, Reply, strict=True), 1):
        came = reply in {Reply.ANSWERED, Reply.LATE, Reply.RETURNED}
        rows.append(Row(respondent, reply, days=number if reply in {Reply.LATE, Reply.OVERDUE} else 0,
                        filled=20 - number if came else 0, expected=20, forms=int(came),
                        defects=3 if reply is Reply.RETURNED else 0))  # fmt: skip
    collection = Collection(2026, OPENED, DUE, "mlsp", EDITION)
    return Register(status(collection, date(2027, 3, 5), rows, (region.id for region in content.regions)))


def letters(content: Content) -> Mapping[str, Letter]:
    """One of each kind, and the variants that other terms ask for."""
    akimat, police = issue(content, "akimat-almaty"), issue(content, "police-abai", coordinator="mia")
    return {
        "request": RequestLetter(akimat),
        "request-other-term": RequestLetter(issue(content, "ngo-astana", due=date(2027, 2, 15))),
        "reminder": ReminderLetter(police, "2026/00031-1", date(2027, 3, 2)),
        "reminder-ahead": ReminderLetter(police, "2026/00031-1", date(2027, 2, 20)),
        "return": ReturnLetter(
            akimat, "2026/00031-1", date(2027, 3, 2), date(2027, 2, 26), date(2027, 3, 16), findings()
        ),
        "register": register(content),
    }
