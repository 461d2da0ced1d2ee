"""What the content says a publication holds: its texts and numbers, in the order of print."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.base import ids
from builder.base.language import Language
from builder.model.act import Order, Point, Rules
from builder.model.library import Library
from builder.model.questionnaire import Item, Line, Questionnaire, Section
from builder.model.text import Standing, Text

Given = tuple[str, Text | str]
"""A node and its text, or the number printed before the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed text. `marker`: a number of the layout; not `published`: words of our own draft."""

    node: str
    text: str
    marker: bool = False
    published: bool = True


def pieces(library: Library, language: Language) -> tuple[Piece, ...]:
    """Every text of the act in one language. Lines of an item bear the id of the item."""
    return tuple(_piece(node, text, language) for node, text in _given(library, language))


def _piece(node: str, text: Text | str, language: Language) -> Piece:
    if isinstance(text, str):
        return Piece(node, text, marker=True)
    wording = text[language]
    return Piece(node, wording.plain, published=wording.standing is Standing.OFFICIAL)


def _given(library: Library, language: Language) -> Iterator[Given]:
    if library.order is not None:
        yield from _order(library.order.order)
    if library.rules is not None:
        yield from _rules(library.rules.rules, _chapter_label(library, language))
    if library.questionnaire is not None:
        yield from _head(library.questionnaire.questionnaire)
    for file in sorted(library.sections, key=lambda part: part.section.number):
        yield from _section(file.section)


def _chapter_label(library: Library, language: Language) -> str:
    label = library.labels.labels.get("chapter") if library.labels is not None else None
    return label.plain(language) if label is not None else "{number}"


def _order(order: Order) -> Iterator[Given]:
    for name, text in (("title", order.title), ("imprint", order.imprint), ("preamble", order.preamble)):
        yield ids.part("order", name), text
    for point in order.points:
        yield from _point("order", point)
    for position, signature in enumerate(order.signatures, 1):
        for text in (signature.post, signature.name):
            yield ids.part("order", "signature", position), text
    for position, agreement in enumerate(order.agreements, 1):
        for text in (agreement.mark, agreement.body):
            yield ids.part("order", "agreement", position), text
    for text in order.stamp:
        yield ids.part("order", "stamp"), text


def _rules(rules: Rules, chapter_label: str) -> Iterator[Given]:
    yield ids.part("rules", "title"), rules.title
    for chapter in rules.chapters:
        node = ids.chapter(chapter.number)
        yield node, chapter_label.replace("{number}", str(chapter.number))
        yield node, chapter.heading
        for point in chapter.points:
            yield from _point("rules", point)


def _point(act: str, point: Point) -> Iterator[Given]:
    yield ids.point(act, point.number), f"{point.number}."
    for position, text in enumerate(point.paragraphs, 1):
        yield ids.paragraph(act, point.number, position), text
    for sub in point.subpoints:
        node = ids.subpoint(act, point.number, sub.number)
        yield node, f"{sub.number})"
        yield node, sub.text


def _head(questionnaire: Questionnaire) -> Iterator[Given]:
    for text in questionnaire.mark:
        yield ids.part("questionnaire", "mark"), text
    yield ids.part("questionnaire", "title"), questionnaire.title
    for text in questionnaire.columns:
        yield ids.part("questionnaire", "columns"), text


def _section(section: Section) -> Iterator[Given]:
    yield ids.section(section.number), str(section.number)
    if section.title is not None:
        yield ids.section(section.number), section.title
    for position, text in enumerate(section.addressees, 1):
        yield ids.addressee(section.number, position), text
    for item in section.items:
        yield from _item(ids.item(section.number, item.number), item)


def _item(node: str, item: Item) -> Iterator[Given]:
    yield node, str(item.number)
    for line in item.lines:
        yield from _line(node, line)


def _line(node: str, line: Line) -> Iterator[Given]:
    if line.number is not None:
        yield node, f"{line.number}."
    yield node, line.text
    if line.prompt is not None:
        yield node, line.prompt
