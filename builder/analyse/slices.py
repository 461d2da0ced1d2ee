"""Breakdowns over the years: one series for each category, and for each name that respondents wrote."""

from collections import Counter
from collections.abc import Iterator

from builder.analyse.adding import added, is_number
from builder.analyse.bodies import Body, bodies
from builder.analyse.plan import Rows
from builder.analyse.series import Asked, series, series_of
from builder.base import ids
from builder.base.language import LAW_LANGUAGES
from builder.model.answers import Value
from builder.model.cells import cells
from builder.model.evidence import Evidence, Slice
from builder.model.library import Content
from builder.model.questionnaire import Breakdown, Field, FieldKind


def slices(content: Content, evidence: Evidence, code: str) -> tuple[Slice, ...]:
    """All breakdowns of a field (`2.8.1`) or a distribution (`3.1.9`), category by category.

    Names of respondents' own are joined where they are the same but for case and spaces; a row that repeats
    the total is left out. A LookupError where the code is no field.
    """
    section, item, field = _field(content, code)
    made: list[Slice] = []
    for position, (breakdown, group) in enumerate(cells(section, item, field, content.breakdowns).groups, 1):
        split = code if field.kind is FieldKind.DISTRIBUTION else f"{code}.{position}"
        if breakdown.open:
            made.extend(_named(content, evidence, Asked(split, section, field.unit), breakdown))
            continue
        for cell in group:
            category = "" if cell.category is None else cell.category.id
            made.append(Slice(breakdown.id, split, category, "", series(content, evidence, cell.code)))
    return tuple(made)


def _field(content: Content, code: str) -> tuple[int, int, Field]:
    for section in content.sections:
        for item in section.items:
            for field in item.fields:
                if ids.code(section.number, item.number, field.code) == code:
                    return section.number, item.number, field
    raise LookupError(code)


def _named(content: Content, evidence: Evidence, asked: Asked, breakdown: Breakdown) -> Iterator[Slice]:
    rows = Rows(asked.code, breakdown.rows, {"": 2})
    every = (body for year in evidence.years for body in bodies(year, asked.section))
    spelt: dict[str, Counter[str]] = {}
    for body in every:
        for words, _ in _rows(content, body, rows):
            spelt.setdefault(_key(words), Counter())[words] += 1
    for key in sorted(spelt):

        def read(body: Body, key: str = key) -> Value | None:
            values = [value for words, value in _rows(content, body, rows) if _key(words) == key]
            return added(values) if values else None

        name = min(spelt[key], key=lambda words: (-spelt[key][words], words))
        found = series_of(evidence, asked, read)
        yield Slice(breakdown.id, asked.code, "", name, found)


def _rows(content: Content, body: Body, rows: Rows) -> Iterator[tuple[str, Value]]:
    """Names with numbers, as one body wrote them."""
    for row in rows.rows(body.given):
        name, value = body.given.get(rows.cell(row, 1)), body.given.get(rows.cell(row, 2))
        if name is None or value is None or not is_number(value) or _repeats_total(content, name.raw):
            continue
        yield " ".join(name.raw.split()), value


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _repeats_total(content: Content, words: str) -> bool:
    totals = content.answer_checks.totals
    return any(_key(words).startswith(start) for language in LAW_LANGUAGES for start in totals[language])
