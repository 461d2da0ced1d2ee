"""PDF forms: what a viewer put into the fields comes back, and what stands elsewhere is told."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import ControlKind
from builder.blocks.tree import controls
from builder.model.answers import Filled, Found, How
from builder.read.guard import look
from builder.read.pdf import read_pdf
from examples.filling import pdf as filling
from tests.read import forms

SECTION = 2
FORM_ID = "2025-00031-2-"


def shown(found: tuple[Found, ...]) -> dict[str, str | bool]:
    return {item.code: True if item.ticked else item.text for item in found}


def codes(filled: Filled) -> list[str]:
    return [item.code for item in filled.findings]


def blank() -> bytes:
    return forms.pdf(SECTION, Language.RU)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def field(pdf: pikepdf.Pdf, code: str) -> pikepdf.Object:
    return next(field for field in pdf.Root.AcroForm.Fields if str(field.TM) == code)


def all_of(kind: ControlKind) -> list[str]:
    """Codes of the empty controls of a kind."""
    form = forms.form(SECTION, Language.RU)
    return [item.code for item in controls(form.blocks) if item.kind is kind and not item.value]


def first(kind: ControlKind) -> str:
    return all_of(kind)[0]


@pytest.mark.parametrize("language", LAW_LANGUAGES)
@pytest.mark.parametrize("section", range(2, 17))
def test_round_trip(section: int, language: Language) -> None:
    form = forms.form(section, language)
    given = forms.answers(form)
    prefilled = {item.code: item.value for item in controls(form.blocks) if item.value}
    data = filling.fill(forms.pdf(section, language), given)
    assert look(data, "form.pdf").findings == ()
    filled = read_pdf(data, "form.pdf", [item.code for item in controls(form.blocks)])
    expected = prefilled | {code: answer for code, answer in given.items() if answer is not False}
    assert shown(filled.found) == expected
    assert filled.findings == ()
    assert filled.strays == ()
    assert all(item.how is How.FIELD and item.at.startswith("page ") for item in filled.found)
    marks = filled.marks
    assert marks.form_id == str(forms.issue(section).form_id(language))
    assert (marks.section, marks.language, marks.year) == (section, language, 2025)
    assert marks.edition == "2024-10-24"
    assert marks.digest is not None


def test_properties_dropped_by_a_program() -> None:
    """The number and the control code are found in the words of the page."""
    with opened(blank()) as pdf:
        before = read_pdf(blank(), "a.pdf").marks
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        marks = read_pdf(saved(pdf), "a.pdf").marks
    assert marks.form_id == before.form_id
    assert marks.form_id is not None
    assert marks.form_id.startswith(FORM_ID)
    assert (marks.year, marks.language, marks.digest) == (2025, Language.RU, before.digest)


@pytest.mark.parametrize(
    "words",
    [
        "Қазақша: ә ғ қ ң ө ұ ү һ і",
        "line one\rline two\nline three",
        "№ 12 — «да» 😀",
        "12",
    ],
)
def test_letters_of_every_kind(words: str) -> None:
    code = first(ControlKind.AREA)
    filled = read_pdf(filling.fill(blank(), {code: words}), "a.pdf")
    assert shown(filled.found)[code] == words.replace("\r", "\n")


def test_encodings_of_programs() -> None:
    """UTF-16 and UTF-8 with their marks, PDFDocEncoding, a stream, a rich value beside a plain one."""
    wide, eight, plain, stream, rich = all_of(ControlKind.AREA)[:5]
    with opened(blank()) as pdf:
        field(pdf, wide).V = String("\ufeffҚ".encode("utf-16-be"))
        field(pdf, eight).V = String("\ufeffҚ".encode())
        field(pdf, plain).V = String(b"caf\xe9 \x8d12\x8e")
        field(pdf, stream).V = pdf.make_stream("\ufeffҚ".encode("utf-16-be"))
        field(pdf, rich).V = String("plain")
        field(pdf, rich).RV = String("<p>rich</p>")
        found = shown(read_pdf(saved(pdf), "a.pdf").found)
    assert [found[code] for code in (wide, eight, stream, rich)] == ["Қ", "Қ", "Қ", "plain"]
    assert found[plain] == "café “12”"


def test_other_ways_to_tick() -> None:
    """Any state but Off is a tick; a program may set only the field or only its picture, and that is told."""
    one, other, third = all_of(ControlKind.CHECK)[:3]
    with opened(blank()) as pdf:
        field(pdf, one).V = field(pdf, one).AS = Name("/On")
        field(pdf, other).V = Name("/Yes")
        field(pdf, third).AS = Name("/Yes")
        filled = read_pdf(saved(pdf), "a.pdf")
    assert {item.code for item in filled.found if item.ticked} == {one, other, third}
    assert sorted(item.place.at for item in filled.findings) == sorted([other, third])
    assert codes(filled) == ["Q760", "Q760"]


def test_choice_of_many() -> None:
    code = "0.2"
    with opened(blank()) as pdf:
        field(pdf, code).V = Array([String("abai"), String("almaty")])
        assert shown(read_pdf(saved(pdf), "a.pdf").found)[code] == "abai; almaty"


def test_name_without_export_name() -> None:
    code = first(ControlKind.NUMBER)
    data = filling.rename(filling.fill(blank(), {code: "12"}), code, code.replace(".", "-"))
    assert shown(read_pdf(data, "a.pdf").found)[code] == "12"


def test_renamed_field_is_stray() -> None:
    code = first(ControlKind.NUMBER)
    data = filling.rename(filling.fill(blank(), {code: "12"}), code, "Text Field 7")
    known = [item.code for item in controls(forms.form(SECTION, Language.RU).blocks)]
    filled = read_pdf(data, "a.pdf", known)
    assert code not in shown(filled.found)
    assert [(item.text, item.near) for item in filled.strays] == [("12", "")]
    assert codes(filled) == ["Q758", "Q756"]
    assert filled.findings[1].data == {"lost": "1"}


def test_field_of_another_form_is_stray() -> None:
    data = filling.fill(blank(), {first(ControlKind.NUMBER): "12"})
    filled = read_pdf(data, "a.pdf", lambda marks: ["0.1"] if marks.section == SECTION else [])
    assert "12" in [item.text for item in filled.strays]
    assert set(codes(filled)) == {"Q758"}


def test_fields_below_a_field() -> None:
    """Some programs put the widget below the field, or fields below a group."""
    code = first(ControlKind.AREA)
    with opened(blank()) as pdf:
        widget = field(pdf, code)
        name = str(widget.T)
        parent = pdf.make_indirect(Dictionary(T=String(name), TM=widget.TM, FT=widget.FT, V=String("12")))
        for key in ("/T", "/TM", "/FT"):
            del widget[key]
        widget.Parent = parent
        parent.Kids = Array([widget])
        assert shown(read_pdf(saved(pdf), "a.pdf").found)[code] == "12"


@pytest.mark.filterwarnings("ignore:This document has")
def test_fields_without_a_form_are_still_read() -> None:
    """Pages put together with others lose the list of fields, but not the fields."""
    code = first(ControlKind.NUMBER)
    with opened(filling.fill(blank(), {code: "12"})) as pdf:
        del pdf.Root.AcroForm
        assert shown(read_pdf(saved(pdf), "a.pdf").found)[code] == "12"


@pytest.mark.parametrize("keep_form", [True, False])
def test_flattened_form_is_not_guessed(keep_form: bool) -> None:
    data = filling.flatten(filling.fill(blank(), {first(ControlKind.NUMBER): "12"}))
    if keep_form:
        with opened(data) as pdf:
            pdf.Root.AcroForm = Dictionary(Fields=Array())
            data = saved(pdf)
    filled = read_pdf(data, "a.pdf")
    assert filled.found == ()
    assert codes(filled) == ["Q756"]
    assert filled.findings[0].data == {"lost": "all"}
    assert filled.marks.form_id is not None


def test_words_over_the_page() -> None:
    code = first(ControlKind.NUMBER)
    with opened(blank()) as pdf:
        box = tuple(float(side) for side in field(pdf, code).Rect)
        pages = [page.obj.objgen for page in pdf.pages]
        page = pages.index(field(pdf, code).P.objgen) + 1
    filled = read_pdf(filling.note(blank(), page, (box[0], box[1], box[2], box[3]), "12 адам"), "a.pdf")
    (stray,) = filled.strays
    assert (stray.text, stray.at, stray.near) == ("12 адам", f"page {page}", code)
    assert codes(filled) == ["Q757"]


def test_picture_shows_what_the_field_lacks() -> None:
    code = first(ControlKind.AREA)
    with opened(blank()) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        field(pdf, code).AP.N = pdf.make_stream(
            b"/Tx BMC q BT /Helv 10 Tf 2 2 Td (Twelve persons were seen this year) Tj ET Q EMC",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 100, 20]),
            Resources=Dictionary(Font=Dictionary(Helv=font)),
        )
        filled = read_pdf(saved(pdf), "a.pdf")
    assert [(item.text, item.near) for item in filled.strays] == [
        ("Twelve persons were seen this year", code)
    ]
    assert codes(filled) == ["Q760"]


@pytest.mark.filterwarnings("ignore:This document has")
def test_same_field_twice_with_two_answers() -> None:
    code = first(ControlKind.NUMBER)
    with opened(filling.fill(blank(), {code: "12"})) as pdf:
        again = pdf.make_indirect(Dictionary(dict(field(pdf, code).items())))
        again.V = String("13")
        pdf.pages[0].obj.Annots.append(again)
        filled = read_pdf(saved(pdf), "a.pdf")
    texts = {item.text for item in filled.strays} | {shown(filled.found)[code]}
    assert texts == {"12", "13"}
    assert codes(filled) == ["Q760"]


def test_xfa_is_told() -> None:
    with opened(blank()) as pdf:
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")
        assert codes(read_pdf(saved(pdf), "a.pdf")) == ["Q759"]


def test_loops_in_the_tree_of_fields() -> None:
    with opened(blank()) as pdf:
        widget = field(pdf, first(ControlKind.NUMBER))
        widget.Parent = widget
        widget.Kids = Array([widget])
        data = saved(pdf)
    assert look(data, "a.pdf").name == "a.pdf"
    assert read_pdf(data, "a.pdf").findings == ()
