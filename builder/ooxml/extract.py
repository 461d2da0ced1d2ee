"""Reading a Word file back: its plain text and its controls."""

from collections.abc import Iterator

from lxml import etree

from builder.ooxml.package import read
from builder.ooxml.xml import W14, parse, w

_TEXT = {w("br"): " ", w("tab"): " ", w("softHyphen"): "\u00ad", w("noBreakHyphen"): "\u2011"}
_CHECKBOX = f"{{{W14}}}checkbox"


def text_lines(data: bytes) -> list[str]:
    """The body's text in reading order, a line for each paragraph that has any.

    Hints of empty controls and the glyphs of check boxes are left out; answers stay.
    """
    lines = ("".join(_words(paragraph)).strip() for paragraph in _body(data).iter(w("p")))
    return [line for line in lines if line]


def controls(data: bytes) -> list[tuple[str, str, str]]:
    """Tag, alias and kind of every control of the body, in reading order.

    Kinds: `check`, `choice`, `date`, `area`, `line`; Word has no control for numbers, they are lines.
    """
    return [_control(item) for item in _body(data).iter(w("sdt"))]


def _body(data: bytes) -> etree._Element:
    body = parse(read(data)["word/document.xml"]).find(w("body"))
    if body is None:
        raise ValueError("document without body")
    return body


def _words(element: etree._Element) -> Iterator[str]:
    """Text below an element, but not of paragraphs nested in it (a table in a text box)."""
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]
        elif child.tag == w("p") or (child.tag == w("sdt") and _silent(child)):
            continue
        else:
            yield from _words(child)


def _silent(control: etree._Element) -> bool:
    properties = _properties(control)
    return properties.find(w("showingPlcHdr")) is not None or properties.find(_CHECKBOX) is not None


def _control(control: etree._Element) -> tuple[str, str, str]:
    properties = _properties(control)
    return (_value(properties, "tag"), _value(properties, "alias"), _kind(properties))


def _kind(properties: etree._Element) -> str:
    if properties.find(_CHECKBOX) is not None:
        return "check"
    if properties.find(w("dropDownList")) is not None:
        return "choice"
    if properties.find(w("date")) is not None:
        return "date"
    text = properties.find(w("text"))
    return "area" if text is not None and text.get(w("multiLine")) in ("1", "true", "on") else "line"


def _properties(control: etree._Element) -> etree._Element:
    found = control.find(w("sdtPr"))
    return etree.Element(w("sdtPr")) if found is None else found


def _value(properties: etree._Element, name: str) -> str:
    found = properties.find(w(name))
    return "" if found is None else found.get(w("val"), "")
