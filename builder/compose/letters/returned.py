"""The letter that returns a form, with a numbered list of its defects in plain words (Rules, point 13 1))."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from builder.base.dates import dated, later_than, on
from builder.base.finding import Finding
from builder.blocks.tree import Block, Clause
from builder.compose.letters import frame
from builder.compose.letters.words import told
from builder.compose.voice import Voice, said
from builder.model.collection import Issue
from builder.model.defects import defect_words, returnable

_CODE = re.compile(r"\d+(?:\.\d+)*")
_HEAD = "0"
"""The section of what a form says about the respondent itself."""


@dataclass(frozen=True, slots=True)
class ReturnLetter:
    """A form goes back: when it came, the new term, and the findings about it.

    Only findings that have words in `collection/defects.yaml` are told of; the others are no business of
    the respondent.
    """

    issue: Issue
    number: str
    day: date
    received: date
    due: date
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        return f"{self.issue.number:05}-return"


def title(voice: Voice, letter: ReturnLetter) -> str:
    return told(voice, "return_title", year=letter.issue.collection.year)


def blocks(voice: Voice, letter: ReturnLetter) -> Iterator[Block]:
    issue = letter.issue
    collection = issue.collection
    yield from frame.opening(voice, collection.coordinator, letter.number, letter.day, issue.respondent)
    yield frame.subject(title(voice, letter))
    yield frame.body(
        told(
            voice,
            "return_checked",
            dated=dated(collection.opened, voice.language),
            number=issue.letter_number,
            form=issue.form_id(voice.language),
            received=on(letter.received, voice.language),
        )
    )
    yield frame.body(told(voice, "return_found"), keep=True)
    for position, words in enumerate(defects(voice, letter.findings), 1):
        yield Clause(f"{position}.", said(words))
    yield frame.body(told(voice, "return_ask", due=later_than(letter.due, voice.language)))
    yield frame.body(told(voice, "return_reasons"), keep=True)
    yield from frame.closing(voice, collection.coordinator)


def defects(voice: Voice, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Each defect once, in the order of the questionnaire, with section, item and code."""
    ordered = sorted(returnable(voice.content, findings), key=_position)
    told_of = (_defect(voice, finding) for finding in ordered)
    return tuple(dict.fromkeys(f"{words[:1].upper()}{words[1:]}." for words in told_of))


def _position(finding: Finding) -> tuple[tuple[int, ...], str]:
    at = finding.place.at
    return (tuple(map(int, at.split("."))) if _CODE.fullmatch(at) else (), finding.code)


def _defect(voice: Voice, finding: Finding) -> str:
    words = defect_words(voice.content, finding, voice.language) or ""
    where = _where(voice, finding.place.at)
    if not where:
        return told(voice, "return_defect_general", words=words)
    return told(voice, "return_defect", where=where, words=words)


def _where(voice: Voice, at: str) -> str:
    if not _CODE.fullmatch(at):
        return ""
    numbers = at.split(".")
    section, item = numbers[0], ".".join(numbers[:2])
    if section == _HEAD:
        return told(voice, "return_where_head", code=at)
    match len(numbers):
        case 1:
            return told(voice, "return_where_section", section=section)
        case 2:
            return told(voice, "return_where_item", section=section, item=item)
        case _:
            return told(voice, "return_where_code", section=section, item=item, code=at)
