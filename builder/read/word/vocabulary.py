"""Words that mean the same in every form, whatever its language: hints, yes and no, options of a choice."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.blocks.inline import ControlKind
from builder.read.expected import Expected, Passage
from builder.read.wording import folded

_EDITORS = Path(__file__).with_name("editors.toml")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`hints` as they are compared; `yes` and `no` as printed; `options` by the code of their slot."""

    hints: frozenset[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    options: dict[str, frozenset[str]]


def vocabulary(*forms: Expected) -> Vocabulary:
    """The words of the same form in the languages in which it exists."""
    options: dict[str, frozenset[str]] = {}
    for form in forms:
        for slot in form.slots.values():
            if slot.options:
                labels = frozenset(folded(option.label) for option in slot.options)
                options[slot.code] = options.get(slot.code, frozenset()) | labels
    pairs = [pair for form in forms for pair in _boxes(form)]
    return Vocabulary(
        hints=_editors().union(*(form.hints for form in forms)),
        yes=tuple(dict.fromkeys(pair[0] for pair in pairs)),
        no=tuple(dict.fromkeys(pair[1] for pair in pairs)),
        options=options,
    )


@cache
def _editors() -> frozenset[str]:
    with _EDITORS.open("rb") as stream:
        return frozenset(map(folded, tomllib.load(stream)["hints"]))


def _boxes(form: Expected) -> list[tuple[str, str]]:
    """The words after the two boxes, from the first passage that has them; all are alike."""
    for passage in form.passages:
        if is_yes_no(passage):
            words = passage.literals
            return [(words[1], words[2])]
    return []


def is_yes_no(passage: Passage) -> bool:
    return [slot.kind for slot in passage.slots] == [ControlKind.CHECK, ControlKind.CHECK]
