"""Lists that may grow: rows of entries and of open breakdowns, which respondents add to.

Known by their shape: rows that repeat the same words and slots, only their number differs.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builder.blocks.inline import ControlKind
from builder.read.expected import Expected, Part, Passage, Slot

_ENTRY = 5
"""Numbers in the code of a column of an entry: section, item, field, row, column."""
_DIGITS = 3
"""Of the number of a row; lists with thousands of rows are no answers."""
_OPEN = [ControlKind.LINE, ControlKind.NUMBER]
"""Slots of a row of an open breakdown: a name and a number."""


@dataclass(frozen=True, slots=True)
class Group:
    """A list by the code before the number of its rows; `columns` are the passages of its first row."""

    prefix: str
    rows: int
    columns: Mapping[str, Passage]

    def passage(self, row: int, column: str) -> Passage:
        """What the passage of a row would be that the form does not have yet."""
        first = self.columns[column]
        old, new = f"{self.prefix}.1", f"{self.prefix}.{row}"
        parts = tuple(_renumbered(part, old, new) for part in first.parts)
        return replace(first, parts=parts, lead=new + first.lead.removeprefix(old))


def _renumbered(part: Part, old: str, new: str) -> Part:
    if isinstance(part, Slot):
        return replace(part, code=new + part.code.removeprefix(old))
    return new + part.removeprefix(old) if part.startswith(old) else part


class Growth:
    """The lists of a form."""

    def __init__(self, form: Expected) -> None:
        self._groups = {group.prefix: group for group in _groups(form)}

    def of(self, passage: Passage) -> tuple[Group, str] | None:
        """The list that a passage belongs to and its column there; None for passages outside of lists."""
        return self.at(passage.lead) if passage.lead else None

    def at(self, code: str) -> tuple[Group, str] | None:
        """The same by a visible code, or by one with a row that the form does not have."""
        for depth in (1, 2):
            stem, *tail = code.rsplit(".", depth)
            group = self._groups.get(stem)
            column = ".".join(tail[1:])
            if group is not None and column in group.columns:
                return group, column
        return None

    def beyond(self, code: str) -> Passage | None:
        """The passage of a row that was added with a code of its own: by its visible code, or by a slot's."""
        for lead in (code, code.rpartition(".")[0]):
            found = self.at(lead)
            if found is not None:
                row = row_of(found[0], lead)
                return found[0].passage(row, found[1]) if row > found[0].rows else None
        return None


def row_of(group: Group, code: str) -> int:
    """The number of the row in a code of a list; 0 where a foreign tag has none."""
    word = code.removeprefix(f"{group.prefix}.").split(".", 1)[0]
    return int(word) if word.isascii() and word.isdigit() and len(word) <= _DIGITS else 0


def _groups(form: Expected) -> list[Group]:
    rows: defaultdict[str, dict[int, dict[str, Passage]]] = defaultdict(lambda: defaultdict(dict))
    for passage in form.passages:
        place = _place(passage)
        if place is not None:
            prefix, row, column = place
            rows[prefix][row][column] = passage
    return [Group(prefix, len(found), found[1]) for prefix, found in rows.items() if _repeats(found)]


def _place(passage: Passage) -> tuple[str, int, str] | None:
    """Where a passage would stand if it were part of a list: code of the list, row, column."""
    slots = passage.slots
    if not passage.lead or not slots:
        return None
    if [slot.kind for slot in slots] == _OPEN and slots[0].code == f"{passage.lead}.1":
        prefix, _, row = passage.lead.rpartition(".")
        return prefix, int(row), ""
    if len(slots) == 1 and slots[0].code == passage.lead and passage.lead.count(".") == _ENTRY - 1:
        prefix, row, column = passage.lead.rsplit(".", 2)
        return prefix, int(row), column
    return None


def _repeats(rows: Mapping[int, Mapping[str, Passage]]) -> bool:
    shapes = {tuple((column, _shape(passage)) for column, passage in row.items()) for row in rows.values()}
    return len(rows) > 1 and len(shapes) == 1 and 1 in rows


def _shape(passage: Passage) -> tuple[str, ...]:
    """Words and kinds of slots, without codes."""
    return tuple(
        part.kind.value if isinstance(part, Slot) else part.removeprefix(passage.lead)
        for part in passage.parts
    )
