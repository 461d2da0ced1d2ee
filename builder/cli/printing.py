"""Findings, tables and progress, printed for a person."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from builder.base.catalogue import message, severity
from builder.base.finding import Finding
from builder.base.language import Language
from builder.cli.words import say

if TYPE_CHECKING:
    from builder.workflow.workers import Report

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def finding_line(finding: Finding, language: Language) -> str:
    """`path:line:column: CODE: what is wrong, why it matters, what to do`."""
    level = say(language, severity(finding.code).value)
    return f"{finding.place}: {finding.code} ({level}): {message(finding, language)}"


def print_findings(findings: Iterable[Finding], language: Language, stream: TextIO) -> None:
    for finding in findings:
        print(finding_line(finding, language), file=stream)


def findings_json(findings: Iterable[Finding], language: Language) -> str:
    """Findings for editors: place, code, severity, message, raw data."""
    import json

    listed = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "code": finding.code,
            "severity": severity(finding.code).value,
            "message": message(finding, language),
            "data": dict(finding.data),
        }
        for finding in findings
    ]
    return json.dumps({"findings": listed}, ensure_ascii=False, indent=1)


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns in the width they need; numbers to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    print("  ".join(word.ljust(width) for word, width in zip(header, widths, strict=True)).rstrip())
    print("  ".join("-" * width for width in widths))
    for row in cells:
        print("  ".join(_aligned(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _aligned(cell: str, width: int) -> str:
    return cell.rjust(width) if cell.isdigit() else cell.ljust(width)


@contextmanager
def progress(language: Language) -> Iterator["Report"]:
    """A bar on a terminal once work takes longer than a second; plain lines otherwise."""
    if sys.stderr.isatty():
        with _bar(language) as report:
            yield report
    else:
        yield _plain(language)


def _plain(language: Language) -> "Report":
    last = time.monotonic()

    def report(done: int, total: int, path: str) -> None:
        nonlocal last
        if done == total or time.monotonic() - last >= PATIENCE:
            last = time.monotonic()
            print(say(language, "built_file", done=done, total=total, path=path), file=sys.stderr)

    return report


@contextmanager
def _bar(language: Language) -> Iterator["Report"]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # a thread of its own would not survive the forking of workers
    )
    task = bar.add_task(say(language, "building"), total=None)
    begun = time.monotonic()
    shown = False

    def report(done: int, total: int, _path: str) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun >= PATIENCE:
            bar.start()
            shown = True
        bar.update(task, completed=done, total=total, refresh=shown)

    try:
        yield report
    finally:
        if shown:
            bar.stop()
