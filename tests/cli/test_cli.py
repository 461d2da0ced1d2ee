"""The command as a person meets it: exit codes, languages, no traceback."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from builder.base.language import UI_LANGUAGES
from builder.cli.main import run
from builder.cli.words import table
from builder.workflow.project import Project

SOURCES = Path(__file__).parent.parent.parent / "builder"


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_help_speaks_the_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["--ui-lang", language, "--help"])
    assert stop.value.code == 0
    assert table()["help_check"][language] in re.sub(r"\s+", " ", capsys.readouterr().out)


@pytest.mark.parametrize("language", UI_LANGUAGES)
@pytest.mark.parametrize(
    "command",
    ["check", "build", "list", "verify", "translations", "confirm", "collect", "assess", "explain", "schema"],
)
def test_every_command_has_help(language: str, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run([command, "--help", "--ui-lang", language])
    words = capsys.readouterr().out
    assert table()["usage"][language].strip() in words
    assert table()[f"help_{command}"][language] in re.sub(r"\s+", " ", words)


def test_words_are_complete_and_have_the_same_placeholders() -> None:
    for key, words in table().items():
        assert set(words) == set(UI_LANGUAGES), key
        found = {language: sorted(re.findall(r"{(\w+)}", text)) for language, text in words.items()}
        assert len({tuple(names) for names in found.values()}) == 1, key
        assert all(text.strip() for text in words.values()), key


def test_every_word_is_used_and_every_used_word_exists() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (SOURCES / "cli").glob("*.py"))
    keys = set(tomllib.loads((SOURCES / "cli/ui.toml").read_text("utf-8")))
    asked = set(re.findall(r'say\([^,()]+, "(\w+)"', code))
    assert asked <= keys
    patterns = ("help_", "column_", "outcome_", "state_")
    unused = {key for key in keys if f'"{key}"' not in code and not key.startswith(patterns)}
    assert unused <= {"error", "warning"}, unused


def test_check_of_good_content_succeeds(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--strict", "--project", str(project.root), "--ui-lang", "kk"]) == 0
    assert "тексерілді" in capsys.readouterr().out


def test_check_imports_no_code_of_other_commands(project: Project) -> None:
    told = "import sys; from builder.cli.main import run; run(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", told, "check", "--project", str(project.root)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    rooms = {name.split(".")[1] for name in done.stdout.splitlines() if name.startswith("builder.")}
    assert {"load", "check"} <= rooms
    assert not rooms & {"compose", "arrange", "write", "read", "store", "analyse", "verify"}


def test_check_tells_place_code_and_remedy(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.content / "labels.yaml"
    path.write_text(path.read_text("utf-8").replace("Есепті жыл", ""), "utf-8")
    assert run(["check", "--project", str(project.root), "--ui-lang", "ru"]) == 1
    out = capsys.readouterr().out
    assert re.search(r"^content/labels\.yaml:\d+:\d+: Q202 \(ошибка\): \S", out, re.MULTILINE)


def test_check_for_editors_is_json(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = project.content / "labels.yaml"
    path.write_text(path.read_text("utf-8").replace("page_of:", "page_off:"), "utf-8")
    assert run(["check", "--format", "json", "--project", str(project.root), "--ui-lang", "en"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {"Q701", "Q702"} <= {item["code"] for item in findings}
    assert all(item["line"] >= 1 and item["column"] >= 1 and item["message"] for item in findings)


def test_missing_content_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--project", str(tmp_path), "--ui-lang", "en"]) == 1
    assert "Q112" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["build", "--jobs", "0"],
        ["build", "--section", "two"],
        ["build", "--lang", "en"],
        ["check", "--no-such-option"],
        ["explain"],
        ["verify", "file.txt"],
        ["confirm", "memo/victim", "--lang", "kk"],
        ["confirm", "memo/victim", "--lang", "kk", "--by", " "],
        ["confirm", "memo/victim", "--lang", "kk", "--by", "N", "--on", "today"],
    ],
)
@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_a_command_not_understood_is_told_plainly(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--ui-lang", language]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "--help" in captured.err
    assert "Traceback" not in captured.err


def test_list_names_what_can_be_made(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--project", str(project.root), "--ui-lang", "en", "--section", "9"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + 2
    assert "section-09" in lines[2]


def test_build_prints_a_closing_table(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", "--section", "13", "--lang", "ru", "--jobs", "1", "--project", str(project.root)]
    assert run([*arguments, "--ui-lang", "ru"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"questionnaire +ru +docx +1 ", out)
    assert "записано 2" in out


def test_explain_gives_the_long_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "q203", "--ui-lang", "kk"]) == 0
    assert len(capsys.readouterr().out) > 200
    assert run(["explain", "Q000", "--ui-lang", "kk"]) == 2


def test_an_unexpected_error_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setitem(__import__("builder.cli.main", fromlist=["x"])._COMMANDS, "check", broken)
    assert run(["check", "--ui-lang", "ru"]) == 1
    error = capsys.readouterr().err
    assert "boom" in error
    assert "Traceback" not in error


def test_translations_are_listed_and_confirmed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--project", str(project.root), "--ui-lang", "ru"]
    assert run(["translations", "--show", "draft", *where]) == 0
    listed = capsys.readouterr().out
    assert re.search(
        r"^content/sop/memos\.yaml:\d+:\d+: memo/victim/1 \(kk, черновик\): \S", listed, re.MULTILINE
    )
    by = ["--lang", "kk", "--by", "А. Серикова", "--on", "2026-11-21"]
    assert run(["confirm", "memo/victim/1", *by, *where]) == 0
    assert "А. Серикова, 2026-11-21" in capsys.readouterr().out
    assert run(["translations", "--format", "json", *where]) == 0
    found = json.loads(capsys.readouterr().out)
    assert "memo/victim/1" not in {item["node"] for item in found["texts"]}
    assert {"file", "language", "texts", "settled", "draft"} <= set(found["files"][0])


def test_confirming_what_is_not_there_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["confirm", "memo/nobody", "--lang", "kk", "--by", "N", "--project", str(project.root)]
    assert run([*arguments, "--ui-lang", "en"]) == 1
    assert "Q911" in capsys.readouterr().err


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_an_official_build_names_what_it_refuses(
    project: Project, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    where = ["--project", str(project.root), "--ui-lang", language, "--jobs", "1", "--format", "docx"]
    assert run(["build", "--official", "--section", "13", *where]) == 1
    captured = capsys.readouterr()
    named = r"^content/questionnaire/questionnaire\.yaml:\d+:\d+: Q912 \("
    assert re.search(named, captured.err, re.MULTILINE)
    assert "1 (kk/questionnaire/section-13)" in captured.err
    assert re.search(r"questionnaire +ru +docx +1 ", captured.out)
    assert run(["build", "--official", "--section", "13", "--lang", "ru", *where]) == 0
    assert "Q912" not in capsys.readouterr().err


def test_many_refused_documents_are_counted(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--project", str(project.root), "--ui-lang", "en", "--jobs", "1"]
    assert run(["build", "--official", "--kind", "questionnaire", "--lang", "kk", *where]) == 1
    assert "… +4" in capsys.readouterr().err
