"""Names and escaping of Word XML."""

import re
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def w(name: str) -> str:
    """`{namespace}name` of a WordprocessingML name."""
    return f"{{{W}}}{name}"


def clean(text: str) -> str:
    """Without the characters that XML 1.0 forbids; every line end becomes a line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text)


def escaped(text: str) -> str:
    """Safe as the content of an element."""
    text = clean(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Safe as the value of an attribute in double quotes, on one line."""
    text = escaped(text).replace('"', "&quot;")
    return text.replace("\n", " ").replace("\t", " ")


def parse(data: bytes) -> etree._Element:
    """A part as a tree; no entity, network or size trick of a foreign file is followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def serialised(root: etree._Element) -> str:
    """A tree as the text of a part."""
    return DECLARATION + etree.tostring(root, encoding="unicode")
