"""A document as one HTML page: no scripts, no network, nothing beside it."""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.blocks.tree import Document, Style
from builder.write.html.view import View, views

MAIN, LOOK = "page.html", "page.css"
_FOOT = {str(style) for style in (Style.NOTICE, Style.FINE, Style.QR)}
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def write(document: Document, templates: Path) -> bytes:
    """The page; raises QagidaError (Q904) for a fault of a template."""
    blocks = views(document.blocks)
    try:
        page = (
            _environment(templates)
            .get_template(MAIN)
            .render(
                document=document,
                look=_look(templates),
                **_parts(blocks),
            )
        )
    except TemplateError as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        name = (error.name if isinstance(error, TemplateSyntaxError) else None) or MAIN
        place = Place(f"{templates.parent.name}/{templates.name}/{name}", line)
        raise QagidaError(Finding("Q904", place, {"problem": str(error)})) from error
    return (page.rstrip() + "\n").encode()


def _parts(blocks: list[View]) -> dict[str, list[View]]:
    """What stands before the steps, the text itself, and the small print at the end."""
    foot = [block for block in blocks if block.get("style") in _FOOT]
    text = [block for block in blocks if block not in foot]
    start = next((at for at, block in enumerate(text) if block.get("level") == 1), -1) + 1
    return {"head": text[:start], "body": text[start:], "foot": foot}


def _look(templates: Path) -> Markup:
    """The style sheet as it is: it comes from us, not from content."""
    return Markup(_COMMENT.sub("", (templates / LOOK).read_text("utf-8")).strip())  # noqa: S704


@lru_cache(maxsize=4)
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["picture"] = Markup
    return environment
