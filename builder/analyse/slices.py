"""Breakdowns over the years: one series for each category, and for each name that respondents wrote."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.analyse.adding import added, is_number
from builder.analyse.bodies import Body, bodies
from builder.analyse.plan import Rows, Same
from builder.analyse.series import Asked, series, series_of
from builder.base import ids
from builder.base.language import LAW_LANGUAGES
from builder.model.answers import Value
from builder.model.cells import cells
from builder.model.evidence import Evidence, Slice, Year
from builder.model.library import Content
from builder.model.questionnaire import Breakdown, Field, FieldKind
from builder.model.tables import folded


def slices(content: Content, evidence: Evidence, code: str) -> tuple[Slice, ...]:
    """All breakdowns of a field (`2.8.1`) or a distribution (`3.1.9`), category by category.

    Names of respondents' own are joined where they are the same but for case and spaces; a row that repeats
    the total is left out. A LookupError where the code is no field.
    """
    return _slices(Same(content), Same(evidence), code)


@lru_cache(maxsize=1024)
def _slices(content: Same[Content], evidence: Same[Evidence], code: str) -> tuple[Slice, ...]:
    section, item, field = _field(content.it, code)
    made: list[Slice] = []
    for position, (breakdown, group) in enumerate(
        cells(section, item, field, content.it.breakdowns).groups, 1
    ):
        split = code if field.kind is FieldKind.DISTRIBUTION else f"{code}.{position}"
        if breakdown.open:
            asked = Asked(split, section, field.unit)
            made.extend(_named(content.it, evidence.it, asked, breakdown))
            continue
        for cell in group:
            category = "" if cell.category is None else cell.category.id
            made.append(Slice(breakdown.id, split, category, "", series(content.it, evidence.it, cell.code)))
    return tuple(made)


def _field(content: Content, code: str) -> tuple[int, int, Field]:
    for section in content.sections:
        for item in section.items:
            for field in item.fields:
                if ids.code(section.number, item.number, field.code) == code:
                    return section.number, item.number, field
    raise LookupError(code)


@dataclass(frozen=True, slots=True)
class _Written:
    """Names of one split, each known by its key: how they were spelt, and what each body gave to them."""

    spelt: Mapping[str, Counter[str]]
    given: Mapping[tuple[int, str], Mapping[str, Value]]

    def name(self, key: str) -> str:
        """As most bodies wrote it."""
        spellings = self.spelt[key]
        return min(spellings, key=lambda words: (-spellings[words], words))

    def value(self, year: Year, body: Body, key: str) -> Value | None:
        return self.given[year.number, body.respondent.id].get(key)


def _named(content: Content, evidence: Evidence, asked: Asked, breakdown: Breakdown) -> Iterator[Slice]:
    written = _written(content, evidence, asked, breakdown)
    for key in sorted(written.spelt):

        def read(year: Year, body: Body, key: str = key) -> Value | None:
            return written.value(year, body, key)

        yield Slice(breakdown.id, asked.code, "", written.name(key), series_of(evidence, asked, read))


def _written(content: Content, evidence: Evidence, asked: Asked, breakdown: Breakdown) -> _Written:
    """The rows of every body, read once."""
    rows = Rows(asked.code, breakdown.rows, {"": 2})
    totals = tuple(start for language in LAW_LANGUAGES for start in content.answer_checks.totals[language])
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    given: dict[tuple[int, str], dict[str, Value]] = {}
    for year in evidence.years:
        for body in bodies(year, asked.section):
            values: dict[str, list[Value]] = defaultdict(list)
            for words, value in _rows(body, rows):
                key = folded(words)
                if not key.startswith(totals):
                    spelt[key][words] += 1
                    values[key].append(value)
            given[year.number, body.respondent.id] = {key: added(parts) for key, parts in values.items()}
    return _Written(spelt, given)


def _rows(body: Body, rows: Rows) -> Iterator[tuple[str, Value]]:
    """Names, spaces put in order, with numbers, as one body wrote them."""
    for row in rows.rows(body.given):
        name, value = body.given.get(rows.cell(row, 1)), body.given.get(rows.cell(row, 2))
        if name is not None and value is not None and is_number(value):
            yield " ".join(name.raw.split()), value
