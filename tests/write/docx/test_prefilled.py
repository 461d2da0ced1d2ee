"""Answers that are entered beforehand: entered content, not a hint, and the hint still at hand."""

from dataclasses import replace

import pytest

from builder.blocks.inline import CHECKED, Control, ControlKind, Option
from builder.blocks.tree import Paragraph
from builder.ooxml.extract import text_lines
from builder.ooxml.package import read
from tests.write.docx.opened import Opened, made, opened

OPTIONS = (Option("a", "Иә"), Option("b", "Жоқ"))


def _form(*items: Control) -> Opened:
    return opened(made(*(Paragraph((item,)) for item in items), form=True))


@pytest.mark.parametrize("kind", [ControlKind.LINE, ControlKind.AREA, ControlKind.NUMBER, ControlKind.DATE])
def test_what_is_entered_is_no_placeholder(kind: ControlKind) -> None:
    book = _form(Control("1", kind, "l", "hint", value="31.12.2026 <&>"))
    assert book.find("//w:showingPlcHdr") == []
    assert len(book.find("//w:sdtPr/w:placeholder/w:docPart")) == 1
    assert book.ask("//w:sdtContent//w:rStyle/@w:val") == book.ask("//w:sdtPr/w:rPr/w:rStyle/@w:val")
    assert text_lines(book.data) == ["31.12.2026 <&>"]


def test_a_chosen_option_is_shown_by_its_words() -> None:
    book = _form(Control("1", ControlKind.CHOICE, "l", "hint", OPTIONS, value="b"))
    assert book.ask("//w:dropDownList/@w:lastValue") == ["b"]
    assert text_lines(book.data) == ["Жоқ"]


def test_a_value_that_is_no_option_leaves_the_choice_open() -> None:
    book = _form(Control("1", ControlKind.CHOICE, "l", "hint", OPTIONS, value="c"))
    assert len(book.find("//w:showingPlcHdr")) == 1
    assert book.find("//@w:lastValue") == []


def test_a_ticked_box() -> None:
    book = _form(Control("1", ControlKind.CHECK, "l", value=CHECKED), Control("2", ControlKind.CHECK, "l"))
    assert book.ask("//w14:checked/@w14:val") == ["1", "0"]
    assert book.ask("//w:sdtContent//w:t/text()") == ["\u2612", "\u2610"]


def test_lines_of_an_answer_stay_lines() -> None:
    book = _form(Control("1", ControlKind.AREA, "l", value="бір\nекі"))
    assert book.ask("//w:sdtContent//w:t/text()") == ["бір", "екі"]
    assert len(book.find("//w:sdtContent//w:br")) == 1


def test_marks_of_a_document_stand_among_its_properties() -> None:
    marks = (("qagida-form", "2026-00031-1-56"), ("qagida-name", "another"))
    marked = replace(made(form=True), marks=marks)
    custom = read(opened(marked).data)["docProps/custom.xml"].decode()
    assert custom.count('name="qagida-form"><vt:lpwstr>2026-00031-1-56<') == 1
    assert custom.count("qagida-name") == 1
    assert '"qagida-name"><vt:lpwstr>another<' in custom
