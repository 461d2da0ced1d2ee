"""Kazakh endings: on words by the harmony of their last vowel and sound, on numbers as they are read."""

from decimal import Decimal
from enum import StrEnum


class Case(StrEnum):
    """Cases that an ending can put a word or a number into."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"


_ONES = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES = ("", "мың", "миллион", "миллиард", "триллион")

_BACK, _FRONT = "аоұыяёю", "әөүіеэ"
"""и and у are neither: they follow the vowel before them (елу – елуге, алу – алуға)."""
_VOWELS = _BACK + _FRONT + "и"
_NASAL = "мнң"
_SIBILANT = "зж"
_HARD = "пфкқтсшщчцхһбвгдғ"
"""Voiceless sounds, and voiced ones that take the same endings at the end of a word."""

_LETTER_NAMES = (
    {letter: f"{letter}э" for letter in "БВГДЖЗПТЦЧ"}
    | {letter: f"{letter}а" for letter in "ҒКҚХҺШЩ"}
    | {letter: f"э{letter}" for letter in "ЛМНҢРСФ"}
)
"""How a consonant is called when an abbreviation is read letter by letter; a vowel is its own name."""

# Endings after a vowel, a nasal, з or ж, a hard sound, and after the rest (р, л, й, у), back and front.
_ENDINGS = {
    Case.GENITIVE: ("ның нің", "ның нің", "дың дің", "тың тің", "дың дің"),
    Case.DATIVE: ("ға ге", "ға ге", "ға ге", "қа ке", "ға ге"),
    Case.ACCUSATIVE: ("ны ні", "ды ді", "ды ді", "ты ті", "ды ді"),
    Case.LOCATIVE: ("да де", "да де", "да де", "та те", "да де"),
    Case.ABLATIVE: ("дан ден", "нан нен", "дан ден", "тан тен", "дан ден"),
    Case.INSTRUMENTAL: ("мен мен", "мен мен", "бен бен", "пен пен", "мен мен"),
}


def ending(word: str, case: Case) -> str:
    """The ending that the word takes: `адам` gives `ға`; nothing in the nominative."""
    if case is Case.NOMINATIVE or not word:
        return ""
    back, front = _ENDINGS[case][_sound(word.lower()[-1])].split()
    return front if _is_front(word.lower()) else back


def declined(word: str, case: Case) -> str:
    """`адам` – `адамға`, `іс` – `іске`; of several words the last one changes."""
    return word + ending(word, case)


def declined_letters(abbreviation: str, case: Case) -> str:
    """An abbreviation by the name of its last letter: `ІІМ-нің` (эм), `ҰҚК-ның` (ка)."""
    last = abbreviation[-1:]
    found = ending(_LETTER_NAMES.get(last.upper(), last), case)
    return f"{abbreviation}-{found}" if found else abbreviation


def declined_number(shown: str, number: Decimal, case: Case) -> str:
    """A number in digits with the ending of its last word as read: `36-ға`, `40-қа`, `7,2-ге`."""
    found = ending(last_word(number), case)
    return f"{shown}-{found}" if found else shown


def last_word(number: Decimal) -> str:
    """The word that ends the number when it is read aloud: 36 – `алты`, 1 500 – `жүз`, 7,2 – `екі`.

    Of a fraction only its own digits are read last: `жеті бүтін оннан екі`.
    """
    digits = f"{abs(number):f}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    return spelt(int(fraction or whole)).split()[-1]


def spelt(number: int) -> str:
    """A whole number from 0 to 999 trillion in words: 1 999 – `бір мың тоғыз жүз тоқсан тоғыз`."""
    if number == 0:
        return _ONES[0]
    words: list[str] = []
    for power in reversed(range(len(_SCALES))):
        group = number // 1000**power % 1000
        if group:
            words += [*_hundreds(group), _SCALES[power]]
    return " ".join(filter(None, words))


def _hundreds(number: int) -> list[str]:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [_ONES[hundreds] if hundreds > 1 else "", "жүз"] if hundreds else []
    return [*words, _TENS[tens], _ONES[ones] if ones else ""]


def _sound(letter: str) -> int:
    groups = (_VOWELS, _NASAL, _SIBILANT, _HARD)
    return next((position for position, letters in enumerate(groups) if letter in letters), len(groups))


def _is_front(word: str) -> bool:
    """Whether the last vowel that is not neutral is a front one; words without any are taken as front."""
    for position in reversed(range(len(word))):
        letter = word[position]
        if letter in _BACK + _FRONT:
            return letter in _FRONT
        if letter == "у" and _between_consonants(word, position):
            return False
    return True


def _between_consonants(word: str, position: int) -> bool:
    """Such an у stands in loanwords and is a back vowel: ресурс – ресурсқа."""
    around = word[position - 1 : position] + word[position + 1 : position + 2]
    return len(around) == len("сс") and not any(letter in _VOWELS for letter in around)
