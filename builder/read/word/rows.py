"""Rows that respondents added to a list by copying one: each gets the next number of its list."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from builder.model.answers import Found, How
from builder.read.word.growth import Group
from builder.read.word.template import Taken


class Copied(NamedTuple):
    """An answer of a copied row."""

    taken: Taken
    how: How
    at: str


class Rows:
    """Copied rows as they come, column by column; a row ends when a column comes again."""

    def __init__(self) -> None:
        self.added: defaultdict[str, set[int]] = defaultdict(set)
        self._open: dict[str, tuple[Group, dict[str, Copied]]] = {}

    def named(self, group: Group, row: int) -> None:
        """A row that came with a number of its own."""
        self.added[group.prefix].add(row)

    def copied(self, group: Group, copied: Copied, found: Mapping[str, Found]) -> list[Found]:
        """Keeps an answer of a copied row; returns the answers of the row before, if it is now complete."""
        column = _column(group, copied.taken.slot.code)
        _, row = self._open.get(group.prefix, (group, {}))
        done = self._close(group, row, found) if column in row else []
        kept = {} if column in row else row
        self._open[group.prefix] = (group, {**kept, column: copied})
        return done

    def rest(self, found: Mapping[str, Found]) -> list[Found]:
        """The answers of rows that were still open at the end."""
        done = [answer for group, row in self._open.values() for answer in self._close(group, row, found)]
        self._open.clear()
        return done

    def _close(self, group: Group, row: dict[str, Copied], found: Mapping[str, Found]) -> list[Found]:
        if all(found[item.taken.slot.code].text == item.taken.text for item in row.values()):
            return []
        number = max((group.rows, *self.added[group.prefix])) + 1
        self.added[group.prefix].add(number)
        return [
            Found(f"{group.prefix}.{number}.{column}", item.taken.text, item.how, item.at, item.taken.ticked)
            for column, item in row.items()
        ]


def _column(group: Group, code: str) -> str:
    """What follows the number of the row in a code."""
    return code.removeprefix(f"{group.prefix}.").partition(".")[2]
