"""Official misprints stay: what the divergence register records is silent, and only that."""

from pathlib import Path

import pytest

from builder.check.register import lineage
from tests.check import house

RULES = "rules/rules.yaml"
HEADING = "Жалпы ережелер"


def spoilt(tmp_path: Path, heading: str, entry: str) -> list[str]:
    """The heading of chapter 1 reads otherwise, and the register has one more entry for it."""
    content = house.build(tmp_path)
    house.spoil(content, RULES, HEADING, heading)
    house.spoil(content, "rules/divergences.yaml", "divergences:\n", f"divergences:\n{entry}")
    return [line.partition(" ")[0] for line in house.shown(house.findings(content))]


def entry(where: str, kk: str, kind: str = "misprint") -> str:
    words = '{kk: "Солай.", ru: "Так."}'
    return f"  - {{id: d9, where: [{where}], kind: {kind}, kk: '{kk}', note: {words}, effect: {words}}}\n"


@pytest.mark.parametrize(
    ("heading", "quote"),
    [
        ("Жaлпы ережелер", "Жaлпы"),
        ("Ж а л п ы ережелер", "Ж а л п ы"),
        ("(Жалпы ережелер", "(Жалпы"),
        ("(Жалпы ережелер", "ережелер"),
    ],
)
def test_recorded_slip_is_silent(heading: str, quote: str, tmp_path: Path) -> None:
    assert spoilt(tmp_path, heading, entry("rules/c1", quote)) == []


def test_doubled_space_is_silent_when_quoted(tmp_path: Path) -> None:
    found = spoilt(tmp_path, "Жалпы  ережелер", entry("rules/c1", "Жалпы  ережелер"))
    assert found == []


def test_another_node_is_not_silenced(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "Жaлпы ережелер", entry("rules/c2", "Тәртіп")) == ["Q203"]


def test_another_word_is_not_silenced(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "Жaлпы ережелер", entry("rules/c1", "ережелер")) == ["Q203"]


def test_numbers_are_silent_at_a_listed_node(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "Жалпы 7 ереже", entry("rules/c1", "7", "number")) == []


def test_numbers_speak_elsewhere(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "Жалпы 7 ереже", entry("rules/c2", "Тәртіп", "number")) == ["Q302"]


def test_broken_file_keeps_its_slips_silent(tmp_path: Path) -> None:
    """While a file cannot be built its texts have no nodes; recorded slips must not flood the list."""
    content = house.build(tmp_path)
    house.spoil(content, RULES, HEADING, "Жaлпы ережелер")
    house.spoil(content, RULES, "number: 2\n      heading", "numbr: 2\n      heading")
    house.spoil(
        content, "rules/divergences.yaml", "divergences:\n", f"divergences:\n{entry('rules/c1', 'Жaлпы')}"
    )
    codes = {line.partition(" ")[0] for line in house.shown(house.findings(content))}
    assert codes == {"Q102", "Q104"}


def test_lineage() -> None:
    assert list(lineage("questionnaire/2.8/line1")) == [
        "questionnaire/2.8/line1",
        "questionnaire/2.8",
        "questionnaire/2",
    ]
    assert list(lineage("rules/p9/2")) == ["rules/p9/2", "rules/p9"]
    assert list(lineage("")) == []


def terms_found(tmp_path: Path, quote: str) -> list[str]:
    """Point 1 of the Rules says "сарапшылар тобын" and the register quotes something for it."""
    content = house.build(tmp_path)
    house.spoil(content, RULES, "Ұғымдар:", "Ұғымдар мен сарапшылар тобын айқындау:")
    words = entry("rules/p1", quote, "term")
    house.spoil(content, "rules/divergences.yaml", "divergences:\n", f"divergences:\n{words}")
    return [line.partition(" ")[0] for line in house.shown(house.findings(content))]


def test_recorded_wording_is_silent(tmp_path: Path) -> None:
    assert terms_found(tmp_path, "сарапшылар тобын") == []


def test_entry_about_other_words_does_not_silence_a_term(tmp_path: Path) -> None:
    assert terms_found(tmp_path, "айқындау") == ["Q601"]
