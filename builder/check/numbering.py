"""Points, subpoints, chapters, items, options and fields count on from 1, each number once."""

import re
from collections.abc import Iterable, Iterator

from builder.base import ids
from builder.base.finding import Finding
from builder.check.register import Register, register_of
from builder.check.series import Numbered, sop_series
from builder.model.act import Point
from builder.model.library import Library
from builder.model.questionnaire import Item, Section

_SECTION_FILE = re.compile(r"section-(\d+)\.yaml$")


def check_numbering(library: Library) -> Iterable[Finding]:
    register = register_of(library)
    for series in _series(library):
        yield from _gaps(series, register)
    for file in library.sections:
        yield from _section_number(file.section)
        yield from _option_codes(file.section)


def _gaps(series: Iterable[Numbered], register: Register) -> Iterator[Finding]:
    """After a slip the series may go on from the number given or from the number due."""
    due, last, seen = 1, 0, set[int]()
    for number, place, node in series:
        if number in seen:
            yield Finding("Q402", place, {"number": str(number)})
            due += 1
        else:
            if number not in (due, last + 1) and not register.lists(node):
                yield Finding("Q401", place, {"expected": str(due), "found": str(number)})
            due = number + 1
        seen.add(number)
        last = number


def _series(library: Library) -> Iterator[Iterable[Numbered]]:
    if library.order is not None:
        yield from _points("order", library.order.order.points)
    if library.rules is not None:
        rules = library.rules.rules
        yield ((chapter.number, chapter.place, ids.chapter(chapter.number)) for chapter in rules.chapters)
        yield from _points("rules", rules.points)
    for file in library.sections:
        section = file.section
        yield ((item.number, item.place, ids.item(section.number, item.number)) for item in section.items)
        for item in section.items:
            yield _options(section.number, item)
            yield (
                (field.code, field.place, ids.field(section.number, item.number, field.code))
                for field in item.fields
            )
    yield from sop_series(library)


def _points(act: str, points: tuple[Point, ...]) -> Iterator[Iterable[Numbered]]:
    yield ((point.number, point.place, ids.point(act, point.number)) for point in points)
    for point in points:
        yield [
            (sub.number, sub.place, ids.subpoint(act, point.number, sub.number)) for sub in point.subpoints
        ]


def _options(section: int, item: Item) -> Iterator[Numbered]:
    for position, line in enumerate(item.lines, 1):
        if line.number is not None:
            yield line.number, line.place, ids.line(section, item.number, position)


def _section_number(section: Section) -> Iterator[Finding]:
    """The file is named after its section."""
    match = _SECTION_FILE.search(section.place.path)
    if match and int(match[1]) != section.number:
        data = {"expected": str(int(match[1])), "found": str(section.number)}
        yield Finding("Q401", section.place, data)


def _option_codes(section: Section) -> Iterator[Finding]:
    """The field of a numbered option bears the number of the option."""
    for item in section.items:
        for line in item.lines:
            if line.number is not None and len(line.fields) == 1 and line.fields[0].code != line.number:
                data = {"expected": str(line.number), "found": str(line.fields[0].code)}
                yield Finding("Q401", line.fields[0].place, data)
