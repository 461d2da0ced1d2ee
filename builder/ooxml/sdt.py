"""Content controls inside a paragraph: what a respondent fills.

Always run-level: editors lose cell-level controls or break the table around them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.ooxml.runs import run
from builder.ooxml.xml import attribute

_ALIAS_LIMIT = 64
_GLYPH_FONT = "MS Gothic"
CHECKED, UNCHECKED = "\u2612", "\u2610"


@dataclass(frozen=True, slots=True)
class Frame:
    """What every control has: its tag, its spoken name, its number, and the look of the answer."""

    tag: str
    alias: str
    number: int
    look: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Words shown until something is entered; `part` names them in the glossary."""

    text: str
    part: str
    look: str


def checkbox(frame: Frame, *, ticked: bool = False) -> str:
    """A box that is ticked by a click."""
    states = (
        f'<w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{_GLYPH_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_GLYPH_FONT}"/>'
    )
    glyph = CHECKED if ticked else UNCHECKED
    return _control(frame, f"<w14:checkbox>{states}</w14:checkbox>", run(glyph, frame.look))


def text_box(frame: Frame, hint: Hint, entered: str = "", *, many_lines: bool = False) -> str:
    """Plain text; `many_lines` lets Enter start a new line; what is `entered` stands in place of the hint."""
    return _hinted(frame, hint, '<w:text w:multiLine="1"/>' if many_lines else "<w:text/>", entered)


def date_box(frame: Frame, hint: Hint, language_tag: str, entered: str = "") -> str:
    """A date with a calendar, written as 31.12.2024."""
    inside = (
        f'<w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="{language_tag}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/>'
    )
    return _hinted(frame, hint, f"<w:date>{inside}</w:date>", entered)


def choice_box(frame: Frame, hint: Hint, options: Iterable[tuple[str, str]], chosen: str = "") -> str:
    """A list to choose from; options are (value, words), `chosen` a value. Word refuses a repeated value."""
    unique: dict[str, str] = {}
    for value, words in options:
        unique.setdefault(value, words)
    items = "".join(
        f'<w:listItem w:displayText="{attribute(words)}" w:value="{attribute(value)}"/>'
        for value, words in unique.items()
    )
    last = f' w:lastValue="{attribute(chosen)}"' if chosen in unique else ""
    return _hinted(frame, hint, f"<w:dropDownList{last}>{items}</w:dropDownList>", unique.get(chosen, ""))


def _hinted(frame: Frame, hint: Hint, kind: str, entered: str) -> str:
    """The hint stays at hand: Word shows it again when what was entered is deleted."""
    spare = f'<w:placeholder><w:docPart w:val="{hint.part}"/></w:placeholder>'
    if entered:
        return _control(frame, spare + kind, run(entered, frame.look))
    return _control(frame, f"{spare}<w:showingPlcHdr/>{kind}", run(hint.text, hint.look))


def _control(frame: Frame, kind: str, content: str) -> str:
    return (
        f"<w:sdt><w:sdtPr><w:rPr>{frame.look}</w:rPr>"
        f'<w:alias w:val="{attribute(_short(frame.alias or frame.tag))}"/>'
        f'<w:tag w:val="{attribute(frame.tag)}"/><w:id w:val="{frame.number}"/><w:lock w:val="sdtLocked"/>'
        f"{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _short(alias: str) -> str:
    return alias if len(alias) <= _ALIAS_LIMIT else f"{alias[: _ALIAS_LIMIT - 1].rstrip()}…"
