"""Numbers that prove themselves by their digits: the individual identification number and bank cards."""

from datetime import date

IIN = 12
"""Digits of an individual identification number, and of a business one."""

_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
_FOREIGNER = "0"
"""The seventh digit of foreigners does not tell the century."""
_FIRST = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_ENTITIES = "456"


def is_iin(digits: str) -> bool:
    """Twelve digits with a date of birth, a digit of the century and a right check digit."""
    proper = len(digits) == IIN and digits.isascii() and digits.isdigit()
    return proper and _born(digits) and check_digit(digits) == int(digits[-1])


def is_entity(digits: str) -> bool:
    """Built as a business identification number, whose fifth digit is the kind of entity."""
    return len(digits) == IIN and digits[4] in _ENTITIES


def check_digit(digits: str) -> int | None:
    """The twelfth digit by the first eleven: a second round where the first gives 10; None where both do."""
    for weights in (_FIRST, _SECOND):
        rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        if rest < 10:
            return rest
    return None


def is_bank_card(digits: str) -> bool:
    """Sixteen digits of a card system with a right check digit (ISO/IEC 7812)."""
    return len(digits) == 16 and digits[0] in "23456" and _luhn(digits)


def _born(digits: str) -> bool:
    if digits[6] == _FOREIGNER:
        return any(_day(digits, century) for century in (1900, 2000))
    century = _CENTURIES.get(digits[6])
    return century is not None and _day(digits, century)


def _day(digits: str, century: int) -> bool:
    try:
        date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0
