"""Codes of answers that the questionnaire has, found without making every cell of it."""

from builder.base import ids
from builder.model.cells import cells
from builder.model.library import Library
from builder.model.questionnaire import Field

GENERAL = 1
RANKED = range(1, 5)
"""Items of the general section whose entries are ranked: risks, factors, measures and their kinds."""
_OF_FIELD = 3
"""Numbers of the code of a field: section, item, field."""


def is_code(library: Library, code: str) -> bool:
    """A field, a reason for absence or a cell has this code; yes for sections that could not be read."""
    numbers = [int(number) for number in code.split(".") if number]
    if len(numbers) < _OF_FIELD:
        return False
    section, item, number = numbers[:_OF_FIELD]
    if section not in {file.section.number for file in library.sections}:
        return 1 <= section <= 16 and len(library.sections) < 16
    if number == ids.REASON:
        return len(numbers) == _OF_FIELD and _has_item(library, section, item)
    field = _field(library, section, item, number)
    if field is None:
        return False
    breakdowns = () if library.breakdowns is None else library.breakdowns.breakdowns
    return len(numbers) == _OF_FIELD or any(
        cell.code == code for cell in cells(section, item, field, breakdowns)
    )


def entries(library: Library) -> tuple[str, ...]:
    """Codes of the entries that may be judged (items 1.1-1.4), in order."""
    return tuple(
        ids.code(GENERAL, item.number, field.code)
        for file in library.sections
        if file.section.number == GENERAL
        for item in file.section.items
        if item.number in RANKED
        for field in item.fields
    )


def _has_item(library: Library, section: int, number: int) -> bool:
    return any(
        item.number == number
        for file in library.sections
        if file.section.number == section
        for item in file.section.items
    )


def _field(library: Library, section: int, item: int, code: int) -> Field | None:
    return next(
        (
            field
            for file in library.sections
            if file.section.number == section
            for one in file.section.items
            if one.number == item
            for field in one.fields
            if field.code == code
        ),
        None,
    )
