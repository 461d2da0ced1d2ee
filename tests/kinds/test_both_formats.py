"""Word and PDF say the same words in the same order, and ask for the same answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builder.blocks.tree import controls
from builder.compose.kinds import requests
from builder.compose.request import OFFICE, Request
from builder.load.library import load
from builder.model.library import Content, whole
from builder.ooxml import extract as docx
from builder.workflow.make import WRITERS, tree_of
from tests import pdf_text as pdf

ROOT = Path(__file__).parent.parent.parent
MOMENT = datetime(2024, 10, 24, tzinfo=UTC)


def _requests() -> Iterator[Request]:
    content = whole(load(ROOT / "content").library)
    assert content is not None
    yield from (item for item in requests(content) if item.formats == OFFICE)


def _words(lines: list[str]) -> str:
    """Characters alone: the two formats break lines and cells differently."""
    return "".join("".join(lines).split())


@pytest.mark.parametrize(
    "request_", tuple(_requests()), ids=lambda item: f"{item.language}-{item.kind}-{item.name}"
)
def test_word_and_pdf_agree(content: Content, request_: Request) -> None:
    tree = tree_of(content, request_)
    word = WRITERS["docx"](tree, ROOT / "templates", MOMENT).data
    made = WRITERS["pdf"](tree, ROOT / "templates", MOMENT)
    assert _words(docx.text_lines(word)) == _words(pdf.text_lines(made.data))
    codes = [control.code for control in controls(tree.blocks)]
    assert [tag for tag, _, _ in docx.controls(word)] == codes
    assert made.pages is not None
    assert len(_words(docx.text_lines(word))) > 250
