"""Official builds: what a document contains is what its composer said, and nothing unconfirmed passes."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from builder.base.catalogue import message
from builder.base.finding import Finding
from builder.base.language import SIDE_BY_SIDE, UI_LANGUAGES, Language
from builder.blocks.inline import Control
from builder.blocks.tree import Block, Clause, Document, Heading, Paragraph, Style, Table, walk
from builder.compose.heard import BELOW_CONFIRMED, listening
from builder.compose.kinds import requests
from builder.compose.request import Request
from builder.compose.voice import Voice
from builder.load.library import Loaded
from builder.model.library import Content
from builder.workflow.build import Built, build
from builder.workflow.make import spoken
from builder.workflow.manifest import MANIFEST
from builder.workflow.official import NAMED, judge
from builder.workflow.project import Project
from builder.workflow.selection import Selection
from builder.workflow.standing import Confirming, confirm

FORMS = Selection(kinds=("questionnaire",), sections=(13,), formats=("docx",))
TITLES = "questionnaire/questionnaire.yaml"
LONG = 20
"""Shorter words may stand in a document by chance."""


def _official(project: Project, selection: Selection = FORMS) -> Built:
    return build(project, selection, project.output, 1, official=True)


def _confirm(project: Project) -> None:
    confirm(project, Confirming(TITLES, Language.KK, "А. Серікова", date(2026, 11, 21)))


def _unconfirmed(built: Built) -> list[Finding]:
    return [finding for finding in built.findings if finding.code == "Q912"]


def _drafts(project: Project) -> dict[str, bool]:
    documents = json.loads((project.output / MANIFEST).read_text("utf-8"))["documents"]
    return {item["path"]: item.get("draft", False) for item in documents}


def test_a_document_with_a_draft_is_refused_and_others_are_built(project: Project) -> None:
    built = _official(project)
    assert [entry.path for entry in built.entries] == ["ru/questionnaire/section-13.docx"]
    assert [(item.language, item.name) for item in built.refused] == [("kk", "section-13")]
    assert not (project.output / "kk").exists()
    found = _unconfirmed(built)
    assert {finding.place.path for finding in found} == {f"content/{TITLES}"}
    lines = (project.content / TITLES).read_text("utf-8").splitlines()
    for finding in found:
        line = lines[finding.place.line - 1]
        assert finding.data["words"].rstrip("…") in line
        assert finding.data["documents"] == "1"


def test_confirmed_text_is_official(project: Project) -> None:
    _confirm(project)
    built = _official(project)
    assert built.refused == ()
    assert _unconfirmed(built) == []
    assert len(built.written) == 2


def test_the_manifest_marks_drafts_only(project: Project) -> None:
    build(project, FORMS, project.output, 1)
    assert _drafts(project) == {
        "kk/questionnaire/section-13.docx": True,
        "ru/questionnaire/section-13.docx": False,
    }
    assert '"draft": false' not in (project.output / MANIFEST).read_text("utf-8")


def test_a_confirmation_makes_the_document_anew(project: Project) -> None:
    build(project, FORMS, project.output, 1)
    before = (project.content / TITLES).read_bytes()
    _confirm(project)
    assert (project.content / TITLES).read_bytes() == before
    assert build(project, FORMS, project.output, 1).written == ("kk/questionnaire/section-13.docx",)
    assert not any(_drafts(project).values())


def test_what_was_built_before_stays(project: Project) -> None:
    build(project, FORMS, project.output, 1)
    built = _official(project)
    assert built.removed == ()
    assert (project.output / "kk/questionnaire/section-13.docx").exists()
    assert _drafts(project)["kk/questionnaire/section-13.docx"]


def test_a_readable_number_of_texts_is_named_and_the_rest_counted(content: Content) -> None:
    orders = tuple(item for item in requests(content) if item.kind == "order")
    judged = judge(content, orders)
    texts = {item.wording.place for request in orders for item in spoken(content, request)[1]}
    for path in {place.path for place in texts}:
        named = [finding for finding in judged.findings if finding.place.path == path]
        assert len(named) <= NAMED
        assert len(named) + int(named[-1].data["more"]) == len([1 for place in texts if place.path == path])
        assert all(finding.data["more"] == "0" for finding in named[:-1])


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_the_message_reads_well(content: Content, language: Language) -> None:
    judged = judge(content, tuple(item for item in requests(content) if item.kind == "order"))
    first, *_, last = [message(finding, language) for finding in judged.findings]
    for words in (first, last):
        assert "  " not in words
        assert "—" not in words.replace(judged.findings[0].data["words"], "")
        assert len(words) < 600
    assert judged.findings[-1].data["more"] in last


def test_listeners_may_stand_within_one_another(content: Content) -> None:
    voice = Voice(content, Language.KK)
    with listening() as outer:
        with listening() as inner:
            voice.runs(content.questionnaire.title)
        assert len(inner) == 1
        voice.words(content.questionnaire.columns[1])
        assert len(inner) == 1
    voice.words(content.questionnaire.columns[0])
    assert len(outer) == 2


def _plain(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph | Clause):
        runs = [item for item in block.content if not isinstance(item, Control)]
        yield "".join(getattr(item, "text", "") for item in runs)
        for item in block.content:
            if isinstance(item, Control):
                yield from (item.label, item.hint, *(option.label for option in item.options))
    elif isinstance(block, Table):
        yield block.label


def _all_words(tree: Document) -> str:
    parts = [
        tree.title,
        tree.furniture.header,
        *(words for block in walk(tree.blocks) for words in _words(block)),
    ]
    return _plain("\n".join(parts))


def _shows(request: Request, language: Language) -> bool:
    return request.language in (language, SIDE_BY_SIDE)


def test_every_draft_text_that_is_printed_is_heard(content: Content, loaded: Loaded) -> None:
    """Whatever way words take into a document: those of a draft are known to be in it."""
    drafts = {
        (language, _plain(wording.plain))
        for text in loaded.library.texts
        for language, wording in text.wordings.items()
        if wording.standing in BELOW_CONFIRMED and len(wording.plain) >= LONG
    }
    settled = "\n".join(
        _plain(wording.plain)
        for text in loaded.library.texts
        for wording in text.wordings.values()
        if wording.standing not in BELOW_CONFIRMED
    )
    own = {(language, words) for language, words in drafts if words not in settled}
    for request in requests(content):
        tree, unconfirmed = spoken(content, request)
        heard = " \n ".join(_plain(item.wording.plain) for item in unconfirmed)
        printed = _all_words(tree)
        missed = [
            words
            for language, words in own
            if _shows(request, language) and words in printed and words not in heard
        ]
        assert missed == [], request


def test_a_notice_stands_in_exactly_the_documents_with_drafts(content: Content) -> None:
    for request in requests(content):
        tree, unconfirmed = spoken(content, request)
        notices = [
            block
            for block in walk(tree.blocks)
            if isinstance(block, Paragraph) and block.style is Style.NOTICE
        ]
        assert bool(notices) == bool(unconfirmed), request
