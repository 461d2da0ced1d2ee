"""What a file is, by its content: the suffix is only what somebody called it."""

import codecs
import re
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of file that can be read. EXPORT is made of several CSV files that belong together."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    EXPORT = "export"


PACKAGE = "package"
OLD_OFFICE = "ole"
UNKNOWN = "unknown"

_SIGNATURES = (
    (b"PK\x03\x04", PACKAGE),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"\x1f\x8b", "zip"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_HEAD = 1024
"""Readers of PDF allow so many bytes before the signature."""
_TEXT = 65536
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|!--|[a-z])", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_DELIMITERS = ",;\t"
_TABLES = frozenset({"csv", "tsv", "txt"})


def sniff(data: bytes, suffix: str) -> str:
    """A member of Kind, PACKAGE or OLD_OFFICE where one must look inside, or a word for what it is."""
    found = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if found is not None and found != "image":
        return found
    if b"%PDF-" in data[:_HEAD]:
        return Kind.PDF
    return found or _text_kind(data, suffix)


def _text_kind(data: bytes, suffix: str) -> str:
    head = text_head(data)
    if head is None:
        return UNKNOWN
    if _MARKUP.match(head.encode()):
        return "markup"
    body = head.lstrip()
    if body[:1] in ("{", "[") and data.rstrip()[-1:] in (b"}", b"]", b"\x00"):
        return Kind.JSON
    first = body.partition("\n")[0]
    if any(sign in first for sign in _DELIMITERS) and (suffix in _TABLES or _columns(first) > 2):
        return Kind.CSV
    return "text"


def _columns(line: str) -> int:
    return max(line.count(sign) for sign in _DELIMITERS)


def text_head(data: bytes) -> str | None:
    """The beginning of a text file, or None when it is not text."""
    head = data[:_TEXT]
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                           (codecs.BOM_UTF16_BE, "utf-16-be")):  # fmt: skip
        if head.startswith(mark):
            return _clean(codecs.getincrementaldecoder(encoding)(errors="ignore").decode(head[len(mark) :]))
    try:
        return _clean(codecs.getincrementaldecoder("utf-8")().decode(head))
    except UnicodeDecodeError:
        return _clean(head.decode("cp1251", errors="replace"))


def _clean(text: str) -> str | None:
    return None if _CONTROL.search(text) or not text.strip() else text


def old_office(data: bytes) -> str:
    """What an OLE container is, by the names in its directory: `encrypted`, `doc`, `xls`, `msg`, `ole`."""
    for name, kind in (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"),
                       ("Book", "xls"), ("__nameid_version1.0", "msg")):  # fmt: skip
        if name.encode("utf-16-le") + b"\x00\x00" in data:
            return kind
    return OLD_OFFICE
