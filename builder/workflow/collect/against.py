"""A form beside the one whose place it takes: answers that are gone, languages that differ."""

from collections.abc import Iterator, Mapping

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.answers import Answer, Form, Value, ValueKind, given
from builder.store.shapes import Incoming

_SHOWN = 8
"""Codes that a finding names; the others are counted."""
_WORDS = frozenset({ValueKind.TEXT, ValueKind.NO_DATA, ValueKind.UNREADABLE, ValueKind.NOT_ANSWERED})
"""Kinds that say different things in two languages although they mean the same."""


def against(before: Form, after: Incoming, name: str, *, together: bool = False) -> Iterator[Finding]:
    """`name` is that of the later file: Q925 for fewer answers, Q926 for languages that differ.

    Of forms that came `together` nobody has said which corrects the other: Q669 where they differ.
    """
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
    if together and before.language is after.language:
        yield from _apart(earlier, later, before.name, name)
    if before.language is not after.language:
        differing = [code for code in later if code in earlier and _differ(earlier[code], later[code])]
        if differing:
            data = {"count": str(len(differing)), "codes": _listed(differing), "before_name": before.name}
            yield Finding("Q926", Place(name, at=differing[0]), data)


def _apart(
    earlier: Mapping[str, Value], later: Mapping[str, Value], before: str, name: str
) -> Iterator[Finding]:
    codes = [
        code
        for code in (*later, *(code for code in earlier if code not in later))
        if code not in earlier or code not in later or _unlike(earlier[code], later[code])
    ]
    if codes:
        data = {"count": str(len(codes)), "codes": _listed(codes), "before_name": before}
        yield Finding("Q669", Place(name, at=codes[0]), data)


def _unlike(one: Value, two: Value) -> bool:
    """Two answers in one language; the same words in a Word and a PDF file may differ in spaces only."""
    return one.raw.split() != two.raw.split() and (
        _essence(one) != _essence(two) or bool(_WORDS & {one.kind, two.kind})
    )


def _given(answers: Mapping[str, Answer]) -> dict[str, Value]:
    return {code: answer.value for code, answer in given(answers).items()}


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
