"""Documents made after the SOP and the plan: what each contains, where it links, what it calls draft."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.arrange.references import anchors
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.tree import Document, Heading, Paragraph, Style, Table, walk
from builder.compose import plan, profile, roles, sop
from builder.compose.citing import cited
from builder.compose.items import bare, calm
from builder.compose.kinds import requests
from builder.compose.profile_area import area, signs
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.workflow.make import tree_of
from builder.workflow.selection import Selection, path_of
from builder.write.outline.writer import write

HERE = Path(__file__).parent
KINDS = (sop.KIND, roles.KIND, profile.KIND, plan.KIND)
GOLDENS = (
    ("sop", "sop", "kk"),
    ("sop", "sop", "ru"),
    ("role", "health_org", "kk"),
    ("role", "all", "ru"),
    ("profile", "border", "kk"),
    ("profile", "health_org", "ru"),
    ("profile", "io", "kk"),
    ("plan", "2018-2020", "kk"),
    ("plan", "2018-2020", "ru"),
)


def _tree(content: Content, kind: str, name: str, language: str) -> Document:
    wanted = (kind, name, language)
    return tree_of(
        content,
        next(item for item in requests(content) if (item.kind, item.name, item.language) == wanted),
    )


def _words(tree: Document) -> str:
    return write(tree).replace("~", " ")


@pytest.mark.parametrize(("kind", "name", "language"), GOLDENS)
def test_outline(
    content: Content, golden: Callable[[Path, str], None], kind: str, name: str, language: str
) -> None:
    golden(HERE / kind / f"{name}.{language}.txt", write(_tree(content, kind, name, language)))


def test_every_subject_with_a_part_in_the_work_has_a_profile(content: Content) -> None:
    listed = [item for item in requests(content) if item.kind == profile.KIND]
    assert {item.subject for item in listed} == {subject.id for subject in content.subjects}
    assert len(listed) == 2 * len(content.subjects)
    assert {path_of(item, "pdf") for item in listed} >= {"kk/profile/mia.pdf", "ru/profile/io.pdf"}


def test_every_role_table_stands_alone_and_with_the_others(content: Content) -> None:
    names = {item.name for item in requests(content) if item.kind == roles.KIND}
    assert names == {table.subject for table in content.roles} | {roles.ALL}


def test_a_subject_can_be_selected(content: Content) -> None:
    selection = Selection(subjects=("border",))
    taken = [item for item in requests(content) if selection.takes(item)]
    assert {(item.kind, item.name) for item in taken} == {("role", "border"), ("profile", "border")}


def test_the_contents_lead_to_every_section_and_table(content: Content) -> None:
    for language in LAW_LANGUAGES:
        tree = _tree(content, "sop", "sop", language)
        targets = {
            item.target
            for block in walk(tree.blocks)
            if isinstance(block, Heading | Paragraph)
            for item in block.content
            if isinstance(item, Run) and item.target
        }
        assert {"sop/aim", "sop/cooperation", "sop/protection", "sop/roles", "sop/memos"} <= targets
        assert targets <= anchors(tree.blocks)


def test_a_draft_translation_says_so_first_and_in_its_head_and_is_not_in_italics(content: Content) -> None:
    for request in requests(content):
        if request.kind not in KINDS:
            continue
        tree, voice = tree_of(content, request), Voice(content, request.main)
        first = tree.blocks[0]
        noticed = isinstance(first, Paragraph) and first.style is Style.NOTICE
        assert noticed == (request.main is Language.KK)
        assert (voice.label("draft_header") in tree.furniture.header) == noticed
        runs = [item for block in walk(tree.blocks) for item in getattr(block, "content", ())]
        assert not any(item.emphasis for item in runs if isinstance(item, Run))


def test_no_date_is_invented_for_the_sop(content: Content) -> None:
    for language in LAW_LANGUAGES:
        foot = _tree(content, "sop", "sop", language).furniture.edition
        assert foot == content.labels.labels["undated_sop"].plain(language)
        assert "2018" in _tree(content, "plan", "2018-2020", language).furniture.edition


def test_citations_follow_the_order_of_each_language(content: Content) -> None:
    law, joint = content.citation("law_trafficking"), content.citation("order_849_410")
    kk, ru = Voice(content, Language.KK), Voice(content, Language.RU)
    assert cited(kk, law).replace("\u00a0", " ") == (
        "2024 жылғы 5 шілдедегі № 110-VIII «Адам саудасына қарсы іс-қимыл туралы» Заң"
    )
    assert cited(ru, law).replace("\u00a0", " ") == (
        "Закон «О противодействии торговле людьми» от 5 июля 2024 года № 110-VIII"
    )
    assert cited(kk, joint).replace("\u00a0", " ") == (
        "ІІМ-нің 2024 жылғы 23 қазандағы № 849 және ЕХӘҚМ-нің 2024 жылғы 24 қазандағы № 410 бірлескен бұйрығы"
    )
    ratified = cited(ru, content.citation("slavery_conventions")).replace("\u00a0", " ")
    assert ratified.endswith("(ратифицированы Законом РК от 5 февраля 2008 года № 19-IV)")


def test_the_sop_cites_with_no_break_spaces(content: Content) -> None:
    for language in LAW_LANGUAGES:
        words = write(_tree(content, "sop", "sop", language))
        assert "№~110-VIII" in words
        assert "№ 110-VIII" not in words


def test_capitals_are_calmed_but_not_abbreviations(content: Content) -> None:
    ru, kk = Voice(content, Language.RU), Voice(content, Language.KK)
    memo = content.memo("victim")
    assert calm(ru, memo.title) == "Что делать, если я стал жертвой торговли людьми?"
    assert calm(kk, memo.steps[0].headline) == "Дереу хабар беріңіз"
    assert [bare(words) for words in ("и т.д.;", "частные дома;", "и др.", "дома.")] == [
        "и т.д.",
        "частные дома",
        "и др.",
        "дома",
    ]


def test_a_profile_gives_a_reason_for_everything_that_concerns_the_subject(content: Content) -> None:
    for language in LAW_LANGUAGES:
        voice = Voice(content, language)
        for subject in content.subjects:
            tables = [
                block
                for blocks in (area(voice, subject), signs(voice, subject))
                for block in blocks
                if isinstance(block, Table)
            ]
            rows = [row for table in tables for row in table.rows if not row.band]
            met = [entry for entry in content.indicators.entries() if entry.concern(subject.id)]
            assert len(rows) == len(met)
            assert all(len(row.cells) == 2 for row in rows)


def test_a_profile_leaves_no_empty_part(content: Content) -> None:
    for request in requests(content):
        if request.kind == profile.KIND:
            blocks = tree_of(content, request).blocks
            for block, following in zip(blocks, (*blocks[1:], None), strict=True):
                if isinstance(block, Heading) and block.level > 1:
                    assert following is not None
                    assert not isinstance(following, Heading) or following.level > block.level
            figures = Voice(content, request.main).label("profile_figures")
            assert figures not in _words(tree_of(content, request))


def test_a_profile_quotes_the_rules_and_lists_the_items(content: Content) -> None:
    for language in LAW_LANGUAGES:
        words = _words(_tree(content, "profile", "mfa", language)).replace("\n", " ")
        point = next(item for item in content.rules.points if item.number == 17)
        assert point.subpoints[3].text.plain(language) in words
        assert "11.6" in words
        assert "12.1" not in words


def test_the_police_get_their_own_memo_and_others_that_of_the_staff(content: Content) -> None:
    own = content.memo("police").plain
    assert own is not None
    headline = own.steps[0].headline.plain(Language.RU)
    assert headline in _words(_tree(content, "profile", "mia", "ru"))
    assert headline not in _words(_tree(content, "profile", "health_org", "ru"))


def test_the_plan_has_every_measure_and_decodes_what_it_uses(content: Content) -> None:
    for language in LAW_LANGUAGES:
        tree = _tree(content, "plan", "2018-2020", language)
        tables = [block for block in tree.blocks if isinstance(block, Table) and block.header]
        rows = [row for row in tables[0].rows if not row.band]
        parts = sum(len(measure.parts) for measure in content.plan.measures)
        assert len(rows) == len(content.plan.measures) + parts == 29 + 7
        assert sum(row.band for row in tables[0].rows) == 7
        key = [block for block in tree.blocks if isinstance(block, Paragraph) and block.style is Style.CELL]
        shorts = {
            "".join(item.text for item in block.content if isinstance(item, Run)).split("\u00a0")[0]
            for block in key[1:]
        }
        known = {entry.short.plain(language) for entry in content.plan.key}
        assert shorts == known - {"ЖБ", "РБ", "МБ"}
