"""The content is complete: every part the publication has, in both languages."""

from builder.base.language import LAW_LANGUAGES, Language
from builder.load.library import Loaded
from builder.model.library import Content
from builder.model.questionnaire import FieldKind
from builder.model.text import Standing

ITEMS = (10, 13, 1, 2, 1, 1, 2, 1, 2, 2, 6, 5, 1, 5, 3, 5)


def test_the_order_is_whole(content: Content) -> None:
    assert [point.number for point in content.order.points] == [1, 2, 3, 4]
    assert len(content.order.signatures) == 2
    assert len(content.order.agreements) == 6
    assert [item.number for item in content.order.numbers] == ["849", "410"]


def test_the_rules_are_whole(content: Content) -> None:
    assert [len(chapter.points) for chapter in content.rules.chapters] == [2, 17]
    assert [point.number for point in content.rules.points] == list(range(1, 20))
    subpoints = {point.number: len(point.subpoints) for point in content.rules.points if point.subpoints}
    assert subpoints == {2: 9, 13: 3, 14: 9, 17: 4}
    assert len(content.rules.points[8].paragraphs) == 2


def test_the_questionnaire_is_whole(content: Content) -> None:
    assert tuple(len(section.items) for section in content.sections) == ITEMS
    assert sum(ITEMS) == 60
    assert all(item.fields for section in content.sections for item in section.items)
    assert all(section.addressees for section in content.sections[1:])


def test_item_1_1_asks_eight_named_risks_and_others(content: Content) -> None:
    item = content.sections[0].items[0]
    kinds = [field.kind for field in item.fields]
    assert kinds == [FieldKind.YES_NO] * 8 + [FieldKind.TEXT]


def test_every_text_has_words_in_every_language(loaded: Loaded) -> None:
    assert len(loaded.library.texts) > 850
    for text in loaded.library.texts:
        assert all(text.plain(language).strip() for language in LAW_LANGUAGES), text.place


def test_russian_texts_of_the_act_are_all_official(content: Content) -> None:
    texts = [point.paragraphs[0] for point in content.rules.points]
    assert {text[Language.RU].standing for text in texts} == {Standing.OFFICIAL}
    assert {text[Language.KK].standing for text in texts} == {Standing.OFFICIAL}


def test_kazakh_signatures_are_marked_as_draft(content: Content) -> None:
    for signature in content.order.signatures:
        assert signature.post[Language.KK].standing is Standing.DRAFT
        assert signature.post[Language.RU].standing is Standing.OFFICIAL


def test_the_sop_is_whole(content: Content) -> None:
    assert [table.number for table in content.roles] == list(range(1, 15))
    assert content.tables_announced == 13
    assert [memo.id for memo in content.memos] == ["victim", "staff", "police"]
    assert [len(memo.steps) for memo in content.memos] == [5, 7, 7]
    assert all(memo.plain is not None for memo in content.memos)
    assert [len(term.term.plain(Language.RU)) > 0 for term in content.sop.terms] == [True] * 7
    assert len(content.sop.directions) == len(content.sop.parts) == 4
    assert {contact.value for contact in content.contacts} == {"102", "103"}


def test_every_indicator_concerns_one_to_four_subjects(content: Content) -> None:
    entries = list(content.indicators.entries())
    assert {entry.id[0] for entry in entries} == {"g", "p", "s"}
    assert all(1 <= len(entry.concerns) <= 4 for entry in entries)


def test_the_plan_is_whole(content: Content) -> None:
    assert [measure.number for measure in content.plan.measures] == list(range(1, 30))
    assert len(content.plan.columns) == 5
    assert {measure.section for measure in content.plan.measures} == set(range(1, 8))


def test_every_text_of_the_sop_is_marked(content: Content) -> None:
    for table in content.roles:
        for part in table.functions:
            for text in part.entries:
                assert text[Language.RU].standing is Standing.OFFICIAL
                assert text[Language.KK].standing in (Standing.DRAFT, Standing.CONFIRMED)
