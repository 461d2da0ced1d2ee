"""The documents of an assessment as files: equal bytes, whole, private where they are not for the public."""

import shutil
import stat
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.blocks.tree import Document
from builder.load.library import load
from builder.model.library import Content, whole
from builder.workflow.assess.build import build_assessment, papers
from builder.workflow.build import Built
from builder.workflow.files import digest
from builder.workflow.make import WRITERS, Made
from builder.workflow.manifest import read_manifest, write_manifest
from builder.workflow.project import Project
from tests.conftest import ROOT
from tests.kinds.assessment.conftest import PERIOD

NAMES = ("report", "public", "consolidated", "consolidated-public", "extract-mci")


@pytest.fixture(scope="module")
def built(collections: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the period, with the Russian documents as Word files."""
    output = tmp_path_factory.mktemp("output")
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        output,
        formats=("docx",),
        languages=(Language.RU,),
        only=NAMES,
        root=collections,
    )
    assert made.written == tuple(sorted(f"ru/{name}.docx" for name in NAMES))
    return output / "assessment" / PERIOD


def test_the_manifest_lists_every_file(built: Path) -> None:
    entries = read_manifest(built)
    assert set(entries) == {f"ru/{name}.docx" for name in NAMES}
    for path, entry in entries.items():
        assert digest((built / path).read_bytes()) == entry.sha256
        there = f"assessment/{PERIOD}/analysis.yaml" in entry.sources
        assert there == ("consolidated" not in path)
        assert f"assessment/{PERIOD}/period.yaml" in entry.sources
        assert entry.edition == "2024-09-11"
    assert entries["ru/extract-mci.docx"].subject == "mci"


def test_only_the_public_version_may_be_read_by_anybody(built: Path) -> None:
    rights = {name: stat.S_IMODE((built / "ru" / f"{name}.docx").stat().st_mode) for name in NAMES}
    anybody = {"public", "consolidated-public"}
    assert rights == {name: 0o644 if name in anybody else 0o600 for name in NAMES}


def test_the_same_answers_give_the_same_bytes(built: Path, collections: Path, tmp_path: Path) -> None:
    build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("docx", "pdf"),
        languages=(Language.RU,),
        only=("report",),
        root=collections,
    )
    again = tmp_path / "assessment" / PERIOD / "ru"
    assert (again / "report.docx").read_bytes() == (built / "ru" / "report.docx").read_bytes()
    first = (again / "report.pdf").read_bytes()
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("pdf",),
        languages=(Language.RU,),
        only=("report",),
        root=collections,
    )
    assert made.kept == ("ru/report.pdf",)
    assert made.written == ()
    assert (again / "report.pdf").read_bytes() == first
    assert set(read_manifest(tmp_path / "assessment" / PERIOD)) == {"ru/report.docx", "ru/report.pdf"}


PARAGRAPH = ("analysis.yaml", "держится на принуждаемых людях", "держится на людях, которых принуждают")
RECOMMENDATION = ("recommendations.yaml", "Поощрять предприятия к внедрению", "Поощрять предприятия внедрять")
INDICATOR = ("recommendations.yaml", "Число предприятий, принявших", "Количество предприятий, принявших")
SOURCE = ("sources.yaml", "ISBN 978-601-82167-2-5", "ISBN 978-601-82167-2-6")
EVERYWHERE = {"report", "public"}


@pytest.fixture(scope="module")
def copy(collections: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project, its Russian Word files built."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("content", "templates", "assessment"):
        shutil.copytree(ROOT / name, root / name)
    built = russian(Project(root), collections)
    assert set(built.written) == {entry.path for entry in built.entries}
    return Project(root)


def russian(project: Project, collections: Path) -> Built:
    return build_assessment(
        project,
        PERIOD,
        project.root / "output",
        formats=("docx",),
        languages=(Language.RU,),
        root=collections,
    )


@pytest.mark.parametrize(
    ("change", "more"),
    [
        (PARAGRAPH, set()),
        (RECOMMENDATION, {"plan-draft", "extract-mlsp", "extract-labour_inspection", "extract-tourism"}),
        (INDICATOR, {"extract-mlsp", "extract-labour_inspection", "extract-tourism"}),
        (SOURCE, set()),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_change_rebuilds_the_documents_that_it_concerns(
    copy: Project,
    collections: Path,
    change: tuple[str, str, str],
    more: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing else is even set: the writer is not asked for it."""
    name, old, new = change
    path = copy.assessments / PERIOD / name
    before = path.read_text("utf-8")
    assert before.count(old) in (1, 2)
    written: list[str] = []
    writer = WRITERS["docx"]

    def noting(tree: Document, templates: Path, moment: datetime) -> Made:
        written.append(tree.name)
        return writer(tree, templates, moment)

    monkeypatch.setitem(WRITERS, "docx", noting)
    try:
        path.write_text(before.replace(old, new), "utf-8")
        built = russian(copy, collections)
        assert set(written) == EVERYWHERE | more
        assert {Path(file).stem for file in built.written} == EVERYWHERE | more
        assert {entry.path for entry in built.entries} == {*built.written, *built.kept}
    finally:
        path.write_text(before, "utf-8")
        russian(copy, collections)


def test_an_unchanged_assessment_sets_no_page(
    copy: Project, collections: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_tree: Document, _templates: Path, _moment: datetime) -> Made:
        raise AssertionError

    monkeypatch.setitem(WRITERS, "docx", never)
    built = russian(copy, collections)
    assert built.written == ()
    assert len(built.kept) == len(papers(copy_content(copy)))


def test_a_file_that_was_removed_is_made_again(copy: Project, collections: Path) -> None:
    gone = copy.root / "output" / "assessment" / PERIOD / "ru" / "cover.docx"
    before = gone.read_bytes()
    gone.unlink()
    assert russian(copy, collections).written == ("ru/cover.docx",)
    assert gone.read_bytes() == before


def test_documents_that_are_no_more_are_removed(copy: Project, collections: Path) -> None:
    """Those that a manifest knows and nobody has changed."""
    folder = copy.root / "output" / "assessment" / PERIOD
    known = read_manifest(folder)
    cover = known["ru/cover.docx"]
    for name in ("progress-2019-15", "mine"):
        (folder / "ru" / f"{name}.docx").write_bytes((folder / cover.path).read_bytes())
    (folder / "ru" / "changed.docx").write_bytes(b"changed")
    old = [replace(cover, path=f"ru/{name}.docx") for name in ("progress-2019-15", "changed")]
    write_manifest(folder, (*known.values(), *old))
    assert russian(copy, collections).removed == ("ru/progress-2019-15.docx",)
    assert not (folder / "ru" / "progress-2019-15.docx").exists()
    assert (folder / "ru" / "changed.docx").exists()
    assert (folder / "ru" / "mine.docx").exists()
    assert set(read_manifest(folder)) == set(known)


def copy_content(project: Project) -> Content:
    found = whole(load(project.content).library)
    assert found is not None
    return found


def test_what_a_person_changed_is_kept_aside(collections: Path, tmp_path: Path) -> None:
    target = tmp_path / "assessment" / PERIOD / "ru" / "extract-mci.docx"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"mine")
    made = build_assessment(
        Project(ROOT),
        PERIOD,
        tmp_path,
        formats=("docx",),
        languages=(Language.RU,),
        only=("extract-mci",),
        root=collections,
    )
    assert "Q920" in [finding.code for finding in made.findings]
    assert target.with_name("extract-mci.edited-1.docx").read_bytes() == b"mine"
    assert target.read_bytes() != b"mine"


def test_an_unknown_document_is_told_of(collections: Path, tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as caught:
        build_assessment(Project(ROOT), PERIOD, tmp_path, only=("extract-nobody",), root=collections)
    assert [finding.code for finding in caught.value.findings] == ["Q906"]
    assert not list(tmp_path.rglob("*.docx"))


def test_years_without_answers_make_no_report(tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as caught:
        build_assessment(Project(ROOT), PERIOD, tmp_path, root=tmp_path / "nothing")
    assert [finding.code for finding in caught.value.findings] == ["Q952"]


def test_every_subject_with_a_profile_gets_an_extract(content: Content) -> None:
    names = [paper.name for paper in papers(content)]
    assert len(names) == len(set(names))
    assert {
        "report",
        "public",
        "consolidated",
        "consolidated-public",
        "extract-mia",
        "extract-ngo",
        "extract-io",
    } <= set(names)
