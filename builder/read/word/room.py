"""Empty places for words that stand beside the form's own: where they may belong, and whether they fit."""

import re
from collections.abc import Iterable

from builder.blocks.inline import ControlKind
from builder.read.expected import Expected, Passage, Slot
from builder.read.word import ticks
from builder.read.word.growth import Growth
from builder.read.word.vocabulary import Vocabulary
from builder.read.wording import folded

_TEXT = frozenset((ControlKind.LINE, ControlKind.AREA))
_LONGEST_NUMBER = 40
"""Characters of an answer in a number, date or choice; more is text."""
_NUMERIC = re.compile(r"\d[\d\s.,%–-]*\w{0,12}\.?")


def takers(text: str, empty: Iterable[Slot], words: Vocabulary) -> list[Slot]:
    """Those of the empty slots that could take the words: figures prefer numbers, sentences text."""
    slots = [slot for slot in empty if _takes(text, slot, words)]
    boxes = [slot for slot in slots if slot.kind is ControlKind.CHECK]
    if boxes:
        return boxes
    numeric = _NUMERIC.fullmatch(text.strip()) is not None
    preferred = [slot for slot in slots if (slot.kind not in _TEXT) == numeric]
    return preferred or slots


def _takes(text: str, slot: Slot, words: Vocabulary) -> bool:
    match slot.kind:
        case ControlKind.CHECK:
            chosen = ticks.choice_of(text, words.yes, words.no)
            return chosen is not None and chosen == slot.code.endswith(".1")
        case ControlKind.CHOICE:
            return folded(text) in words.options.get(slot.code, frozenset())
        case ControlKind.NUMBER | ControlKind.DATE:
            return len(text) <= _LONGEST_NUMBER
        case ControlKind.LINE | ControlKind.AREA:
            return True


class Rooms:
    """Slots around a passage, nearest first. Rows of lists are no room: nobody can tell which is meant."""

    def __init__(self, form: Expected, growth: Growth) -> None:
        self._form = form
        self._cells: dict[tuple[int, int, int], list[Slot]] = {}
        self._rows: dict[tuple[int, int], list[Slot]] = {}
        self._opens: set[tuple[int, int]] = set()
        for passage in form.passages:
            if passage.column == 1 and not passage.slots:
                self._opens.add((passage.table, passage.row))
            if passage.table >= 0 and growth.of(passage) is None:
                self._cells.setdefault(passage.cell, []).extend(passage.slots)
                self._rows.setdefault(passage.cell[:2], []).extend(passage.slots)

    def family(self, passage: Passage) -> list[Slot]:
        """The slots of a passage and of a large field right below it that goes on with its code."""
        below = self._form.passages[passage.index + 1 : passage.index + 2]
        goes_on = [slot for other in below if not other.lead for slot in other.slots]
        lead = passage.lead
        return [
            *passage.slots,
            *(slot for slot in goes_on if lead and (slot.code == lead or slot.code.startswith(f"{lead}."))),
        ]

    def cell(self, passage: Passage) -> list[Slot]:
        return self._cells.get(passage.cell, [])

    def beside(self, passage: Passage) -> list[Slot]:
        """The slots of the row, and of the rows below over which the question goes on."""
        table, row, _ = passage.cell
        found = list(self._rows.get((table, row), ()))
        while (table, row + 1) not in self._opens and (table, row + 1) in self._rows:
            row += 1
            found += self._rows[table, row]
        return found
