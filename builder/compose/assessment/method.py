"""The method of the expert group in words: the annex by which a reader can follow every rank."""

from collections.abc import Iterator

from builder.base.dates import dated
from builder.base.inline import Run
from builder.base.quantity import NBSP
from builder.blocks.tree import Block, Clause, Heading, Paragraph, Row, Style, Table, TableKind
from builder.compose.assessment.cells import lines
from builder.compose.assessment.telling import Telling, code_anchor, entry_anchor, linked
from builder.compose.items import cell, header
from builder.compose.voice import said
from builder.model.method import ScaleStep

_THOUSAND = 1000


def method(telling: Telling) -> Iterator[Block]:
    voice, content = telling.voice, telling.content.method
    yield voice.paragraph(content.title, Style.CENTER)
    since = dated(content.since, telling.language)
    yield Paragraph(said(telling.label("method_version", version=content.version, since=since)), Style.CENTER)
    yield voice.paragraph(content.owner)
    for number, text in enumerate(content.principles, 1):
        yield Clause(f"{number})", voice.runs(text), 1)
    yield from _measures(telling)
    for rule in content.rules:
        yield Paragraph((Run(f"{voice.words(rule.title)}. ", strong=True), *voice.runs(rule.text)))
    yield from _scale(telling, "scale_probability", content.probability)
    yield from _scale(telling, "scale_consequence", content.consequence)
    yield from _scale(telling, "classes", content.classes)
    yield from _classes(telling)
    yield from _confidence(telling)
    yield from _links(telling)


def _table(
    telling: Telling, key: str, widths: tuple[float, ...], columns: tuple[str, ...], rows: list[Row]
) -> Iterator[Block]:
    words = telling.label(key)
    yield Heading(3, said(words))
    head = header(*(telling.label(column) for column in columns))
    yield Table(TableKind.GRID, widths, tuple(rows), words, header=(head,))


def _measures(telling: Telling) -> Iterator[Block]:
    voice = telling.voice
    rows = [
        Row(
            (
                cell(voice.words(one.name), bold=True),
                cell(voice.words(one.meaning)),
                cell(_share(one.weight)),
            ),
            whole=True,
        )
        for one in telling.content.method.measures
    ]
    yield from _table(telling, "measure", (3.0, 10.0, 2.0), ("measure", "meaning", "weight"), rows)


def _share(thousandths: int) -> str:
    return f"{thousandths * 100 // _THOUSAND}{NBSP}%"


def _scale(telling: Telling, key: str, steps: tuple[ScaleStep, ...]) -> Iterator[Block]:
    voice = telling.voice
    rows = [
        Row(
            (cell(f"{step.value}. {voice.words(step.name)}", bold=True), cell(voice.words(step.meaning))),
            whole=True,
        )
        for step in steps
    ]
    yield from _table(telling, key, (3.0, 10.0), ("step", "meaning"), rows)


def _classes(telling: Telling) -> Iterator[Block]:
    """The stated table: a row for each probability, a column for each consequence."""
    content, voice = telling.content.method, telling.voice
    names = {one.value: voice.words(one.name) for one in content.classes}
    words = telling.label("class_table")
    columns = (f"{step.value}. {voice.words(step.name)}" for step in content.consequence)
    rows = [
        Row(
            (
                cell(f"{step.value}. {voice.words(step.name)}", bold=True),
                *(cell(names[value]) for value in content.classes_by[step.value - 1]),
            ),
            whole=True,
        )
        for step in content.probability
    ]
    head = header(telling.label("class_corner"), *columns)
    yield Heading(3, said(words))
    yield Table(TableKind.GRID, (3.2, 3.2, 3, 3, 3, 3), tuple(rows), words, header=(head,))


def _confidence(telling: Telling) -> Iterator[Block]:
    bounds = ("answering", "years", "substance", "linked")
    rows = [
        Row(
            (
                cell(telling.voice.words(one.name), bold=True),
                cell(_share(one.answering)),
                cell(str(one.years)),
                cell(_share(one.substance)),
                cell(str(one.linked)),
            ),
            whole=True,
        )
        for one in telling.content.method.confidence
    ]
    columns = ("confidence_level", *(f"confidence_{key}" for key in bounds))
    yield from _table(telling, "confidence_rule", (2.6, 3, 3, 3.2, 3.6), columns, rows)


def _links(telling: Telling) -> Iterator[Block]:
    rows = [
        Row(
            (
                lines(linked([(one.code, entry_anchor(one.code))])),
                lines(linked((code, code_anchor(code)) for code in one.data)),
                cell(telling.voice.words(one.why)),
            ),
            whole=True,
        )
        for one in telling.content.method.links
    ]
    yield from _table(telling, "links", (1.7, 4.0, 9.0), ("entry", "codes", "why"), rows)
