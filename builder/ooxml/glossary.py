"""The glossary: building blocks from which Word restores a hint when an answer is deleted."""

from collections.abc import Iterable

from builder.ooxml.runs import run
from builder.ooxml.sdt import Hint
from builder.ooxml.xml import DECLARATION, W, attribute

PART = "word/glossary/document.xml"
STYLES = "word/glossary/styles.xml"
RELATIONSHIPS = "word/glossary/_rels/document.xml.rels"


def glossary(hints: Iterable[Hint]) -> str:
    """The part with one building block for each hint."""
    blocks = "".join(_block(hint) for hint in hints)
    root = f'<w:glossaryDocument xmlns:w="{W}">'
    return f"{DECLARATION}{root}<w:docParts>{blocks}</w:docParts></w:glossaryDocument>"


def _block(hint: Hint) -> str:
    properties = (
        f'<w:name w:val="{attribute(hint.part)}"/>'
        '<w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
    )
    body = f"<w:p>{run(hint.text, hint.look)}</w:p>"
    return (
        f"<w:docPart><w:docPartPr>{properties}</w:docPartPr><w:docPartBody>{body}</w:docPartBody></w:docPart>"
    )
