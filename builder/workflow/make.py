"""One document, from content to the bytes of each format."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from builder.arrange.passes import arrange
from builder.arrange.sides import one_after_another, side_by_side
from builder.blocks.tree import Document
from builder.compose.heard import Unconfirmed, listening
from builder.compose.kinds import bodies, document
from builder.compose.request import Request
from builder.model.library import Content


@dataclass(frozen=True, slots=True)
class Made:
    """Bytes of one file; `fonts` are those used (PDF) or asked for (Word)."""

    data: bytes
    fonts: tuple[str, ...]
    pages: int | None = None


def _docx(tree: Document, templates: Path, created: datetime) -> Made:
    from builder.write.docx.writer import write

    return Made(write(tree, templates / "docx", created), ("Times New Roman",))


def _pdf(tree: Document, templates: Path, created: datetime) -> Made:
    from builder.write.pdf.writer import write

    pdf = write(tree, templates, created)
    return Made(pdf.data, pdf.fonts, pdf.pages)


def _html(tree: Document, templates: Path, _created: datetime) -> Made:
    from builder.write.html.writer import write

    return Made(write(tree, templates / "html"), ())


Writer = Callable[[Document, Path, datetime], Made]
WRITERS: Mapping[str, Writer] = {"docx": _docx, "pdf": _pdf, "html": _html}
"""Output formats by file suffix."""


def prepare(suffixes: Iterable[str], templates: Path) -> None:
    """Imports what the writers need and makes what they share, once, before workers are forked."""
    for suffix in set(suffixes).intersection(("docx", "pdf")):
        import_module(f"builder.write.{suffix}.writer")
    if "pdf" in suffixes:
        from builder.write.pdf.typing_font import typing_font

        typing_font(templates)


def workers_for(jobs: int) -> int:
    """How many workers may be forked: none by a process that has set pages itself."""
    from builder.write.pdf.compiler import started

    return 1 if started() else jobs


def tree_of(content: Content, request: Request) -> Document:
    """The arranged tree of a requested document."""
    made = bodies(content, request)
    blocks = side_by_side(*made) if request.pairs else one_after_another(made)
    return arrange(document(content, request, blocks))


def spoken(content: Content, request: Request) -> tuple[Document, tuple[Unconfirmed, ...]]:
    """The arranged tree, and the texts below `confirmed` that stand in it, by place."""
    with listening() as heard:
        tree = tree_of(content, request)
    return tree, tuple(heard[place] for place in sorted(heard))
