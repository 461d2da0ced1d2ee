"""What every document kind owes: a title, one first heading, unique codes, goldens of its outline."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from builder.base.language import LAW_LANGUAGES
from builder.blocks.tree import Heading, Medium, controls, walk
from builder.compose.kinds import requests
from builder.model.library import Content
from builder.workflow.make import tree_of
from builder.workflow.selection import path_of
from builder.write.outline.writer import write

HERE = Path(__file__).parent
GOLDENS = (
    ("order", "order", "kk"),
    ("order", "order", "ru"),
    ("order", "order", "kk-ru"),
    ("questionnaire", "section-02", "kk"),
    ("questionnaire", "section-03", "ru"),
    ("questionnaire", "full", "kk-ru"),
)


def test_all_documents_are_listed_once(content: Content) -> None:
    paths = [path_of(item, suffix) for item in requests(content) for suffix in item.formats]
    assert len(paths) == len(set(paths))
    kinds = Counter(item.kind for item in requests(content))
    assert (kinds["order"], kinds["questionnaire"]) == (3, 3 + 15 * 2)


def test_every_document_has_one_first_heading_and_no_gap_in_levels(content: Content) -> None:
    for request in requests(content):
        levels = [
            block.level for block in walk(tree_of(content, request).blocks) if isinstance(block, Heading)
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_codes_are_unique_and_the_same_in_both_languages(content: Content) -> None:
    forms: dict[tuple[str, str, Medium], list[list[str]]] = {}
    for request in requests(content):
        codes = [control.code for control in controls(tree_of(content, request).blocks)]
        assert len(codes) == len(set(codes))
        if request.language in LAW_LANGUAGES:
            forms.setdefault((request.kind, request.name, request.medium), []).append(codes)
    assert all(kk == ru for kk, ru in forms.values())
    assert len(forms["questionnaire", "full", Medium.PAPER][0]) > 900


def test_every_item_asks_for_the_reason_of_absence(content: Content) -> None:
    full = next(item for item in requests(content) if item.name == "full" and item.language == "kk")
    codes = {control.code for control in controls(tree_of(content, full).blocks)}
    for section in content.sections:
        for item in section.items:
            assert f"{section.number}.{item.number}.0" in codes


@pytest.mark.parametrize(("kind", "name", "language"), GOLDENS)
def test_outline(
    content: Content, golden: Callable[[Path, str], None], kind: str, name: str, language: str
) -> None:
    request = next(
        item for item in requests(content) if (item.kind, item.name, item.language) == (kind, name, language)
    )
    golden(HERE / kind / f"{name}.{language}.txt", write(tree_of(content, request)))
