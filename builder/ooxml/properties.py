"""Document properties: the standard ones, the program's name, and our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from builder.ooxml.xml import DECLARATION, escaped

PROGRAM = "Qagida"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2


@dataclass(frozen=True, slots=True)
class Summary:
    """What Word shows under File, Info."""

    title: str
    subject: str
    keywords: str
    language: str
    created: datetime


def core(summary: Summary) -> str:
    moment = _moment(summary.created)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(summary.title)}</dc:title><dc:subject>{escaped(summary.subject)}</dc:subject>"
        f"<dc:creator>{PROGRAM}</dc:creator><cp:keywords>{escaped(summary.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escaped(summary.language)}</dc:language></cp:coreProperties>"
    )


def app() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>{PROGRAM}</Application>'
        "</Properties>"
    )


def custom(values: Mapping[str, str | int]) -> str:
    """Our own properties, by which a returned file is recognised."""
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">{_value(value)}</property>'
        for number, (name, value) in enumerate(values.items(), _FIRST_NUMBER)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{items}</Properties>"
    )


def _value(value: str | int) -> str:
    if isinstance(value, int):
        return f"<vt:i4>{value}</vt:i4>"
    return f"<vt:lpwstr>{escaped(value)}</vt:lpwstr>"


def _moment(created: datetime) -> str:
    """UTC; a moment without a zone is taken for UTC."""
    aware = created if created.tzinfo is not None else created.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_custom(part: etree._Element) -> dict[str, str]:
    """Custom properties of a file as words, whatever type an editor gave them (`2` may come back as 2.0)."""
    found: dict[str, str] = {}
    for item in part:
        name = item.get("name") if isinstance(item.tag, str) else None
        if name is not None and len(item):
            found[name] = (item[0].text or "").strip()
    return found
