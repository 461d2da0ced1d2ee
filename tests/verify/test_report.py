"""What a person and another program get to read."""

import json
import re

import pytest

from builder.base.language import UI_LANGUAGES, Language
from builder.verify.difference import Kind
from builder.verify.report import lines, marked, speaker, summary, to_json, words
from tests.verify.samples import ACT, against

ENGLISH = speaker(Language.EN)


def test_differences_stand_under_their_node_with_their_words() -> None:
    shown = lines(against(ACT, ("оценки", "анализа"), ("приказа", "акта")), ENGLISH)
    change = "[-анализа-]{+оценки+}"
    assert shown[:5] == (
        "[-publication-]{+content+} {=displaced=}",
        "",
        "p2",
        f"  line 2, changed: Утвердить прилагаемые Правила проведения {change} рисков 3 (три) раза",
        "",
    )
    assert shown[-1] == ("Unexplained differences: 2. Hold each against the publication and find the reason.")


def test_marks_of_each_kind() -> None:
    missing, extra = against(ACT, ("оценки ", ""), ("обеспечить", "обеспечить всю")).unexplained
    assert "{+оценки+}" in marked(missing)
    assert "[-" not in marked(missing)
    assert "[-всю-]" in marked(extra)
    moved = against(ACT, ("прилагаемые Правила", "прилагаемые "), ("рисков ", "рисков Правила\n"))
    assert "прилагаемые {=Правила=} проведения" in marked(moved.differences[0])


def test_numbers_and_drafts_are_compact() -> None:
    shown = lines(against(ACT + "sign ~ С. Жақыпова", ("2. ", "")), ENGLISH)
    assert shown == (
        "Numbers lost in the copy of the publication: p2 (2.)",
        "Texts that the copy of the publication lacks and the content marks as not official: sign",
        "The content agrees with the publication: 24 words in place, no unexplained difference.",
        "The other differences are damage of the copy and our own drafts.",
    )


def test_long_texts_are_shortened() -> None:
    text = " ".join(f"сөз{number}" for number in range(100))
    shown = lines(against(f"a | бірінші мәтін осы\nb | {text}", (text, "")), ENGLISH)
    assert any("сөз7 … (100 words) … сөз92" in line for line in shown)


def test_summary_adds_up() -> None:
    header, *rows = summary(against(ACT, ("оценки ", ""), ("2. ", "")), ENGLISH)
    assert header == ("difference", "count", "words of content", "words of publication")
    for column in (2, 3):
        assert sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column])
    assert len(rows) == len(Kind) + 2


def test_json_holds_everything() -> None:
    data = json.loads(to_json(against(ACT, ("оценки", "анализа"))))
    assert data["unexplained"] == 1
    assert data["differences"][0]["kind"] == "changed"
    assert data["differences"][0]["context"]["after"] == "рисков 3 (три) раза"
    assert data["by_node"][1]["node"] == "p2"


@pytest.mark.parametrize("key", sorted(words()))
def test_words_exist_in_every_language_with_the_same_placeholders(key: str) -> None:
    forms = words()[key]
    assert set(forms) == {language.value for language in UI_LANGUAGES}
    assert len({tuple(sorted(re.findall(r"\{(\w+)\}", form))) for form in forms.values()}) == 1


def test_every_kind_has_words() -> None:
    assert {kind.value for kind in Kind} <= set(words())
