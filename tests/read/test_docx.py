"""Word forms: what is typed into a form is what is read, for every section and both languages."""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.base.finding import QagidaError
from builder.base.form_id import FormId, find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import ControlKind
from builder.blocks.tree import controls
from builder.model.answers import How
from builder.ooxml.opened import Opened
from builder.ooxml.package import pack
from builder.ooxml.package import read as parts_of
from builder.ooxml.pieces import MOST_LINES
from builder.ooxml.returned import closely
from builder.ooxml.scanned import scan
from builder.ooxml.xml import clean
from builder.read.codes import leads
from builder.write.docx.writer import write
from examples.filling.docx import DOCUMENT, fill
from tests.read import spoil
from tests.read.forms import CREATED, ROOT
from tests.read.forms import form as issued
from tests.read.word_forms import SECTIONS, as_answers, blank, fixture_answers, returned

FORMS = [(section, language) for section in SECTIONS for language in LAW_LANGUAGES]
SEED = 20261121


@pytest.mark.parametrize(("section", "language"), FORMS)
def test_round_trip(section: int, language: Language) -> None:
    form = blank(section, language)
    answers = fixture_answers(form)
    filled = returned(fill(form.data, answers))
    assert as_answers(filled) == answers
    assert {found.how for found in filled.found} == {How.TAG}
    assert (filled.strays, filled.findings) == ((), ())
    assert (filled.marks.section, filled.marks.language) == (section, language)
    assert filled.marks.body == answers["0.1"]


@pytest.mark.parametrize(("section", "language"), FORMS)
def test_blank_form_has_no_answers(section: int, language: Language) -> None:
    filled = returned(blank(section, language).data)
    assert (filled.found, filled.strays, filled.findings) == ((), (), ())


@pytest.mark.parametrize(("section", "language"), FORMS)
def test_round_trip_without_controls(section: int, language: Language) -> None:
    """Codes, labels and positions alone give the same answers."""
    form = blank(section, language)
    answers = fixture_answers(form)
    filled = returned(spoil.spoiled(fill(form.data, answers), spoil.unwrap))
    assert as_answers(filled) == answers
    assert not filled.strays
    assert {finding.code for finding in filled.findings} == {"Q741"}
    assert {found.how for found in filled.found} == {How.CODE}


@pytest.mark.parametrize("section", SECTIONS)
def test_expected_places_are_those_of_the_file(section: int) -> None:
    """Table, row and column of each passage are where the writer put it."""
    form = blank(section, Language.KK)
    opened = Opened(form.data)
    lines = closely(opened.tree(opened.main)).lines
    assert [line[1:4] for line in lines] == [passage.cell for passage in form.form.passages]


@pytest.mark.parametrize(("section", "language"), FORMS[::5])
def test_quick_and_close_look_agree(section: int, language: Language) -> None:
    form = blank(section, language)
    opened = Opened(fill(form.data, fixture_answers(form)))
    tree = opened.tree(opened.main)
    found = scan(tree)
    assert found is not None
    assert found.lines == closely(tree).lines


def test_visible_marks_serve_where_properties_are_gone() -> None:
    form = blank(7, Language.KK)
    marks = returned(form.data).marks
    again = returned(spoil.spoiled(form.data, without=("docProps/",))).marks
    assert again == marks
    assert marks.edition == "2024-10-24"


@pytest.mark.parametrize("language", LAW_LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_section_and_language_are_known_by_words(section: int, language: Language) -> None:
    marks = returned(spoil.tables_only(blank(section, language).data)).marks
    assert (marks.section, marks.language) == (section, language)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2.8.1 15", "2.8.1"),
        ("2,8,1 15", "2.8.1"),
        ("2. 8. 1. 15", "2.8.1"),
        ("2.8.1) 15", "2.8.1"),
        ("2.8.О нет данных", "2.8.0"),
        ("I.5.l.1.І Государство", "1.5.1.1.1"),
        ("2.З.1\u00a0x", "2.3.1"),
    ],
)
def test_codes_as_people_type_them(typed: str, code: str) -> None:
    assert code in [lead.code for lead in leads(typed)]


@pytest.mark.parametrize("typed", ["", "15", "лет 2.8.1", "ЗО.ОО", "1. Пробелы", "31.12.2026г", "а.б.в"])
def test_words_that_are_no_codes(typed: str) -> None:
    known = blank(2, Language.RU).form.leads
    assert not [lead for lead in leads(typed) if lead.code in known]


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_issued_form_is_known_by_its_number(language: Language) -> None:
    """The words that only an issued form has are neither answers nor strays, tags or not."""
    sent = write(issued(5, language), ROOT / "templates" / "docx", CREATED)
    prefilled = {
        control.code: control.shown for control in controls(issued(5, language).blocks) if control.value
    }
    answers = {**prefilled, "1.6.1": "Жауап"}
    for data in (
        fill(sent, answers),
        spoil.spoiled(fill(sent, answers), spoil.drop_tags, without=("docProps/",)),
        spoil.spoiled(fill(sent, answers), spoil.unwrap, spoil.split_runs, without=("docProps/",)),
    ):
        filled = returned(data)
        assert as_answers(filled) == answers
        assert not filled.strays
        assert find_form_id(filled.marks.form_id or "") == FormId(2025, 31, language)
        assert (filled.marks.year, filled.marks.section) == (2025, 5)


# Any answer survives ----------------------------------------------------------------------------------

ANSWERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\t\u00ad\u2011\u00a0«»–№"),
    max_size=60,
)
TEXT_SLOTS = ("0.1", "1.1.1.3", "1.5.1.1.1", "1.6.1", "2.1.2", "2.1.2.1.1.1", "2.4.0", "2.13.1")
HINTS = {control.hint.casefold() for language in LAW_LANGUAGES for control in blank(2, language).controls}


def kept(text: str) -> str:
    """The declared rule: white space around an answer is not part of it, line ends are line feeds."""
    return clean(text).strip()


def says_something(text: str) -> bool:
    return bool(re.sub(r"[\s_\u00ad\u200b\ufeff]", "", text)) and text.strip().casefold() not in HINTS


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(TEXT_SLOTS), ANSWERS.filter(says_something), min_size=1))
def test_any_answer_survives(answers: dict[str, str]) -> None:
    filled = returned(fill(blank(2, Language.RU).data, answers))
    assert {found.code: found.text for found in filled.found} == {
        code: kept(text) for code, text in answers.items() if kept(text)
    }
    assert (filled.strays, filled.findings) == ((), ())


PLAIN = st.text(st.sampled_from("абвгдежзәіңғүұқөһ ,;:-–()«»0123456789"), min_size=1, max_size=40)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(TEXT_SLOTS), PLAIN.filter(says_something), min_size=1))
def test_nothing_is_lost_without_tags(answers: dict[str, str]) -> None:
    """Every answer is found by its code; words that look like nothing of the form stay whole."""
    filled = returned(spoil.spoiled(fill(blank(2, Language.RU).data, answers), spoil.drop_tags))
    said = {code: kept(text) for code, text in answers.items() if kept(text)}
    assert {found.code: found.text for found in filled.found} == said


# Damage -----------------------------------------------------------------------------------------------


def test_not_a_package_is_refused() -> None:
    with pytest.raises(QagidaError) as error:
        returned(b"PK\x03\x04 but nothing else")
    assert [finding.code for finding in error.value.findings] == ["Q721"]


@pytest.mark.parametrize("part", [DOCUMENT, "docProps/custom.xml"])
def test_broken_part_is_refused(part: str) -> None:
    parts = parts_of(blank(2, Language.RU).data)
    with pytest.raises(QagidaError) as error:
        returned(pack({**parts, part: parts[part][:-40]}))
    assert [finding.code for finding in error.value.findings] == ["Q721"]


def test_deep_nesting_is_refused() -> None:
    body = b"<w:sdt><w:sdtContent>" * 5000 + b"</w:sdtContent></w:sdt>" * 5000
    root = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    parts = parts_of(blank(2, Language.RU).data)
    with pytest.raises(QagidaError):
        returned(pack({**parts, DOCUMENT: root + body + b"</w:body></w:document>"}))


def test_entities_are_not_followed() -> None:
    parts = parts_of(blank(2, Language.RU).data)
    text = parts[DOCUMENT].decode().partition("?>")[2]
    hostile = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{text}'
    hostile = hostile.replace("введите текст", "&e;", 1)
    try:
        filled = returned(pack({**parts, DOCUMENT: hostile.encode()}))
    except QagidaError:
        return
    assert "root:" not in repr(filled)


def refusal(data: bytes) -> set[str]:
    """The codes with which a file is refused; empty where it is read."""
    try:
        returned(data)
    except QagidaError as error:
        return {finding.code for finding in error.findings}
    return set()


def _mutations(data: bytes, rounds: int) -> Iterator[bytes]:
    """Bytes of the document part changed, cut, doubled, its elements renamed, moved or emptied."""
    chance = random.Random(SEED)
    parts = parts_of(data)
    text = parts[DOCUMENT]
    for _ in range(rounds):
        broken = bytearray(text)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(broken))
            match chance.randrange(4):
                case 0:
                    broken[place] = chance.randrange(256)
                case 1:
                    del broken[place : place + chance.randrange(400)]
                case 2:
                    broken[place:place] = broken[place : place + chance.randrange(400)]
                case _:
                    other = chance.randrange(len(broken))
                    broken[place:place] = broken[other : other + 40]
        yield pack({**parts, DOCUMENT: bytes(broken)})


def test_damaged_bytes_never_crash() -> None:
    data = fill(blank(13, Language.KK).data, {"0.1": "Мекеме", "1.6.1": "Жауап"})
    for broken in _mutations(data, 150):
        assert refusal(broken) <= {"Q721"}


def _scrambled(root: spoil.Element, chance: random.Random) -> None:
    """Elements are dropped, doubled, moved, renamed, and texts exchanged."""
    elements = [element for element in root.iter() if element.getparent() is not None]
    for _ in range(chance.randint(1, 40)):
        one, two = chance.choice(elements), chance.choice(elements)
        holder = one.getparent()
        if holder is None:
            continue
        match chance.randrange(5):
            case 0:
                holder.remove(one)
            case 1:
                holder.append(spoil.doubled(one))
            case 2 if one not in two.iterancestors() and one is not two:
                two.append(one)
            case 3:
                one.tag = two.tag
            case _:
                one.text, two.text = two.text, one.text


def test_scrambled_elements_never_crash() -> None:
    data = fill(blank(13, Language.RU).data, {"0.1": "Учреждение", "1.6.1": "Ответ"})
    for seed in range(80):
        chance = random.Random(seed)

        def change(root: spoil.Element, chance: random.Random = chance) -> None:
            _scrambled(root, chance)

        assert refusal(spoil.spoiled(data, change)) <= {"Q721"}


def test_endless_lines_are_read_in_time() -> None:
    """Thousands of foreign lines in one cell, without a code, cost no more than a moment."""
    data = spoil.spoiled(
        blank(2, Language.RU).data, spoil.type_below("1.6.1", *(f"строка {n}" for n in range(4000)))
    )
    filled = returned(data)
    said = "\n".join([*(found.text for found in filled.found), *(stray.text for stray in filled.strays)])
    assert all(f"строка {n}" in said for n in (0, 1999, 3999))


def test_more_lines_than_any_form_has_are_refused() -> None:
    lines = b"<w:p><w:r><w:t>1</w:t></w:r></w:p>" * (MOST_LINES + 1)
    root = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    parts = parts_of(blank(2, Language.RU).data)
    assert refusal(pack({**parts, DOCUMENT: root + lines + b"</w:body></w:document>"})) == {"Q721"}


def test_one_code_answered_a_thousand_times_is_one_finding() -> None:
    lines = (f"2.1.2 {number} преступлений" for number in range(1000))
    filled = returned(spoil.spoiled(blank(2, Language.RU).data, spoil.type_below("2.1.2", *lines)))
    assert [finding.code for finding in filled.findings] == ["Q741", "Q745"]
    assert len(filled.strays) == 999


def test_every_control_kind_is_expected() -> None:
    kinds = {slot.kind for section in SECTIONS for slot in blank(section, Language.KK).form.slots.values()}
    assert kinds == set(ControlKind)
