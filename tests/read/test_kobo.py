"""Exports of surveys come back with the same answers, in every shape that servers give them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base import survey_names as names
from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.model.answers import How
from builder.model.library import Content
from builder.read.kobo import read_kobo
from builder.write.xlsform.writer import write
from examples.filling.kobo import Survey, as_csv, as_json, submission, survey
from tests.read.workbooks import LANGUAGES, SECTIONS, answers, blanks, issue, said

RU, KK = Language.RU, Language.KK
QUICK = settings(max_examples=40, deadline=None)

_surveys: dict[tuple[int, int], Survey] = {}


def form(content: Content, section: int) -> Survey:
    key = (id(content), section)
    if key not in _surveys:
        blank = blanks(content)
        _surveys[key] = survey(write(blank(section, KK), blank(section, RU)))
    return _surveys[key]


def given_answers(content: Content, section: int) -> dict[str, str | bool]:
    return answers(blanks(content)(section, RU), ids=True)


def form_id(section: int, language: Language = RU) -> str:
    return str(issue(section).form_id(language))


def sent(content: Content, section: int, language: Language = RU, number: int = 1) -> dict[str, object]:
    return submission(
        form(content, section), form_id(section, language), given_answers(content, section), number
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_comes_back_from_json(content: Content, section: int, language: Language) -> None:
    (filled,) = read_kobo(as_json([sent(content, section, language)]), "export.json").forms
    assert said(filled) == given_answers(content, section)
    assert (filled.strays, filled.findings) == ((), ())
    assert {one.how for one in filled.found} == {How.COLUMN}
    assert filled.marks.form_id == form_id(section, language)
    assert (filled.marks.section, filled.marks.language) == (section, language)
    assert filled.marks.edition == "2024-10-24"


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(("separator", "labels"), [(";", False), (",", True)])
def test_every_section_comes_back_from_csv(
    content: Content, section: int, separator: str, *, labels: bool
) -> None:
    data = as_csv(form(content, section), [sent(content, section)], separator, labels=labels)
    (filled,) = read_kobo(data, "export.csv").forms
    assert said(filled) == given_answers(content, section)
    assert (filled.strays, filled.findings) == ((), ())
    assert filled.marks.form_id == form_id(section)
    assert filled.marks.section == section


def test_each_submission_is_a_form_of_its_own(content: Content) -> None:
    pages = [sent(content, 2, RU, 1), sent(content, 13, KK, 2)]
    first, second = read_kobo(as_json(pages), "export.json").forms
    assert (first.name, second.name) == ("export.json#1", "export.json#2")
    assert (first.marks.section, second.marks.section) == (2, 13)
    assert said(second) == given_answers(content, 13)


def test_nested_groups_of_odk_central(content: Content) -> None:
    flat = sent(content, 2)
    nested: dict[str, Any] = {}
    for path, value in flat.items():
        *groups, name = path.split("/")
        node = nested
        for group in groups:
            node = node.setdefault(group, {})
        node[name] = _short(value) if isinstance(value, list) else value
    (filled,) = read_kobo(json.dumps({"value": [nested]}).encode(), "odk.json").forms
    assert said(filled) == given_answers(content, 2)
    assert filled.strays == ()


def _short(rows: list[Any]) -> list[Any]:
    return [{path.rpartition("/")[2]: value for path, value in row.items()} if isinstance(row, dict) else row
            for row in rows]  # fmt: skip


def test_unknown_columns_are_kept_and_those_of_the_server_are_not(content: Content) -> None:
    one = {**sent(content, 13), "extra/question": "сверх того", "_notes": [{"note": "звонили"}], "_tags": []}
    (filled,) = read_kobo(as_json([one]), "export.json").forms
    assert {(stray.text, stray.at) for stray in filled.strays} == {
        ("сверх того", "extra/question"),
        ("звонили", "_notes[1]/note"),
    }


def test_equal_keys_and_equal_headings_lose_nothing(content: Content) -> None:
    (filled,) = read_kobo(b'[{"g_0/q_0_4": "one", "g_0/q_0_4": "two"}]', "a.json").forms
    assert (said(filled), [stray.text for stray in filled.strays]) == ({"0.4": "one"}, ["two"])
    (filled,) = read_kobo(b"g_0/q_0_4,g_0/q_0_4\none,two,three\n", "a.csv").forms
    assert (said(filled), [stray.text for stray in filled.strays]) == ({"0.4": "one"}, ["two", "three"])


def test_a_wrong_number_of_the_form_is_kept_as_words() -> None:
    (filled,) = read_kobo(b'[{"g_0/form_id": "2026-00031-1-57"}]', "a.json").forms
    assert filled.marks.form_id is None
    assert [stray.text for stray in filled.strays] == ["2026-00031-1-57"]


def test_words_for_a_yes_or_no_stay_words() -> None:
    (filled,) = read_kobo("g_1/yn_1_1_1;g_1/yn_1_1_2\nчастично;no\n".encode(), "a.csv").forms
    assert {one.code: one.ticked for one in filled.found} == {"1.1.1.1": None, "1.1.2.2": True}


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_marks_of_byte_order(mark: str) -> None:
    (filled,) = read_kobo("g_0/q_0_4\tg_0/q_0_5\nҚазақша\tРусский\n".encode(mark), "a.csv").forms
    assert said(filled) == {"0.4": "Қазақша", "0.5": "Русский"}


@pytest.mark.parametrize(
    "data",
    [
        b'{"results": [1, 2]}',
        b"[[[[",
        b"[" * 200_000,
        b'[{"a":' * 200_000,
        json.dumps([{"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {
            "a": "deep"}}}}}}}}}}}}}}]).encode(),
        b"\xd0\xcf\x11",
        b"",
        b'a,b\n"never closed',
    ],
)  # fmt: skip
def test_other_shapes_are_refused(data: bytes) -> None:
    with pytest.raises(QagidaError) as caught:
        read_kobo(data, "a.json")
    assert [finding.code for finding in caught.value.findings] == ["Q721"]


def test_halves_of_characters_are_joined_or_marked() -> None:
    (filled,) = read_kobo(rb'[{"g_0/q_0_4": "\ud83d\ude00 \ud800"}]', "a.json").forms
    assert said(filled) == {"0.4": "\U0001f600 \ufffd"}


def test_numbers_of_a_million_digits_are_words() -> None:
    (filled,) = read_kobo(b'[{"g_2/q_2_6_1": ' + b"9" * 1_000_000 + b"}]", "a.json").forms
    assert len(filled.found[0].text) == 1_000_000


_words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80).filter(
    lambda words: words.strip() != ""
)


@QUICK
@given(words=_words)
def test_any_words_come_back(content: Content, words: str) -> None:
    one = submission(form(content, 13), form_id(13), {"0.4": words})
    (filled,) = read_kobo(as_json([one]), "a.json").forms
    assert said(filled) == {"0.4": words}
    (filled,) = read_kobo(as_csv(form(content, 13), [one]), "a.csv").forms
    assert said(filled) == {"0.4": words}


@QUICK
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        forms = read_kobo(data, "a").forms
    except QagidaError:
        return
    assert all(one.name.startswith("a#") for one in forms)


@QUICK
@given(st.lists(st.integers(0, 9999), min_size=2, max_size=6))
def test_names_and_codes_turn_into_each_other(numbers: list[int]) -> None:
    code = ".".join(map(str, numbers))
    asked = names.read(names.question(code))
    assert asked == names.Asked(code)
    assert names.read(names.yes_no(code)) == names.Asked(code, yes_no=True)
    if len(numbers) > 3:
        listed = names.read(names.question(code, numbers[-2]))
        assert listed is not None
        assert listed.of_row(numbers[-2]) == code
