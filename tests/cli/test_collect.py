"""The yearly collection at the keyboard: an example year from request to backup, in every language."""

from pathlib import Path

import pytest

from builder.base.language import UI_LANGUAGES, Language
from builder.cli.collect_parser import STEPS
from builder.cli.main import run
from builder.cli.words import table
from builder.model.answers import State
from builder.model.library import Content
from builder.ooxml.package import pack, read
from builder.workflow.collect.folder import Folder
from builder.workflow.project import Project
from examples.cycle import fill_year
from examples.filling import docx
from examples.years import example
from tests.collect.office import unmarked
from tests.conftest import ROOT

YEAR = 2023
LATE = "2024-02-20"


@pytest.mark.parametrize("language", UI_LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_help(language: str, step: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["collect", step, "--help", "--ui-lang", language])
    assert stop.value.code == 0
    assert table()[f"help_collect_{step}"][language].split()[0] in capsys.readouterr().out


@pytest.fixture(scope="module")
def opened(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The year 2023, asked of two ministries and a department; the ministries have answered."""
    folder = Folder(tmp_path_factory.mktemp("cli") / str(YEAR))
    asked = [word for name in ("mia", "mci", "mfa", "police-abai") for word in ("--respondent", name)]
    command = ["open", str(YEAR), "--date", "2024-01-09", "--jobs", "1", *asked]
    assert _collect(folder, *command, "--format", "docx", "--format", "xlsx", "--format", "pdf") == 0
    ngos = {"ngo-shymkent", "ngo-aktobe"}
    year = example(YEAR)
    forms = tuple(form for form in year.forms if form.respondent not in ngos)
    with folder.open() as store:
        kept = type(year)(year.year, year.source, year.prepared, year.absent, forms, year.place)
        fill_year(content, kept, store.issues(), folder, folder.path / "filled")
    return folder


def _collect(folder: Folder, *words: str, language: str = "en") -> int:
    step, *rest = words
    place = ["--folder", str(folder.path), "--project", str(Project(ROOT).root), "--ui-lang", language]
    return run(["collect", step, *place, *rest])


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_cycle(
    opened: Folder, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QAGIDA_TODAY", LATE)
    assert _collect(opened, "receive", str(opened.path / "filled"), language=language) == 0
    assert _collect(opened, "status", "--format", "html", language=language) == 0
    words = capsys.readouterr().out
    assert "police-abai" in words
    assert table()["status_summary"][language].split("{")[0] in words
    assert _collect(opened, "check", language=language) == 0
    assert _collect(opened, "show", "mia", language=language) == 0
    assert "mia-2023.docx" in capsys.readouterr().out


def test_letters(opened: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QAGIDA_TODAY", LATE)
    _collect(opened, "receive", str(opened.path / "filled"))
    assert _collect(opened, "return", "mia", "--date", LATE) == 0
    assert (opened.letters / "00001-mia" / f"return-{LATE}-1.ru.docx").is_file()
    assert _collect(opened, "remind") == 0
    assert len(list(opened.letters.rglob(f"reminder-{LATE}.*"))) == 4  # two languages, two formats
    assert _collect(opened, "return", "police-abai") == 1
    assert "Q941" in capsys.readouterr().err


def test_export_and_copies(opened: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _collect(opened, "receive", str(opened.path / "filled"))
    table_file = tmp_path / "answers.csv"
    assert _collect(opened, "export", "--out", str(table_file)) == 0
    assert "2.11.1," in table_file.read_text("utf-8-sig")
    copy = tmp_path / "copy.sqlite"
    assert _collect(opened, "backup", str(copy)) == 0
    elsewhere = Folder(tmp_path / "elsewhere" / str(YEAR))
    assert _collect(elsewhere, "restore", str(copy)) == 0
    capsys.readouterr()
    assert _collect(elsewhere, "show", "mia") == 0
    assert "mia-2023.docx" in capsys.readouterr().out


def test_what_cannot_be_done_is_said(opened: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    _collect(opened, "receive", str(opened.path / "filled"))
    assert _collect(opened, "clear", "1", "2.8.1", "--by", "Somebody") == 1
    assert "Q943" in capsys.readouterr().err
    assert _collect(opened, "show", "nobody") == 1
    assert "Q930" in capsys.readouterr().err
    assert _collect(opened, "open", "20x6") == 2


def _of_nobody(folder: Folder) -> bytes:
    """A form that lost its number and names a body that nobody asked."""
    with folder.open() as store:
        number = str(store.issues()[0].form_id(Language.RU)).encode()
    form = (folder.out / "00001-mia" / "form.ru.docx").read_bytes()
    parts = read(unmarked(docx.fill(form, {"0.1": "Неизвестное учреждение", "1.2.0": "нет учета"})))
    return pack({name: part.replace(number, b"-") for name, part in parts.items()})


def test_a_form_without_sender_is_assigned(
    opened: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, place = tmp_path / "copy.sqlite", Folder(tmp_path / str(YEAR))
    _collect(opened, "backup", str(copy))
    _collect(place, "restore", str(copy))
    stranger = tmp_path / "бөтен орган.docx"
    stranger.write_bytes(_of_nobody(opened))
    assert _collect(place, "receive", str(stranger)) == 0
    with place.open() as store:
        (number,) = (form.id for form in store.forms(State.UNASSIGNED))
    capsys.readouterr()
    assert _collect(place, "status") == 0
    assert (
        table()["unassigned_form"]["en"].format(number=number, name=stranger.name) in capsys.readouterr().out
    )
    assert _collect(place, "assign", str(number), "nobody", "--by", "Somebody") == 1
    assert _collect(place, "assign", str(number), "police-abai", "--by", "Somebody") == 0
    with place.open() as store:
        assert [form.id for form in store.forms(respondent="police-abai")] == [number]
