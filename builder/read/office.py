"""What may not be inside a returned Office file: macros, objects, links that fetch, document types."""

from collections.abc import Mapping

from builder.ooxml import scan
from builder.read.names import legible
from builder.read.refusal import refused
from builder.read.sniff import Kind

TYPES = "[Content_Types].xml"
_MAIN = {
    "wordprocessingml.document.main+xml": Kind.DOCX,
    "wordprocessingml.template.main+xml": Kind.DOCX,
    "ms-word.document.macroenabled.main+xml": Kind.DOCX,
    "ms-word.template.macroenabledtemplate.main+xml": Kind.DOCX,
    "spreadsheetml.sheet.main+xml": Kind.XLSX,
    "spreadsheetml.template.main+xml": Kind.XLSX,
    "ms-excel.sheet.macroenabled.main+xml": Kind.XLSX,
    "ms-excel.template.macroenabled.main+xml": Kind.XLSX,
}
_MACRO_TYPES = (
    "macroenabled",
    "vbaproject",
    "ms-excel.macrosheet",
    "ms-excel.intlmacrosheet",
    "macrosheet+xml",
)
_MACRO_LINKS = frozenset({"vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet"})
_OBJECT_LINKS = frozenset(
    {"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument"}
)
_FETCHING_LINKS = frozenset({"externalLink", "connections", "queryTable"})
_FETCHING_FIELDS = frozenset({"DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK"})
_OLE = b"\xd0\xcf\x11\xe0"
_PROGRAM = b"MZ"
_BARE = frozenset({"mimetype"})


def office_kind(parts: Mapping[str, bytes], name: str) -> Kind:
    """DOCX or XLSX, by the type of the main part. Raises QagidaError Q725 for any other package."""
    if TYPES not in parts:
        described = parts.get("mimetype", b"")
        raise refused("Q725", name, filetype="odf" if described.startswith(b"applicat") else "zip")
    check_markup({TYPES: parts[TYPES]}, name)
    for declared in _types(parts, name):
        kind = next((kind for words, kind in _MAIN.items() if declared.endswith(words)), None)
        if kind is not None:
            return kind
    binary = any("sheet.binary" in declared for declared in _types(parts, name))
    raise refused("Q725", name, filetype="xlsb" if binary else "zip")


def check_office(parts: Mapping[str, bytes], name: str) -> None:
    """Raises QagidaError: Q729 macros, Q730 objects, Q731 links that fetch, Q732 document types, Q721."""
    check_markup(parts, name)
    _check_types(parts, name)
    for part, data in parts.items():
        if part.endswith(".rels"):
            _check_links(part, data, name)
    for part, data in parts.items():
        _check_bytes(part, data, name)
        if part.startswith("word/") and part.endswith(".xml"):
            _check_fields(part, data, name)


def check_markup(parts: Mapping[str, bytes], name: str) -> None:
    """Every part of markup begins with its root element, without a document type."""
    for part, data in parts.items():
        if not part.endswith((".xml", ".rels", ".vml")) and not data.startswith(b"<"):
            continue
        try:
            scan.check_prolog(data)
        except scan.DeclaredTypeError as error:
            raise refused("Q732", name, part=legible(part, 60)) from error
        except scan.BrokenPartError as error:
            raise refused("Q721", name, trouble="damaged") from error


def _types(parts: Mapping[str, bytes], name: str) -> tuple[str, ...]:
    try:
        return scan.content_types(parts[TYPES])
    except ValueError as error:
        raise refused("Q721", name, trouble="damaged") from error


def _check_types(parts: Mapping[str, bytes], name: str) -> None:
    for declared in _types(parts, name):
        if any(word in declared for word in _MACRO_TYPES):
            raise refused("Q729", name)


def _check_links(part: str, data: bytes, name: str) -> None:
    try:
        found = scan.links(data)
    except ValueError as error:
        raise refused("Q721", name, trouble="damaged") from error
    for link in found:
        if link.kind in _MACRO_LINKS:
            raise refused("Q729", name)
        if link.fetches or link.kind in _FETCHING_LINKS:
            raise refused("Q731", name, part=legible(part, 60), target=legible(link.target, 60))
        if link.kind in _OBJECT_LINKS:
            raise refused("Q730", name, part=legible(link.target, 60))


def _check_bytes(part: str, data: bytes, name: str) -> None:
    if part.endswith("vbaProject.bin"):
        raise refused("Q729", name)
    if data.startswith((_OLE, _PROGRAM)) or "/embeddings/" in part or "/activeX/" in part:
        raise refused("Q730", name, part=legible(part, 60))


def _check_fields(part: str, data: bytes, name: str) -> None:
    try:
        found = next((word for word in scan.field_words(data) if word in _FETCHING_FIELDS), None)
    except ValueError as error:
        raise refused("Q721", name, trouble="damaged") from error
    if found is not None:
        raise refused("Q731", name, part=legible(part, 60), target=found)
