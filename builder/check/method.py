"""The method of ranking is whole: weights, scales, the table of classes, the rule of confidence, links.

Its written rules say the numbers that it reckons with.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from builder.base import ids
from builder.base.finding import Finding
from builder.base.place import Place
from builder.check.guess import guess
from builder.model.library import Library
from builder.model.method import MeasureId, Method, ScaleStep
from builder.model.questionnaire import FieldKind

GENERAL = 1
SECTIONS = 16
"""While fewer could be read, nobody can tell which codes are missing."""
SCALE = range(1, 6)
WHOLE = 1000
_MOST_PERCENT, _LEAST = 100, 2
_FIGURES = frozenset({FieldKind.COUNT, FieldKind.MONEY, FieldKind.SHARE})


def check_method(library: Library) -> Iterable[Finding]:
    if library.method is None:
        return
    method = library.method.method
    for fault, place in _faults(method):
        yield Finding("Q662", place, {"lack": fault})
    yield from _names(library, method)
    yield from _confidence(method)
    yield from _written(method)


def _written(method: Method) -> Iterator[Finding]:
    """Rules that speak of a number name it in both languages."""
    numbers = {
        "bands": f"{method.level / 10:g}".replace(".", ","),
        "sensitivity": str(method.weight_change),
        "disclosure": str(method.threshold),
    }
    for rule in method.rules:
        number = numbers.get(rule.id)
        for wording in rule.text.wordings.values() if number is not None else ():
            if not re.search(rf"(?<![\d,]){number}(?![\d]|,\d)", wording.raw):
                yield Finding("Q689", wording.place, {"rule": rule.id, "number": str(number)})


def _faults(method: Method) -> Iterator[tuple[str, Place]]:
    """What does not add up, as words of the catalogue."""
    if sorted(measure.id for measure in method.measures) != sorted(MeasureId):
        yield "measures", method.place
    elif sum(method.weights.values()) != WHOLE or min(method.weights.values()) < 0:
        yield "weights", method.measures[0].place
    if not 0 < method.weight_change <= _MOST_PERCENT:
        yield "change", method.place
    if method.threshold < _LEAST:
        yield "threshold", method.place
    if not 0 < method.level < WHOLE:
        yield "level", method.place
    for scale in (method.probability, method.consequence):
        if [step.value for step in scale] != list(SCALE):
            yield "scale", _first(scale, method)
    if [step.value for step in method.classes] != list(range(1, len(method.classes) + 1)):
        yield "classes", _first(method.classes, method)
    yield from ((fault, method.place) for fault in _table_faults(method))


def _first(scale: tuple[ScaleStep, ...], method: Method) -> Place:
    return scale[0].place if scale else method.place


def _table_faults(method: Method) -> Iterator[str]:
    """Five rows of five known classes, none lower where probability or consequence is higher."""
    table = method.classes_by
    if [len(row) for row in table] != [len(SCALE)] * len(SCALE):
        yield "table"
    elif not {cell for row in table for cell in row} <= {step.value for step in method.classes}:
        yield "unknown class"
    elif any(list(line) != sorted(line) for line in (*table, *zip(*table, strict=True))):
        yield "falling class"


def _names(library: Library, method: Method) -> Iterator[Finding]:
    """Items, entries, data and units that the method names exist."""
    entries, items, figures = _codes(library)
    for ranked in method.ranked:
        yield from _unknown(ranked.item, items, ranked.place)
    for link in method.links:
        yield from _unknown(link.code, entries, link.place)
        for code in link.data:
            if _read(library, code):
                yield from _unknown(code, figures, link.place)
    if library.units is not None:
        units = {unit.id for unit in library.units.units}
        for unit in method.protected:
            yield from _unknown(unit, units, method.place)


def _unknown(name: str, known: Collection[str], place: Place) -> Iterator[Finding]:
    if name not in known:
        yield Finding("Q663", place, {"name": name, "suggestion": guess(name, sorted(known))})


def _read(library: Library, code: str) -> bool:
    """The section of a code could be read, or all could and none is that one."""
    there = {str(file.section.number) for file in library.sections}
    return code.partition(".")[0] in there or len(there) == SECTIONS


def _codes(library: Library) -> tuple[set[str], set[str], set[str]]:
    """Entries of the general section that take yes or no, their items, and all fields with a figure."""
    entries, items, figures = set(), set(), set()
    for file in library.sections:
        section = file.section.number
        for item in file.section.items:
            for field in item.fields:
                code = ids.code(section, item.number, field.code)
                if section == GENERAL and field.kind is FieldKind.YES_NO:
                    entries.add(code)
                    items.add(ids.code(section, item.number))
                if field.kind in _FIGURES:
                    figures.add(code)
    return entries, items, figures


def _confidence(method: Method) -> Iterator[Finding]:
    """From the highest step to the lowest no bound rises, each step differs, the last asks for nothing."""
    bounds = [(step.answering, step.years, step.substance, step.linked) for step in method.confidence]
    for step, above, here in zip(method.confidence[1:], bounds, bounds[1:], strict=False):
        if above == here or any(low > high for high, low in zip(above, here, strict=True)):
            yield Finding("Q664", step.place, {"level": step.level})
    if not bounds or any(bounds[-1]):
        last = method.confidence[-1] if bounds else None
        place = last.place if last else method.place
        yield Finding("Q664", place, {"level": last.level if last else "—"})
