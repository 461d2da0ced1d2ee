"""The value of a cell as words that lose nothing of it."""

import re
from datetime import datetime, time
from decimal import Decimal, InvalidOperation

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

_ESCAPED = re.compile("_x(?!0000)(?![dD][89a-fA-F])([0-9A-Fa-f]{4})_")
"""How a character that XML cannot hold is written; halves of a pair and the zero stay as they are."""
_LONGEST = 30
"""Digits; a number of a thousand digits keeps its exponent."""


def plain_text(words: str) -> str:
    """Words of a cell with their escapes undone and one kind of line end."""
    if "_x" in words:
        words = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
    return words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words


def number_text(raw: str, shown: str = "") -> str:
    """A number without a trailing `.0`; `shown` is its format, one of per cent shows it times a hundred."""
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite():
        return raw
    sign = ""
    if "%" in shown:
        number, sign = number * 100, "%"
    if abs(number.adjusted()) > _LONGEST:
        return f"{number}{sign}"
    words = f"{number:f}"
    return f"{words.rstrip('0').rstrip('.') if '.' in words else words}{sign}"


def day_text(raw: str, *, since_1904: bool) -> str | None:
    """A day as 2026-12-31, with the time where it has one; None for a number that is no day."""
    try:
        found = from_excel(float(raw), CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError, TypeError):
        return None
    if isinstance(found, datetime) and found.time() == time():
        return found.date().isoformat()
    return str(found)
