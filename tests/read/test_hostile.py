"""Files that mean harm, and files that are no forms: refused with a code, in little memory."""

import os
import resource
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, String

from builder.base.catalogue import message
from builder.base.finding import QagidaError
from builder.base.language import UI_LANGUAGES
from builder.read.guard import admit, look
from builder.read.limits import MEGABYTE, Limits
from builder.read.names import legible
from builder.read.pdf import read_pdf
from builder.read.sniff import Kind
from tests.patience import patience
from tests.read import hostile

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><l>&d;&d;&d;</l>"""
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>'
FIELD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEA</w:instrText></w:r><w:r>'
    "<w:instrText>UTO c:\\\\cmd</w:instrText></w:r></w:p></w:body></w:document>"
)
WIDE_LAUGHS = LAUGHS.decode().replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")
STRANGE = b'<?xml version="1.0" encoding="UTF-77"?><a/>'
WIDE = b'<?xml version="1.0" encoding="big5"?><a/>'
BLANK = b" " * 5 * MEGABYTE
DOCUMENT = "word/document.xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
OPENING, TYPING = Dictionary(O=hostile.script()), Dictionary(K=hostile.script())
SMALL = Limits(
    file=MEGABYTE, unpacked=8 * MEGABYTE, part=4 * MEGABYTE, unsuspicious=MEGABYTE, entries=100, pages=50
)


def opened_by_reader(data: bytes, name: str, limits: Limits) -> None:
    """As a file is received: looked at, then opened by the reader of its kind."""
    admitted = look(data, name, limits)
    if admitted.kind is Kind.PDF:
        read_pdf(admitted.data, name, limits=limits)


def refused(data: bytes, name: str, limits: Limits = SMALL) -> str:
    with pytest.raises(QagidaError) as caught:
        opened_by_reader(data, name, limits)
    (finding,) = caught.value.findings
    assert finding.place.path == name
    for language in UI_LANGUAGES:
        assert "—" not in message(finding, language)  # every datum is given
    return finding.code


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Every case ends and holds a few times its limits in memory at most."""
    hostile.docx()
    hostile.pdf()
    tracemalloc.start()
    with patience():
        yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 64 * MEGABYTE


def entry(name: str, mode: int = 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def many_entries() -> bytes:
    return hostile.zipped((f"word/{number}.xml", b"<a/>") for number in range(200))


def long_directory() -> bytes:
    return hostile.zipped((f"word/{'n' * 60_000}{number}.xml", b"<a/>") for number in range(3))


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.docx", lambda: b"", "Q722"),
    "noise": ("a.docx", lambda: bytes(range(256)) * 20, "Q725"),
    "half a zip": ("a.docx", lambda: hostile.docx()[:5_000], "Q721"),
    "half a pdf": ("a.pdf", lambda: b"%PDF-1.7\n" + b"x" * 900, "Q721"),
    "flipped byte": ("a.docx", lambda: hostile.docx()[:1_500] + b"\0\1\2\3" + hostile.docx()[1_504:], "Q721"),
    "part that lies": ("a.docx", lambda: hostile.lying(hostile.docx(), 77), "Q721"),
    "bomb": ("a.docx", lambda: hostile.docx_with({"word/media/x.bin": bytes(7 * MEGABYTE)}), "Q727"),
    "bomb of markup": ("a.docx", lambda: hostile.docx_with({"word/x.xml": b"<a>" + BLANK}), "Q727"),
    "bomb that lies": (
        "a.docx",
        lambda: hostile.lying(hostile.docx_with({"word/media/x.bin": bytes(30 * MEGABYTE)}), 100),
        "Q721",
    ),
    "zip in a zip": ("a.docx", lambda: hostile.docx_with({"word/x.bin": many_entries()}), "Q727"),
    "many entries": ("a.docx", many_entries, "Q727"),
    "long directory": ("a.docx", long_directory, "Q727"),
    "way out": ("a.docx", lambda: hostile.docx_with({"../../x.xml": b"<a/>"}), "Q728"),
    "root": ("a.docx", lambda: hostile.docx_with({"/etc/x.xml": b"<a/>"}), "Q728"),
    "backslash": ("a.docx", lambda: hostile.docx_with({"word\\x.xml": b"<a/>"}), "Q728"),
    "drive": ("a.docx", lambda: hostile.docx_with({"c:x.xml": b"<a/>"}), "Q728"),
    "right to left": ("a.docx", lambda: hostile.docx_with({"word/\u202elmx.xml": b"<a/>"}), "Q728"),
    "same name in capitals": ("a.docx", lambda: hostile.docx_with({"WORD/DOCUMENT.XML": b"<a/>"}), "Q728"),
    "symbolic link": (
        "a.docx",
        lambda: hostile.zipped([(entry("word/x.xml", 0o120777), b"/etc/passwd")]),
        "Q728",
    ),
    "encrypted entries": ("a.docx", lambda: hostile.encrypted_entries(hostile.docx()), "Q726"),
    "encrypted office": ("a.xlsx", lambda: hostile.compound("EncryptedPackage", "EncryptionInfo"), "Q726"),
    "encrypted pdf": ("a.pdf", hostile.locked_pdf, "Q726"),
    "old word": ("a.doc", lambda: hostile.compound("Root Entry", "WordDocument"), "Q725"),
    "old excel": ("a.xls", lambda: hostile.compound("Root Entry", "Workbook"), "Q725"),
    "rich text": ("a.rtf", lambda: b"{\\rtf1 hello}", "Q725"),
    "open document": (
        "a.odt",
        lambda: hostile.zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]),
        "Q725",
    ),
    "archive": ("a.zip", lambda: hostile.zipped([("a.txt", b"text")]), "Q725"),
    "picture": ("a.pdf", lambda: b"\xff\xd8\xff\xe0" + bytes(100), "Q725"),
    "picture of a page": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "Q725"),
    "web page": ("a.docx", lambda: b"<html><body>1,2,3</body></html>", "Q725"),
    "program": ("a.pdf", lambda: b"MZ" + bytes(100), "Q725"),
    "letter": ("a.txt", "Құрметті әріптестер".encode, "Q725"),
    "binary workbook": ("a.xlsb", lambda: hostile.office(BINARY), "Q725"),
    "macro type": (
        "a.docm",
        lambda: hostile.office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"),
        "Q729",
    ),
    "macro workbook": ("a.xlsm", lambda: hostile.office(MACROS), "Q729"),
    "macro project": ("a.docx", lambda: hostile.docx_with({"word/vbaProject.bin": hostile.OLE}), "Q729"),
    "macro link": ("a.docx", lambda: hostile.docx_linked("vbaProject", "x.bin"), "Q729"),
    "old macros": ("a.xlsx", lambda: hostile.docx_linked("xlMacrosheet", "macrosheets/1.xml"), "Q729"),
    "object": ("a.docx", lambda: hostile.docx_linked("oleObject", "embeddings/1.bin"), "Q730"),
    "workbook inside": ("a.docx", lambda: hostile.docx_linked("package", "embeddings/1.xlsx"), "Q730"),
    "control": ("a.docx", lambda: hostile.docx_linked("control", "activeX/1.xml"), "Q730"),
    "chunk": ("a.docx", lambda: hostile.docx_linked("aFChunk", "x.html"), "Q730"),
    "object without link": ("a.docx", lambda: hostile.docx_with({"word/x.dat": hostile.OLE}), "Q730"),
    "template from outside": (
        "a.docx", lambda: hostile.docx_linked("attachedTemplate", "http://e.kz/a.dotm", external=True), "Q731"
    ),
    "picture from outside": (
        "a.docx", lambda: hostile.docx_linked("image", "http://e.kz/a.png", external=True), "Q731"
    ),
    "picture from a share": (
        "a.docx", lambda: hostile.docx_linked("image", "file://e.kz/a.png", external=True), "Q731"
    ),
    "other workbook": ("a.xlsx", lambda: hostile.docx_linked("externalLink", "externalLinks/1.xml"), "Q731"),
    "connection": ("a.xlsx", lambda: hostile.docx_linked("connections", "connections.xml"), "Q731"),
    "dde in pieces": ("a.docx", lambda: hostile.docx_with({"word/document.xml": FIELD.encode()}), "Q731"),
    "dde in utf-16": ("a.docx", lambda: hostile.docx_with({DOCUMENT: FIELD.encode("utf-16")}), "Q731"),
    "billion laughs": ("a.docx", lambda: hostile.docx_with({"word/document.xml": LAUGHS}), "Q732"),
    "laughs in properties": ("a.docx", lambda: hostile.docx_with({"docProps/custom.xml": LAUGHS}), "Q732"),
    "laughs in utf-16": (
        "a.docx",
        lambda: hostile.docx_with({"word/x.xml": WIDE_LAUGHS}),
        "Q732",
    ),
    "entity from outside": ("a.docx", lambda: hostile.docx_with({"customXml/item1.xml": OUTSIDE}), "Q732"),
    "types with entities": ("a.docx", lambda: hostile.docx_with({"[Content_Types].xml": LAUGHS}), "Q732"),
    "links with entities": ("a.docx", lambda: hostile.docx_with({"_rels/.rels": LAUGHS}), "Q732"),
    "unknown encoding": (
        "a.docx", lambda: hostile.docx_with({"word/x.xml": STRANGE}), "Q721"
    ),
    "encoding of many bytes": (
        "a.docx", lambda: hostile.docx_with({"word/x.xml": WIDE}), "Q721"
    ),
    "part that is no markup": ("a.docx", lambda: hostile.docx_with({"word/x.xml": b"no markup"}), "Q721"),
    "script at opening": ("a.pdf", lambda: hostile.pdf_with("root/OpenAction", hostile.script()), "Q733"),
    "script of a page": ("a.pdf", lambda: hostile.pdf_with("page/AA", OPENING), "Q733"),
    "script of a field": ("a.pdf", lambda: hostile.pdf_with("field/AA", TYPING), "Q733"),
    "script by name": (
        "a.pdf",
        lambda: hostile.pdf_with("root/Names", Dictionary(JavaScript=Dictionary(Names=Array([])))),
        "Q733",
    ),
    "script after a jump": (
        "a.pdf",
        lambda: hostile.pdf_with("root/OpenAction", Dictionary(S=Name.GoTo, Next=hostile.script())),
        "Q733",
    ),
    "program at opening": (
        "a.pdf",
        lambda: hostile.pdf_with("root/OpenAction", Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        "Q733",
    ),
    "data sent away": (
        "a.pdf",
        lambda: hostile.pdf_with("page/AA", Dictionary(C=Dictionary(S=Name.SubmitForm, F=String("http://e.kz")))),
        "Q733",
    ),
    "attached file": (
        "a.pdf",
        lambda: hostile.pdf_with("root/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))),
        "Q733",
    ),
    "file on a page": (
        "a.pdf",
        lambda: hostile.pdf_with("annotation", Dictionary(Subtype=Name.FileAttachment)),
        "Q733",
    ),
    "many pages": ("a.pdf", lambda: hostile.pdf_of_pages(60), "Q727"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_refused(case: str) -> None:
    name, make, code = HOSTILE[case]
    data = make()
    tracemalloc.reset_peak()
    assert refused(data, name) == code


def test_bomb_of_pdf_objects_is_not_unpacked() -> None:
    data = hostile.pdf_bomb(300 * MEGABYTE)
    assert len(data) < MEGABYTE
    before = _peak()
    with pytest.raises(QagidaError) as caught:
        opened_by_reader(data, "a.pdf", Limits(stream=4 * MEGABYTE))
    assert caught.value.findings[0].code == "Q721"
    assert _peak() - before < 100 * MEGABYTE


def _peak() -> int:
    """The greatest memory of the process so far, memory of libraries included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_forms_are_let_in() -> None:
    for data, name, kind in ((hostile.docx(), "a.docx", Kind.DOCX), (hostile.pdf(), "a.pdf", Kind.PDF)):
        let_in = look(data, name)
        assert (let_in.kind, let_in.findings, let_in.data) == (kind, (), data)
    assert look(hostile.docx(), "a.docx").parts == hostile.parts_of(hostile.docx())


@pytest.mark.parametrize(
    ("data", "name", "kind", "codes"),
    [
        (hostile.office(hostile.SHEET), "a.xlsx", Kind.XLSX, []),
        (hostile.office(hostile.WORD, "word/document.xml"), "a.doc", Kind.DOCX, ["Q724"]),
        (hostile.office(hostile.WORD, "word/document.xml"), "a", Kind.DOCX, ["Q724"]),
        (b"form;year\n1;2024\n", "a.csv", Kind.CSV, []),
        ("нысан,жыл,бөлім,тіл\n1,2024,2,kk\n".encode("utf-16"), "a.docx", Kind.CSV, ["Q724"]),
        ("форма;год\n1;2024\n".encode("cp1251"), "a.csv", Kind.CSV, []),
        (b'[{"form": 1}]', "a.json", Kind.JSON, []),
        (b'\xef\xbb\xbf{"form": 1}\n', "a.txt", Kind.JSON, []),
    ],
)
def test_kind_is_told_by_content(data: bytes, name: str, kind: Kind, codes: list[str]) -> None:
    let_in = look(data, name)
    assert let_in.kind is kind
    assert [item.code for item in let_in.findings] == codes


def test_plain_hyperlinks_are_allowed() -> None:
    let_in = look(hostile.docx_linked("hyperlink", "https://adilet.zan.kz", external=True), "a.docx")
    assert let_in.kind is Kind.DOCX


@pytest.mark.parametrize(
    "target",
    ["file:///C:\\Users\\a\\Templates\\Blank.dotx", "C:/Templates/Blank.dotm", "Normal.dotm"],
)
def test_template_on_the_senders_disk_is_allowed(target: str) -> None:
    data = hostile.docx_linked("attachedTemplate", target, external=True)
    assert look(data, "a.docx").kind is Kind.DOCX


@pytest.mark.parametrize("target", ["\\\\server\\a.dotx", "file://server/a.dotx", "https://e.kz/a.dotx"])
def test_template_on_a_server_is_refused(target: str) -> None:
    with pytest.raises(QagidaError) as error:
        look(hostile.docx_linked("attachedTemplate", target, external=True), "a.docx")
    assert [finding.code for finding in error.value.findings] == ["Q731"]


def test_pdf_that_opens_at_a_page_is_allowed() -> None:
    data = hostile.pdf_with("root/OpenAction", Dictionary(S=Name.GoTo, D=Array([0, Name.Fit])))
    assert look(data, "a.pdf").kind is Kind.PDF
    assert read_pdf(data, "a.pdf").format == "pdf"


def code_of(path: Path, limits: Limits = SMALL) -> str:
    with pytest.raises(QagidaError) as caught:
        admit(path, limits)
    return caught.value.findings[0].code


def test_huge_file_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(500 * MEGABYTE)
    tracemalloc.reset_peak()
    assert code_of(path, Limits()) == "Q723"
    assert tracemalloc.get_traced_memory()[1] < 2 * MEGABYTE


def test_special_files(tmp_path: Path) -> None:
    pipe, loop, broken, folder = (tmp_path / name for name in ("pipe", "loop", "broken", "folder.docx"))
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    broken.symlink_to(tmp_path / "nowhere")
    folder.mkdir()
    for path in (pipe, loop, broken, folder, tmp_path / "missing", Path("/dev/zero"), Path("/dev/null")):
        assert code_of(path) == "Q721"
    linked = tmp_path / "linked.docx"
    (tmp_path / "real.docx").write_bytes(hostile.docx())
    linked.symlink_to(tmp_path / "real.docx")
    assert admit(linked).kind is Kind.DOCX


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(hostile.docx())
    path.chmod(0)
    assert code_of(path) == "Q721"


def test_names_that_hide_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "form\u202excod.\nexe"
    path.write_bytes(b"MZ" + bytes(50))
    with pytest.raises(QagidaError) as caught:
        admit(path)
    assert caught.value.findings[0].place.path == "form\ufffdxcod.\ufffdexe"
    assert len(legible("н" * 500)) <= 120
    assert legible(os.fsdecode(b"a\xff.docx")) == "a\ufffd.docx"


def test_files_of_a_batch_are_judged_alone(tmp_path: Path) -> None:
    (tmp_path / "1.docx").write_bytes(hostile.docx_with({"word/document.xml": LAUGHS}))
    (tmp_path / "2.docx").write_bytes(hostile.docx())
    results: list[str] = []
    for path in sorted(tmp_path.iterdir()):
        try:
            results.append(admit(path).kind)
        except QagidaError as error:
            results.append(error.findings[0].code)
    assert results == ["Q732", "docx"]


def test_reading_stops_when_a_file_grows(tmp_path: Path) -> None:
    assert code_of(Path("/proc/self/maps"), Limits(file=10)) == "Q723"  # its size is said to be zero
