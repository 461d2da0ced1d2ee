"""Memos: every step with its number to call, the same on both sides of a card, and no invented address."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE
from builder.blocks.tree import Document, Medium, Paragraph, Style, Table, TableKind, walk
from builder.compose.kinds import requests
from builder.compose.leaflet import sentences
from builder.compose.request import Request
from builder.model.library import Content
from builder.workflow.make import tree_of
from builder.workflow.selection import path_of
from builder.write.outline.writer import write
from tests.kinds.memo.published import ADDRESS, published

HERE = Path(__file__).parent
GOLDENS = (
    (Medium.PAPER, "staff", "ru"),
    (Medium.PAPER, "police", "kk"),
    (Medium.SCREEN, "victim", "kk"),
    (Medium.POSTER, "police-poster", "ru"),
    (Medium.CARD, "victim-card", "kk-ru"),
)


def _requests(content: Content) -> Iterator[Request]:
    return (item for item in requests(content) if item.kind == "memo")


def _paragraphs(tree: Document, *styles: Style) -> list[Paragraph]:
    return [block for block in walk(tree.blocks) if isinstance(block, Paragraph) and block.style in styles]


def _words(paragraph: Paragraph) -> str:
    return "".join(item.text for item in paragraph.content if isinstance(item, Run))


def _steps(tree: Document) -> list[Table]:
    return [block for block in tree.blocks if isinstance(block, Table) and block.kind is TableKind.STEPS]


def test_every_memo_is_made_for_every_medium(content: Content) -> None:
    paths = {path_of(item, suffix) for item in _requests(content) for suffix in item.formats}
    for memo in content.memos:
        for language in LAW_LANGUAGES:
            for file in (f"{memo.id}.docx", f"{memo.id}.pdf", f"{memo.id}.html", f"{memo.id}-poster.pdf"):
                assert f"{language}/memo/{file}" in paths
        assert f"kk-ru/memo/{memo.id}-card.pdf" in paths
        assert f"kk-ru/memo/{memo.id}-card-4up.pdf" in paths
    assert len(paths) == len(content.memos) * (2 * 4 + 2)


def test_steps_and_numbers_are_those_of_the_content(content: Content) -> None:
    for request in _requests(content):
        memo = next(item for item in content.memos if request.name.startswith(item.id))
        assert memo.plain is not None
        steps = memo.steps if request.medium is Medium.PAPER else memo.plain.steps
        tree = tree_of(content, request)
        wanted = [content.contact(step.contact).value for step in steps if step.contact]
        sides = 2 if request.language == SIDE_BY_SIDE else 1
        assert [_words(item) for item in _paragraphs(tree, Style.NUMBER)] == wanted * sides
        assert [len(table.rows) for table in _steps(tree)] == [len(steps)] * sides


def test_numbers_dial_on_a_screen_only(content: Content) -> None:
    for request in _requests(content):
        runs = (
            item for block in _paragraphs(tree_of(content, request), Style.NUMBER) for item in block.content
        )
        targets = {run.target for run in runs if isinstance(run, Run)}
        if request.medium is Medium.SCREEN:
            assert targets <= {"tel:102", "tel:103"}
        else:
            assert targets <= {None}


def test_nothing_leads_to_an_address_while_none_is_configured(content: Content) -> None:
    for request in _requests(content):
        tree = tree_of(content, request)
        assert _paragraphs(tree, Style.QR) == []
        assert "http" not in write(tree)


def test_squares_lead_to_the_page_in_the_language_of_their_side(content: Content) -> None:
    site = published(content)
    for request in _requests(site):
        tree = tree_of(site, request)
        targets = [
            item.target
            for block in _paragraphs(tree, Style.QR)
            for item in block.content
            if isinstance(item, Run)
        ]
        memo = next(item.id for item in site.memos if request.name.startswith(item.id))
        languages = LAW_LANGUAGES if request.language == SIDE_BY_SIDE else (request.main,)
        wanted = [f"{ADDRESS}{language}/memo/{memo}.html" for language in languages]
        assert targets == ([] if request.medium is Medium.PAPER else wanted)
        assert all(address in write(tree) for address in wanted)


def test_drafts_say_so_and_official_words_do_not(content: Content) -> None:
    for request in _requests(content):
        notices = len(_paragraphs(tree_of(content, request), Style.NOTICE))
        assert notices == (0 if request.language == "ru" else 1)


def test_small_print_names_the_law_and_the_day_of_the_check(content: Content) -> None:
    for request in _requests(content):
        fine = " ".join(map(_words, _paragraphs(tree_of(content, request), Style.FINE)))
        assert "110-VIII" in fine
        assert re.search(r"2026", fine)


def test_both_languages_keep_the_same_sentences(content: Content) -> None:
    for memo in content.memos:
        assert memo.plain is not None
        assert sentences(memo.plain, 0) == 1
        assert sentences(memo.plain, 100_000) > 2
    kept = [sentences(memo.plain, 1300) for memo in content.memos if memo.plain]
    assert kept == sorted(kept, reverse=True)


@pytest.mark.parametrize(("medium", "name", "language"), GOLDENS)
def test_outline(
    content: Content, golden: Callable[[Path, str], None], medium: Medium, name: str, language: str
) -> None:
    wanted = (medium, name, language)
    request = next(item for item in _requests(content) if (item.medium, item.name, item.language) == wanted)
    golden(HERE / f"{name}.{language}.{medium}.txt", write(tree_of(content, request)))
