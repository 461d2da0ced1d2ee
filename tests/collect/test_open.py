"""Opening a collection: numbers are given once, files are whole, a stopped run is taken up again."""

import csv
import os
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pypdf
import pytest

from builder.base.finding import QagidaError
from builder.base.form_id import find_form_id
from builder.base.language import LAW_LANGUAGES, Language
from builder.model.collection import Collection
from builder.model.registry import Channel, Respondent
from builder.ooxml.extract import text_lines
from builder.store.store import Store
from builder.workflow.check import Checked, check_content
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import Opened, open_collection
from builder.workflow.collect.parcels import folder_name
from builder.workflow.project import Project
from tests.kinds.addressed.issues import COLLECTION, respondent

DAY = date(2027, 1, 29)
THREE = (respondent(1, 12), respondent(2, 13), respondent(3, 13, None))
WORD = ("docx",)
HERE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_content(Project(HERE))


@pytest.fixture
def light(tmp_path: Path, checked: Checked, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The project as it is, with collections of its own; its content is checked once."""
    for name in ("content", "templates"):
        (tmp_path / name).symlink_to(HERE / name)
    monkeypatch.setattr("builder.workflow.collect.open.check_content", lambda _project: checked)
    return Project(tmp_path)


class StoppedError(Exception):
    """Somebody pulled the plug."""


def _open(
    project: Project,
    asked: tuple[Respondent, ...] = THREE,
    formats: tuple[str, ...] = WORD,
    jobs: int = 1,
    stop: int = 0,
    **terms: date | tuple[str, ...],
) -> Opened:
    def report(done: int, _total: int, _path: str) -> None:
        if done == stop:
            raise StoppedError

    return open_collection(
        project,
        2026,
        _folder(project),
        day=DAY,
        asked=asked,
        formats=formats,
        jobs=jobs,
        report=report,
        **terms,  # type: ignore[arg-type]
    )


def _folder(project: Project) -> Folder:
    return Folder(project.root / "collections" / "2026")


def _files(project: Project) -> dict[str, tuple[int, bytes]]:
    out = _folder(project).out
    return {
        path.relative_to(out).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def _numbers(project: Project) -> dict[str, int]:
    with _folder(project).open() as store:
        return {issue.respondent.id: issue.number for issue in store.issues()}


def _codes(error: pytest.ExceptionInfo[QagidaError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_everyone_gets_letter_and_form_in_every_language_and_format(light: Project) -> None:
    done: list[tuple[int, int]] = []
    opened = open_collection(
        light,
        2026,
        _folder(light),
        day=DAY,
        asked=THREE,
        jobs=2,
        report=lambda count, total, _path: done.append((count, total)),
    )
    assert [issue.number for issue in opened.issues] == [1, 2, 3]
    assert opened.new == opened.issues
    assert done == [(count, 32) for count in range(1, 33)]
    kinds = Counter(path.partition("/")[2] for path in _files(light) if path[0].isdigit())
    assert kinds == {
        f"{part}.{language}.{suffix}": 3
        for language in LAW_LANGUAGES
        for part, suffixes in (("letter", ("docx", "pdf")), ("form", ("docx", "pdf", "xlsx")))
        for suffix in suffixes
    }
    assert {"xlsform/section-12.xlsx", "xlsform/section-13.xlsx", "dispatch.csv"} < set(_files(light))
    for issue in opened.issues:
        for language in LAW_LANGUAGES:
            folder = _folder(light).out / folder_name(issue)
            assert set(_form_numbers(folder, language)) == {issue.form_id(language)}


def _form_numbers(folder: Path, language: Language) -> Iterator[object]:
    """The number of the form as it is read in every file of a respondent."""
    for part in ("letter", "form"):
        yield find_form_id(" ".join(text_lines((folder / f"{part}.{language}.docx").read_bytes())))
        reader = pypdf.PdfReader(folder / f"{part}.{language}.pdf")
        yield find_form_id(" ".join(sheet.extract_text() for sheet in reader.pages))
    book = openpyxl.load_workbook(BytesIO((folder / f"form.{language}.xlsx").read_bytes()))
    yield find_form_id(str(book.worksheets[0]["A2"].value))


def test_a_term_that_ends_on_a_day_off_is_told_of_and_stays(light: Project) -> None:
    opened = _open(light)
    assert opened.collection.due == date(2027, 2, 28)  # a Sunday
    assert [finding.data["iso"] for finding in opened.findings if finding.code == "Q667"] == ["2027-03-01"]


def test_a_working_day_is_not_told_of(light: Project) -> None:
    opened = _open(light, due=date(2027, 3, 1))
    assert "Q667" not in {finding.code for finding in opened.findings}


def test_a_second_run_writes_nothing(light: Project) -> None:
    _open(light, formats=("docx", "pdf", "xlsx"))
    before = _files(light)
    time.sleep(0.02)
    again = _open(light, formats=("docx", "pdf", "xlsx"))
    assert (again.written, again.new, again.kept) == ((), (), 32)
    assert _files(light) == before


@pytest.mark.parametrize(("jobs", "stop"), [(1, 1), (1, 5), (2, 4)])
def test_a_stopped_run_is_taken_up_without_new_numbers(light: Project, jobs: int, stop: int) -> None:
    with pytest.raises(StoppedError):
        _open(light, jobs=jobs, stop=stop)
    numbers, there = _numbers(light), _files(light)
    assert numbers == {"invented-1": 1, "invented-2": 2, "invented-3": 3}
    assert len(there) >= stop
    again = _open(light, jobs=jobs)
    assert _numbers(light) == numbers
    assert again.new == ()
    assert {path: _files(light)[path] for path in there} == there  # not touched a second time
    assert not set(again.written) & set(there)
    assert len(_files(light)) == 3 * 4 + 2 + 1


_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from builder.workflow.check import Checked, check_content
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import open_collection
from builder.workflow.project import Project
from tests.kinds.addressed.issues import respondent
root = Path(sys.argv[1])
asked = tuple(respondent(number, 13) for number in range(1, 41))
open_collection(Project(root), 2026, Folder(root / "collections" / "2026"), day=date(2027, 1, 29),
    asked=asked, formats=("docx",), jobs=2, report=lambda done, total, path: print(done, flush=True))
"""


def test_a_killed_run_leaves_whole_files_and_no_workers(light: Project) -> None:
    command = [sys.executable, "-c", _SCRIPT, str(light.root)]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while int(process.stdout.readline()) < 30:
            pass
        children = _children(process.pid)
        process.send_signal(signal.SIGKILL)
    assert children
    deadline = time.monotonic() + 20
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, children))
    there = {path: data for path, (_, data) in _files(light).items() if not path.endswith(".part")}
    numbers = _numbers(light)
    assert list(numbers.values()) == list(range(1, 41))
    asked = tuple(respondent(number, 13) for number in range(1, 41))
    again = _open(light, asked)
    after = {path: data for path, (_, data) in _files(light).items()}
    assert _numbers(light) == numbers
    assert there.items() <= after.items()
    assert not set(again.written) & set(there)
    assert len(after) == 40 * 4 + 1 + 1
    assert again.findings == () or {finding.code for finding in again.findings}.isdisjoint({"Q920"})


def _children(parent: int) -> list[int]:
    """Processes of a parent; their workers make files."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                found.append(int(entry.name))
    return found


def _alive(process: int) -> bool:
    """Whether a process still works; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_new_respondents_get_the_next_numbers_and_others_stay(light: Project) -> None:
    _open(light)
    before = _files(light)
    first = respondent(4, 12)
    opened = _open(light, (first, *THREE, respondent(5, 14)))
    assert [(issue.number, issue.respondent.id) for issue in opened.new] == [
        (4, "invented-4"),
        (5, "invented-5"),
    ]
    assert {path.partition("/")[0] for path in opened.written} == {
        "00004-invented-4",
        "00005-invented-5",
        "xlsform",
    }
    changed = {path for path, value in before.items() if _files(light)[path] != value}
    assert changed == {"dispatch.csv"}


def test_a_respondent_who_left_the_registry_keeps_number_and_files(light: Project) -> None:
    _open(light)
    opened = _open(light, THREE[1:])
    assert [issue.number for issue in opened.issues] == [1, 2, 3]
    assert opened.written == ()


def test_chosen_respondents_only(light: Project) -> None:
    opened = _open(light, chosen=("invented-2",))
    assert [issue.respondent.id for issue in opened.issues] == ["invented-2"]
    with pytest.raises(QagidaError) as error:
        _open(light, chosen=("invented-2", "unknown"))
    assert _codes(error) == ["Q930"]
    assert _numbers(light) == {"invented-2": 1}


def test_a_language_that_nobody_asked_for_is_not_made(light: Project) -> None:
    _open(light, (respondent(1, languages=(Language.RU,)),))
    assert {path for path in _files(light) if path[0].isdigit()} == {
        "00001-invented-1/form.ru.docx",
        "00001-invented-1/letter.ru.docx",
    }


def test_the_term_is_a_month_unless_it_is_named(light: Project, tmp_path: Path) -> None:
    assert _open(light).collection == COLLECTION
    other = Folder(tmp_path / "other")
    opened = open_collection(
        light, 2026, other, day=DAY, due=date(2027, 3, 15), asked=THREE[:1], formats=WORD
    )
    assert opened.collection.due == date(2027, 3, 15)


def test_an_open_collection_keeps_its_terms(light: Project) -> None:
    _open(light)
    before = _files(light)
    later = open_collection(light, 2026, _folder(light), day=date(2027, 5, 1), asked=THREE, formats=WORD)
    assert later.collection == COLLECTION
    assert _files(light) == before
    with pytest.raises(QagidaError) as error:
        _open(light, due=date(2027, 12, 31))
    assert _codes(error) == ["Q935"]
    assert _files(light) == before


def test_forms_of_another_edition_do_not_join(light: Project) -> None:
    folder = _folder(light)
    folder.path.mkdir(parents=True)
    earlier = Collection(2026, DAY, date(2027, 2, 28), "mia", date(2020, 1, 1))
    Store.create(folder.store, earlier).close()
    with pytest.raises(QagidaError) as error:
        _open(light)
    assert _codes(error) == ["Q945"]
    assert _numbers(light) == {}


def test_content_with_errors_sends_nothing(project: Project) -> None:
    (project.content / "labels.yaml").write_text("labels: {}", "utf-8")
    with pytest.raises(QagidaError) as error:
        _open(project)
    assert _codes(error)[-1] == "Q908"
    assert not _folder(project).path.exists()


def test_what_somebody_changed_is_kept_aside(light: Project) -> None:
    _open(light)
    form = _folder(light).out / "00001-invented-1" / "form.kk.docx"
    whole = form.read_bytes()
    form.write_bytes(b"filled in")
    opened = _open(light)
    assert [finding.code for finding in opened.findings].count("Q920") == 1
    assert form.read_bytes() == whole
    assert form.with_name("form.kk.edited-1.docx").read_bytes() == b"filled in"
    form.unlink()
    assert _open(light).written == ("00001-invented-1/form.kk.docx",)


def test_a_changed_letter_leaves_the_forms(project: Project) -> None:
    post = tuple(replace(one, channel=Channel.POST) for one in THREE[:2])
    _open(project, post)
    words = project.content / "collection" / "letters.yaml"
    text = words.read_text("utf-8")
    assert text.count('"почтой"') == 1
    words.write_text(text.replace('"почтой"', '"по почте"'), "utf-8")
    # A change in one language makes the other stale, so that the letters in both say so.
    assert set(_open(project, post).written) == {
        f"{folder}/letter.{language}.docx"
        for folder in ("00001-invented-1", "00002-invented-2")
        for language in ("kk", "ru")
    }


def test_only_the_owner_can_read(light: Project) -> None:
    before = os.umask(0)
    try:
        _open(light, THREE[:1])
    finally:
        os.umask(before)
    folder = _folder(light).path
    for path in (folder, *folder.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_bytes_are_the_same_after_pages_were_set_in_this_process(light: Project, tmp_path: Path) -> None:
    formats = ("docx", "pdf", "xlsx")
    _open(light, THREE, formats)
    other = Folder(tmp_path / "other" / "2026")
    open_collection(light, 2026, other, day=DAY, asked=THREE, formats=formats, jobs=2)
    for path, (_, data) in _files(light).items():
        assert (other.out / path).read_bytes() == data, path


def test_an_imported_id_cannot_lead_elsewhere(light: Project) -> None:
    one = respondent(1)
    wild = Respondent("../../../etc/passwd", one.subject, one.section, one.name, one.addressee)
    opened = _open(light, (wild,))
    assert folder_name(opened.issues[0]) == "00001-etc-passwd"
    assert {path.split("/")[0] for path in opened.written} == {"00001-etc-passwd", "xlsform"}


def test_the_list_for_sending_out(light: Project) -> None:
    risky = Respondent("invented-9", "mia", 13, THREE[0].name, type(THREE[0].addressee)("=1+1", '-2;\n"3"'))
    opened = _open(light, (*THREE, risky))
    data = opened.dispatch.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 4 * 2
    assert {len(row) for row in rows} == {8}
    assert [row[0] for row in rows[1:]] == [
        "00001",
        "00001",
        "00002",
        "00002",
        "00003",
        "00003",
        "00004",
        "00004",
    ]
    assert rows[1][1:4] == ["2026/00001", "invented-1", THREE[0].name.kk]
    assert rows[1][7] == "00001-invented-1/form.kk.docx, 00001-invented-1/letter.kk.docx"
    assert [row[4] for row in rows[-2:]] == ["'=1+1", '\'-2; "3"']
