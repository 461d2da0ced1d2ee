"""Every list holds something where the law has something."""

from collections.abc import Iterable, Iterator

from builder.base.finding import Finding
from builder.base.place import Place
from builder.model.act import Point
from builder.model.library import Library

_Filled = tuple[object, str, Place]
"""What a list holds, its key and the place of its owner."""


def check_lists(library: Library) -> Iterable[Finding]:
    for held, key, place in _lists(library):
        if not held:
            yield Finding("Q104", place, {"key": key})


def _lists(library: Library) -> Iterator[_Filled]:
    if library.order is not None:
        order = library.order.order
        yield order.points, "points", order.place
        yield order.numbers, "numbers", order.place
        yield from _paragraphs(order.points)
    if library.rules is not None:
        rules = library.rules.rules
        yield rules.chapters, "chapters", rules.place
        for chapter in rules.chapters:
            yield chapter.points, "points", chapter.place
            yield from _paragraphs(chapter.points)
    if library.questionnaire is not None:
        questionnaire = library.questionnaire.questionnaire
        yield questionnaire.columns, "columns", questionnaire.place
    for file in library.sections:
        yield file.section.items, "items", file.section.place
        for item in file.section.items:
            yield item.indicator, "indicator", item.place
    yield from _of_the_sop(library)


def _of_the_sop(library: Library) -> Iterator[_Filled]:
    if library.indicators is not None:
        for _, lists in library.indicators.kinds():
            for one in lists:
                yield one.entries, "entries", one.place
    for table in library.roles.roles if library.roles is not None else ():
        yield table.functions, "functions", table.place
        for part in table.functions:
            yield part.entries, "entries", part.place
    for memo in library.memos.memos if library.memos is not None else ():
        yield memo.steps, "steps", memo.place
    if library.plan is not None:
        yield library.plan.plan.measures, "measures", library.plan.plan.place


def _paragraphs(points: Iterable[Point]) -> Iterator[_Filled]:
    for point in points:
        yield point.paragraphs, "paragraphs", point.place
