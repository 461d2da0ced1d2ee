"""Every form is a survey that pyxform accepts without a word, whole in both languages."""

import re
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from builder.base import survey_names as names
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import ControlKind
from builder.compose.voice import Voice
from builder.compose.workbook import wording
from builder.model.library import Content
from builder.write.xlsform.survey import NAMES
from builder.write.xlsform.writer import version, write
from examples.filling.kobo import survey
from tests.read.workbooks import SECTIONS, blanks

EVERY = pytest.mark.parametrize("section", SECTIONS)
KK, RU = Language.KK, Language.RU
_XF = {"xf": "http://www.w3.org/2002/xforms"}

_written: dict[tuple[int, int], bytes] = {}


def written(content: Content, section: int) -> bytes:
    key = (id(content), section)
    if key not in _written:
        _written[key] = write(blanks(content)(section, KK), blanks(content)(section, RU))
    return _written[key]


def rows(data: bytes, sheet: str) -> list[dict[str, str]]:
    found = load_workbook(BytesIO(data))[sheet].iter_rows(values_only=True)
    headings = [str(heading) for heading in next(found)]
    return [
        {heading: str(value) for heading, value in zip(headings, row, strict=True) if value is not None}
        for row in found
    ]


@EVERY
def test_pyxform_accepts_it_without_warnings(content: Content, section: int) -> None:
    warnings: list[str] = []
    result = convert(xlsform=written(content, section), warnings=warnings, file_type=".xlsx")
    assert warnings == []
    assert result.warnings in (None, [])
    form = etree.fromstring(result.xform.encode())
    translations = form.findall(".//xf:translation", _XF)
    assert [one.get("lang") for one in translations] == [NAMES[KK], NAMES[RU]]
    assert [one.get("lang") for one in translations if one.get("default")] == [NAMES[KK]]
    first, second = ({text.get("id") for text in one.iterfind("xf:text", _XF)} for one in translations)
    assert first == second
    assert not [
        value for one in translations for value in one.iterfind(".//xf:value", _XF) if value.text == "-"
    ]


@EVERY
def test_every_text_is_there_in_both_languages(content: Content, section: int) -> None:
    data = written(content, section)
    for row in (*rows(data, "survey"), *rows(data, "choices")):
        for column in {key.partition("::")[0] for key in row if "::" in key}:
            found = [row.get(f"{column}::{NAMES[language]}", "") for language in LAW_LANGUAGES]
            assert all(found), row
        if row.get("type", "").partition("_")[0] not in {"end", "calculate"}:
            assert any(key.startswith("label::") for key in row), row


@EVERY
def test_official_words_and_all_codes_are_asked(content: Content, section: int) -> None:
    data = written(content, section)
    for language in LAW_LANGUAGES:
        voice = Voice(content, language)
        notes = {row[f"label::{NAMES[language]}"] for row in rows(data, "survey") if row["type"] == "note"}
        for number in (1, section):
            for item in content.section(number).items:
                assert {wording(voice, line) for line in item.lines} <= notes
    asked = {row.get("name", "") for row in rows(data, "survey")}
    for line in blanks(content)(section, RU).lines:
        if line.kind is ControlKind.CHECK:
            assert names.yes_no(line.code) in asked
        else:
            assert names.question(line.code, line.entry.row if line.entry else None) in asked


@EVERY
def test_lists_are_repeats_and_reasons_are_asked(content: Content, section: int) -> None:
    form = survey(written(content, section))
    for line in blanks(content)(section, RU).lines:
        if line.entry is not None:
            name = names.question(line.code, line.entry.row)
            assert form.lists[name].endswith(names.group("r", names.list_code(line.code)))
    for number in (1, section):
        for item in content.section(number).items:
            assert names.question(f"{number}.{item.number}.0") in form.paths


def test_names_are_unique_and_of_our_kind(content: Content) -> None:
    for section in SECTIONS:
        found = [row["name"] for row in rows(written(content, section), "survey") if "name" in row]
        assert len(found) == len(set(found))
        assert all(re.fullmatch(r"form_id|form_version|(q|yn|g|i|r|n)(_[0-9]+|_n)+", name) for name in found)


def test_settings_and_identification(content: Content) -> None:
    data = written(content, 8)
    (settings,) = rows(data, "settings")
    assert settings["form_id"] == "qagida-section-08"
    assert re.fullmatch(r"2024-10-24-[0-9a-f]{10}", settings["version"])
    assert settings["default_language"] == NAMES[KK]
    required = {row["name"] for row in rows(data, "survey") if row.get("required") == "yes"}
    assert required == {"form_id", "q_0_1", "q_0_3"}
    assert not any("or_other" in row["type"] for row in rows(data, "survey"))


@pytest.mark.parametrize(
    ("words", "taken"),
    [("12", True), ("около 100", True), ("90-ға дейін", True), ("1-2 млн", True), ("1 234", True),
     ("-", True), ("нет данных", True), ("Деректер жоқ", True),
     ("н/д", False), ("много", False), ("көп", False)],
)  # fmt: skip
def test_a_number_may_be_given_as_it_is_known(content: Content, words: str, *, taken: bool) -> None:
    """The constraint as ODK and Enketo read it: patterns match the whole answer."""
    constraint = next(
        row["constraint"] for row in rows(written(content, 2), "survey") if row.get("name") == "q_2_6_1"
    )
    patterns = re.findall(r"regex\(\., '([^']*)'\)", constraint)
    assert any(re.fullmatch(pattern, words) for pattern in patterns) is taken


def test_a_description_is_asked_after_yes_only(content: Content) -> None:
    found = {row["name"]: row for row in rows(written(content, 2), "survey") if "name" in row}
    assert found["yn_1_1_1"]["type"] == "select_one yes_no"
    assert found["q_1_1_1_3"]["relevant"] == "${yn_1_1_1} = 'yes'"


def test_equal_input_gives_equal_bytes_and_the_version_follows_the_words(content: Content) -> None:
    again = write(blanks(content)(2, KK), blanks(content)(2, RU))
    assert again == written(content, 2)
    versions = {rows(written(content, section), "settings")[0]["version"] for section in SECTIONS}
    assert len(versions) == len(SECTIONS)
    assert str(version(blanks(content)(2, KK), blanks(content)(2, RU))) in versions


@EVERY
def test_every_submission_says_which_form_was_filled(content: Content, section: int) -> None:
    """A server writes an id and a version of its own into the settings; a value that is sent keeps ours."""
    data = written(content, section)
    (settings,) = rows(data, "settings")
    (said,) = (row["calculation"] for row in rows(data, "survey") if row.get("name") == names.VERSION)
    assert names.read_version(said.strip("'")) == version(
        blanks(content)(section, KK), blanks(content)(section, RU)
    )
    assert settings["version"] in said
    xform = convert(xlsform=data, file_type=".xlsx").xform
    assert settings["form_id"] in said
    assert f'calculate="{said}"' in xform
