"""Calls of figures in prose: `{{ value("2.11.1", 2023) }}`.

A call is read into data by this grammar alone and never run as a program: there are names of calls, codes,
years and cases, and nothing else that could be written.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from builder.base.kazakh import Case


@dataclass(frozen=True, slots=True)
class Value:
    """`value("2.11.1", 2023)`: the number with its unit; a case may follow the year: `"dative"`."""

    code: str
    year: int
    case: Case = Case.NOMINATIVE


@dataclass(frozen=True, slots=True)
class Number:
    """`number("2.11.1", 2023)`: the same without its unit."""

    code: str
    year: int
    case: Case = Case.NOMINATIVE


@dataclass(frozen=True, slots=True)
class Share:
    """`share("2.11.1.1.1.2", "2.11.1", 2023)`: what part of the second the first is, in percent."""

    part: str
    whole: str
    year: int


@dataclass(frozen=True, slots=True)
class Change:
    """`change("2.11.1", 2023, 2022)`: by how much the first year has more or less than the second."""

    code: str
    year: int
    before: int


@dataclass(frozen=True, slots=True)
class Times:
    """`times("2.11.1", 2023, 2022)`: how many times more the first year has than the second."""

    code: str
    year: int
    before: int


@dataclass(frozen=True, slots=True)
class Series:
    """`series("2.11.1")`: the values of all years, holes included."""

    code: str


@dataclass(frozen=True, slots=True)
class Asked:
    """`asked(2, 2023)`: bodies of a section that were asked; section 0 is all of them."""

    section: int
    year: int
    case: Case = Case.NOMINATIVE


@dataclass(frozen=True, slots=True)
class Bodies:
    """`bodies(2, 2023)`: bodies of a section whose form came back; section 0 is all of them."""

    section: int
    year: int
    case: Case = Case.NOMINATIVE


Call = Value | Number | Share | Change | Times | Series | Asked | Bodies


def figures_of(call: Call, years: Iterable[int]) -> tuple[tuple[str, int], ...]:
    """Code and year of every figure that a call says or is worked out of; `years` are those of the period."""
    match call:
        case Value() | Number():
            return ((call.code, call.year),)
        case Share():
            return ((call.part, call.year), (call.whole, call.year))
        case Change() | Times():
            return ((call.code, call.year), (call.code, call.before))
        case Series():
            return tuple((call.code, year) for year in years)
        case Asked() | Bodies():
            return ()
        case _:
            assert_never(call)


class Slip(StrEnum):
    """What is wrong with a call as written."""

    BRACES = "braces"
    FORM = "form"
    NAME = "name"
    ARGUMENTS = "arguments"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Found:
    """A call, or why it is none; `start` and `end` are offsets in the text, `words` as written."""

    call: Call | Slip
    start: int
    end: int
    words: str


_KINDS: dict[str, tuple[Callable[..., Call], str]] = {
    "value": (Value, "code year case?"),
    "number": (Number, "code year case?"),
    "share": (Share, "code code year"),
    "change": (Change, "code year year"),
    "times": (Times, "code year year"),
    "series": (Series, "code"),
    "asked": (Asked, "section year case?"),
    "bodies": (Bodies, "section year case?"),
}
NAMES = tuple(_KINDS)
_BRACES = re.compile(r"\{\{(?P<inside>[^{}]{0,200})\}\}|\{[{%#]|[%#}]\}")
_CALL = re.compile(r"\s*(?P<name>\w+)\s*\((?P<given>[^()]*)\)\s*")
_ARGUMENT = re.compile(r'\s*(?:"(?P<word>[a-z0-9.]{1,40})"|(?P<number>[0-9]{1,4}))\s*')
_CODE = re.compile(r"[1-9][0-9]?(?:\.[0-9]{1,2}){2,5}")
_YEARS, _SECTIONS = range(2000, 2100), range(17)


def found_in(text: str) -> Iterator[Found]:
    """Calls of a text in order, and whatever looks like one and is none."""
    for match in _BRACES.finditer(text):
        inside = match["inside"]
        call = Slip.BRACES if inside is None else _call(inside)
        yield Found(call, match.start(), match.end(), match.group())


def _call(words: str) -> Call | Slip:
    match = _CALL.fullmatch(words)
    if match is None:
        return Slip.FORM
    if match["name"] not in _KINDS:
        return Slip.NAME
    cls, kinds = _KINDS[match["name"]]
    arguments = _arguments(match["given"], kinds.split())
    return Slip.ARGUMENTS if arguments is None else cls(*arguments)


def _arguments(given: str, kinds: list[str]) -> list[str | int | Case] | None:
    """The arguments as their kinds say, or None; those of a kind with `?` may be left out."""
    written = given.split(",")
    needed = sum(not kind.endswith("?") for kind in kinds)
    if not needed <= len(written) <= len(kinds):
        return None
    arguments = [_argument(words, kind.rstrip("?")) for words, kind in zip(written, kinds, strict=False)]
    known = [argument for argument in arguments if argument is not None]
    return known if len(known) == len(arguments) else None


def _argument(words: str, kind: str) -> str | int | Case | None:
    match = _ARGUMENT.fullmatch(words)
    if match is None:
        return None
    word, number = match["word"], int(match["number"] or -1)
    match kind:
        case "code":
            return word if word is not None and _CODE.fullmatch(word) else None
        case "case":
            return Case(word) if word in tuple(Case) else None
        case "year":
            return number if number in _YEARS else None
        case _:
            return number if match["number"] is not None and number in _SECTIONS else None
