"""A workbook of the library into bytes: equal input gives equal bytes."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from lxml import etree
from openpyxl import Workbook

from builder.ooxml import links, properties
from builder.ooxml.package import pack, read
from builder.ooxml.xml import parse, serialised

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEETS = "xl/worksheets/"


def saved(book: Workbook, summary: properties.Summary, marks: Mapping[str, str | int]) -> bytes:
    """The bytes of the file. The library writes the clock into it; our own properties take their place."""
    target = io.BytesIO()
    book.save(target)
    parts = read(target.getvalue())
    parts[properties.CORE] = properties.core(summary).encode()
    parts[properties.APP] = properties.app().encode()
    parts[properties.CUSTOM] = properties.custom(marks).encode()
    types, packaged = parse(parts[links.CONTENT_TYPES]), parse(parts[links.PACKAGE_LINKS])
    links.set_type(types, properties.CUSTOM, links.CUSTOM_TYPE)
    links.set_link(packaged, links.CUSTOM_LINK, properties.CUSTOM, "qagida")
    parts[links.CONTENT_TYPES] = serialised(types).encode()
    parts[links.PACKAGE_LINKS] = serialised(packaged).encode()
    for name in parts:
        if name.startswith(_SHEETS) and name.endswith(".xml"):
            parts[name] = _quiet(parts[name])
    return pack(parts)


def moment(day: date) -> datetime:
    """The first moment of a day, which stands for the day in the properties."""
    return datetime.combine(day, time(), UTC)


def _quiet(data: bytes) -> bytes:
    """Numbers kept as text are meant so: no green corner warns of them."""
    sheet = parse(data)
    size = sheet.find(f"{{{_MAIN}}}dimension")
    if size is not None:
        errors = etree.SubElement(sheet, f"{{{_MAIN}}}ignoredErrors")
        spread = size.get("ref", "A1")
        etree.SubElement(errors, f"{{{_MAIN}}}ignoredError", sqref=spread, numberStoredAsText="1")
    return serialised(sheet).encode()
