"""The form that one respondent is sent: the section's form with its number, and with what is known entered.

Only the few words of the issue differ between the forms of a section, so the form is composed once and
addressed many times.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from math import ceil

from builder.base.dates import NBSP
from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind, Inline
from builder.blocks.tree import Block, Document, Heading, Paragraph, Row, Style, Table
from builder.compose import questionnaire
from builder.compose.form import identity_code
from builder.compose.kinds import bodies, document
from builder.compose.request import Request
from builder.compose.voice import Voice
from builder.model.collection import Issue
from builder.model.library import Content

BODY, REGION, YEAR = identity_code(1), identity_code(2), identity_code(3)
_LETTERS_IN_LINE = 56
"""Letters of a name that a line of the form holds."""


def addressed(content: Content, issue: Issue, language: Language) -> Document:
    """The form of the respondent's section in one language (Rules, point 9), addressed to it."""
    return address(blank(content, issue.respondent.section, language), content, issue)


def blank(content: Content, section: int, language: Language) -> Document:
    """The form of a section as nobody has been sent it yet."""
    request = form_request(content, section, language)
    (blocks,) = bodies(content, request)
    return document(content, request, blocks)


def form_request(content: Content, section: int, language: Language) -> Request:
    """The request of a section's form; KeyError for a section that has none."""
    for request in questionnaire.requests(content):
        if request.section == section and request.language == language:
            return request
    raise KeyError(section)


def address(form: Document, content: Content, issue: Issue) -> Document:
    """A blank form, arranged or not, addressed to a respondent.

    The control code in its foot stays that of the blank form: it tells the wording of the questions.
    """
    voice = Voice(content, form.main)
    respondent = issue.respondent
    number = str(issue.form_id(form.main))
    known = {
        BODY: respondent.name[form.main],
        REGION: respondent.region or "",
        YEAR: str(issue.collection.year),
    }
    marks = (
        ("qagida-form", number),
        ("qagida-year", str(issue.collection.year)),
        ("qagida-respondent", respondent.id),
    )
    header = f"{voice.label('number_sign')}{NBSP}{number}. {form.furniture.header}"
    return replace(
        form,
        blocks=_addressed(form.blocks, _about(voice, issue), known),
        furniture=replace(form.furniture, header=header),
        marks=marks,
    )


def _about(voice: Voice, issue: Issue) -> tuple[Paragraph, ...]:
    """The number in a box, then year, respondent, edition and last day."""
    collection = issue.collection
    number = voice.label("form_number", number=issue.form_id(voice.language))
    about = voice.label(
        "form_about",
        year=collection.year,
        respondent=f"{issue.number} ({issue.respondent.id})",
        edition=voice.day(collection.edition),
        due=voice.day(collection.due),
    )
    return (
        Paragraph((Run(number, strong=True),), Style.NOTICE, keep=True),
        Paragraph((Run(about),), Style.NOTE),
    )


def _addressed(
    blocks: tuple[Block, ...], about: tuple[Paragraph, ...], known: Mapping[str, str]
) -> tuple[Block, ...]:
    """The words of the issue under the title, and the first table, that of the identification, prefilled."""
    title = next(place for place, block in enumerate(blocks) if isinstance(block, Heading))
    first = next(place for place, block in enumerate(blocks) if isinstance(block, Table))
    return tuple(
        chain(
            blocks[: title + 1],
            about,
            blocks[title + 1 : first],
            (_entered(blocks[first], known),),
            blocks[first + 1 :],
        )
    )


def _entered(block: Block, known: Mapping[str, str]) -> Block:
    """A block with known answers in its controls."""
    if isinstance(block, Table):
        return replace(block, rows=tuple(_row(row, known) for row in block.rows))
    if isinstance(block, Paragraph):
        return replace(block, content=tuple(_prefilled(item, known) for item in block.content))
    return block


def _row(row: Row, known: Mapping[str, str]) -> Row:
    cells = tuple(
        replace(cell, blocks=tuple(_entered(block, known) for block in cell.blocks)) for cell in row.cells
    )
    return replace(row, cells=cells)


def _prefilled(item: Inline, known: Mapping[str, str]) -> Inline:
    if not isinstance(item, Control) or not known.get(item.code):
        return item
    value = known[item.code]
    rows = ceil(len(value) / _LETTERS_IN_LINE) if item.kind is ControlKind.LINE else item.rows
    return replace(item, value=value, rows=rows)
