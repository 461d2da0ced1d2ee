"""What is a difference, of which kind, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.verify.compare import compare_pieces
from builder.verify.difference import Comparison
from builder.verify.expected import Piece
from tests.verify.samples import ACT, against, seen

CELLS = """
1 # 1
1 | Какие риски наблюдаются в сфере противодействия торговле людьми?
1 | Указываются возможные риски, которые ограничивают усилия по борьбе с ней.
1 | Пробелы в законодательстве и несоответствие стандартам:
1 | Недостаточное регулирование механизмов реализации закона
2 # 2
2 | Какие факторы влияют на уровень риска?
"""


def assert_adds_up(comparison: Comparison) -> None:
    own = comparison.equal_words + sum(tally.words_content for tally in comparison.tallies)
    other = comparison.equal_words + sum(tally.words_publication for tally in comparison.tallies)
    assert (own, other) == (comparison.words_content, comparison.words_publication)


def test_same_words_have_no_differences() -> None:
    comparison = against(ACT)
    assert seen(comparison) == []
    assert comparison.equal_words == comparison.words_content == comparison.words_publication
    assert comparison.nodes == 3


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("мерзімін", "мерзімни"), ("changed", "p1", "мерзімін", "мерзімни")),
        (("3 (", "5 ("), ("changed", "p2", "3", "5")),
        (("2. ", "3. "), ("changed", "p2", "2", "3")),
        (("оценки ", ""), ("missing_in_publication", "p2", "оценки", "")),
        (("оценки", "оценки всех"), ("extra_in_publication", "p2", "", "всех")),
        (("оценки рисков", "рисков оценки"), ("changed", "p2", "оценки рисков", "рисков оценки")),
        (("тәртібін,", "тәртібін"), ("punctuation", "p1", ",", "")),
        (("тәртібін,", "тәртібін;"), ("punctuation", "p1", ",", ";")),
        (("приказа;", "приказа."), ("punctuation", "p2.1", ";", ".")),
        (("рисков", "рисков,"), ("punctuation", "p2", "", ",")),
        (('"государственную', "«государственную"), ("punctuation", "p2.1", '"', "«")),
        (("Правила", "правила"), ("changed", "p2", "Правила", "правила")),
        (("Осы", "Oсы"), ("changed", "p1", "Осы", "Oсы")),
    ],
)
def test_real_differences_are_named_with_their_node(
    change: tuple[str, str], expected: tuple[str, str, str, str]
) -> None:
    comparison = against(ACT, change)
    assert seen(comparison) == [expected]
    assert len(comparison.unexplained) == 1
    assert_adds_up(comparison)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [("оценки рисков", "о ц е н к и  рисков")],
            ("spacing", "p2", "оценки", "о ц е н к и"),
        ),
        ([("регистрацию", "регист рацию")], ("spacing", "p2.1", "регистрацию", "регист рацию")),
        (
            [("проведения оценки", "проведенияоценки")],
            ("spacing", "p2", "проведения оценки", "проведенияоценки"),
        ),
        ([("тәртібін,", "тәртібін ,")], ("spacing", "p1", "тәртібін, сондай", "тәртібін , сондай")),
        (
            [("прилагаемые Правила", "прилагаемые "), ("рисков ", "рисков Правила\n")],
            ("moved", "p2", "Правила", "Правила"),
        ),
        (
            [("Правила проведения", "Прав\n\n проведения"), ("рисков", "рисков ила\n")],
            ("moved", "p2", "Правила", "Прав … ила"),
        ),
        ([("2. ", "")], ("number_missing", "p2", "2.", "")),
    ],
)
def test_damage_of_a_copy_keeps_the_wording(
    changes: list[tuple[str, str]], expected: tuple[str, str, str, str]
) -> None:
    comparison = against(ACT, *changes)
    assert seen(comparison) == [expected]
    assert comparison.unexplained == ()
    assert comparison.same_wording
    assert_adds_up(comparison)


@pytest.mark.parametrize(
    "change",
    [
        ("тәртібін, ", "тәртібін\n, "),
        ("(три)", "(\nтри)"),
        ("Правила проведения", "Правила\n\n\n  проведения"),
        ("Правила проведения", "Правила\u00a0проведения"),
        ("мақсаты", "мақ\u00adсаты"),
        ("сондай", "сонда\u0438\u0306"),
        ("регистрацию приказа;", "регистрацию приказа;\n__________"),
    ],
)
def test_layout_alone_is_no_difference(change: tuple[str, str]) -> None:
    assert seen(against(ACT, change)) == []


def test_torn_table_rows_are_moved_not_changed() -> None:
    publication = """
    Какие риски наблюдаются в сфере противодействия торговле людьми?
    Пробелы в законодательстве и несоответствие стандартам:
    Недостаточное регулирование

    1

    Указываются возможные риски, которые ограничивают усилия по борьбе с ней.
    механизмов реализации закона
    2
    Какие факторы влияют на уровень риска?
    """
    comparison = against(CELLS, publication=publication)
    assert {kind for kind, *_ in seen(comparison)} == {"moved"}
    assert ("moved", "1", "1", "1") in seen(comparison)
    assert_adds_up(comparison)


def test_a_change_inside_torn_text_is_still_found() -> None:
    publication = """
    Какие риски наблюдаются в сфере противодействия торговле людьми?
    Пробелы в законодательстве и несоответствие стандартам:
    Недостаточное регулирование

    1

    Указываются возможные риски, которые ограничивают услуги по борьбе с ней.
    механизмов реализации закона
    2
    Какие факторы влияют на уровень риска?
    """
    comparison = against(CELLS, publication=publication)
    unexplained = [(item.kind, item.node, item.content_words) for item in comparison.unexplained]
    assert unexplained == [("changed", "1", "усилия")]


def test_a_torn_number_that_differs_is_found() -> None:
    comparison = against(CELLS, ("2 Какие", "Какие"), ("на уровень", "на\n\n7\n\nуровень"))
    assert seen(comparison) == [
        ("number_missing", "2", "2", ""),
        ("extra_in_publication", "2", "", "7"),
    ]


def test_words_of_other_lines_belong_to_the_text_before_or_after() -> None:
    comparison = against(ACT, ("айқындайды.\n", "айқындайды.\nСтраница 1 из 5\n"))
    assert seen(comparison) == [("extra_in_publication", "p1", "", "Страница 1 из 5")]


DRAFTS = """
title | Бұйрықты бекіту туралы шешім қабылданды
sign ~ Еңбек министрі
sign ~ С. Жақыпова
columns ~ №
columns ~ Көрсеткіштер
columns | Деректер / Пікірлер
"""


def test_drafts_that_are_not_published_are_a_class_of_their_own() -> None:
    comparison = against(DRAFTS)
    assert [kind for kind, *_ in seen(comparison)] == ["unpublished"] * 4
    assert comparison.unexplained == ()
    assert_adds_up(comparison)


def test_drafts_that_are_published_count_as_equal() -> None:
    comparison = against(DRAFTS, ("Деректер", "№ Көрсеткіштер Деректер"))
    assert seen(comparison) == [
        ("unpublished", "sign", "Еңбек министрі", ""),
        ("unpublished", "sign", "С. Жақыпова", ""),
    ]
    assert_adds_up(comparison)


def test_other_words_in_the_place_of_a_draft_are_extra() -> None:
    comparison = against(DRAFTS, ("қабылданды\n", "қабылданды\nЕңбек вице-министрі\n"))
    assert ("extra_in_publication", "title", "", "Еңбек вице-министрі") in seen(comparison)
    assert_adds_up(comparison)


def test_context_and_line_lead_to_the_place() -> None:
    difference = against(ACT, ("рисков", "угроз")).unexplained[0]
    assert difference.line == 2
    assert difference.context.before == "прилагаемые Правила проведения оценки"
    assert difference.context.after == "3 (три) раза. 1"


def test_nothing_at_all() -> None:
    assert compare_pieces((), "").words_content == 0
    comparison = against(ACT, publication="")
    assert {kind for kind, *_ in seen(comparison)} == {"missing_in_publication", "number_missing"}
    assert_adds_up(comparison)


def test_by_node_counts_words_and_differences() -> None:
    comparison = against(ACT, ("оценки ", ""), ("2. ", ""))
    tally = next(tally for tally in comparison.by_node if tally.node == "p2")
    assert (tally.words, tally.equal_words, tally.differences) == (10, 8, 2)


WORDS = st.lists(
    st.sampled_from(["а", "б", "вг", "абв", "абвг", "аб", "1", "2", ",", ")", "\n", "  ", "к о л ь ц"]),
    max_size=40,
)


@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=6), WORDS)
def test_every_word_is_accounted_for(texts: list[tuple[list[str], bool, bool]], other: list[str]) -> None:
    expected = tuple(
        Piece(str(index), " ".join(words), marker, published)
        for index, (words, marker, published) in enumerate(texts)
    )
    comparison = compare_pieces(expected, " ".join(other))
    assert_adds_up(comparison)
    assert sum(tally.words for tally in comparison.by_node) == comparison.words_content
    assert sum(tally.equal_words for tally in comparison.by_node) == comparison.equal_words
