"""Forms for tests, in a small notation that a lawyer can read.

`12` exact, `0` zero, `около 100` about, `до 90` up to, `более 5` more than, `1..2` a range, `да` and `нет`,
`2026-03-01` a date, `нет данных` without a reason, `нет данных: почему` with one, anything else is text.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from builder.base.language import Language
from builder.model.answers import Answer, Form, How, State, Stray, Value, ValueKind
from builder.model.collection import Collection, Issue
from builder.model.registry import Respondent, Words

RECEIVED = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
COLLECTION = Collection(2026, date(2027, 1, 5), date(2027, 2, 5), "mia", date(2024, 10, 24))

_NUMBERS = (
    (re.compile(r"около (\d+)"), ValueKind.ABOUT),
    (re.compile(r"до (\d+)"), ValueKind.UP_TO),
    (re.compile(r"более (\d+)"), ValueKind.MORE_THAN),
)
_RANGE = re.compile(r"(\d+)\.\.(\d+)")


def value(words: str) -> Value:
    """One answer in the notation above."""
    if re.fullmatch(r"-?\d+", words):
        number = Decimal(words)
        return Value(ValueKind.EXACT if number else ValueKind.ZERO, words, number, number)
    for pattern, kind in _NUMBERS:
        if match := pattern.fullmatch(words):
            number = Decimal(match.group(1))
            low = None if kind is ValueKind.UP_TO else number
            high = None if kind is ValueKind.MORE_THAN else number
            return Value(kind, words, low, high)
    if match := _RANGE.fullmatch(words):
        return Value(ValueKind.RANGE, words, Decimal(match.group(1)), Decimal(match.group(2)))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return Value(ValueKind.DATE, words, day=date.fromisoformat(words))
    if words.startswith("нет данных"):
        return Value(ValueKind.NO_DATA, words, text=words.partition(":")[2].strip())
    kinds = {"да": ValueKind.YES, "нет": ValueKind.NO, "": ValueKind.NOT_ANSWERED}
    return Value(kinds.get(words, ValueKind.TEXT), words, text=words if words not in kinds else "")


def form(
    section: int,
    answers: Mapping[str, object],
    respondent: str = "r1",
    *,
    strays: tuple[Stray, ...] = (),
    received: datetime = RECEIVED,
    state: State = State.CURRENT,
    number: int = 1,
) -> Form:
    """A received form; numbers and dates may be given as YAML gives them."""
    given = {
        str(code): Answer(str(code), value(str(words)), How.TAG, f"paragraph {position}")
        for position, (code, words) in enumerate(answers.items(), 1)
    }
    name = f"{respondent}.docx"
    return Form(
        number, respondent, section, Language.RU, name, "docx", "0" * 64, received, state, given, strays
    )


def issue(number: int, respondent: str, subject: str, section: int, region: str | None = None) -> Issue:
    name = Words(respondent, respondent)
    return Issue(number, Respondent(respondent, subject, section, name, name, region), COLLECTION)
