"""Files that are packed anew: plain ones only, readable by others, and fit for strict readers."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from builder.write.pdf.objects import Objects
from builder.write.pdf.pack import packed, stream
from builder.write.pdf.syntax import dictionary, entries, references, text
from tests.specimen import specimen
from tests.write.pdf.samples import pdf_of, specimen_pdf

ENDS_IN_CR = next(data for length in range(1, 300) if zlib.compress(data := b"n" * length).endswith(b"\r"))


def _plain(*bodies: bytes) -> bytes:
    """A file as the compiler writes it."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(bodies) + 1)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/ID[(x)(x)]>>\n" % (len(bodies) + 1)
    return data + head + rows + trailer + b"startxref\n%d\n%%%%EOF" % len(data)


def _page(content: bytes) -> tuple[bytes, ...]:
    return (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(content), content),
    )


def test_what_is_packed_can_be_read_by_others() -> None:
    with pikepdf.open(BytesIO(specimen_pdf().data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_every_number_of_objects_gives_a_sound_table() -> None:
    for count in range(600):
        file = Objects(_plain(*_page(zlib.compress(b""))))
        for _ in range(count):
            file.add(b"<</A 1>>")
        with pikepdf.open(BytesIO(packed(file))) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_no_stream_ends_in_a_sign_that_strict_readers_take_for_a_line_end() -> None:
    data = packed(Objects(_plain(*_page(zlib.compress(ENDS_IN_CR)))))
    assert b"\r\nendstream" not in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == ENDS_IN_CR + b"\n"
    assert not stream({}, ENDS_IN_CR).endswith(b"\r\nendstream")


def test_equal_trees_give_equal_bytes() -> None:
    assert pdf_of(specimen()).data == pdf_of(specimen()).data


@pytest.mark.parametrize("spoil", [(b"3 0 obj", b"9 0 obj"), (b"endobj", b"endxxx")])
def test_a_file_of_another_shape_is_refused(spoil: tuple[bytes, bytes]) -> None:
    with pytest.raises(LookupError):
        Objects(_plain(*_page(b"")).replace(*spoil))


def test_values_stay_as_they_are_written() -> None:
    body = b"<</A/B/C(\\)(x)>>)/D[1 2 0 R<</E<41>>>]/F 3 0 R/G -1.5>>"
    found = {
        b"/A": b"/B",
        b"/C": b"(\\)(x)>>)",
        b"/D": b"[1 2 0 R<</E<41>>>]",
        b"/F": b"3 0 R",
        b"/G": b"-1.5",
    }
    assert entries(body) == found
    assert entries(dictionary(found)) == found


@pytest.mark.parametrize("body", [b"[1]", b"<</A (open>>", b"<</A>>", b"<</A 1/B<<>>", b"1"])
def test_what_is_no_dictionary_is_refused(body: bytes) -> None:
    with pytest.raises(LookupError):
        entries(body)


def test_references_inside_dictionaries_are_not_those_of_the_array() -> None:
    assert references(b"[1 0 R<</Pg 2 0 R>>3 0 R]") == [1, 3]


@pytest.mark.parametrize("words", ["a (b) \\ \r\n", "қазақ", "ԍԨ\u0d28\u285c\u295c", ""])
def test_text_comes_back(words: str) -> None:
    assert str(pikepdf.Object.parse(text(words))) == words
