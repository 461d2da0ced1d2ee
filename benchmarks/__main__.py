"""`make bench`: every figure from this one run; only the ratios mean something on another machine."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import assess, baseline, collect_open, collect_receive, disclosure, engines
from benchmarks.measure import Cost, Stages, of_command
from benchmarks.produced import produced
from builder.base.place import NOWHERE
from builder.blocks.tree import Document, controls
from builder.check.all import check
from builder.compose.kinds import requests
from builder.compose.request import Request
from builder.load.library import load
from builder.model.library import Content, whole
from builder.workflow.make import tree_of
from builder.workflow.project import Project, created, find
from builder.write.docx.writer import write as write_docx
from builder.write.pdf.compiler import compile_pdf, families
from builder.write.pdf.encode import encode
from builder.write.pdf.finish import finish
from builder.write.pdf.typing_font import typing_font

PYTHON = sys.executable
RUNS = 3
KINDS = ("order", "questionnaire", "sop", "role", "profile", "plan")
"""Kinds that exist in Word and PDF alike; memos have leaflets and pages that the baseline cannot make."""


def main() -> None:
    project = find(Path(__file__).parent)
    content = whole(load(project.content).library)
    assert content is not None
    documents = tuple(tree_of(content, request) for request in _requests(content))
    print(f"{len(documents)} documents, each as DOCX and PDF\n")
    ours = _built(project)
    alone = _built(project, "--jobs", "1")
    _against_office(documents, project, content, ours)
    _against_engines(documents, project, content, alone)
    _check(project)
    _where_time_goes(project, content)
    collect_open.measured()
    collect_receive.main()
    assess.main()
    disclosure.main()


def _requests(content: Content) -> tuple[Request, ...]:
    return tuple(request for request in requests(content) if request.kind in KINDS)


def _build(project: Project, folder: Path, *options: str) -> Cost:
    """A whole `qagida build` into a folder, interpreter start included."""
    command = [PYTHON, "-m", "builder.cli", "build", "--project", str(project.root), "--out", str(folder)]
    command += [word for kind in KINDS for word in ("--kind", kind)]
    return of_command([*command, *options])


def _built(project: Project, *options: str) -> Cost:
    """The best of several builds, each into an empty folder."""
    costs = []
    for _ in range(RUNS):
        with TemporaryDirectory() as folder:
            costs.append(_build(project, Path(folder), *options))
    return _best(costs)


def _best(costs: list[Cost]) -> Cost:
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))


def _line(name: str, cost: Cost) -> None:
    print(f"  {name:58} {cost.wall:7.2f} s wall {cost.cpu:7.2f} s CPU")


def _against_office(documents: tuple[Document, ...], project: Project, content: Content, ours: Cost) -> None:
    moment, shells = created(content), project.templates / "docx"
    written = [write_docx(document, shells, moment) for document in documents]
    with TemporaryDirectory() as folder:
        theirs, made = Path(folder) / "theirs", Path(folder) / "ours"
        theirs.mkdir()
        filling, converting = baseline.build(documents, written, shells, theirs)
        _build(project, made)
        print("(a) docxtpl templates and LibreOffice, one batch call, against `qagida build`, default jobs")
        print(
            f"  Word files of both have the same words and content controls in all {len(documents)} documents"
        )
        print(f"  docxtpl and LibreOffice: {produced(theirs)}")
        print(f"  qagida build:            {produced(made)}")
    usual = filling + converting
    _line("docxtpl", filling)
    _line("LibreOffice", converting)
    _line("qagida build", ours)
    print(f"  times faster: {usual.wall / ours.wall:.1f} in wall, {usual.cpu / ours.cpu:.1f} in CPU\n")


def _against_engines(documents: tuple[Document, ...], project: Project, content: Content, ours: Cost) -> None:
    moment = created(content)
    shared = engines.typst(documents, project.templates, moment, alone=False)
    alone = engines.typst(documents, project.templates, moment, alone=True)
    zipping = engines.zipping(documents, project.templates, moment)
    print("(b) the bare engines on the same sources against `qagida build --jobs 1`, start included")
    _line("Typst, fonts loaded, each document by itself", alone)
    _line("Typst, fonts loaded, shared sections remembered", shared)
    _line("zip of the finished XML", zipping)
    _line("qagida build --jobs 1", ours)
    for name, typst in (("by itself", alone), ("remembered", shared)):
        bare = typst + zipping
        wall, cpu = ours.wall / bare.wall, ours.cpu / bare.cpu
        print(f"  times the engines, {name}: {wall:.2f} in wall, {cpu:.2f} in CPU")
    print()


def _check(project: Project) -> None:
    command = [PYTHON, "-m", "builder.cli", "check", "--project", str(project.root)]
    cost = _best([of_command(command) for _ in range(RUNS)])
    print("(c) `qagida check` of all content, interpreter start included")
    _line("qagida check", cost)
    print()


def _where_time_goes(project: Project, content: Content) -> None:
    """CPU time by stage in one process, engines warm."""
    stages = Stages()
    moment = created(content)
    with stages.stage("load YAML"):
        library = load(project.content).library
    with stages.stage("check"):
        check(library)
    known = families(project.templates)
    font = typing_font(project.templates)
    for request in _requests(content):
        with stages.stage("compose and arrange"):
            tree = tree_of(content, request)
        with stages.stage("Word: XML and zip"):
            write_docx(tree, project.templates / "docx", moment)
        with stages.stage("PDF: encode for Typst"):
            data = encode(tree, known, project.templates / "fonts")
        with stages.stage("PDF: Typst"):
            bare = compile_pdf(data, project.templates, moment, NOWHERE)
        with stages.stage("PDF: fields, tags, metadata"):
            finish(bare, tree, font if any(controls(tree.blocks)) else None)
    seconds = stages.seconds
    total = sum(seconds.values())
    print("Where the CPU time goes, one process")
    for name, value in sorted(seconds.items(), key=lambda pair: -pair[1]):
        print(f"  {name:58} {value:7.2f} s {100 * value / total:5.1f} %")


if __name__ == "__main__":
    main()
