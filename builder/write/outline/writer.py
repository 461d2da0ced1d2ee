"""Tree to plain text: one line per block, controls shown as `[kind code]`."""

from collections.abc import Iterator
from typing import assert_never

from builder.base.inline import Run
from builder.blocks.figure import Chart, Datum
from builder.blocks.inline import Inlines
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


def write(document: Document) -> str:
    """The whole document, metadata first."""
    head = (
        f"kind: {document.kind}",
        f"language: {document.language}",
        f"title: {document.title}",
        f"form: {str(document.form).lower()}",
        "",
    )
    return "\n".join((*head, *_blocks(document.blocks, ""))) + "\n"


def inline(content: Inlines) -> str:
    """Runs with marks for emphasis and links; no-break spaces shown as `~`."""
    return "".join(
        _run(item) if isinstance(item, Run) else f"[{item.kind} {item.code}]" for item in content
    ).replace("\u00a0", "~")


def _run(run: Run) -> str:
    mark = "**" if run.strong else "*" if run.emphasis else ""
    words = f"{mark}{run.text}{mark}"
    return f"[{words}]({run.target})" if run.target else words


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{indent}{'#' * block.level} {inline(block.content)}"
        case Paragraph():
            yield f"{indent}{block.style}: {inline(block.content)}"
        case Clause():
            yield f"{indent}{'  ' * block.level}{block.number} {inline(block.content)}"
        case Table():
            yield f"{indent}table {block.kind} {block.widths}"
            for row in (*block.header, *block.rows):
                yield from _row(row, indent)
        case Drawing():
            yield f"{indent}drawing {block.chart.kind}: {block.alt}"
            yield from _chart(block.chart, f"{indent}  ")
        case PageBreak():
            yield f"{indent}---"
        case _:
            assert_never(block)


def _chart(chart: Chart, indent: str) -> Iterator[str]:
    """The words and bounds of a chart, a line for each category; `‖` before a category is a break."""
    yield f"{indent}title: {chart.title}"
    named = (("unit", chart.unit), ("axis", chart.axis), ("side", chart.side))
    yield from (f"{indent}{name}: {words}" for name, words in named if words)
    for at, category in enumerate(chart.categories):
        share = f" | {chart.shares[at]}" if chart.shares else ""
        data = "".join(f" | {run.name} = {run.data[at].shown} {_bounds(run.data[at])}" for run in chart.runs)
        yield f"{indent}{'‖ ' if at in chart.breaks else ''}{category}{data}{share}"


def _bounds(datum: Datum) -> str:
    bounds = ("" if bound is None else f"{bound:g}" for bound in (datum.low, datum.high))
    return f"[{'..'.join(bounds)}]"


def _row(row: Row, indent: str) -> Iterator[str]:
    marks = [name for name, on in (("band", row.band), ("whole", row.whole)) if on]
    yield f"{indent}  row {' '.join(marks)}".rstrip()
    for cell in row.cells:
        yield from _cell(cell, indent)


def _cell(cell: Cell, indent: str) -> Iterator[str]:
    spans = "".join(
        f" {name} {count}" for name, count in (("columns", cell.columns), ("rows", cell.rows)) if count > 1
    )
    yield f"{indent}    cell{spans}"
    yield from _blocks(cell.blocks, indent + "      ")
