"""Numbers spelt in words, as far as acts spell them: `3 (үш)`, `в течение пяти дней`."""

import re
from collections.abc import Iterator

from builder.base.language import Language

_KK = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100, "мың": 1000,
}  # fmt: skip
_KK_ENDING = re.compile(r"(ыншы|інші|ншы|нші)?(сы|сі|ы|і)?(н|нан|нен|на|не|да|де|та|те|ға|ге|қа|ке)?")

_RU_FORMS = {
    1: "один одна одно одного одной одному одним одном одну", 2: "два две двух двум двумя",
    3: "три трех трёх трем трём тремя", 4: "четыре четырех четырёх четырем четырём четырьмя",
    5: "пять пяти пятью", 6: "шесть шести шестью", 7: "семь семи семью", 8: "восемь восьми восемью",
    9: "девять девяти девятью", 10: "десять десяти десятью", 11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати", 13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати", 20: "двадцать двадцати",
    30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти", 60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста", 100: "сто ста",
    1000: "тысяча тысячи тысяч",
}  # fmt: skip
_RU = {form: number for number, forms in _RU_FORMS.items() for form in forms.split()}
_WORD = re.compile(r"[^\W\d_]+")


def _value(word: str, language: Language) -> int | None:
    if language is Language.RU:
        return _RU.get(word)
    for stem, number in _KK.items():
        if word.startswith(stem) and _KK_ENDING.fullmatch(word, len(stem)):
            return number
    return None


def spelt(words: str, language: Language) -> Iterator[int]:
    """Every number that the words spell; neighbouring ones add up (`он бес` is 15)."""
    total = 0
    for match in _WORD.finditer(words.casefold()):
        number = _value(match.group(), language)
        if number is not None:
            total += number
        elif total:
            yield total
            total = 0
    if total:
        yield total


def whole(words: str, language: Language) -> int | None:
    """The number when the words are nothing but a number."""
    values = [_value(word, language) for word in _WORD.findall(words.casefold())]
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
