"""Tables of one export put together: lists that have tables of their own get back into their submissions.

KoboToolbox gives a workbook with a sheet for each list (`_index`, `_parent_index`), ODK Central an archive
with a file for each (`KEY`, `PARENT_KEY`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.base.survey_names import list_code
from builder.read.survey.columns import column, numbered
from builder.read.survey.shapes import Submission, Table

_LINKS = (
    ("parent_key", "key"),
    ("_submission__uuid", "_uuid"),
    ("_submission__id", "_id"),
    ("_parent_index", "_index"),
)
"""Headings by which a row of a list names its submission, those that are unique everywhere first."""
_PARENTS = frozenset({child for child, _ in _LINKS} | {"_parent_table_name"})
_POSITION = re.compile(r"\[([0-9]{1,4})\]$")
_ENOUGH = 3
"""Headings that must be known before a sheet passes for a table of an export."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Rows of a list whose submission is not among the tables."""

    table: str
    rows: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Submissions in order, with the rows of their lists.

    `lists` are the codes of the lists that the headings speak of.
    """

    submissions: tuple[Submission, ...]
    lost: tuple[Lost, ...]
    lists: frozenset[str]


def is_list(table: Table) -> bool:
    """Whether the rows of a table belong to those of another."""
    return any(table.column(heading) is not None for heading in _PARENTS)


def is_survey(table: Table) -> bool:
    """Whether this is a table of an export of ours and not anything else that has rows."""
    known = [column(heading) for heading in table.headings if heading.strip()]
    ours = sum(bool(one.code) or one.form_id or one.version for one in known)
    return ours > 0 and ours + sum(one.server for one in known) >= _ENOUGH


def join(tables: Sequence[Table]) -> Joined:
    """Every table of submissions, and the tables of lists beside them."""
    mains = [table for table in tables if not is_list(table)]
    extra: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    lost: list[Lost] = []
    for table in tables:
        if is_list(table):
            missing = _place(table, mains, extra)
            if missing:
                lost.append(Lost(table.name, missing))
    submissions = tuple(
        {**table.submission(row), **extra.get((number, row), {})}
        for number, table in enumerate(mains)
        for row in table.filled()
    )
    return Joined(submissions, tuple(lost), frozenset(_lists(tables)))


def _lists(tables: Sequence[Table]) -> Iterator[str]:
    """Codes of the lists that the headings speak of."""
    for table in tables:
        for heading in table.headings:
            code = column(heading).code
            if ".n." in code:
                yield list_code(code)


def _place(table: Table, mains: Sequence[Table], extra: dict[tuple[int, int], dict[str, str]]) -> int:
    """Puts the rows of a list beside their submissions; how many have none."""
    found = _parent(table, mains)
    if found is None:
        return sum(1 for _ in table.filled())
    number, rows, keys = found
    counted: Counter[int] = Counter()
    key = table.column("key")
    missing = 0
    for row in table.filled():
        parent = rows.get(_submission(table.cell(row, keys), rows))
        if parent is None:
            missing += 1
            continue
        counted[parent] += 1
        position = _POSITION.search(table.cell(row, key)) if key is not None else None
        place = int(position[1]) if position is not None else counted[parent]
        for heading, words in table.submission(row).items():
            if not column(heading).server:
                extra[number, parent][numbered(heading, place)] = words
    return missing


def _submission(key: str, rows: Mapping[str, int]) -> str:
    """The key of a submission; of a list inside a list it is the beginning of its key."""
    return key if key in rows else key.partition("/")[0]


def _parent(table: Table, mains: Sequence[Table]) -> tuple[int, Mapping[str, int], int] | None:
    """The table of submissions that a list belongs to: its number, its rows by key, the column of the keys.

    None when none fits, or several fit equally.
    """
    for child, parent in _LINKS:
        keys = table.column(child)
        if keys is None:
            continue
        best: list[tuple[int, bool, int, Mapping[str, int]]] = []
        for number, main in enumerate(mains):
            rows = _rows(main, parent)
            met = sum(_submission(table.cell(row, keys), rows) in rows for row in table.filled())
            if met:
                best.append((met, _named_after(table, main), number, rows))
        best.sort(key=lambda one: one[:2], reverse=True)
        if best and (len(best) == 1 or best[0][:2] != best[1][:2]):
            return best[0][2], best[0][3], keys
    return None


def _named_after(table: Table, main: Table) -> bool:
    """`Form-list.csv` is a list of `Form.csv`."""
    return table.name.startswith(main.name.removesuffix(".csv") + "-")


def _rows(main: Table, heading: str) -> dict[str, int]:
    """Rows of submissions by a key; a key that stands twice leads nowhere."""
    keys = main.column(heading)
    if keys is None:
        return {}
    found = [(main.cell(row, keys), row) for row in main.filled()]
    counted = Counter(key for key, _ in found)
    return {key: row for key, row in found if key and counted[key] == 1}
