"""A form beside the one whose place it takes: answers that are gone, languages that differ."""

from collections.abc import Iterator, Mapping

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Answer, Form, Value, ValueKind
from builder.store.shapes import Incoming

_SHOWN = 8
"""Codes that a finding names; the others are counted."""
_WORDS = frozenset({ValueKind.TEXT, ValueKind.NO_DATA, ValueKind.UNREADABLE, ValueKind.NOT_ANSWERED})
"""Kinds that say different things in two languages although they mean the same."""
_IDENTIFICATION = "0."


def against(before: Form, after: Incoming, name: str) -> Iterator[Finding]:
    """`name` is that of the later file: Q925 for fewer answers, Q926 for languages that differ."""
    earlier, later = _given(before.answers), _given(after.answers)
    gone = [code for code in earlier if code not in later]
    if len(later) < len(earlier):
        data = {
            "before": str(len(earlier)),
            "after": str(len(later)),
            "before_name": before.name,
            "codes": _listed(gone),
        }
        yield Finding("Q925", Place(name, at=gone[0]), data)
    if before.language is not after.language:
        differing = [code for code in later if code in earlier and _differ(earlier[code], later[code])]
        if differing:
            data = {"count": str(len(differing)), "codes": _listed(differing), "before_name": before.name}
            yield Finding("Q926", Place(name, at=differing[0]), data)


def _given(answers: Mapping[str, Answer]) -> dict[str, Value]:
    """Answers besides those that identify the respondent."""
    return {
        code: answer.value
        for code, answer in answers.items()
        if answer.value.kind is not ValueKind.NOT_ANSWERED and not code.startswith(_IDENTIFICATION)
    }


def _differ(one: Value, two: Value) -> bool:
    if one.kind in _WORDS and two.kind in _WORDS:
        return False
    return _essence(one) != _essence(two)


def _essence(value: Value) -> tuple[object, ...]:
    """What does not depend on the language; a comment beside a number does."""
    chosen = value.text if value.kind is ValueKind.CHOICE else ""
    return (value.kind, value.low, value.high, value.day, chosen)


def _listed(codes: list[str]) -> str:
    more = f" (+{len(codes) - _SHOWN})" if len(codes) > _SHOWN else ""
    return ", ".join(codes[:_SHOWN]) + more
