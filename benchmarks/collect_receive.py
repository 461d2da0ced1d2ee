"""Filled Word forms received into a store, against the bare cost of unzipping and parsing the same files.

The forms are made by script with invented figures: real blank forms of every section in both languages,
filled, and copied under as many numbers as there are bodies (invented too). Copies share their pages and
differ in their properties, so each has its own digest and its own respondent.

`python -m benchmarks.collect_receive [COUNT]`
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from benchmarks.measure import Cost, of_call
from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES, Language
from builder.compose.addressed import address, blank
from builder.load.library import load
from builder.model.collection import Collection, Issue
from builder.model.library import Content, whole
from builder.model.questionnaire import FieldKind
from builder.model.registry import Respondent, Words
from builder.ooxml.package import pack, read
from builder.store.store import Store
from builder.workflow.collect.codebook import Entry, codebook
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.receive import Outcome, receive
from builder.workflow.project import Project, created, find
from builder.write.docx.writer import write as write_docx
from examples.filling.docx import fill

COUNT = 10_000
BASES = 300
YEAR = 2026
FILLED = 0.6
"""Share of the answers of a form that are given."""
SECTIONS = range(2, 17)
CUSTOM = "docProps/custom.xml"
_MEGABYTE = 1 << 20


def main(count: int = COUNT) -> None:
    project = find(Path(__file__).parent)
    content = _content(project)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        with _desk(project, content, place, count) as desk:
            making, size = of_call(lambda: _make(desk, place / "in"))
        print(f"(e) {count} filled forms (invented figures, {min(BASES, count)} different ones, "
              f"{size / count / 1024:.0f} KB each) received into one store")  # fmt: skip
        print(f"  made in {making.wall:.0f} s, which is not counted")
        before, parsed = of_call(lambda: _bare(place / "in"))
        ours = _received(place, count)
        after, _ = of_call(lambda: _bare(place / "in"))
        _show(count, Bare(_mean(before, after), parsed), ours, place)


def _mean(one: Cost, two: Cost) -> Cost:
    return Cost((one.wall + two.wall) / 2, (one.cpu + two.cpu) / 2)


@dataclass(frozen=True)
class Bare:
    """The mean of before and after: a machine is not equally quick all the time."""

    cost: Cost
    parts: int


@dataclass(frozen=True)
class Ours:
    """Seconds in the process that receives, its start left out; peak memory in bytes, whole process."""

    cost: Cost
    peak: int
    answers: int


def _show(count: int, bare: Bare, ours: Ours, place: Path) -> None:
    for name, cost in ((f"unzip and parse {bare.parts} parts", bare.cost), ("receive", ours.cost)):
        print(f"  {name:58} {cost.wall:7.2f} s wall {cost.cpu:7.2f} s CPU")
    print(f"  times the bare cost: {ours.cost.cpu / bare.cost.cpu:.2f} in CPU, "
          f"{ours.cost.wall / bare.cost.wall:.2f} in wall")  # fmt: skip
    store = place / str(YEAR) / "answers.sqlite"
    size, peak = store.stat().st_size / _MEGABYTE, ours.peak / _MEGABYTE
    print(f"  forms per second: {count / ours.cost.wall:.0f}; answers: {ours.answers}; "
          f"peak memory: {peak:.0f} MB; store: {size:.0f} MB")  # fmt: skip
    opening, opened = of_call(lambda: Store.open(store))
    opened.close()
    print(f"  opening that store, everything checked: {opening.wall:.2f} s\n")


def _content(project: Project) -> Content:
    content = whole(load(project.content).library)
    assert content is not None
    return content


@contextmanager
def _desk(project: Project, content: Content, place: Path, count: int) -> Iterator[Desk]:
    """A collection of invented bodies."""
    folder = Folder(place / str(YEAR))
    terms = Collection(YEAR, date(YEAR, 11, 1), date(YEAR, 12, 1), "mia", content.provenance.edition)
    with Store.create(folder.store, terms) as store:
        store.add_issues(map(_body, range(1, count + 1)))
        yield Desk(project, folder, content, store)


def _body(number: int) -> Respondent:
    return Respondent(
        f"invented-{number:05}",
        "mia",
        SECTIONS[number % len(SECTIONS)],
        Words(f"Ойдан шығарылған орган {number}", f"Вымышленный орган {number}"),
        Words("Басшыға", "Руководителю"),
    )


def _make(desk: Desk, folder: Path) -> int:
    """Writes a form for every issue; bytes in all."""
    folder.mkdir()
    issues = desk.store.issues()
    bases = [_base(desk, issue, number) for number, issue in enumerate(issues[:BASES])]
    size = 0
    for position, issue in enumerate(issues):
        base = bases[position % len(bases)]
        data = base.numbered(issue)
        (folder / f"{issue.number:05}.docx").write_bytes(data)
        size += len(data)
    return size


@dataclass(frozen=True)
class Base:
    """A filled form without its properties, and those, to be changed."""

    issue: Issue
    language: Language
    package: bytes
    custom: str

    def numbered(self, issue: Issue) -> bytes:
        """The form under another number; all other parts stay compressed as they are."""
        number, other = self.issue.form_id(self.language), issue.form_id(self.language)
        custom = self.custom.replace(str(number), str(other)).replace(
            self.issue.respondent.id, issue.respondent.id
        )
        target = BytesIO(self.package)
        with ZipFile(target, "a", ZIP_DEFLATED) as package:
            package.writestr(CUSTOM, custom)
        return target.getvalue()


def _base(desk: Desk, issue: Issue, number: int) -> Base:
    language = LAW_LANGUAGES[number // len(SECTIONS) % 2]
    section = issue.respondent.section
    tree = address(arrange(blank(desk.content, section, language)), desk.content, issue)
    answers = dict(_answers(desk.content, section, random.Random(number)))
    data = fill(write_docx(tree, desk.project.templates / "docx", created(desk.content)), answers)
    parts = dict(read(data))
    custom = parts.pop(CUSTOM).decode()
    return Base(issue, language, pack(parts), custom)


def _answers(content: Content, section: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    for code, entry in codebook(content).entries.items():
        if entry.section in (1, section) and entry.part and chance.random() < FILLED:
            yield code, _said(entry, chance)


def _said(entry: Entry, chance: random.Random) -> str:
    """What people write, in proportion: mostly plain numbers."""
    match entry.kind:
        case FieldKind.COUNT | FieldKind.MONEY | FieldKind.SHARE | FieldKind.DISTRIBUTION:
            number = chance.randrange(2000)
            return chance.choice([str(number)] * 8 + [f"1 {number % 1000:03}", "≈100", "до 90", "нет данных"])
        case FieldKind.DATE | FieldKind.PERIOD:
            return f"{chance.randrange(1, 29):02}.{chance.randrange(1, 13):02}.{YEAR}"
        case FieldKind.YES_NO:
            return "x"
        case FieldKind.CHOICE:
            return next(iter(entry.options or ()), "")
        case _:
            return f"Вымышленный ответ {chance.randrange(1000)} для измерения, не настоящий."


def _bare(folder: Path) -> int:
    """Reads every member and parses the markup; nothing is kept. Parts parsed."""
    count = 0
    for path in sorted(folder.iterdir()):
        with ZipFile(BytesIO(path.read_bytes())) as package:
            for name in package.namelist():
                data = package.read(name)
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(data)
                    count += 1
    return count


def _received(place: Path, count: int) -> Ours:
    """In a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.collect_receive", str(count), str(place)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall, cpu, peak, answers = done.stdout.split()
    return Ours(Cost(float(wall), float(cpu)), int(peak), int(answers))


def _receive_all(place: Path, count: int) -> None:
    project = find(Path(__file__).parent)
    with _desk(project, _content(project), place, count) as desk:
        begun, cpu = time.perf_counter(), time.process_time()
        received = receive(desk, [place / "in"])
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        assert received.counts == {Outcome.NEW: count}, received.counts
        answers = desk.store.counts()["answer"]
    print(wall, cpu, getrusage(RUSAGE_SELF).ru_maxrss * 1024, answers)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _receive_all(Path(sys.argv[2]), int(sys.argv[1]))
    else:
        main(*map(int, sys.argv[1:2]))
