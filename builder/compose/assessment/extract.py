"""The extract for a subject: its profile with figures, recommendations, how it answered, what to improve."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.base import ids
from builder.blocks.tree import Block, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.advice import addressed, table
from builder.compose.assessment.cells import lines
from builder.compose.assessment.dossier import Replies
from builder.compose.assessment.entries import item_words
from builder.compose.assessment.improve import improve
from builder.compose.assessment.opening import passport
from builder.compose.assessment.sources import those
from builder.compose.assessment.tables import section_table, section_words
from builder.compose.assessment.telling import Telling
from builder.compose.items import band, cell, header, named
from builder.compose.profile import PARTS, numbered_parts
from builder.compose.voice import said
from builder.model.questionnaire import Section
from builder.model.subjects import Subject

_POINT = 19
"""The point of the Rules by which results reach the subjects."""
_GENERAL = 1
_FIGURES, _QUESTIONS = "profile_figures", "profile_questions"
_CODE, _WORDS, _YEAR = 1.3, 7.0, 3.0


@dataclass(frozen=True, slots=True)
class Extract:
    """The extract for one subject, by its id."""

    subject: str

    @property
    def name(self) -> str:
        return f"extract-{self.subject}"


def title(telling: Telling, paper: Extract) -> str:
    period = telling.dossier.assessment.period
    subject = named(telling.voice, telling.content.subject(paper.subject))
    return telling.label("title_extract", first=period.first, last=period.last, subject=subject)


def blocks(telling: Telling, paper: Extract) -> Iterator[Block]:
    subject = telling.content.subject(paper.subject)
    yield Paragraph(said(telling.label("internal")), Style.STAMP)
    yield Heading(1, said(title(telling, paper)), ids.registered("subject", subject.id))
    yield passport(telling, _POINT)
    parts = [(key, tuple(part(telling.voice, subject))) for key, part in PARTS if key != _QUESTIONS]
    own = [
        ("assess_extract_figures", tuple(_figures(telling, subject))),
        ("assess_extract_recommendations", tuple(_advice(telling, subject))),
        ("assess_extract_items", tuple(_items(telling, subject))),
        ("assess_extract_improve", tuple(improve(telling, subject))),
        ("assess_annex_sources", tuple(_sources(telling, subject))),
    ]
    yield from numbered_parts(telling.voice, [part for part in parts if part[0] != _FIGURES] + own)


def _figures(telling: Telling, subject: Subject) -> Iterator[Block]:
    """Tables of its sections, all bodies of a section together."""
    sections = [telling.content.section(number) for number in subject.sections]
    tables = [
        (section, found)
        for section in sections
        if telling.dossier.asked(section.number) and (found := section_table(telling, section)) is not None
    ]
    if not tables:
        yield telling.body("extract_no_section")
        return
    yield telling.body("tables_lead")
    for section, found in tables:
        yield Heading(3, said(section_words(telling, section)))
        yield found


def _advice(telling: Telling, subject: Subject) -> Iterator[Block]:
    found = addressed(telling, subject.id)
    if not found:
        yield telling.body("none_addressed")
        return
    yield table(telling, found, telling.label("extract_recommendations"))


def _sources(telling: Telling, subject: Subject) -> Iterator[Block]:
    """Those that the recommendations are taken from."""
    yield from those(telling, (name for one in addressed(telling, subject.id) for name in one.sources))


def _items(telling: Telling, subject: Subject) -> Iterator[Block]:
    """Item by item and year by year: answered, explained, silent; of several bodies how many."""
    own = [one for one in telling.dossier.replies if one.respondent.subject == subject.id]
    if not own:
        yield telling.body("extract_unasked")
        return
    asked = sorted({_GENERAL, *(one.respondent.section for one in own)})
    rows = [row for number in asked for row in _section(telling, telling.content.section(number), own)]
    head = header(telling.label("code"), telling.label("question"), *telling.years("year"))
    widths = (_CODE, _WORDS, *(_YEAR for _ in telling.dossier.years))
    yield Table(TableKind.GRID, widths, tuple(rows), telling.label("extract_items"), header=(head,))


def _section(telling: Telling, section: Section, own: Iterable[Replies]) -> Iterator[Row]:
    asked = [one for one in own if section.number in (_GENERAL, one.respondent.section)]
    yield band(telling.voice.label("section", number=section.number), 2 + len(telling.dossier.years))
    for item in section.items:
        code = ids.code(section.number, item.number)
        years = (
            _state(telling, code, [one for one in asked if one.year == year])
            for year in telling.dossier.years
        )
        yield Row((cell(code), cell(item_words(telling, item)), *map(lines, years)), whole=True)


def _state(telling: Telling, code: str, replies: list[Replies]) -> str:
    if not replies:
        return telling.label("not_asked")
    counts = {
        "answered": sum(code in one.answered for one in replies),
        "explained": sum(code in one.explained for one in replies),
        "silent": sum(code in one.silent for one in replies),
        "no_form": sum(not one.came for one in replies),
    }
    found = [(telling.label(f"state_{key}"), count) for key, count in counts.items() if count]
    if len(replies) == 1:
        return found[0][0] if found else telling.label("state_silent")
    return "; ".join(f"{words} – {count}" for words, count in found)
