"""Runs of text, where every character is literal."""

import re
from functools import lru_cache

from builder.ooxml.xml import escaped

_SIGNS = {
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
_SIGN = re.compile("([\n\t\u00ad\u2011])")


@lru_cache(maxsize=8192)  # the general section stands in every questionnaire
def run(text: str, properties: str = "") -> str:
    """A run; `properties` is the ready inside of `w:rPr`."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{_content(escaped(text))}</w:r>"


def _content(text: str) -> str:
    if _SIGN.search(text) is None:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in _SIGN.split(text)
        if piece
    )
