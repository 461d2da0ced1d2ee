"""Inline markup of content to runs: the CommonMark subset of emphasis, strong and links."""

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.base.finding import Finding
from builder.base.inline import Run, Runs
from builder.base.place import Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[*_\[\]`<>&\\]")
_LEFTOVER = re.compile(r"`[^`]+`|!\[|</?[A-Za-z][^>]*>|&[A-Za-z#0-9]+;|\*\*?|\]\(")
_ALLOWED_TARGET = re.compile(r"(https://[^\s]+|mailto:[^\s@]+@[^\s]+|[a-z]+/[A-Za-z0-9_./-]+)")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    parser.validateLink = _any_target  # type: ignore[method-assign,assignment]
    return parser


def _any_target(_url: str) -> bool:
    return True


def runs_of(raw: str, place: Place) -> tuple[Runs, list[Finding]]:
    """Runs of one text. What is not in the subset stays in the text literally and is reported."""
    if not _SPECIAL.search(raw):
        return (Run(raw),), []
    findings: list[Finding] = []
    runs: list[Run] = []
    strong = emphasis = 0
    target: str | None = None
    for token in _parser().parseInline(raw)[0].children or []:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                target = _target(token, place, findings)
            case "link_close":
                target = None
            case "softbreak" | "hardbreak":
                runs.append(Run(" ", strong > 0, emphasis > 0, target))
            case _ if token.content:
                runs.append(Run(token.content, strong > 0, emphasis > 0, target))
            case _:
                pass
    findings.extend(_leftovers(runs, place))
    return _joined(runs), findings


def _target(token: "Token", place: Place, findings: list[Finding]) -> str | None:
    href = str(token.attrGet("href") or "")
    if _ALLOWED_TARGET.fullmatch(href):
        return href
    findings.append(Finding("Q208", place, {"markup": href}))
    return None


def _leftovers(runs: list[Run], place: Place) -> list[Finding]:
    """Marks that look like markup but are none of the subset (code, images, HTML, entities)."""
    found = _LEFTOVER.search("".join(run.text for run in runs))
    return [Finding("Q208", place, {"markup": found.group()})] if found else []


def _joined(runs: list[Run]) -> Runs:
    joined: list[Run] = []
    for run in runs:
        if joined and _look(joined[-1]) == _look(run):
            joined[-1] = Run(joined[-1].text + run.text, run.strong, run.emphasis, run.target)
        else:
            joined.append(run)
    return tuple(joined)


def _look(run: Run) -> tuple[bool, bool, str | None]:
    return run.strong, run.emphasis, run.target
