"""The document tree as JSON for the page templates: texts stay data and never become markup."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE, Language
from builder.blocks.inline import Control, Inlines
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Document,
    Drawing,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Style,
    Table,
)
from builder.write import qr
from builder.write.pdf.links import destinations, is_address, is_reference, is_square

Json = dict[str, object]
Words = str | list[str | Json]
"""Runs and controls; a single plain run is its text alone."""


def encode(document: Document, fonts: Sequence[str], faces: Path) -> str:
    """The whole document with the font families to set it in, best first.

    Charts are drawn with the `faces` of a folder.
    """
    encoder = _Encoder(frozenset(destinations(document.blocks)), faces)
    return json.dumps(
        {
            "title": document.title,
            "subject": document.subject,
            "keywords": document.keywords,
            "language": document.main,
            "kind": document.kind,
            "medium": document.medium,
            "languages": _languages(document),
            "form": document.form,
            "sides": document.language == SIDE_BY_SIDE,
            "fonts": list(fonts),
            "furniture": {
                "edition": document.furniture.edition,
                "hash": document.furniture.hash,
                "page_of": document.furniture.page_of,
                "header": document.furniture.header,
            },
            "blocks": [encoder.block(block) for block in document.blocks],
        },
        ensure_ascii=False,
    )


class _Encoder:
    """Knows the anchors of one document.

    A link to elsewhere is set as plain words; an anchor that comes twice (two languages side by side)
    holds at its first place.
    """

    def __init__(self, anchors: frozenset[str], faces: Path) -> None:
        self._anchors = anchors
        self._faces = faces
        self._unplaced = set(anchors)

    def block(self, block: Block) -> Json:
        match block:
            case Heading():
                own: Json = {"block": "heading", "level": block.level}
            case Paragraph():
                own = {"block": "paragraph", "style": block.style} | _paragraph(block)
            case Clause():
                own = {"block": "clause", "number": block.number}
            case Table():
                return self._table(block)
            case Drawing():
                return self._drawing(block)
            case PageBreak():
                return {"block": "break"}
            case _:
                assert_never(block)
        content = _unlinked(block.content) if is_square(block) else block.content
        return own | {"content": self._inlines(content)} | self._marks(block.anchor, block.language)

    def _inside(self, block: Block) -> Json | Words:
        """A block of a cell: an ordinary paragraph is its words alone."""
        if isinstance(block, Paragraph) and not (block.anchor or block.language or block.keep):
            if block.style is Style.CELL:
                return self._inlines(block.content)
            if block.style is Style.CODE:
                return {"block": "code", "content": self._inlines(block.content)}
        return self.block(block)

    def _drawing(self, drawing: Drawing) -> Json:
        from builder.write.chart.picture import picture  # noqa: PLC0415 - few documents have charts

        drawn = picture(drawing.chart, self._faces)
        own: Json = {"block": "drawing", "svg": drawn.svg, "width": drawn.width, "alt": drawing.alt}
        return own | {"language": drawing.language} if drawing.language else own

    def _marks(self, anchor: str | None, language: Language | None) -> Json:
        marks: Json = {"language": language} if language else {}
        if anchor in self._unplaced:
            self._unplaced.discard(anchor)
            marks["anchor"] = anchor
        return marks

    def _table(self, table: Table) -> Json:
        own: Json = {
            "block": "table",
            "kind": table.kind,
            "widths": table.widths,
            "rows": [self._row(row) for row in table.rows],
        }
        if table.header:
            own["header"] = [self._row(row) for row in table.header]
        if table.together:
            own["together"] = True
        return own

    def _row(self, row: Row) -> Json:
        own: Json = {"cells": [self._cell(cell) for cell in row.cells]}
        if row.whole:
            own["whole"] = True
        if row.band:
            own["band"] = True
        return own

    def _cell(self, cell: Cell) -> Json:
        own: Json = {"blocks": [self._inside(block) for block in cell.blocks]}
        if cell.columns > 1:
            own["columns"] = cell.columns
        if cell.rows > 1:
            own["rows"] = cell.rows
        if cell.language:
            own["language"] = cell.language
        return own

    def _inlines(self, content: Inlines) -> Words:
        words = [self._run(item) if isinstance(item, Run) else _control(item) for item in content]
        return words[0] if len(words) == 1 and isinstance(words[0], str) else words

    def _run(self, run: Run) -> str | Json:
        own: Json = {"text": run.text}
        if run.strong:
            own["strong"] = True
        if run.emphasis:
            own["emphasis"] = True
        if is_address(run):
            own["url"] = run.target
        elif is_reference(run, self._anchors):
            own["to"] = run.target
        return own if len(own) > 1 else run.text


def _languages(document: Document) -> list[Language]:
    return list(LAW_LANGUAGES) if document.language == SIDE_BY_SIDE else [document.main]


def _paragraph(paragraph: Paragraph) -> Json:
    """What a paragraph has beside its words; a square leads a phone to an address."""
    own: Json = {"keep": True} if paragraph.keep else {}
    targets = (item.target for item in paragraph.content if isinstance(item, Run) and item.target)
    address = next(targets, None) if is_square(paragraph) else None
    return own if address is None else own | {"square": qr.svg(address)}


def _unlinked(content: Inlines) -> Inlines:
    return tuple(replace(item, target=None) if isinstance(item, Run) else item for item in content)


def _control(control: Control) -> Json:
    return {"field": control.code, "kind": control.kind, "rows": control.rows}
