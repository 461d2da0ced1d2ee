"""A table on its way into a file: columns of one kind each, rows as they come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

Value = str | int | bool | Decimal | date | datetime | None
Row = tuple[Value, ...]


class Sort(StrEnum):
    """What a column holds; a number keeps every digit."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its machine name."""

    name: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table; rows have the values of the columns in order."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
