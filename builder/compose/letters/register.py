"""The register of answers: who answered, who is late, how complete, by section, region and respondent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import assert_never

from builder.base.dates import state_of
from builder.blocks.tree import Block, Heading, Row, Table, TableKind
from builder.compose.items import band, cell, header
from builder.compose.letters import frame
from builder.compose.letters.words import counted_days, percent, told
from builder.compose.voice import Voice, said
from builder.model.status import Reply, Status, Total
from builder.model.status import Row as Standing

_COUNTS = ("asked", "answered", "late", "returned", "waiting", "overdue")
_WIDTHS = (8.0, 2.4, 2.9, 2.7, 2.9, 2.9, 2.6, 2.9)
_ALL_WIDTHS = (1.4, 10.2, 4.2, 5.8, 2.9, 1.9, 3.0)


@dataclass(frozen=True, slots=True)
class Register:
    """The register of a collection on the day of its status."""

    status: Status

    @property
    def name(self) -> str:
        return f"register-{self.status.collection.year}"

    @property
    def day(self) -> date:
        return self.status.day


def title(voice: Voice, register: Register) -> str:
    return told(voice, "register_title", year=register.status.collection.year)


def blocks(voice: Voice, register: Register) -> Iterator[Block]:
    status = register.status
    yield frame.subject(title(voice, register))
    day = state_of(status.day, voice.language)
    yield frame.body(told(voice, "register_day", day=day, due=voice.day(status.collection.due)))
    yield frame.body(
        told(voice, "register_summary", **{name: getattr(status.whole, name) for name in _COUNTS})
    )
    yield frame.body(told(voice, "register_completeness", share=percent(status.whole.completeness)))
    sections = {
        str(part.number): voice.label("section", number=part.number) for part in voice.content.sections
    }
    yield from _totals(voice, "section", status.sections, sections, status.whole)
    yield from _totals(voice, "region", status.regions, _regions(voice), status.whole)
    yield from _respondents(voice, status, sections)


def _regions(voice: Voice) -> Mapping[str, str]:
    named = {region.id: voice.words(region.name) for region in voice.content.regions}
    return {**named, "": told(voice, "register_no_region")}


def _totals(
    voice: Voice, part: str, totals: tuple[Total, ...], names: Mapping[str, str], whole: Total
) -> Iterator[Block]:
    """A table of sums, a row to each section or region, and the whole."""
    words = told(voice, f"register_by_{part}")
    columns = (*(told(voice, f"register_{name}") for name in _COUNTS), told(voice, "register_full"))
    rows = [_sum(names.get(total.key, total.key), total) for total in totals]
    rows.append(_sum(told(voice, "register_total"), whole, bold=True))
    head = header(told(voice, f"register_{part}"), *columns)
    yield Heading(2, said(words))
    yield Table(TableKind.GRID, _WIDTHS, tuple(rows), words, header=(head,))


def _sum(name: str, total: Total, *, bold: bool = False) -> Row:
    figures = (*(str(getattr(total, count)) for count in _COUNTS), percent(total.completeness))
    return Row(tuple(cell(words, bold=bold) for words in (name, *figures)), whole=True)


def _respondents(voice: Voice, status: Status, sections: Mapping[str, str]) -> Iterator[Block]:
    """Every respondent with its state, under the section that it answers."""
    words = told(voice, "register_all")
    keys = ("number", "respondent", "region", "state", "full", "forms", "defects")
    regions = _regions(voice)
    rows: list[Row] = []
    ordered = sorted(enumerate(status.rows, 1), key=lambda pair: pair[1].respondent.section)
    for section, group in groupby(ordered, key=lambda pair: pair[1].respondent.section):
        rows.append(band(sections.get(str(section), str(section)), len(keys)))
        rows.extend(_row(voice, number, row, regions) for number, row in group)
    head = header(*(told(voice, f"register_{key}") for key in keys))
    yield Heading(2, said(words))
    yield Table(TableKind.GRID, _ALL_WIDTHS, tuple(rows), words, header=(head,))


def _row(voice: Voice, number: int, row: Standing, regions: Mapping[str, str]) -> Row:
    region = row.respondent.region
    words = (
        str(number),
        row.respondent.name[voice.language],
        "–" if region is None else regions.get(region, region),
        state(voice, row),
        percent(row.completeness),
        str(row.forms),
        str(row.defects),
    )
    return Row(tuple(map(cell, words)), whole=True)


def state(voice: Voice, row: Standing) -> str:
    """Where a respondent stands, in words."""
    match row.reply:
        case Reply.LATE | Reply.OVERDUE:
            return told(voice, f"state_{row.reply}", days=counted_days(voice, row.days))
        case Reply.ANSWERED | Reply.RETURNED | Reply.WAITING:
            return told(voice, f"state_{row.reply}")
        case _:
            assert_never(row.reply)
