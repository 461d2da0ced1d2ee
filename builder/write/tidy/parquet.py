"""Parquet for programs that analyse data; the library is an extra (`qagida[parquet]`)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

from builder.base.finding import Finding, QagidaError
from builder.base.place import NOWHERE, Place
from builder.write.tidy.shape import Column, Row, Sheet, Sort, Value

PLACES = 16
"""Decimal places of a number; one that needs more is refused rather than rounded (Q905)."""
_DIGITS = 38
_BATCH = 20_000


def library() -> Any:
    """The library, or Q928 where it is not installed."""
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise QagidaError(Finding("Q928", NOWHERE)) from error


def write(stream: BinaryIO, sheet: Sheet) -> int:
    """The number of rows; numbers are decimals, moments are in UTC."""
    arrow = library()
    schema = arrow.schema([(column.name, _type(arrow, column.sort)) for column in sheet.columns])
    count = 0
    with arrow.parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(iter(sheet.rows)):
            count += len(batch)
            arrays = [
                arrow.array([_fit(row[place], column) for row in batch], schema.field(place).type)
                for place, column in enumerate(sheet.columns)
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
    return count


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _type(arrow: Any, sort: Sort) -> Any:
    return {
        Sort.TEXT: arrow.string(),
        Sort.WHOLE: arrow.int64(),
        Sort.NUMBER: arrow.decimal128(_DIGITS, PLACES),
        Sort.DAY: arrow.date32(),
        Sort.MOMENT: arrow.timestamp("s", tz="UTC"),
        Sort.FLAG: arrow.bool_(),
    }[sort]


def _fit(value: Value, column: Column) -> Value:
    match value:
        case Decimal():
            return _exact(value, column)
        case datetime():
            return value.astimezone(UTC)
        case _:
            return value


def _exact(value: Decimal, column: Column) -> Decimal:
    places = -int(value.as_tuple().exponent)
    if places > PLACES or value.adjusted() >= _DIGITS - PLACES:
        reason = {"reason": "number too long"}
        raise QagidaError(Finding("Q905", Place("-", at=column.name), reason))
    return value
