"""Opening a collection for 100, 500 and 5,000 respondents: documents per second, peak memory, cost of each.

`python -m benchmarks.collect_open 100 500` takes other numbers. The registry is synthetic and says so: bodies
that exist nowhere, spread evenly over the sections and regions.
"""

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from benchmarks.memory import Peak, Watch
from builder.model.registry import Respondent, Words
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import open_collection
from builder.workflow.project import find

SIZES = (100, 500, 5000)
JOBS = 2
DAY = date(2027, 1, 29)
SECTIONS = range(2, 17)
REGIONS = ("abai", "akmola", "north_kazakhstan", "astana", "shymkent", None)


@dataclass(frozen=True)
class Result:
    """Seconds of one run, documents written, megabytes on the disk."""

    seconds: float
    documents: int
    disk: float


def synthetic(count: int) -> tuple[Respondent, ...]:
    """Respondents that exist nowhere; names of the usual length."""
    return tuple(
        Respondent(
            id=f"synthetic-{number:05}",
            subject="mia",
            section=SECTIONS[number % len(SECTIONS)],
            name=Words(
                f"Өлшеуге арналған № {number} синтетикалық орган, ол ешбір өңірде жоқ",
                f"Синтетический орган № {number} для измерения, которого нет ни в одном регионе",
            ),
            addressee=Words(
                f"№ {number} синтетикалық органның басшысына",
                f"Руководителю синтетического органа № {number}",
            ),
            region=REGIONS[number % len(REGIONS)],
        )
        for number in range(1, count + 1)
    )


def run(count: int, folder: Path) -> Result:
    """One run in this process and its workers."""
    begun = time.perf_counter()
    project = find(Path(__file__).parent)
    opened = open_collection(project, 2026, Folder(folder), day=DAY, asked=synthetic(count), jobs=JOBS)
    seconds = time.perf_counter() - begun
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Result(seconds, len(opened.written), disk / 2**20)


def measured(sizes: tuple[int, ...] = SIZES) -> None:
    print(f"(d) `qagida collect open`, synthetic registry, {JOBS} workers. Each respondent gets, in Kazakh")
    print("    and in Russian, a letter (DOCX, PDF) and a form (DOCX, PDF, XLSX): 10 documents; each section")
    print("    an XLSForm. A second run finds everything up to date, each file read and compared.")
    print("    Memory: all processes together, pages that they share counted once (PSS); the sum counts")
    print("    them in every process (RSS).")
    for size in sizes:
        with TemporaryDirectory() as folder:
            first, second = (_in_own_process(size, Path(folder) / "2026") for _ in range(2))
        _told(size, first, second)


@dataclass(frozen=True)
class Seen:
    """A run as seen from outside: what it says, seconds of processors, memory."""

    result: Result
    cpu: float
    peak: Peak


def _told(size: int, first: Seen, second: Seen) -> None:
    assert second.result.documents == 0
    made = first.result
    wall, cpu = (1000 * seconds / made.documents for seconds in (made.seconds, first.cpu))
    print(
        f"  {size:6} respondents {made.documents:6} documents in {made.seconds:7.1f} s:"
        f" {made.documents / made.seconds:6.1f} documents/s, {wall:5.1f} ms each ({cpu:5.1f} ms of CPU)"
    )
    print(
        f"         peak memory {first.peak.shared_fairly:.0f} MB together"
        f" (sum {first.peak.sum_of_processes:.0f} MB, largest process {first.peak.largest_process:.0f} MB);"
        f" {made.disk:.0f} MB on disk; second run {second.result.seconds:.1f} s",
        flush=True,
    )


def _in_own_process(size: int, folder: Path) -> Seen:
    before = getrusage(RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "benchmarks.collect_open", "--one", str(size), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        watch = Watch(process.pid)
        told = process.communicate()[0]
        peak = watch.stop()
    if process.returncode:
        raise SystemExit(process.returncode)
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Seen(Result(**json.loads(told)), cpu, peak)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(asdict(run(int(sys.argv[2]), Path(sys.argv[3])))))
    else:
        measured(tuple(map(int, sys.argv[1:])) or SIZES)
