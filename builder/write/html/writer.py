"""A document as one HTML page: no scripts, no network, nothing beside it."""

import re
from functools import partial
from pathlib import Path

from markupsafe import Markup

from builder.blocks.tree import Document, Style
from builder.write.html.page import render
from builder.write.html.view import View, views

MAIN, LOOK = "page.html", "page.css"
_FOOT = {str(style) for style in (Style.NOTICE, Style.FINE, Style.QR)}
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def write(document: Document, templates: Path) -> bytes:
    """The page; raises QagidaError (Q904) for a fault of a template."""
    parts = _parts(views(document.blocks, templates.parent / "fonts"))
    return render(templates, MAIN, document=document, look=partial(_look, templates), **parts)


def _parts(blocks: list[View]) -> dict[str, list[View]]:
    """What stands before the steps, the text itself, and the small print at the end."""
    foot = [block for block in blocks if block.get("style") in _FOOT]
    text = [block for block in blocks if block not in foot]
    start = next((at for at, block in enumerate(text) if block.get("level") == 1), -1) + 1
    return {"head": text[:start], "body": text[start:], "foot": foot}


def _look(templates: Path) -> Markup:
    """The style sheet as it is: it comes from us, not from content."""
    return Markup(_COMMENT.sub("", (templates / LOOK).read_text("utf-8")).strip())  # noqa: S704
