"""Runs, links and controls of a paragraph."""

from itertools import groupby
from typing import assert_never

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import CHECKED, Control, ControlKind, Inline, Inlines
from builder.ooxml import sdt
from builder.ooxml.names import bookmark_name
from builder.ooxml.runs import run
from builder.write.docx.draft import Draft
from builder.write.docx.styles import ANSWER, CHECK_BOX, HINT, LINK, REFERENCE

_BLANK = "\u00a0" * 10
_OUTER = ("https://", "http://", "mailto:", "tel:")


def inside(draft: Draft, content: Inlines, language: Language) -> str:
    """The inside of a paragraph after its properties."""
    tongue = draft.tongue(language)
    if len(content) == 1 and isinstance(content[0], Run) and content[0].target is None:  # most of them
        return _run(content[0], "", tongue)
    pieces: list[str] = []
    for target, group in groupby(content, key=_target):
        look, start, end = _link(draft, target)
        pieces.append(start)
        pieces += (_inline(draft, item, look, tongue, language) for item in group)
        pieces.append(end)
    return "".join(pieces)


def page_of(draft: Draft, content: Inlines) -> str:
    """A field with the page of what a line of contents leads to.

    It is empty until Word or LibreOffice has laid out the pages: ours need not be theirs.
    """
    targets = (item.target for item in content if isinstance(item, Run) and item.target in draft.anchors)
    name = next(map(bookmark_name, filter(None, targets)), None)
    if name is None:
        return ""
    return f'<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGEREF {name} \\h "><w:r><w:t/></w:r></w:fldSimple>'


def _target(item: Inline) -> str | None:
    return item.target if isinstance(item, Run) else None


def _link(draft: Draft, target: str | None) -> tuple[str, str, str]:
    """Look, start and end of a link; words without a target in this document stay plain."""
    if target is None:
        return "", "", ""
    if target.startswith(_OUTER):
        start = f'<w:hyperlink r:id="{draft.link(target)}" w:history="1">'
        return _style(draft, LINK), start, "</w:hyperlink>"
    if target in draft.anchors:
        start = f'<w:hyperlink w:anchor="{bookmark_name(target)}" w:history="1">'
        return _style(draft, REFERENCE), start, "</w:hyperlink>"
    return "", "", ""


def _style(draft: Draft, name: str) -> str:
    return f'<w:rStyle w:val="{draft.styles[name]}"/>'


def _inline(draft: Draft, item: Inline, look: str, tongue: str, language: Language) -> str:
    match item:
        case Run():
            return _run(item, look, tongue)
        case Control():
            return _control(draft, item, tongue, language)
        case _:
            assert_never(item)


def _run(item: Run, look: str, tongue: str) -> str:
    strong = "<w:b/><w:bCs/>" if item.strong else ""
    emphasis = "<w:i/><w:iCs/>" if item.emphasis else ""
    return run(item.text, f"{look}{strong}{emphasis}{tongue}")


def _control(draft: Draft, control: Control, tongue: str, language: Language) -> str:
    name = CHECK_BOX if control.kind is ControlKind.CHECK else ANSWER
    look = f"{_style(draft, name)}{tongue}"
    frame = sdt.Frame(control.code, control.label, draft.number(control.code), look)
    if control.kind is ControlKind.CHECK:
        return sdt.checkbox(frame, ticked=control.value == CHECKED)
    hint = draft.hint(control.hint or _BLANK, language, f"{_style(draft, HINT)}{tongue}")
    match control.kind:
        case ControlKind.LINE | ControlKind.NUMBER:
            return sdt.text_box(frame, hint, control.value)
        case ControlKind.AREA:
            return sdt.text_box(frame, hint, control.value, many_lines=True)
        case ControlKind.DATE:
            return sdt.date_box(frame, hint, language.tag, control.value)
        case ControlKind.CHOICE:
            options = ((item.value, item.label) for item in control.options)
            return sdt.choice_box(frame, hint, options, control.value)
        case _:
            assert_never(control.kind)
