"""One document, from content to the bytes of each format."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from builder.arrange.passes import arrange
from builder.arrange.sides import side_by_side
from builder.blocks.tree import Document
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


Writer = Callable[[Document, Path, datetime], Made]
WRITERS: Mapping[str, Writer] = {"docx": _docx, "pdf": _pdf}
"""Output formats by file suffix."""


def prepare(suffixes: Iterable[str], templates: Path) -> None:
    """Imports what the writers need and makes what they share, once, before workers are forked."""
    if "docx" in suffixes:
        pass
    if "pdf" in suffixes:
        from builder.write.pdf.typing_font import typing_font

        typing_font(templates)


def tree_of(content: Content, request: Request) -> Document:
    """The arranged tree of a requested document."""
    made = bodies(content, request)
    blocks = side_by_side(*made) if len(made) > 1 else made[0]
    return arrange(document(content, request, blocks))
