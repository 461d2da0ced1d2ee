"""Both languages name the same numbers."""

from collections import Counter
from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.figures import all_figures, shown
from builder.check.numerals import spelt
from builder.check.register import register_of
from builder.model.library import Library


def check_numbers(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for figured in all_figures(library):
        kk, ru = figured.kk.numbers, figured.ru.numbers
        if kk == ru or register.silences_parity(figured.text):
            continue
        only_kk = _unspelt(kk - ru, figured.ru_words, Language.RU)
        only_ru = _unspelt(ru - kk, figured.kk_words, Language.KK)
        if only_kk or only_ru:
            data = {"kk": shown(only_kk), "ru": shown(only_ru)}
            yield Finding("Q302", figured.text.place, data)


def _unspelt(numbers: Counter[str], words: str, language: Language) -> Counter[str]:
    """Numbers that the other language does not spell in words either (`5` and `пяти` are the same)."""
    return numbers - Counter(str(number) for number in spelt(words, language))
