"""Every control becomes a field that can be filled, read aloud and trusted."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest

from builder.base.finding import QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import Control, ControlKind
from builder.blocks.tree import Document, controls
from builder.write.pdf.fields import COMBO, MULTILINE, field_name
from builder.write.pdf.typing_font import LETTERS, to_unicode, typing_font
from tests.specimen import specimen
from tests.write.pdf.samples import TEMPLATES, big_form, document, paragraph, pdf_of, specimen_pdf

TYPES = {ControlKind.CHECK: "/Btn", ControlKind.CHOICE: "/Ch"}
FLAGS = {ControlKind.AREA: MULTILINE, ControlKind.CHOICE: COMBO}


def _fields(data: bytes) -> dict[str, Any]:
    root: Any = pypdf.PdfReader(BytesIO(data)).root_object
    return {item.get_object()["/TM"]: item.get_object() for item in root["/AcroForm"]["/Fields"]}


@pytest.mark.parametrize("tree", [specimen(Language.KK), specimen(Language.RU), big_form(Language.KK)])
def test_every_control_becomes_a_field_of_its_kind(tree: Document) -> None:
    fields = _fields(pdf_of(tree).data)
    wanted = {control.code: control for control in controls(tree.blocks)}
    assert list(fields) == list(wanted)  # in reading order
    for code, control in wanted.items():
        field = fields[code]
        assert field["/FT"] == TYPES.get(control.kind, "/Tx")
        assert field["/Ff"] == FLAGS.get(control.kind, 0)
        assert field["/T"] == field_name(code) == code.replace(".", "-")
        assert field["/TU"].startswith(control.label)
        assert (f"({control.hint})" in field["/TU"]) is (control.kind is ControlKind.DATE)
        assert field["/F"] == 4
        assert "/N" in field["/AP"]


def test_a_choice_offers_stored_values_with_shown_labels() -> None:
    assert _fields(specimen_pdf().data)["1.1.5"]["/Opt"] == [["a", "Иә"], ["b", "Жоқ"]]


def test_a_check_box_has_both_states() -> None:
    field = _fields(specimen_pdf().data)["1.1.1.1"]
    assert field["/AS"] == "/Off"
    assert set(field["/AP"]["/N"]) == {"/Yes", "/Off"}


def test_each_field_is_one_form_element_of_the_structure() -> None:
    with pikepdf.open(BytesIO(specimen_pdf().data)) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for field in pdf.Root.AcroForm.Fields:
            element = tree[int(field.StructParent)]
            assert element.S == "/Form"
            assert element.K[0].Type == "/OBJR"
            assert element.K[0].Obj.objgen == field.objgen
        assert all(page.Tabs == "/S" for page in pdf.pages)


def test_nothing_runs_when_a_form_is_opened_or_filled() -> None:
    with pikepdf.open(BytesIO(specimen_pdf().data)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                assert item.get("/S") != "/JavaScript"
                assert "/JS" not in item
        for field in pdf.Root.AcroForm.Fields:
            assert not {"/A", "/AA"} & set(field.keys())


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_a_filled_form_gives_the_answers_back(language: Language) -> None:
    answer = "Әдеттегі қазақша ғұңүөһі – «№ 5»"
    writer = pypdf.PdfWriter(clone_from=BytesIO(specimen_pdf(language).data))
    values = {"1-1-1-1": "/Yes", "1-1-2": answer, "1-1-6": answer}
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    read = pypdf.PdfReader(target).get_fields()
    assert read is not None
    assert {code: read[code].value for code in ("1.1.1.1", "1.1.2", "1.1.6")} == {
        "1.1.1.1": "/Yes",
        "1.1.2": answer,
        "1.1.6": answer,
    }
    shown = _fields(target.getvalue())["1.1.6"]["/AP"]["/N"]
    assert shown["/Resources"]["/Font"]["/Wingdings"]["/BaseFont"] == "/QAGIDA+LiberationSerif"


def test_what_is_typed_is_set_in_an_embedded_font_with_kazakh_letters() -> None:
    with pikepdf.open(BytesIO(specimen_pdf().data)) as pdf:
        (name,) = pdf.Root.AcroForm.DR.Font.keys()
        font = pdf.Root.AcroForm.DR.Font[name]
        assert f"{name} " in str(pdf.Root.AcroForm.DA)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    made = typing_font(TEMPLATES)
    assert set("ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»–—") <= {letter for _, letter in made.letters}
    assert {letter for _, letter in made.letters} == set(LETTERS)
    assert len(made.widths) > max(glyph for glyph, _ in made.letters)
    assert b"<04D8>" in to_unicode(made)
    assert len(made.data) < 60_000


def test_a_document_without_controls_has_no_form() -> None:
    assert "/AcroForm" not in pypdf.PdfReader(BytesIO(pdf_of(document(paragraph("a"))).data)).root_object


@pytest.mark.parametrize("words", range(12, 30))
def test_a_line_is_never_narrower_than_an_answer(words: int) -> None:
    line = paragraph("сөздер " * words, Control("1", ControlKind.LINE, "1"))
    rectangle = [float(side) for side in _fields(pdf_of(document(line)).data)["1"]["/Rect"]]
    assert rectangle[2] - rectangle[0] > 110  # 40 mm in points
    assert rectangle[2] == pytest.approx(595.28 - 28.35, abs=0.5)


def test_a_code_that_comes_twice_is_an_error() -> None:
    twice = [paragraph(Control("1", ControlKind.LINE, "1")) for _ in range(2)]
    with pytest.raises(QagidaError) as caught:
        pdf_of(document(*twice))
    assert [item.code for item in caught.value.findings] == ["Q904"]
