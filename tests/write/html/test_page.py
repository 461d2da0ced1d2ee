"""Pages: the words of the tree, nothing from elsewhere, and what people with other senses need."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Block, Clause, Document, Heading, Medium, Paragraph, Style, walk
from builder.compose.kinds import requests
from builder.model.library import Content
from builder.workflow.make import tree_of
from builder.write.html.writer import write
from tests.kinds.memo.published import published
from tests.specimen import specimen

TEMPLATES = Path(__file__).parents[3] / "templates" / "html"
LAST = (Style.NOTICE, Style.FINE, Style.QR)
"""Styles that a page shows at its end."""


class _Page(HTMLParser):
    """Elements in their order, and the words between them."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.lasttag not in ("style", "title"):
            self.words.append(data)

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _pages(content: Content) -> Iterator[tuple[Document, _Page]]:
    for request in requests(content):
        if request.medium is Medium.SCREEN:
            tree = tree_of(content, request)
            yield tree, _Page(write(tree, TEMPLATES))


def _said(block: Block) -> str:
    if not isinstance(block, Heading | Paragraph | Clause):
        return ""
    words = "".join(item.text for item in block.content if isinstance(item, Run))
    return f"{block.number} {words}" if isinstance(block, Clause) else words


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_every_word_of_the_specimen_stands_on_the_page_literally(language: Language) -> None:
    tree = specimen(language)
    shown = " ".join("".join(_Page(write(tree, TEMPLATES)).words).split())
    at = 0
    for block in walk(tree.blocks):
        words = " ".join(_said(block).split())
        if isinstance(block, Paragraph) and block.style in LAST:
            assert words in shown
        else:
            at = shown.index(words, at)


def test_markup_in_a_text_is_printed_literally() -> None:
    hostile = '<script>alert(1)</script> {{ 7*7 }} " onload="x'
    tree = replace(
        specimen(), title=hostile, blocks=(Heading(1, (Run(hostile),)), Paragraph((Run(hostile),)))
    )
    page = _Page(write(tree, TEMPLATES))
    assert "script" not in page.tags()
    assert "".join(page.words).count(hostile) == 2


def test_equal_input_gives_equal_bytes() -> None:
    assert write(specimen(), TEMPLATES) == write(specimen(), TEMPLATES)


def test_a_page_needs_nothing_else(content: Content) -> None:
    for _, page in _pages(published(content)):
        assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags())
        assert "url(" not in "".join(page.words)
        assert [item["content"] for item in page.attributes("meta") if "http-equiv" in item] == [
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        ]


def test_headings_landmarks_and_languages(content: Content) -> None:
    for tree, page in _pages(content):
        assert page.attributes("html") == [{"lang": str(tree.main)}]
        for tag in ("header", "nav", "main", "footer", "h1", "title"):
            assert page.tags().count(tag) == 1
        levels = [int(tag[1]) for tag in page.tags() if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        (first, other, *_) = page.attributes("a")
        assert {"id": (first["href"] or "").removeprefix("#")}.items() <= page.attributes("div")[0].items()
        assert other["lang"] == other["hreflang"] == ("ru" if tree.main is Language.KK else "kk")
        assert other["href"] == f"../../{other['lang']}/memo/{tree.name}.html"


def test_numbers_dial(content: Content) -> None:
    for tree, page in _pages(content):
        links = [item["href"] for item in page.attributes("a")]
        assert [link for link in links if link and link.startswith("tel:")] == (
            ["tel:103"] if tree.name == "police" else ["tel:102", "tel:103"]
        )


def test_a_damaged_template_is_a_finding(tmp_path: Path) -> None:
    for name, text in (("page.html", "\n{% if %}"), ("page.css", None)):
        folder = tmp_path / name / "templates" / "html"
        shutil.copytree(TEMPLATES, folder)
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text, "utf-8")
        with pytest.raises(QagidaError) as caught:
            write(specimen(), folder)
        (finding,) = caught.value.findings
        assert finding.code == "Q904"
        assert finding.place.path == "templates/html/page.html"
