"""Building: complete, equal bytes, nothing rewritten without need, nothing lost when it goes wrong."""

import json
import os
import time
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from builder.base.finding import QagidaError
from builder.workflow.build import Built, build
from builder.workflow.lock import LOCK
from builder.workflow.manifest import MANIFEST
from builder.workflow.project import Project
from builder.workflow.selection import Selection

ONE = Selection(kinds=("questionnaire",), sections=(13,), languages=("kk",))


def _build(project: Project, selection: Selection = ONE, jobs: int = 1) -> Built:
    return build(project, selection, project.output, jobs)


def _codes(error: pytest.ExceptionInfo[QagidaError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_manifest_says_what_was_made(project: Project) -> None:
    built = _build(project)
    assert built.written == ("kk/questionnaire/section-13.docx", "kk/questionnaire/section-13.pdf")
    documents = json.loads((project.output / MANIFEST).read_text("utf-8"))["documents"]
    pdf = next(item for item in documents if item["format"] == "pdf")
    assert pdf["path"] == "kk/questionnaire/section-13.pdf"
    assert pdf["kind"] == "questionnaire"
    assert pdf["language"] == "kk"
    assert pdf["section"] == 13
    assert pdf["pages"] > 1
    assert date.fromisoformat(pdf["edition"]) == date(2024, 10, 24)
    assert "content/questionnaire/section-13.yaml" in pdf["sources"]
    assert pdf["fonts"]
    assert len(pdf["sha256"]) == 64
    assert all((project.root / source).exists() for source in pdf["sources"])


def test_equal_input_gives_equal_bytes(project: Project, tmp_path: Path) -> None:
    first = build(project, ONE, tmp_path / "one", 1)
    second = build(project, ONE, tmp_path / "two", 2)
    assert [item.sha256 for item in first.entries] == [item.sha256 for item in second.entries]
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


def test_source_date_epoch_is_respected(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _build(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    after = _build(project)
    assert len(after.written) == 2
    assert before.entries[0].sha256 != after.entries[0].sha256


def test_unchanged_content_rewrites_nothing(project: Project) -> None:
    _build(project)
    files = [path for path in project.output.rglob("*") if path.is_file() and path.name != LOCK]
    before = {path: path.stat().st_mtime_ns for path in files}
    time.sleep(0.02)
    built = _build(project)
    assert built.written == ()
    assert len(built.kept) == 2
    assert {path: path.stat().st_mtime_ns for path in files} == before


def test_a_changed_file_rebuilds_only_what_depends_on_it(project: Project) -> None:
    both = Selection(kinds=("questionnaire",), sections=(5, 13), languages=("ru",), formats=("docx",))
    _build(project, both)
    _edit(
        project.content / "questionnaire/section-13.yaml",
        "Министерство туризма и спорта",
        "Министерство спорта и туризма",
    )
    assert _build(project, both).written == ("ru/questionnaire/section-13.docx",)


def test_a_lost_or_damaged_file_is_made_again(project: Project) -> None:
    _build(project)
    (project.output / "kk/questionnaire/section-13.pdf").write_bytes(b"damaged")
    (project.output / "kk/questionnaire/section-13.docx").unlink()
    assert len(_build(project).written) == 2


def test_a_filled_form_is_kept_aside(project: Project) -> None:
    _build(project)
    form = project.output / "kk/questionnaire/section-13.docx"
    form.write_bytes(b"filled in")
    built = _build(project)
    assert [finding.code for finding in built.findings] == ["Q920"]
    assert form.with_name("section-13.edited-1.docx").read_bytes() == b"filled in"
    assert form.read_bytes() != b"filled in"
    assert _build(project).findings == ()


def test_a_finding_in_a_worker_process_is_told(project: Project) -> None:
    (project.templates / "docx/questionnaire.kk.docx").write_bytes(b"no shell")
    both = Selection(kinds=("questionnaire",), sections=(12, 13), languages=("kk",))
    with pytest.raises(QagidaError) as error:
        _build(project, both, jobs=2)
    assert _codes(error) == ["Q902"]


def test_a_damaged_manifest_only_costs_a_rebuild(project: Project) -> None:
    _build(project)
    (project.output / MANIFEST).write_text('{"documents": [{"path": 3}]}', "utf-8")
    assert len(_build(project).entries) == 2


def test_only_stale_files_that_the_manifest_knows_are_removed(project: Project) -> None:
    _build(project)
    manifest = project.output / MANIFEST
    data = json.loads(manifest.read_text("utf-8"))
    stale = project.output / "kk/questionnaire/section-99.docx"
    stale.write_bytes(b"old")
    stranger = project.output / "kk/questionnaire/notes.docx"
    stranger.write_bytes(b"mine")
    outside = project.root / "precious.docx"
    outside.write_bytes(b"precious")
    known = data["documents"][0]
    for path in ("kk/questionnaire/section-99.docx", "../precious.docx", str(outside)):
        data["documents"].append({**known, "path": path})
    manifest.write_text(json.dumps(data), "utf-8")
    built = _build(project)
    assert built.removed == ("kk/questionnaire/section-99.docx",)
    assert not stale.exists()
    assert stranger.exists()
    assert outside.exists()


def test_content_with_errors_builds_nothing_and_keeps_what_is_there(project: Project) -> None:
    built = _build(project)
    _edit(project.content / "questionnaire/section-13.yaml", "kk:", "kkk:")
    with pytest.raises(QagidaError) as error:
        _build(project)
    assert "Q102" in _codes(error)
    assert _codes(error)[-1] == "Q908"
    assert all((project.output / entry.path).exists() for entry in built.entries)


def test_the_first_build_of_content_with_errors_makes_nothing(project: Project) -> None:
    """Whatever several workers need is brought in while the content is checked."""
    _edit(project.content / "questionnaire/section-13.yaml", "kk:", "kkk:")
    with pytest.raises(QagidaError) as error:
        _build(project, jobs=2)
    assert _codes(error)[-1] == "Q908"
    assert not project.output.exists()


def test_two_builds_at_once_are_refused(project: Project) -> None:
    project.output.mkdir()
    with FileLock(project.output / LOCK), pytest.raises(QagidaError) as error:
        _build(project)
    assert _codes(error) == ["Q907"]


def test_leftovers_of_a_killed_build_are_swept(project: Project) -> None:
    folder = project.output / "kk/questionnaire"
    folder.mkdir(parents=True)
    (folder / ".qagida-x.part").write_bytes(b"half")
    _build(project)
    assert list(folder.glob(".qagida-*")) == []


def test_a_fault_in_a_worker_process_is_told_as_it_is(project: Project) -> None:
    _edit(project.templates / "pdf/document.typ", "#", '#panic("spoiled")\n#')
    with pytest.raises(QagidaError) as error:
        _build(project, Selection(kinds=("questionnaire",), sections=(13, 12), formats=("pdf",)), jobs=2)
    assert _codes(error) == ["Q904"]


def test_a_full_disk_is_a_finding_and_leaves_nothing_half_written(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(QagidaError) as error:
        _build(project)
    assert _codes(error) == ["Q905"]
    left = [path for path in project.output.rglob("*") if path.is_file() and path.name != LOCK]
    assert left == []


def test_an_output_that_is_a_file_is_a_finding(project: Project) -> None:
    project.output.write_text("not a folder", "utf-8")
    with pytest.raises(QagidaError) as error:
        _build(project)
    assert _codes(error) == ["Q905"]


def test_an_unknown_selection_is_a_finding(project: Project) -> None:
    with pytest.raises(QagidaError) as error:
        _build(project, Selection(kinds=("memoirs",)))
    assert _codes(error) == ["Q906"]


def test_code_in_a_text_is_printed_literally(project: Project) -> None:
    path = project.content / "questionnaire/section-13.yaml"
    hostile = "{{ 7+7 }} #let x = 1; $y$ {% raw %}"
    _edit(path, "Министерство туризма и спорта", hostile)
    _edit(path, "Туризм және спорт министрлігі", hostile)
    selection = Selection(kinds=("questionnaire",), sections=(13,), languages=("ru",), formats=("docx",))
    _build(project, selection)
    from builder.ooxml.extract import text_lines

    lines = text_lines((project.output / "ru/questionnaire/section-13.docx").read_bytes())
    assert any(hostile in line.replace("\u00a0", " ") for line in lines)
