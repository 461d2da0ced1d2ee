"""Which form of a word a number takes; Kazakh words stay as they are after every number."""

from builder.base.language import Language

_FEW = range(2, 5)
_TEENS = range(11, 15)


def plural(count: int, language: Language) -> str:
    """`one`, `few` or `many`: день, дня, дней."""
    tens, units = count % 100, count % 10
    if language is not Language.RU:
        return "one" if count == 1 else "many"
    if units == 1 and tens not in _TEENS:
        return "one"
    return "few" if units in _FEW and tens not in _TEENS else "many"
