"""Nodes of the SOP with its memos and registries: identifier, place and texts of each, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base import ids
from builder.base.place import Place
from builder.model.citations import Citation
from builder.model.contacts import Contact
from builder.model.indicators import IndicatorsFile
from builder.model.memos import Memo, Right, Step
from builder.model.roles import RolesFile
from builder.model.sop import Sop, SopBlock, SopPart
from builder.model.subjects import Subject
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: its identifier, where it stands and the texts that are its own."""

    id: str
    place: Place
    texts: tuple[Text, ...] = ()


def spot(node: str, place: Place, *texts: Text | None) -> Spot:
    return Spot(node, place, tuple(text for text in texts if text is not None))


def each(node: str, name: str, texts: tuple[Text, ...]) -> Iterator[Spot]:
    """Texts counted inside a node: `sop/prevention/lead1`."""
    for position, text in enumerate(texts, 1):
        yield spot(ids.within(node, name, position), text.place, text)


def sop_spots(sop: Sop) -> Iterator[Spot]:
    yield spot(ids.part("sop", "title"), sop.title.place, sop.title)
    for position, line in enumerate(sop.contents, 1):
        yield spot(ids.part("sop", "contents", position), line.place, line.title, line.about)
    yield spot(ids.part("sop", "aim"), sop.aim.place, sop.aim)
    yield spot(ids.part("sop", "basis"), sop.legal_basis.place, sop.legal_basis.lead)
    for position, group in enumerate(sop.legal_basis.groups, 1):
        yield spot(ids.part("sop", "basis", position), group.place, group.title)
    for term in sop.terms:
        yield spot(ids.part("sop", "term", term.number), term.place, term.term, term.definition)
    if sop.subjects_lead is not None:
        yield spot(ids.part("sop", "subjects"), sop.subjects_lead.place, sop.subjects_lead)
    for position, entry in enumerate(sop.abbreviations, 1):
        yield spot(ids.part("sop", "abbreviation", position), entry.place, entry.short, entry.full)
    if sop.directions_lead is not None:
        yield spot(ids.part("sop", "directions"), sop.directions_lead.place, sop.directions_lead)
    for one in sop.directions:
        yield spot(ids.part("sop", "direction", one.number), one.place, one.title, one.about, one.scope)
    for part in sop.parts:
        yield from _part(part)


def _part(part: SopPart) -> Iterator[Spot]:
    node = ids.part("sop", part.id)
    yield spot(node, part.place, part.title)
    yield from each(node, "lead", part.lead)
    for position, block in enumerate(part.blocks, 1):
        yield from _block(ids.block(part.id, position), block)


def _block(node: str, block: SopBlock) -> Iterator[Spot]:
    yield spot(node, block.place, block.title)
    yield from each(node, "paragraph", block.paragraphs)
    for position, entry in enumerate(block.entries, 1):
        yield spot(ids.within(node, "entry", position), entry.place, entry.title, entry.text)


def role_spots(roles: RolesFile) -> Iterator[Spot]:
    for position, text in enumerate(roles.roles_lead, 1):
        yield spot(ids.part("sop", "roles", position), text.place, text)
    for table in roles.roles:
        yield spot(ids.part("sop", "role", table.number), table.place, table.title)
        for part in table.functions:
            for position, text in enumerate(part.entries, 1):
                yield spot(ids.function(table.number, part.direction, position), text.place, text)


def indicator_spots(file: IndicatorsFile) -> Iterator[Spot]:
    yield spot(ids.part("sop", "indicators"), file.place, file.lead)
    titles = {"group": file.groups_title, "place": file.places_title, "sign": file.signs_title}
    for kind, lists in file.kinds():
        yield spot(ids.part("sop", f"{kind}s"), file.place, titles[kind])
        for one in lists:
            yield spot(ids.indicator(kind, one.id), one.place, one.title, one.lead)
            for entry in one.entries:
                yield spot(ids.indicator(kind, entry.id), entry.place, entry.text)
    for position, action in enumerate(file.actions, 1):
        node = ids.part("sop", "action", position)
        yield spot(node, action.place, action.title)
        yield from each(node, "paragraph", action.paragraphs)


def memo_spots(memo: Memo) -> Iterator[Spot]:
    node = ids.memo(memo.id)
    yield spot(node, memo.place, memo.title, memo.subtitle)
    for step in memo.steps:
        yield from _step(ids.memo(memo.id, step.number), step)
    yield from _rights(node, "right", memo.rights_lead, memo.rights)
    yield from _rights(node, "migrant_right", memo.migrant_rights_lead, memo.migrant_rights)
    if memo.plain is not None:
        node = ids.memo(f"{memo.id}/plain")
        yield spot(node, memo.plain.place)
        for step in memo.plain.steps:
            yield from _step(ids.memo(f"{memo.id}/plain", step.number), step)
        yield from each(node, "avoid", memo.plain.avoid)


def _step(node: str, step: Step) -> Iterator[Spot]:
    yield spot(node, step.place, step.headline, step.text)
    yield from each(node, "advice", step.advice)


def _rights(node: str, name: str, lead: Text | None, rights: tuple[Right, ...]) -> Iterator[Spot]:
    if lead is not None:
        yield spot(f"{node}/{name}s", lead.place, lead)
    for right in rights:
        yield spot(ids.within(node, name, right.number), right.place, right.text)


def subject_spots(subjects: tuple[Subject, ...]) -> Iterator[Spot]:
    for one in subjects:
        yield spot(ids.registered("subject", one.id), one.place, one.name, one.short)


def citation_spots(citations: tuple[Citation, ...]) -> Iterator[Spot]:
    for one in citations:
        yield spot(ids.registered("citation", one.id), one.place, one.title, one.note)


def contact_spots(contacts: tuple[Contact, ...]) -> Iterator[Spot]:
    for one in contacts:
        yield spot(ids.registered("contact", one.id), one.place, one.name)
