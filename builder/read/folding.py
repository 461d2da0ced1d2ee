"""Words as they are compared: small letters, one kind of dash, space and quote, one alphabet in a word."""

import re
import unicodedata

_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\u2032", "'"),
    **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", None),
    "ё": "е",
    "\u2248": "≈",
}
_TABLE = str.maketrans(_SIGNS)
_ANY_SIGN = re.compile(f"[{''.join(map(re.escape, _SIGNS))}]")
_TWINS = str.maketrans("aceikopxyhbmt", "асеікорхуһвмт")
_MIXED = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")


def fold(text: str) -> str:
    """The text for comparison; never for keeping."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFC", text).casefold()
    if _ANY_SIGN.search(folded):
        folded = folded.translate(_TABLE)
    if _LATIN.search(folded):
        folded = _MIXED.sub(_one_alphabet, folded)
    return " ".join(folded.split())


def _one_alphabet(match: re.Match[str]) -> str:
    """Latin letters that look like Cyrillic ones, inside a Cyrillic word, are slips of the keyboard."""
    word = match.group()
    return word.translate(_TWINS) if _CYRILLIC.search(word) else word
