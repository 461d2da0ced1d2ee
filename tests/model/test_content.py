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
