"""Identifiers are pinned: a change here breaks answers and references out in the world."""

from collections.abc import Callable
from pathlib import Path

from builder.load.library import Loaded
from builder.model.cells import cells
from builder.model.library import Content
from builder.model.nodes import identifiers

HERE = Path(__file__).parent


def test_node_identifiers_are_pinned(loaded: Loaded, golden: Callable[[Path, str], None]) -> None:
    names = [name for name, _ in identifiers(loaded.library)]
    assert len(names) == len(set(names))
    golden(HERE / "identifiers.txt", "\n".join(names) + "\n")


def test_cell_codes_are_pinned(content: Content, golden: Callable[[Path, str], None]) -> None:
    codes = [
        cell.code
        for section in content.sections
        for item in section.items
        for field in item.fields
        for cell in cells(section.number, item.number, field, content.breakdowns)
    ]
    assert len(codes) == len(set(codes))
    golden(HERE / "codes.txt", "\n".join(codes) + "\n")
