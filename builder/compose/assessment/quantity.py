"""A value in the words of a language: number, kind and unit in the forms that the sentence needs."""

from decimal import Decimal

from builder.base.kazakh import Case, declined, declined_number
from builder.base.language import Language
from builder.base.plural import plural
from builder.base.quantity import NBSP, grouped
from builder.compose.voice import Voice
from builder.model.answers import Value, ValueKind
from builder.model.questionnaire import Unit

EXACT = frozenset({ValueKind.EXACT, ValueKind.ZERO})
NUMBERS = frozenset({*EXACT, ValueKind.ABOUT, ValueKind.UP_TO, ValueKind.MORE_THAN, ValueKind.RANGE})
NOTHING = frozenset({ValueKind.NO_DATA, ValueKind.NOT_ANSWERED})

_LABELS = {
    ValueKind.ABOUT: "figure_about",
    ValueKind.UP_TO: "figure_up_to",
    ValueKind.MORE_THAN: "figure_more_than",
}
_GOVERNED = {
    (Language.KK, ValueKind.UP_TO): Case.DATIVE,
    (Language.KK, ValueKind.MORE_THAN): Case.ABLATIVE,
    (Language.RU, ValueKind.ABOUT): Case.GENITIVE,
    (Language.RU, ValueKind.UP_TO): Case.GENITIVE,
    (Language.RU, ValueKind.MORE_THAN): Case.GENITIVE,
}
"""Cases that the word for a kind asks of what it counts: `90 адамға дейін`, `около 21 дела`."""


def in_words(voice: Voice, value: Value, unit: Unit | None, case: Case = Case.NOMINATIVE) -> str | None:
    """`36 человек`, `шамамен 100 қылмыс`, `90 адамға дейін`; None where the case cannot be said so.

    Without a unit the number alone: `36-ға`, `90-ға дейін`. Only numbers (NUMBERS) have words here.
    """
    if not _sayable(voice.language, value.kind, unit, case):
        return None
    low, high = _bounds(value)
    # `2 700-ден астам адам`: what is counted stands behind the Kazakh word for more
    behind = voice.language is Language.KK and value.kind is ValueKind.MORE_THAN and unit is not None
    words = _counted(
        voice.language,
        high if value.kind in (ValueKind.UP_TO, ValueKind.RANGE) else low,
        None if behind else unit,
        _GOVERNED.get((voice.language, value.kind), case),
    )
    if value.kind in _LABELS:
        words = voice.label(_LABELS[value.kind], number=words)
    elif value.kind is ValueKind.RANGE:
        words = voice.label("figure_range", low=grouped(low), high=words)
    return f"{words} {unit.text.plain(Language.KK)}" if behind and unit is not None else words


def number_in(language: Language, number: Decimal, case: Case = Case.NOMINATIVE) -> str:
    """A bare number; Russian digits are the same in every case."""
    shown = grouped(number)
    return declined_number(shown, number, case) if language is Language.KK else shown


def hole(voice: Voice, kind: ValueKind) -> str:
    """What stands where a number should: absence of data with a reason, or silence."""
    return voice.label("value_no_data" if kind is ValueKind.NO_DATA else "value_not_answered")


def _sayable(language: Language, kind: ValueKind, unit: Unit | None, case: Case) -> bool:
    """Russian units are known in two cases; Kazakh words after a governed number take no other case."""
    if language is Language.KK:
        return case is Case.NOMINATIVE or (language, kind) not in _GOVERNED
    return unit is None or case in (Case.NOMINATIVE, Case.GENITIVE)


def _bounds(value: Value) -> tuple[Decimal, Decimal]:
    """Both bounds; a missing one is the other."""
    known = [bound for bound in (value.low, value.high) if bound is not None]
    return (known[0], known[-1]) if known else (Decimal(0), Decimal(0))


def _counted(language: Language, number: Decimal, unit: Unit | None, case: Case) -> str:
    """The number with its unit, which takes the case; without a unit the number takes it."""
    if unit is None:
        return number_in(language, number, case)
    words = _kazakh(unit, case) if language is Language.KK else _russian(unit, number, case)
    return f"{grouped(number)}{NBSP}{words}"


def _kazakh(unit: Unit, case: Case) -> str:
    """The unit in Kazakh, which is the same after every number."""
    words = unit.text.plain(Language.KK)
    return words if case is Case.NOMINATIVE else declined(unit.stem or words, case)


def _russian(unit: Unit, number: Decimal, case: Case) -> str:
    """The unit after a number: its form after 2 is the genitive singular, that of forms the plural."""
    many = unit.text.plain(Language.RU)
    one, few = unit.one or many, unit.few or many
    if number != int(number):
        return few
    form = plural(int(number), Language.RU)
    if case is Case.GENITIVE:
        return few if form == "one" else many
    return {"one": one, "few": few}.get(form, many)
