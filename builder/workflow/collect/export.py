"""`collect export`: all answers that count as one tidy table, and a codebook beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from builder.base.finding import Finding
from builder.base.language import Language
from builder.base.place import Place
from builder.model.answers import How, ValueKind
from builder.model.library import Content
from builder.model.text import Text
from builder.store.store import Store
from builder.workflow.collect.beside import Origin, beside_sheet
from builder.workflow.collect.codebook import codebook, codes_sheet
from builder.workflow.collect.tidy import COLUMNS, tidy
from builder.workflow.files import PRIVATE, whole_file
from builder.write.tidy import csv, parquet, xlsx
from builder.write.tidy.shape import Column, Row, Sheet

Writer = Callable[[BinaryIO, Sheet], int]


@dataclass(frozen=True, slots=True)
class Exported:
    """Files written, rows of the table of answers, and findings (Q934)."""

    files: tuple[Path, ...]
    rows: int
    findings: tuple[Finding, ...] = ()


def export(content: Content, store: Store, target: Path, form: str) -> Exported:
    """Writes the answers that count, as they are at one moment, to `target` in a format: csv, xlsx, parquet.

    What came beside the answers, the codebook and the meaning of columns are sheets of a workbook, and
    otherwise CSV files beside the table. Files are private, whole or not there. Raises QagidaError: Q905,
    Q928, and what the store says.
    """
    if form == "parquet":
        parquet.library()
    book = codebook(content)
    with store.snapshot():
        counted = _Counted(tidy(content, store, book).sheet())
        if form == "xlsx":
            sheets = (beside_sheet(content, store, book), codes_sheet(book), guide_sheet(content))
            with whole_file(target, PRIVATE) as stream:
                shortened = xlsx.write(stream, counted.sheet(), *sheets)
            return Exported((target,), counted.rows, _shortened(target, shortened))
        writers: Mapping[str, Writer] = {"csv": csv.write, "parquet": parquet.write}
        with whole_file(target, PRIVATE) as stream:
            writers[form](stream, counted.sheet())
        aside = target.with_name(f"{target.stem}.beside.csv")
        with whole_file(aside, PRIVATE) as stream:
            csv.write(stream, beside_sheet(content, store, book))
    guides = (
        (target.with_name(f"{target.stem}.codes.csv"), codes_sheet(book)),
        (target.with_name(f"{target.stem}.columns.csv"), guide_sheet(content)),
    )
    for path, sheet in guides:
        with whole_file(path, PRIVATE) as stream:
            csv.write(stream, sheet)
    return Exported((target, aside, *(path for path, _ in guides)), counted.rows)


class _Counted:
    """Counts the rows of a table on their way."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.rows = 0

    def sheet(self) -> Sheet:
        return Sheet(self._sheet.name, self._sheet.columns, self._passing())

    def _passing(self) -> Iterator[Row]:
        for row in self._sheet.rows:
            self.rows += 1
            yield row


def _shortened(target: Path, count: int) -> tuple[Finding, ...]:
    if not count:
        return ()
    data = {"count": str(count), "limit": str(xlsx.LONGEST - 1)}
    return (Finding("Q934", Place(str(target)), data),)


def guide_sheet(content: Content) -> Sheet:
    """What each column holds, and what the words in `value`, `found` and `origin` mean."""
    columns = (Column("column"), Column("word"), Column("meaning_kk"), Column("meaning_ru"))
    return Sheet("columns", columns, _guide(content))


def _guide(content: Content) -> Iterator[Row]:
    labels = content.labels.labels
    for column in COLUMNS:
        yield _meaning(labels[f"export_{column.name}"], column.name, "")
        if column.name == "value":
            for kind in ValueKind:
                yield _meaning(labels[f"value_{kind}"], column.name, kind.value)
        if column.name == "found":
            for how in How:
                yield _meaning(labels[f"found_{how}"], column.name, how.value)
    yield _meaning(labels["export_origin"], "origin", "")
    for origin in Origin:
        yield _meaning(labels[f"origin_{origin}"], "origin", origin.value)


def _meaning(text: Text, column: str, word: str) -> Row:
    return (column, word, text.plain(Language.KK), text.plain(Language.RU))
