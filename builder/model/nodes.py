"""Walks over the nodes of all documents: every identifier with its text, in the order of publication."""

from collections.abc import Iterator

from builder.base import ids
from builder.base.place import Place
from builder.model.act import Order, Point, Rules
from builder.model.library import Library, Named
from builder.model.plan_nodes import plan_spots
from builder.model.questionnaire import Item, Questionnaire, Section
from builder.model.registry_nodes import registry_spots
from builder.model.sop_nodes import (
    Spot,
    citation_spots,
    contact_spots,
    indicator_spots,
    memo_spots,
    role_spots,
    sop_spots,
    subject_spots,
)
from builder.model.text import Text


def _named(node: str, text: Text) -> Named:
    return Named(node, text, text.place.path)


def _point(act: str, point: Point) -> Iterator[Named]:
    for position, text in enumerate(point.paragraphs, 1):
        yield _named(ids.paragraph(act, point.number, position), text)
    for sub in point.subpoints:
        yield _named(ids.subpoint(act, point.number, sub.number), sub.text)


def order_nodes(order: Order) -> Iterator[Named]:
    yield _named(ids.part("order", "title"), order.title)
    yield _named(ids.part("order", "imprint"), order.imprint)
    yield _named(ids.part("order", "preamble"), order.preamble)
    for point in order.points:
        yield from _point("order", point)
    for position, signature in enumerate(order.signatures, 1):
        yield _named(ids.part("order", "signature", position), signature.post)
        yield _named(ids.part("order", "signature", position), signature.name)
    for position, agreement in enumerate(order.agreements, 1):
        yield _named(ids.part("order", "agreement", position), agreement.mark)
        yield _named(ids.part("order", "agreement", position), agreement.body)
    for text in order.stamp:
        yield _named(ids.part("order", "stamp"), text)


def rules_nodes(rules: Rules) -> Iterator[Named]:
    yield _named(ids.part("rules", "title"), rules.title)
    for chapter in rules.chapters:
        yield _named(ids.chapter(chapter.number), chapter.heading)
        for point in chapter.points:
            yield from _point("rules", point)


def questionnaire_nodes(questionnaire: Questionnaire) -> Iterator[Named]:
    for text in questionnaire.mark:
        yield _named(ids.part("questionnaire", "mark"), text)
    yield _named(ids.part("questionnaire", "title"), questionnaire.title)
    for text in questionnaire.columns:
        yield _named(ids.part("questionnaire", "columns"), text)


def item_nodes(section: int, item: Item) -> Iterator[Named]:
    for position, line in enumerate(item.lines, 1):
        node = ids.line(section, item.number, position)
        yield _named(node, line.text)
        if line.prompt is not None:
            yield _named(node, line.prompt)


def section_nodes(section: Section) -> Iterator[Named]:
    if section.title is not None:
        yield _named(ids.section(section.number), section.title)
    for position, text in enumerate(section.addressees, 1):
        yield _named(ids.addressee(section.number, position), text)
    for item in section.items:
        yield from item_nodes(section.number, item)


def official_nodes(library: Library) -> Iterator[Named]:
    """Every text of the order, the Rules and the questionnaire with its id.

    A node of several lines appears once per line.
    """
    if library.order is not None:
        yield from order_nodes(library.order.order)
    if library.rules is not None:
        yield from rules_nodes(library.rules.rules)
    if library.questionnaire is not None:
        yield from questionnaire_nodes(library.questionnaire.questionnaire)
    for file in sorted(library.sections, key=lambda part: part.section.number):
        yield from section_nodes(file.section)


def spots(library: Library) -> Iterator[Spot]:
    """Every node of the SOP, of the plan and of the registry."""
    if library.subjects is not None:
        yield from subject_spots(library.subjects.subjects)
    if library.citations is not None:
        yield from citation_spots(library.citations.citations)
    if library.contacts is not None:
        yield from contact_spots(library.contacts.contacts)
    if library.sop is not None:
        yield from sop_spots(library.sop.sop)
    if library.indicators is not None:
        yield from indicator_spots(library.indicators)
    if library.roles is not None:
        yield from role_spots(library.roles)
    for memo in library.memos.memos if library.memos is not None else ():
        yield from memo_spots(memo)
    if library.plan is not None:
        yield from plan_spots(library.plan.plan)
    yield from registry_spots(library)


def named_nodes(library: Library) -> Iterator[Named]:
    """Every text that has an identifier, of all documents."""
    yield from official_nodes(library)
    for found in spots(library):
        for text in found.texts:
            yield _named(found.id, text)


def identifiers(library: Library) -> Iterator[tuple[str, Place]]:
    """Every identifier that a reference may name, with the place it comes from; repeats are kept."""
    if library.order is not None:
        yield from _act_identifiers("order", library.order.order)
    if library.rules is not None:
        for chapter in library.rules.rules.chapters:
            yield ids.chapter(chapter.number), chapter.place
        yield from _act_identifiers("rules", library.rules.rules)
    if library.questionnaire is not None:
        for name in ("title", "mark", "columns"):
            yield ids.part("questionnaire", name), library.questionnaire.questionnaire.place
    for file in library.sections:
        yield from _section_identifiers(file.section)
    for found in spots(library):
        yield found.id, found.place


def _act_identifiers(act: str, body: Order | Rules) -> Iterator[tuple[str, Place]]:
    yield ids.part(act, "title"), body.title.place
    if isinstance(body, Order):
        yield ids.part(act, "preamble"), body.preamble.place
        yield ids.part(act, "imprint"), body.imprint.place
        yield ids.part(act, "stamp"), body.place
        for position, signature in enumerate(body.signatures, 1):
            yield ids.part(act, "signature", position), signature.place
        for position, agreement in enumerate(body.agreements, 1):
            yield ids.part(act, "agreement", position), agreement.place
    for point in body.points:
        for position, text in enumerate(point.paragraphs, 1):
            place = point.place if position == 1 else text.place
            yield ids.paragraph(act, point.number, position), place
        for sub in point.subpoints:
            yield ids.subpoint(act, point.number, sub.number), sub.place


def _section_identifiers(section: Section) -> Iterator[tuple[str, Place]]:
    yield ids.section(section.number), section.place
    for position, text in enumerate(section.addressees, 1):
        yield ids.addressee(section.number, position), text.place
    for item in section.items:
        yield ids.item(section.number, item.number), item.place
        for position, line in enumerate(item.lines, 1):
            yield ids.line(section.number, item.number, position), line.place
        for field in item.fields:
            yield ids.field(section.number, item.number, field.code), field.place
