"""Passes change spaces and links, never words."""

from datetime import date

from builder.arrange.references import resolve
from builder.arrange.sides import side_by_side
from builder.arrange.typography import set_spaces
from builder.base.dates import dated, later_than, long_date, month_later, on, state_of
from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.tree import Block, Clause, Heading, Paragraph, Style, Table

N = "\u00a0"


def _set(text: str) -> str:
    block = set_spaces((Paragraph((Run(text),)),))[0]
    assert isinstance(block, Paragraph)
    run = block.content[0]
    assert isinstance(run, Run)
    assert run.text.replace(N, " ") == text
    return run.text


def test_number_sign_keeps_its_number() -> None:
    assert _set("от № 849 и") == f"от №{N}849 и"


def test_dates_do_not_break() -> None:
    assert _set("24 октября 2024 года №") == f"24{N}октября{N}2024{N}года №"
    assert _set("2024 жылғы 24 қазандағы") == f"2024{N}жылғы{N}24{N}қазандағы"


def test_no_line_begins_with_a_dash() -> None:
    assert _set("топ – бұл") == f"топ{N}– бұл"


def test_a_lone_letter_keeps_the_next_word() -> None:
    assert _set('Закона "О противодействии торговле" и в целях') == (
        f'Закона "О{N}противодействии торговле" и{N}в{N}целях'
    )
    assert _set("бұл және 1) а") == "бұл және 1) а"


def test_kazakh_dates_take_the_ending_of_the_month() -> None:
    endings = [dated(date(2024, month, 1), Language.KK).split(N)[-1] for month in range(1, 13)]
    assert endings == [
        "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы",
        "шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
    ]  # fmt: skip
    assert long_date(date(2024, 10, 24), Language.RU) == f"24{N}октября{N}2024{N}года"


def test_references_live_only_where_the_node_is() -> None:
    blocks: tuple[Block, ...] = (
        Clause("9.", (Run("see", target="rules/p2"), Run("x", target="https://a.kz/")), 0, "rules/p9"),
        Paragraph((Run("nine", target="rules/p9"),)),
    )
    one, two = resolve(blocks)
    assert isinstance(one, Clause)
    assert isinstance(two, Paragraph)
    assert [run.target for run in one.content if isinstance(run, Run)] == [None, "https://a.kz/"]
    assert [run.target for run in two.content if isinstance(run, Run)] == ["rules/p9"]


def test_side_by_side_pairs_blocks_and_keeps_one_anchor() -> None:
    kk: tuple[Block, ...] = (
        Paragraph((Run("жоба"),), Style.NOTICE),
        Heading(1, (Run("А"),), "a"),
        Clause("1.", (Run("бір"),), 0, "p1"),
    )
    ru: tuple[Block, ...] = (Heading(1, (Run("Б"),), "a"), Clause("1.", (Run("один"),), 0, "p1"))
    notice, heading, second, table = side_by_side(kk, ru)
    assert isinstance(notice, Paragraph)
    assert notice.language is Language.KK
    assert isinstance(heading, Heading)
    assert heading.level == 2
    assert isinstance(second, Paragraph)
    assert second.language is Language.RU
    assert isinstance(table, Table)
    left, right = (cell.blocks[0] for cell in table.rows[0].cells)
    assert isinstance(left, Clause)
    assert isinstance(right, Clause)
    assert (left.anchor, right.anchor) == ("p1", None)


def test_kazakh_days_take_their_case() -> None:
    months = [date(2027, month, 5) for month in range(1, 13)]
    ablative = [later_than(day, Language.KK).split(N)[-1] for day in months]
    assert ablative[0] == "қаңтардан"
    assert ablative[2:9] == [
        "наурыздан",
        "сәуірден",
        "мамырдан",
        "маусымнан",
        "шілдеден",
        "тамыздан",
        "қыркүйектен",
    ]
    assert ablative[9:] == ["қазаннан", "қарашадан", "желтоқсаннан"]
    assert [on(day, Language.KK).split(N)[-1] for day in months[8:10]] == ["қыркүйекте", "қазанда"]
    assert state_of(months[0], Language.KK).endswith("қаңтардағы")
    assert {later_than(day, Language.RU) for day in months} == {long_date(day, Language.RU) for day in months}


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    assert month_later(date(2027, 1, 15)) == date(2027, 2, 15)
    assert month_later(date(2027, 1, 31)) == date(2027, 2, 28)
    assert month_later(date(2028, 1, 30)) == date(2028, 2, 29)
    assert month_later(date(2026, 12, 1)) == date(2027, 1, 1)
