"""Answers that are entered beforehand: read by programs, seen on the page, and kept in their boxes."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.finding import QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import CHECKED, Control, ControlKind, Option
from builder.write.pdf.fields import MULTILINE
from builder.write.pdf.typed import Typist
from builder.write.pdf.typing_font import LETTERS, typing_font
from tests.write.pdf.samples import TEMPLATES, document, paragraph, pdf_of

NAME = "Солтүстік Қазақстан облысы полиция департаментінің адам саудасына қарсы күрес жөніндегі бөлімшесі"
OPTIONS = (Option("a", "Иә"), Option("b", "Жоқ"))


def _fields(*items: Control) -> dict[str, Any]:
    data = pdf_of(document(*map(paragraph, items))).data
    root: Any = pypdf.PdfReader(BytesIO(data)).root_object
    return {item.get_object()["/TM"]: item.get_object() for item in root["/AcroForm"]["/Fields"]}


def _shown(field: Any) -> str:
    """What the appearance draws, back in letters."""
    glyphs = dict(typing_font(TEMPLATES).letters)
    drawn = re.findall(rb"<([0-9A-F]*)> Tj", field["/AP"]["/N"].get_data())
    lines = [bytes.fromhex(line.decode()) for line in drawn]
    return "\n".join(
        "".join(glyphs[line[at] << 8 | line[at + 1]] for at in range(0, len(line), 2)) for line in lines
    )


@pytest.mark.parametrize("kind", [ControlKind.LINE, ControlKind.AREA, ControlKind.NUMBER, ControlKind.DATE])
def test_a_value_is_read_and_seen(kind: ControlKind) -> None:
    field = _fields(Control("1", kind, "l", value="31.12.2026"))["1"]
    assert field["/V"] == "31.12.2026"
    assert _shown(field) == "31.12.2026"


def test_a_chosen_option_is_stored_by_value_and_seen_by_words() -> None:
    field = _fields(Control("1", ControlKind.CHOICE, "l", options=OPTIONS, value="b"))["1"]
    assert field["/V"] == "b"
    assert _shown(field) == "Жоқ"


def test_a_ticked_box() -> None:
    fields = _fields(
        Control("1", ControlKind.CHECK, "l", value=CHECKED), Control("2", ControlKind.CHECK, "l")
    )
    assert [fields[code]["/V"] for code in "12"] == [fields[code]["/AS"] for code in "12"] == ["/Yes", "/Off"]


def test_a_long_name_runs_over_the_lines_of_its_box() -> None:
    name = f"{NAME} {NAME}"
    field = _fields(Control("1", ControlKind.LINE, "l", rows=2, value=name))["1"]
    assert field["/Ff"] == MULTILINE
    assert _shown(field).replace("\n", " ") == name
    assert "\n" in _shown(field)
    left, bottom, right, top = (float(side) for side in field["/Rect"])
    assert top - bottom > 30
    assert right - left > 110


def test_an_empty_field_is_as_before() -> None:
    field = _fields(Control("1", ControlKind.LINE, "l"))["1"]
    assert "/V" not in field
    assert b"Tj" not in field["/AP"]["/N"].get_data()


def test_letters_that_cannot_be_seen_are_told() -> None:
    with pytest.raises(QagidaError) as caught:
        _fields(Control("1", ControlKind.LINE, "l", value="漢"))
    assert [item.code for item in caught.value.findings] == ["Q903"]


@pytest.mark.parametrize("language", LAW_LANGUAGES)
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_marks_and_values_keep_the_file_in_order(language: Language, profile: str) -> None:
    line = paragraph("1 ", Control("1", ControlKind.LINE, "1", rows=2, value=NAME))
    tree = replace(document(line, language=language), marks=(("qagida-form", "2026-00031-1-56"),))
    data = pdf_of(tree).data
    assert page.validate_pdf_bytes(data, profile=profile).is_compliant
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.docinfo["/qagida-form"] == "2026-00031-1-56"
        assert pdf.docinfo["/qagida-kind"] == "specimen"


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.sampled_from([sign for sign in LETTERS if sign.isprintable()]), min_size=1, max_size=300),
    st.floats(20, 500),
    st.floats(10, 60),
    st.booleans(),
)
def test_no_letter_is_lost_in_setting(text: str, width: float, height: float, many_lines: bool) -> None:
    typist = Typist(typing_font(TEMPLATES))
    typed = typist.fitted(text, (width, height), many_lines=many_lines)
    assert " ".join(typed.lines) == text
    assert 4 <= typed.size <= 10
    assert typist.missing(text) == ""
    drawn = re.findall(rb"<([0-9A-F]*)> Tj", typist.operators(typed, (width, height)))
    assert len(b"".join(drawn)) == 4 * sum(map(len, typed.lines))
