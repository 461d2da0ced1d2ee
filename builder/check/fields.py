"""Fields of the questionnaire with the place they have, for the checks that look at each."""

from collections.abc import Iterator

from builder.model.library import Library
from builder.model.questionnaire import Column, Field, Item


def items(library: Library) -> Iterator[Item]:
    for file in library.sections:
        yield from file.section.items


def fields(library: Library) -> Iterator[Field]:
    for item in items(library):
        yield from item.fields


def measured(library: Library) -> Iterator[Field | Column]:
    """Fields, and columns of entries: whatever may have a unit."""
    for field in fields(library):
        yield field
        yield from field.columns
