"""Names of foreign files as they may be shown: nothing in them hides, moves or breaks a line."""

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LONGEST = 120
_MARK = "\ufffd"


def legible(name: str, longest: int = _LONGEST) -> str:
    """The name without control, bidirectional and invisible characters, cut in the middle when too long."""
    if name.isascii() and name.isprintable():
        shown = name
    else:
        shown = "".join(_MARK if unicodedata.category(sign) in _HIDDEN else sign for sign in name)
    if len(shown) > longest:
        tail = longest // 3
        shown = f"{shown[: longest - tail - 1]}…{shown[-tail:]}"
    return shown.strip() or _MARK
