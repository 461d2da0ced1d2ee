"""Content controls, their hints, and the protection around them."""

from collections.abc import Iterator

import pytest

from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind, Option
from builder.blocks.tree import Block, Paragraph, controls
from builder.ooxml import extract
from tests.specimen import specimen
from tests.write.docx.opened import Opened, made, opened

GLOSSARY = "word/glossary/document.xml"
KINDS = {ControlKind.NUMBER: "line"}


def form(*items: Control, language: Language = Language.KK) -> Opened:
    blocks: Iterator[Block] = (Paragraph((item,)) for item in items)
    return opened(made(*blocks, language=language, form=True))


def test_every_control_of_the_specimen_is_there_in_order() -> None:
    expected = [
        (item.code, item.label, KINDS.get(item.kind, item.kind.value)) for item in controls(specimen().blocks)
    ]
    assert extract.controls(opened(specimen()).data) == expected


def test_controls_stand_inside_paragraphs_and_cannot_be_deleted() -> None:
    book = opened(specimen())
    found = book.find("//w:sdt")
    assert len(book.find("//w:p/w:sdt[w:sdtPr/w:lock/@w:val='sdtLocked']")) == len(found) == 7


def test_numbers_are_unique_and_the_same_in_both_languages() -> None:
    numbers = opened(specimen(Language.KK)).ask("//w:sdtPr/w:id/@w:val")
    assert len(set(numbers)) == 7
    assert numbers == opened(specimen(Language.RU)).ask("//w:sdtPr/w:id/@w:val")


def test_same_code_twice_gets_two_numbers() -> None:
    control = Control("1", ControlKind.LINE, "l")
    assert len(set(form(control, control).ask("//w:sdtPr/w:id/@w:val"))) == 2


def test_check_box_is_empty_with_a_font_that_word_has() -> None:
    book = form(Control("1", ControlKind.CHECK, "yes"))
    assert book.ask("//w14:checkbox/w14:checked/@w14:val") == ["0"]
    assert book.ask("//w14:checkbox/*/@w14:font") == ["MS Gothic"] * 2
    assert book.ask("//w:sdtContent//w:t/text()") == ["\u2610"]
    assert "w14" in book.ask("/*/@*[local-name()='Ignorable']")[0].split()


def test_choice_lists_its_options_once() -> None:
    options = (Option("a", "Иә"), Option("b", 'Жоқ "<&>"'), Option("a", "again"))
    book = form(Control("1", ControlKind.CHOICE, "l", options=options))
    assert book.ask("//w:listItem/@w:value") == ["a", "b"]
    assert book.ask("//w:listItem/@w:displayText") == ["Иә", 'Жоқ "<&>"']


@pytest.mark.parametrize(("language", "tag"), [(Language.KK, "kk-KZ"), (Language.RU, "ru-RU")])
def test_date_is_in_the_language_of_its_place(language: Language, tag: str) -> None:
    book = form(Control("1", ControlKind.DATE, "l"), language=language)
    assert book.ask("//w:date/w:lid/@w:val") == [tag]
    assert book.ask("//w:date/w:dateFormat/@w:val") == ["dd.MM.yyyy"]


def test_only_areas_take_many_lines() -> None:
    kinds = (ControlKind.LINE, ControlKind.NUMBER, ControlKind.AREA)
    book = form(*(Control(kind.value, kind, "l") for kind in kinds))
    assert book.ask("//w:sdtPr[w:text/@w:multiLine='1']/w:tag/@w:val") == ["area"]


def test_hint_is_shown_and_kept_in_the_glossary() -> None:
    items = [
        Control(str(n), ControlKind.LINE, "l", hint) for n, hint in enumerate(("енгізіңіз", "", "енгізіңіз"))
    ]
    book = form(*items)
    names = book.ask("//w:placeholder/w:docPart/@w:val")
    words = book.ask("//w:docPartBody//w:t/text()", GLOSSARY)
    assert len(book.find("//w:sdtPr[w:showingPlcHdr]")) == 3
    assert names[0] == names[2] != names[1]
    assert book.ask("//w:docPartPr/w:name/@w:val", GLOSSARY) == names[:2]
    assert words[0] == "енгізіңіз"
    assert not words[1].strip()
    assert set(book.ask("//w:sdtContent//w:rStyle/@w:val")) == {"PlaceholderText"}


def test_long_labels_are_cut_and_empty_ones_replaced() -> None:
    book = form(Control("1", ControlKind.LINE, "ұ" * 70), Control("2", ControlKind.LINE, ""))
    long, empty = book.ask("//w:alias/@w:val")
    assert len(long) == 64
    assert empty == "2"


def test_forms_are_protected_but_for_their_controls() -> None:
    book = opened(specimen())
    protection = book.find("//w:documentProtection", "word/settings.xml")[0]
    assert sorted(protection.attrib.values()) == ["1", "forms"]
    assert len(book.find("//w:sectPr[w:formProt]")) == len(book.find("//w:sectPr")) == 1


def test_other_documents_are_free() -> None:
    book = opened(made())
    assert not book.find("//w:documentProtection", "word/settings.xml")
    assert not book.find("//w:formProt")
    assert GLOSSARY not in book.parts
