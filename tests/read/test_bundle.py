"""Archives and messages are opened under limits that hold for everything inside them together."""

import io
import os
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.finding import QagidaError
from builder.read.bundle import WORDS, enclosed
from builder.read.limits import MEGABYTE, Limits

SMALL = Limits(unpacked=2 * MEGABYTE, unsuspicious=MEGABYTE, entries=50)


def archive(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return target.getvalue()


def mail(*files: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Жауап"
    made.set_content("мәтін")
    made.add_alternative("<p>мәтін</p>", subtype="html")
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def codes(data: bytes, name: str = "a.zip") -> dict[str, list[str]]:
    """Findings of each file inside."""
    return {one.name: [finding.code for finding in one.findings] for one in enclosed(data, name, SMALL)}


def refusal(data: bytes, name: str = "a.zip") -> str:
    with pytest.raises(QagidaError) as caught:
        enclosed(data, name, SMALL)
    (finding,) = caught.value.findings
    return finding.code


def test_files_come_out_as_they_were() -> None:
    noise = os.urandom(1000)
    found = enclosed(archive({"ішкі/а.docx": noise, "б.pdf": b"%PDF"}), "a.zip")
    assert {one.name: one.data for one in found} == {"a.zip/ішкі/а.docx": noise, "a.zip/б.pdf": b"%PDF"}


def test_a_message_gives_its_files_and_its_words() -> None:
    found = enclosed(mail(("Сауалнама – жауап.docx", b"one"), ("Сауалнама – жауап.docx", b"two")), "m.eml")
    files = {one.name: one.data for one in found if WORDS not in one.name}
    assert files == {"m.eml/Сауалнама – жауап.docx": b"one", "m.eml/Сауалнама – жауап (2).docx": b"two"}
    assert any("мәтін".encode() in one.data for one in found if WORDS in one.name)


def test_names_in_letters_of_dos() -> None:
    data = archive({"XXXX.docx": b"x"}).replace(b"XXXX", "Отче".encode("cp866"))
    assert list(codes(data)) == ["a.zip/Отче.docx"]


def test_a_path_in_the_name_of_an_attachment_leads_nowhere() -> None:
    (one, _, _) = sorted(
        enclosed(mail(("../../etc/x.docx", b"x")), "m.eml"), key=lambda found: found.name, reverse=True
    )
    assert one.name == "m.eml/x.docx"


def test_what_lies_in_each_other_is_counted_together() -> None:
    """Each archive is within the limit, all of them are not."""
    inside = archive({"a.docx": os.urandom(700_000)}, zipfile.ZIP_STORED)
    found = codes(archive({f"{number}.zip": inside for number in range(2)}))
    assert found == {"a.zip/0.zip/a.docx": [], "a.zip/1.zip": ["Q727"]}


def test_a_bad_one_inside_is_told_by_itself() -> None:
    found = codes(archive({"1.zip": b"PK\x03\x04 broken", "2.docx": b"x"}))
    assert found == {"a.zip/1.zip": ["Q721"], "a.zip/2.docx": []}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "Q722"),
        (b"PK\x03\x04 broken", "Q721"),
        (b"Rar!\x1a\x07", "Q721"),
        (archive({"a": b"\0" * 10_000_000}), "Q727"),
        (archive({str(number): b"" for number in range(60)}), "Q727"),
        (archive({"/etc/passwd": b"x"}), "Q728"),
        (archive({"a.docx": b"x", "A.DOCX": b"y"}), "Q728"),
    ],
)
def test_harm_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(archive({"a.docx": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert refusal(bytes(data)) == "Q726"


def test_an_archive_that_unpacks_to_more_than_it_says_is_refused() -> None:
    data = bytearray(archive({"a.docx": b"x" * 5000}))
    data[data.index(b"PK\x01\x02") + 24 : data.index(b"PK\x01\x02") + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)) == "Q721"


def test_a_message_of_thousands_of_parts_is_refused() -> None:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    assert refusal(head + part * 1_500 + b"--b--\r\n", "m.eml") == "Q727"


ARCHIVE, MAIL = archive({"a.docx": b"x" * 50}), mail(("a.docx", b"x"))


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(("a.zip", "a.eml")),
    data=st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=100).map(lambda tail: ARCHIVE[:-20] + tail),
        st.binary(max_size=100).map(lambda tail: MAIL[:300] + tail),
        st.text(max_size=200).map(lambda words: f"Content-Type: {words}\n\n{words}".encode()),
    ),
)
def test_no_bytes_crash_it(name: str, data: bytes) -> None:
    try:
        found = enclosed(data, name, SMALL)
    except QagidaError:
        return
    assert all(one.name.startswith(name) for one in found)
