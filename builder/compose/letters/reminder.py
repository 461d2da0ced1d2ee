"""The letter that reminds a respondent of a request, before the term or after it (Rules, point 9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.base.dates import dated, later_than, state_of
from builder.blocks.tree import Block
from builder.compose.letters import frame
from builder.compose.letters.words import counted_days, told
from builder.compose.voice import Voice
from builder.model.collection import Issue


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """A reminder with a number and a date of its own; lateness is counted from the term to that date."""

    issue: Issue
    number: str
    day: date

    @property
    def name(self) -> str:
        return f"{self.issue.number:05}-reminder"

    @property
    def days_late(self) -> int:
        return (self.day - self.issue.collection.due).days


def title(voice: Voice, letter: ReminderLetter) -> str:
    return told(voice, "reminder_title", year=letter.issue.collection.year)


def blocks(voice: Voice, letter: ReminderLetter) -> Iterator[Block]:
    issue = letter.issue
    collection = issue.collection
    sent = dated(collection.opened, voice.language)
    yield from frame.opening(voice, collection.coordinator, letter.number, letter.day, issue.respondent)
    yield frame.subject(title(voice, letter))
    yield frame.body(
        told(voice, "reminder_sent", dated=sent, number=issue.letter_number, year=collection.year)
    )
    yield frame.body(_term(voice, letter))
    yield frame.body(told(voice, "reminder_ask", form=issue.form_id(voice.language)))
    yield frame.body(told(voice, "reminder_reasons"), keep=True)
    yield from frame.closing(voice, collection.coordinator)


def _term(voice: Voice, letter: ReminderLetter) -> str:
    due = later_than(letter.issue.collection.due, voice.language)
    if letter.days_late <= 0:
        return told(voice, "reminder_ahead", due=due)
    day = state_of(letter.day, voice.language)
    return told(voice, "reminder_late", due=due, day=day, days=counted_days(voice, letter.days_late))
