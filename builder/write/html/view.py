"""Blocks of the tree as plain values for the page templates: texts stay data and are escaped there."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import assert_never

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, Inlines
from builder.blocks.tree import (
    Block,
    Cell,
    Clause,
    Drawing,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Style,
    Table,
    TableKind,
    walk,
)
from builder.write import qr
from builder.write.chart.picture import picture

View = dict[str, object]
_ADDRESSES = ("http://", "https://", "mailto:", "tel:")


def views(blocks: tuple[Block, ...], faces: Path) -> list[View]:
    """The blocks of a page, knowing which anchors it has; charts are drawn with the `faces` of a folder."""
    return _Viewer(frozenset(_anchors(blocks)), faces).flow(blocks)


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, Heading | Paragraph | Clause) and block.anchor is not None:
            yield block.anchor


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.ITEM


class _Viewer:
    """An anchor that comes twice holds at its first place."""

    def __init__(self, anchors: frozenset[str], faces: Path) -> None:
        self._anchors = anchors
        self._faces = faces
        self._unplaced = set(anchors)

    def flow(self, blocks: tuple[Block, ...]) -> list[View]:
        """Blocks in their order; neighbouring items become one list."""
        result: list[View] = []
        for listed, group in groupby(blocks, key=_is_item):
            found = [self._block(block) for block in group]
            result.extend([{"block": "list", "items": found}] if listed else found)
        return result

    def _block(self, block: Block) -> View:
        match block:
            case Heading():
                own: View = {"block": "heading", "level": min(block.level, 6)}
            case Paragraph():
                own = {"block": "paragraph", "style": str(block.style), "code": _code(block)}
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
        return own | {"content": self._inlines(block.content)} | self._marks(block.anchor, block.language)

    def _drawing(self, drawing: Drawing) -> View:
        language = None if drawing.language is None else str(drawing.language)
        svg = picture(drawing.chart, self._faces).svg
        return {"block": "drawing", "svg": svg, "alt": drawing.alt, "language": language, "anchor": None}

    def _marks(self, anchor: str | None, language: Language | None) -> View:
        marks: View = {"language": None if language is None else str(language), "anchor": None}
        if anchor in self._unplaced:
            self._unplaced.discard(anchor)
            marks["anchor"] = anchor
        return marks

    def _table(self, table: Table) -> View:
        if table.kind is TableKind.STEPS:
            return {"block": "steps", "steps": [self._step(row) for row in table.rows]}
        return {
            "block": "layout" if table.kind is TableKind.LAYOUT else "table",
            "label": table.label,
            "header": [self._row(row) for row in table.header],
            "rows": [self._row(row) for row in table.rows],
        }

    def _step(self, row: Row) -> View:
        """Number, words and whom to call; the number is said by the list itself."""
        number, words, *aside = row.cells
        calls = [self._block(block) for cell in aside for block in cell.blocks]
        return {
            "number": _plain(number.blocks),
            "words": self.flow(words.blocks),
            "call": calls,
            "to": _dialled(aside),
        }

    def _row(self, row: Row) -> View:
        return {"band": row.band, "cells": [self._cell(cell) for cell in row.cells]}

    def _cell(self, cell: Cell) -> View:
        return {
            "columns": cell.columns,
            "rows": cell.rows,
            "header": cell.header,
            "language": None if cell.language is None else str(cell.language),
            "blocks": self.flow(cell.blocks),
        }

    def _inlines(self, content: Inlines) -> list[View]:
        return [self._run(item) if isinstance(item, Run) else _control(item) for item in content]

    def _run(self, run: Run) -> View:
        target = run.target or ""
        to = target if target.startswith(_ADDRESSES) else f"#{target}" if target in self._anchors else None
        return {"text": run.text, "strong": run.strong, "emphasis": run.emphasis, "to": to}


def _control(control: Control) -> View:
    """A page is read, not filled in: a control is a line to write on."""
    return {"blank": control.label}


def _dialled(cells: list[Cell]) -> str | None:
    """Where the number of a step leads."""
    runs = (
        item
        for cell in cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, Run)
    )
    return next((run.target for run in runs if run.target), None)


def _code(paragraph: Paragraph) -> str | None:
    """The square of a paragraph that is one."""
    if paragraph.style is not Style.QR:
        return None
    runs = (item for item in paragraph.content if isinstance(item, Run))
    address = next((run.target for run in runs if run.target), None)
    return None if address is None else qr.svg(address)


def _plain(blocks: tuple[Block, ...]) -> str:
    return "".join(
        item.text
        for block in blocks
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, Run)
    )
