"""The letter that asks a respondent for the answers of a year (Rules, points 3, 6 and 9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.base.dates import dated, later_than, month_later, on
from builder.blocks.tree import Block
from builder.compose.letters import frame
from builder.compose.letters.words import body_name, told
from builder.compose.voice import Voice
from builder.model.collection import Issue

GENERAL = 1
"""The section that everyone fills."""


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """The request to one respondent; its number and date are those of the issue."""

    issue: Issue

    @property
    def number(self) -> str:
        return self.issue.letter_number

    @property
    def day(self) -> date:
        return self.issue.collection.opened

    @property
    def name(self) -> str:
        return f"{self.issue.number:05}-request"


def title(voice: Voice, letter: RequestLetter) -> str:
    return told(voice, "request_title", year=letter.issue.collection.year)


def blocks(voice: Voice, letter: RequestLetter) -> Iterator[Block]:
    issue = letter.issue
    collection, section = issue.collection, issue.respondent.section
    form = issue.form_id(voice.language)
    due = later_than(collection.due, voice.language)
    channel = told(voice, f"channel_{issue.respondent.channel}")
    body = body_name(voice, collection.coordinator)
    a_month = collection.due == month_later(collection.opened)
    yield from frame.opening(voice, collection.coordinator, letter.number, letter.day, issue.respondent)
    yield frame.subject(title(voice, letter))
    yield frame.body(told(voice, "request_ground", **joint_order(voice)))
    yield frame.body(told(voice, "request_duty", body=body))
    yield frame.body(told(voice, "request_ask", year=collection.year, general=GENERAL, section=section))
    yield frame.body(told(voice, "request_term_month" if a_month else "request_term_other", due=due))
    yield frame.body(told(voice, "request_form", form=form))
    yield frame.body(told(voice, "request_how", channel=channel))
    yield frame.body(told(voice, "request_reasons"))
    yield frame.body(told(voice, "request_attachment", form=form, section=section), keep=True)
    yield from frame.closing(voice, collection.coordinator)


def joint_order(voice: Voice) -> dict[str, str]:
    """The joint order that approved the Rules: both numbers, both dates and the registration."""
    order = voice.content.order
    data = {
        "registered": on(order.registration.date, voice.language),
        "registration": order.registration.number,
    }
    for number in order.numbers:
        data[f"{number.body}_dated"] = dated(number.date, voice.language)
        data[f"{number.body}_number"] = number.number
    return data
