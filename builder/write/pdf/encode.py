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
    Table,
)
from builder.write import qr
from builder.write.chart.picture import picture
from builder.write.pdf.links import destinations, is_address, is_reference, is_square

Json = dict[str, object]


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
                own = {"block": "paragraph", "style": block.style, "keep": block.keep} | _code(block)
            case Clause():
                own = {"block": "clause", "number": block.number, "level": block.level}
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

    def _drawing(self, drawing: Drawing) -> Json:
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
            "header": [self._row(row) for row in table.header],
            "rows": [self._row(row) for row in table.rows],
        }
        return own | {"together": True} if table.together else own

    def _row(self, row: Row) -> Json:
        return {"whole": row.whole, "band": row.band, "cells": [self._cell(cell) for cell in row.cells]}

    def _cell(self, cell: Cell) -> Json:
        own: Json = {
            "columns": cell.columns,
            "rows": cell.rows,
            "header": cell.header,
            "blocks": [self.block(block) for block in cell.blocks],
        }
        return own | {"language": cell.language} if cell.language else own

    def _inlines(self, content: Inlines) -> list[str | Json]:
        return [self._run(item) if isinstance(item, Run) else _control(item) for item in content]

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


def _code(paragraph: Paragraph) -> Json:
    """The square of a paragraph that leads a phone to an address."""
    targets = (item.target for item in paragraph.content if isinstance(item, Run) and item.target)
    address = next(targets, None) if is_square(paragraph) else None
    return {} if address is None else {"square": qr.svg(address)}


def _unlinked(content: Inlines) -> Inlines:
    return tuple(replace(item, target=None) if isinstance(item, Run) else item for item in content)


def _control(control: Control) -> Json:
    return {"field": control.code, "kind": control.kind, "rows": control.rows}
