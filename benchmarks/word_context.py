"""What the docxtpl template of the baseline is filled with: the blocks of a document in Word's terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import assert_never

from docxtpl import DocxTemplate, RichText

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind, Inline, Inlines
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
    walk,
)
from builder.ooxml.names import bookmark_name
from builder.write.docx import styles
from builder.write.docx.room import writing_room

Context = dict[str, object]

PADDING = 216
"""Left and right padding of a cell together, in twentieths of a point."""
BLANK = "\u00a0" * 10
LONGEST_ALIAS = 64
OUTER = ("https://", "http://", "mailto:", "tel:")
SHADES = {"head": "E7E6E6", "band": "F2F2F2", "": ""}


@dataclass(frozen=True)
class Frame:
    """Of a shell: the width of its text in twentieths of a point, and ids of styles by lower-case name."""

    width: int
    styles: Mapping[str, str]


def context(document: Document, frame: Frame, template: DocxTemplate) -> Context:
    """The values of a template for a document, those of its header and footer included."""
    template.init_docx()  # links to addresses are kept in the file itself
    anchors = {
        block.anchor for block in walk(document.blocks) if isinstance(block, Heading | Paragraph | Clause)
    }
    filler = _Filler(document, frame, template, frozenset(anchor for anchor in anchors if anchor))
    before, _, rest = document.furniture.page_of.partition("{")
    between, after = rest.partition("}")[2].partition("{")[0], rest.rpartition("}")[2]
    return {
        "language": document.main.tag,
        "width": frame.width,
        "blocks": filler.flow(document.blocks, _Spot(document.main)),
        "edition": document.furniture.edition,
        "content_hash": document.furniture.hash,
        "header": document.furniture.header,
        "page_before": before,
        "page_between": between,
        "page_after": after,
    }


@dataclass(frozen=True)
class _Spot:
    """The language and the role of the cell in which a block stands: `head`, `band` or none."""

    language: Language
    role: str = ""
    band: bool = False


@dataclass
class _Filler:
    """Fills one document; numbers of bookmarks and controls are given out one by one."""

    document: Document
    frame: Frame
    template: DocxTemplate
    anchors: frozenset[str]
    _bookmarks: set[str] = field(default_factory=set)
    _numbers: int = 0

    def flow(self, blocks: tuple[Block, ...], spot: _Spot) -> list[Context]:
        """Blocks one after another; tables stand apart and are never the last."""
        found: list[Context] = []
        broken = after_table = False
        for block in blocks:
            match block:
                case PageBreak():
                    broken = True
                    continue
                case Table():
                    if broken or after_table:
                        found.append(self._gap(broken=broken))
                    found.append(self._table(block, spot))
                case Heading() | Paragraph() | Clause():
                    found.append(self._paragraph(block, spot, broken=broken))
                case Drawing():
                    raise ValueError("none of the kinds measured has drawings")
                case _:
                    assert_never(block)
            broken, after_table = False, isinstance(block, Table)
        return [*found, self._gap(broken=broken)] if after_table or broken or not found else found

    def _style(self, name: str) -> str:
        return self.frame.styles[name.casefold()]

    def _gap(self, *, broken: bool) -> Context:
        return {"style": self._style(styles.GAP), "broken": broken, "content": []}

    def _paragraph(self, block: Heading | Paragraph | Clause, spot: _Spot, *, broken: bool) -> Context:
        content: Inlines = block.content
        match block:
            case Heading():
                name = styles.HEADINGS[block.level - 1]
            case Clause():
                name = styles.CLAUSES[min(block.level, 1)]
                content = (Run(f"{block.number} "), *content)
            case Paragraph(style=Style.CELL) if spot.role:
                name = styles.CELL_HEAD if spot.role == "head" else styles.BAND
            case Paragraph():
                name = styles.PARAGRAPHS[block.style]
            case _:
                assert_never(block)
        return {
            "style": self._style(name),
            "keep": spot.band or (isinstance(block, Paragraph) and block.keep),
            "broken": broken,
            "bookmark": self._bookmark(block.anchor),
            "page_of": self._entry(block),
            "content": list(self._pieces(content, block.language or spot.language)),
        }

    def _entry(self, block: Heading | Paragraph | Clause) -> str | None:
        """Where a line of contents leads to: its page stands at the end."""
        if not isinstance(block, Paragraph) or block.style is not Style.ENTRY:
            return None
        targets = (run.target for run in block.content if isinstance(run, Run) and self._leads_inside(run))
        return next((bookmark_name(target) for target in targets if target), None)

    def _bookmark(self, anchor: str | None) -> Context | None:
        if anchor is None or anchor in self._bookmarks:
            return None
        self._bookmarks.add(anchor)
        return {"number": len(self._bookmarks), "name": bookmark_name(anchor)}

    def _pieces(self, content: Inlines, language: Language) -> Iterator[Context]:
        """Neighbouring runs without a place to lead to are one rich text."""
        text = RichText()
        for item in content:
            if isinstance(item, Run) and not self._leads_inside(item):
                self._add(text, item, language)
                continue
            if text.xml:
                yield {"text": text}
                text = RichText()
            yield self._piece(item, language)
        if text.xml:
            yield {"text": text}

    def _leads_inside(self, run: Run) -> bool:
        return run.target is not None and run.target in self.anchors

    def _add(self, text: RichText, run: Run, language: Language, look: str | None = None) -> None:
        address = run.target if run.target and run.target.startswith(OUTER) else None
        text.add(
            run.text,
            style=self._style(styles.LINK) if address else look,
            bold=run.strong,
            italic=run.emphasis,
            lang=None if language is self.document.main else language.tag,
            url_id=self.template.build_url_id(address) if address else None,
        )

    def _piece(self, item: Inline, language: Language) -> Context:
        match item:
            case Run():
                text = RichText()
                self._add(text, item, language, self._style(styles.REFERENCE))
                return {"to": bookmark_name(item.target or ""), "text": text}
            case Control():
                return self._control(item)
            case _:
                assert_never(item)

    def _control(self, control: Control) -> Context:
        self._numbers += 1
        box = control.kind is ControlKind.CHECK
        alias = control.label or control.code
        if len(alias) > LONGEST_ALIAS:
            alias = f"{alias[: LONGEST_ALIAS - 1].rstrip()}…"
        return {
            "kind": control.kind.value,
            "tag": control.code,
            "alias": alias,
            "number": self._numbers,
            "style": self._style(styles.CHECK_BOX if box else styles.ANSWER),
            "look": self._style(styles.CHECK_BOX if box else styles.HINT),
            "shown": "\u2610" if box else control.hint or BLANK,
            "options": control.options,
        }

    def _table(self, table: Table, spot: _Spot) -> Context:
        unit = self.frame.width / sum(table.widths)
        edges = [round(edge * unit) for edge in accumulate(table.widths, initial=0.0)]
        columns = [right - left for left, right in pairwise(edges)]
        covered: dict[int, tuple[int, int]] = {}
        rows = [self._row(row, columns, covered, spot, head=True) for row in table.header]
        rows += [self._row(row, columns, covered, spot, head=False) for row in table.rows]
        return {
            "style": self._style(styles.TABLES[table.kind]),
            "label": table.label,
            "width": sum(columns),
            "columns": columns,
            "headed": int(bool(table.header)),
            "rows": rows,
        }

    def _row(
        self, row: Row, columns: list[int], covered: dict[int, tuple[int, int]], spot: _Spot, *, head: bool
    ) -> Context:
        """`covered` has, by column, the width and the rows to come of cells from above."""
        cells: list[Context] = []
        column = height = 0
        own = iter(row.cells)
        while column < len(columns):
            if column in covered:
                span, left = covered.pop(column)
                if left > 1:
                    covered[column] = span, left - 1
                cells.append({**self._empty(columns[column : column + span], spot), "merge": "continue"})
            else:
                cell = next(own)
                span = len(columns) if row.band and len(row.cells) == 1 else cell.columns
                if cell.rows > 1:
                    covered[column] = span, cell.rows - 1
                room = columns[column : column + span]
                cells.append(self._cell(cell, room, spot, row, head=head))
                height = max(height, writing_room(cell.blocks, sum(room) - PADDING))
            column += span
        return {"head": head, "whole": row.whole or head or row.band, "height": height, "cells": cells}

    def _empty(self, room: list[int], spot: _Spot) -> Context:
        blocks = self.flow((Paragraph((), Style.CELL),), spot)
        return {"width": sum(room), "span": len(room), "blocks": blocks}

    def _cell(self, cell: Cell, room: list[int], spot: _Spot, row: Row, *, head: bool) -> Context:
        role = "head" if head or cell.header else "band" if row.band else ""
        inside = _Spot(cell.language or spot.language, role, row.band)
        blocks = self.flow(cell.blocks or (Paragraph((), Style.CELL),), inside)
        merge = "restart" if cell.rows > 1 else ""
        return {
            "width": sum(room), "span": len(room), "merge": merge, "shade": SHADES[role], "blocks": blocks,
        }  # fmt: skip
