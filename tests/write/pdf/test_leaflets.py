"""Cards and posters: right paper, large enough, read aloud once, in the language of each side."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import page as validator
import pikepdf
import pytest
from pypdf import PdfReader

from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.blocks.tree import Document, Heading, Medium, Paragraph, Style, Table, walk
from builder.compose.kinds import requests
from builder.model.library import Content
from builder.workflow.make import tree_of
from tests.kinds.memo.published import published
from tests.pdf_text import text_lines
from tests.write.pdf.samples import pdf_of

MM = 72 / 25.4
PAPER = {Medium.CARD: (105, 148), Medium.SHEET: (210, 297), Medium.POSTER: (297, 420)}
LEAST_STEP, LEAST_NUMBER = {Medium.POSTER: 24.0, Medium.CARD: 6.5}, {Medium.POSTER: 96.0, Medium.CARD: 24.0}


def _leaflets(content: Content) -> Iterator[Document]:
    for request in requests(content):
        if request.medium in PAPER:
            yield tree_of(content, request)


def _one(content: Content, name: str) -> Document:
    return next(tree for tree in _leaflets(content) if tree.name == name)


def _said(tree: Document, *styles: Style) -> list[str]:
    blocks = (block for block in walk(tree.blocks) if isinstance(block, Paragraph) and block.style in styles)
    return ["".join(item.text for item in block.content if isinstance(item, Run)) for block in blocks]


def _sizes(data: bytes) -> list[float]:
    """Letter sizes of a file, largest last."""
    with pikepdf.open(BytesIO(data)) as pdf:
        operators: list[Any] = [item for page in pdf.pages for item in pikepdf.parse_content_stream(page)]
    return sorted({float(item.operands[1]) for item in operators if str(item.operator) == "Tf"})


@pytest.mark.parametrize("with_address", [False, True])
def test_leaflets_conform_and_fit_their_paper(content: Content, with_address: bool) -> None:
    for tree in _leaflets(published(content) if with_address else content):
        made = pdf_of(tree)
        for profile in ("2a", "ua1"):
            report = validator.validate_pdf_bytes(made.data, profile=profile)
            assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
        reader = PdfReader(BytesIO(made.data))
        assert made.pages == (1 if tree.medium is Medium.POSTER else 2)
        for page in reader.pages:
            box = (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
            assert box == PAPER[tree.medium]


def test_all_words_are_read_aloud_once(content: Content) -> None:
    for tree in _leaflets(content):
        lines = text_lines(pdf_of(tree).data)
        for words in (*_said(tree, Style.NUMBER, Style.CALLED, Style.FINE, Style.ITEM, Style.NOTICE),):
            assert words in lines
        headings = [block for block in walk(tree.blocks) if isinstance(block, Heading)]
        for heading in headings:
            words = "".join(item.text for item in heading.content if isinstance(item, Run))
            assert lines.count(words) == sum(heading.content == other.content for other in headings)


def test_titles_are_bookmarks_and_sides_tell_their_language(content: Content) -> None:
    tree = _one(content, "victim-card")
    data = pdf_of(tree).data
    reader = PdfReader(BytesIO(data))
    tops = [str(item.title) for item in reader.outline if not isinstance(item, list)]
    assert " / ".join(tops) == tree.title
    with pikepdf.open(BytesIO(data)) as pdf:
        spoken = {
            str(item["/Lang"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Lang" in item
        }
    assert {"kk-KZ", "ru-RU"} <= spoken


def test_steps_and_numbers_are_large(content: Content) -> None:
    for tree in _leaflets(content):
        sizes = _sizes(pdf_of(tree).data)
        if tree.medium is Medium.POSTER:
            assert sizes[-1] >= 96
            assert any(24 <= size < 40 for size in sizes)
            assert sum(size < 18 for size in sizes) <= 2  # the small print
        else:
            assert sizes[-1] >= 24
            assert sizes[0] >= 6


def test_a_square_is_a_figure_with_words(content: Content) -> None:
    tree = _one(published(content), "victim-poster")
    with pikepdf.open(BytesIO(pdf_of(tree).data)) as pdf:
        alternatives = [
            str(item["/Alt"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert alternatives == _said(tree, Style.QR)


def test_equal_input_gives_equal_bytes(content: Content) -> None:
    tree = _one(content, "police-card-4up")
    assert pdf_of(tree).data == pdf_of(tree).data


def test_words_that_do_not_fit_stop_the_build(content: Content) -> None:
    tree = _one(content, "victim-poster")
    long = tuple(
        replace(block, rows=block.rows * 6) if isinstance(block, Table) else block for block in tree.blocks
    )
    with pytest.raises(QagidaError) as caught:
        pdf_of(replace(tree, blocks=long))
    assert [item.code for item in caught.value.findings] == ["Q904"]
