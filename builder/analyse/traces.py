"""Personal data in words: where they stand, and as much of them as may be told.

Looked for are the individual identification number (IIN), bank cards, passports and identity cards, e-mail
addresses and telephones. A business identification number (BIN) is not personal, and hotlines are not;
numbers of orders, sums and dates are told apart by their shape, their check digits or the words around them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

from builder.analyse.digits import IIN, is_bank_card, is_entity, is_iin

COUNTRY = "KZ"
NEAR = 40
"""Characters around a number in which words say what it is."""

_RUN = re.compile(r"\d[\d\s().\u2010-\u2015-]{4,}\d")
"""Digits with the signs that may stand between those of one number."""
_LONG = re.compile(r"(?<![\w№])(?<![\d][.,])\d(?:[^\S\n]?-?[^\S\n]?\d){11,18}(?!\w)(?![.,]\d)")
_PIECE = re.compile(r"(?<![\w№])(?<![\d][.,])(?:\d{16}|\d{12})(?!\w)(?![.,]\d)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@((?:[\w-]{1,63}\.){1,4}[a-zа-я]{2,24})\b", re.IGNORECASE)
_PASSPORT = re.compile(r"(?<!\w)[NН] ?\d{8}(?!\d)")
_NUMBER = re.compile(r"(?<!\w)(?:[A-ZА-Я]{1,3} ?)?(?:№ ?)?\d(?: ?\d){5,8}(?!\w)(?![.,]\d)")
_HOME = re.compile(
    r"(?<![\w№+])(?<!\d[.,-])(?:(?:\+\s?7|[78])[\s().\u2010-\u2015-]{0,3})?7(?:[\s().\u2010-\u2015-]{0,2}\d){9}(?![\w%])"
)
"""A telephone of Kazakhstan, with or without the code of the country."""
_ABROAD = re.compile(r"\+[1-9](?:[\s().\u2010-\u2015-]{0,2}\d){8,14}(?!\w)")
_DATE = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:\s\d{3})+")
_OFFICES = {
    "info",
    "office",
    "press",
    "mail",
    "kense",
    "kanc",
    "priemnaya",
    "contact",
    "support",
    "reception",
}
"""Mailboxes of bodies, not of people."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SAYS_IIN = _words(r"(?<!\w)(?:иин|жсн|iin)(?!\w)")
_SAYS_BIN = _words(r"(?<!\w)(?:бин|бсн|bin)(?!\w)")
_SAYS_PASSPORT = _words(r"паспорт|төлқұжат|passport")
_SAYS_CARD = _words(
    r"удостоверени\w*\s+личност|уд\.?\s?личн|жеке\s+куәлі|жеке\s+басын\s+куәландыр|жеке\s+басының\s+куәлі"
)
_SAYS_MEASURE = _words(
    r"\s*(?:тыс|млн|млрд|мың|миллион|тг\b|тенге|теңге|₸|руб|долл|usd|kzt|евро|%|адам|чел|дана|шт\b)"
)
_SAYS_PAPER = _words(
    r"(?:№|ердр|стбт|куи|исх|вх|шығ\w*|кір\w*|приказ\w*|бұйры\w*|договор\w*|шарт\w*|дел[оау]|іс|счет\w*|шот\w*|код\w*)"
    r"[\W_]{0,4}$"
)


class Kind(StrEnum):
    """What was found."""

    IIN = "iin"
    BANK_CARD = "bank_card"
    PASSPORT = "passport"
    ID_CARD = "id_card"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text; `shown` is what may be told of them."""

    kind: Kind
    start: int
    end: int
    shown: str


def find_personal(text: str) -> tuple[Span, ...]:
    """Personal data of a text, in order; of two that overlap the one looked for first counts."""
    longest = max((sum(map(str.isdigit, run)) for run in _RUN.findall(text)), default=0)
    if longest < _FEWEST and "@" not in text:
        return ()
    found: list[Span] = []
    for digits, look in _LOOKS:
        if longest < digits:
            continue
        for span in look(text):
            if all(span.end <= other.start or span.start >= other.end for other in found):
                found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def masked(words: str) -> str:
    """Two characters at either end: enough to find the place, too little to tell the person."""
    signs = "".join(sign for sign in words if sign.isalnum())
    return f"{signs[:2]}****{signs[-2:]}"


def _iins(text: str) -> Iterator[Span]:
    """A right number, or twelve digits that the text calls an IIN: with a misprint it is as personal."""
    for match, digits in _long(text):
        before = text[max(0, match.start() - NEAR) : match.start()]
        called = _last(_SAYS_IIN, before) > _last(_SAYS_BIN, before)
        misprint = called and len(digits) == IIN and not is_entity(digits)
        if misprint or (is_iin(digits) and not _SAYS_MEASURE.match(text, match.end())):
            yield _span(Kind.IIN, match)


def _bank_cards(text: str) -> Iterator[Span]:
    for match, digits in _long(text):
        if is_bank_card(digits) and not _explained(text, match.start(), match.end()):
            yield _span(Kind.BANK_CARD, match)


def _passports(text: str) -> Iterator[Span]:
    for match in _PASSPORT.finditer(text):
        yield _span(Kind.PASSPORT, match)
    yield from _called(text, _SAYS_PASSPORT, Kind.PASSPORT)


def _id_cards(text: str) -> Iterator[Span]:
    yield from _called(text, _SAYS_CARD, Kind.ID_CARD)


def _emails(text: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        mailbox, host = match.groups()
        if mailbox.lower() not in _OFFICES:
            yield Span(Kind.EMAIL, *match.span(), f"{mailbox[0]}****@{host}")


def _phones(text: str) -> Iterator[Span]:
    for pattern in (_HOME, _ABROAD):
        for match in pattern.finditer(text):
            words = match.group()
            told = _DATE.search(words) or _THOUSANDS.fullmatch(words) or _explained(text, *match.span())
            if not told and _is_phone(words):
                yield _span(Kind.PHONE, match)


def _is_phone(words: str) -> bool:
    try:
        number = phonenumbers.parse(words, COUNTRY)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


_LOOKS: tuple[tuple[int, Callable[[str], Iterator[Span]]], ...] = (
    (12, _iins),
    (16, _bank_cards),
    (6, _passports),
    (6, _id_cards),
    (0, _emails),
    (9, _phones),
)
"""What is looked for, and how many digits in a row it takes."""
_FEWEST = min(digits for digits, _ in _LOOKS if digits)


def _long(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Digits in one piece first: a number that merely stands beside them is none of theirs."""
    for match in (*_PIECE.finditer(text), *_LONG.finditer(text)):
        yield match, "".join(sign for sign in match.group() if sign.isdigit())


def _called(text: str, words: re.Pattern[str], kind: Kind) -> Iterator[Span]:
    """Numbers that the words before them call a document of a person."""
    for name in words.finditer(text):
        match = _NUMBER.search(text, name.end(), name.end() + NEAR)
        if match is not None:
            yield _span(kind, match)


def _explained(text: str, start: int, end: int) -> bool:
    """The words around say that it is a sum or the number of a paper."""
    before = text[max(0, start - NEAR) : start]
    return bool(_SAYS_MEASURE.match(text, end) or _SAYS_PAPER.search(before))


def _last(words: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in words.finditer(text)), default=-1)


def _span(kind: Kind, match: re.Match[str]) -> Span:
    return Span(kind, *match.span(), masked(match.group()))
