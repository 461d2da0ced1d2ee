"""Readers against spoiled files: a refusal or a result, never a crash, no hang, in bounded memory."""

import io
import resource
from collections.abc import Iterator
from functools import cache

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.model.answers import Filled
from builder.ooxml.package import pack
from builder.read.guard import look
from builder.read.limits import MEGABYTE, Limits
from builder.workflow.collect.reading import Reading
from builder.write.docx.writer import write as write_docx
from examples.filling import pdf as filling
from tests.patience import patience
from tests.read import forms, hostile
from tests.read.workbooks import issued

MEMORY = 700 * MEGABYTE
LIMITS = Limits(file=4 * MEGABYTE, unpacked=16 * MEGABYTE, part=8 * MEGABYTE, stream=8 * MEGABYTE)
FUZZ = settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))

Change = tuple[int, int, bytes]
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1 << 20),
        st.integers(0, 60),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                (
                    b"<",
                    b"]]>",
                    b"<!DOCTYPE a>",
                    b"&x;",
                    b"\x00",
                    b"\xff\xfe",
                    b"endobj",
                    b"obj",
                    b"stream",
                    b"<<",
                    b"[",
                )
            ),
        ),
    ),
    min_size=1,
    max_size=8,
)


def spoilt(data: bytes, changes: list[Change]) -> bytes:
    """The bytes with some of them cut out and others put in their place."""
    changed = bytearray(data)
    for at, length, put in changes:
        start = at % (len(changed) + 1)
        changed[start : start + length] = put
    return bytes(changed)


@pytest.fixture(autouse=True, scope="module")
def bounded_memory() -> Iterator[None]:
    """The greatest memory of the process grows by less than a few times the limits."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before < MEMORY


@cache
def reading() -> Reading:
    return Reading(forms.content(), 2025)


def received(data: bytes, name: str) -> tuple[Filled, ...] | None:
    """As the collection receives it: looked at, read, understood; None when refused."""
    try:
        admitted = look(data, name, LIMITS)
        read = reading().filled(admitted, lambda marks: marks.section).forms
    except QagidaError:
        return None
    for one in read:
        reading().understood(one, one.marks.section)
    return read


@cache
def filled_pdf() -> bytes:
    form = forms.form(9, Language.KK)
    return filling.fill(forms.pdf(9, Language.KK), forms.answers(form))


@FUZZ
@given(CHANGES)
def test_spoilt_bytes_of_a_pdf(changes: list[Change]) -> None:
    with patience():
        received(spoilt(filled_pdf(), changes), "a.pdf")


@cache
def plain_pdf() -> bytes:
    """The same form with its objects in plain sight, so that changes hit them and not packed bytes."""
    with pikepdf.open(io.BytesIO(filled_pdf())) as pdf:
        target = io.BytesIO()
        pdf.save(target, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


@settings(FUZZ, max_examples=60)
@given(CHANGES)
def test_spoilt_objects_of_a_pdf(changes: list[Change]) -> None:
    with patience():
        received(spoilt(plain_pdf(), changes), "a.pdf")


KEYS = st.sampled_from(
    (
        "/Kids", "/Parent", "/V", "/T", "/TM", "/AP", "/Annots", "/Rect", "/Fields", "/Opt", "/FT",
        "/Contents", "/Resources", "/AcroForm", "/Pages", "/Count", "/Length", "/Filter",
    )
)  # fmt: skip
STRANGE = st.sampled_from(
    (
        b"null", b"12 0 R", b"1 0 R", b"[[[]]]", b"<</A 1>>", b"(x)", b"/X", b"-1", b"true",
        b"99999999999999999999", b"[1 0 R 1 0 R]",
    )
)  # fmt: skip


@settings(FUZZ, max_examples=60)
@given(KEYS, STRANGE, st.integers(0, 200))
def test_values_of_a_wrong_kind_in_a_pdf(key: str, value: bytes, count: int) -> None:
    """A key of the file gets a value of another kind, at one of its places."""
    data, word = plain_pdf(), key.encode() + b" "
    at = -1
    for _ in range(count % (data.count(word) or 1) + 1):
        at = data.find(word, at + 1)
    if at >= 0:
        end = data.find(b"\n", at)
        with patience():
            received(data[: at + len(word)] + value + data[end:], "a.pdf")


@cache
def parts() -> dict[str, bytes]:
    return hostile.parts_of(docx())


@cache
def docx() -> bytes:
    return write_docx(forms.form(9, Language.RU), forms.ROOT / "templates" / "docx", forms.CREATED)


@cache
def xlsx() -> bytes:
    return issued(forms.content(), 9, Language.RU)


@FUZZ
@given(CHANGES)
def test_spoilt_bytes_of_a_docx(changes: list[Change]) -> None:
    with patience():
        received(spoilt(docx(), changes), "a.docx")


@FUZZ
@given(st.data(), CHANGES)
def test_spoilt_parts_of_a_docx(data: st.DataObject, changes: list[Change]) -> None:
    """Changes inside a part, zipped again, so that they reach the parser."""
    name = data.draw(st.sampled_from(sorted(parts())))
    with patience():
        received(pack(parts() | {name: spoilt(parts()[name], changes)}), "a.docx")


@FUZZ
@given(st.data(), st.integers(0, 1 << 20), st.integers(0, 1 << 20))
def test_elements_of_a_docx_out_of_place(data: st.DataObject, one: int, other: int) -> None:
    """A stretch of the document between two brackets is moved or doubled: often still well-formed."""
    document = parts()["word/document.xml"]
    first = document.find(b"<w:", one % len(document))
    last = document.find(b"<w:", other % len(document))
    low, high = sorted((max(first, 0), max(last, 0)))
    twice = document[:high] + document[low:] if data.draw(st.booleans()) else document[:low] + document[high:]
    with patience():
        received(pack(parts() | {"word/document.xml": twice}), "a.docx")


@cache
def sheets() -> dict[str, bytes]:
    return hostile.parts_of(xlsx())


@settings(FUZZ, max_examples=40)
@given(CHANGES)
def test_spoilt_bytes_of_an_xlsx(changes: list[Change]) -> None:
    with patience():
        received(spoilt(xlsx(), changes), "a.xlsx")


@settings(FUZZ, max_examples=60)
@given(st.data(), CHANGES)
def test_spoilt_parts_of_an_xlsx(data: st.DataObject, changes: list[Change]) -> None:
    name = data.draw(st.sampled_from(sorted(sheets())))
    with patience():
        received(pack(sheets() | {name: spoilt(sheets()[name], changes)}), "a.xlsx")


@FUZZ
@given(
    st.text(max_size=300), st.sampled_from(("a.csv", "a.json", "a.txt")), st.sampled_from(("utf-8", "utf-16"))
)
@example("[" * 250, "a.json", "utf-8")
@example('{"a":' * 60, "a.json", "utf-8")
def test_texts(text: str, name: str, encoding: str) -> None:
    with patience():
        received(text.encode(encoding, "surrogatepass"), name)


@settings(deadline=None, max_examples=60)
@given(
    st.binary(max_size=400),
    st.sampled_from((b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"{", b"a,b,c,d\n")),
)
def test_any_bytes(data: bytes, head: bytes) -> None:
    with patience():
        received(head + data, "a.bin")


def test_deep_nesting_is_refused() -> None:
    """Arrays in arrays, elements in elements: deeper than any stack."""
    deep = b"<w:p>" * 100_000
    document = parts()["word/document.xml"].replace(b"<w:p>", deep, 1)
    with patience():
        assert received(pack(parts() | {"word/document.xml": document}), "a.docx") is None
        received(b"%PDF-1.4\n1 0 obj\n" + b"[" * 500_000 + b"\nendobj\ntrailer <</Root 1 0 R>>", "a.pdf")
        received(b"[" * 1_000_000 + b"]" * 1_000_000, "a.json")


def test_whole_form_survives() -> None:
    """The unspoilt files are read, so that the fuzzing above starts from something that works."""
    (form,) = received(filled_pdf(), "a.pdf") or ()
    assert form.marks.section == 9
    assert len(form.found) > 50
    (form,) = received(docx(), "a.docx") or ()
    assert form.marks.section == 9
    (form,) = received(xlsx(), "a.xlsx") or ()
    assert form.marks.section == 9
