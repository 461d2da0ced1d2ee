"""Publications from files: what is read, and what is refused with which code."""

import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import docx
import pytest

from builder.base.finding import Finding, QagidaError
from builder.load import office
from builder.load.office import read_text


@pytest.fixture
def pandoc() -> None:
    """Skips where the optional converter is not installed."""
    pypandoc = pytest.importorskip("pypandoc")
    try:
        pypandoc.get_pandoc_path()
    except OSError:
        pytest.skip("no pandoc")


def refusal(path: Path) -> Finding:
    with pytest.raises(QagidaError) as caught:
        read_text(path)
    (finding,) = caught.value.findings
    assert finding.place.path == path.as_posix()
    return finding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_plain_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "act.txt"
    path.write_text("1. Қағида\n", encoding)
    assert read_text(path) == "1. Қағида\n"


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes("Правила".encode("cp1251"))
    assert refusal(path) == Finding("Q910", refusal(path).place, {"reason": "≠ UTF-8"})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").code == "Q910"


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "act.PDF"
    path.write_bytes(b"%PDF-1.7")
    assert refusal(path).data == {"reason": ".pdf"}


def test_a_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "LIMIT", 1024 * 1024)
    path = tmp_path / "act.txt"
    path.write_bytes(b" " * (1024 * 1024 + 1))
    assert refusal(path).data == {"reason": "> 1 MB"}


@pytest.mark.usefixtures("pandoc")
def test_word_files_give_cells_in_reading_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Қағидалар")
    document.add_paragraph("бірінші", style="List Number")
    document.add_paragraph("екінші", style="List Number")
    table = document.add_table(2, 2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells), "абвг", strict=True):
        cell.text = words
    path = tmp_path / "act.docx"
    document.save(str(path))
    assert read_text(path).split("\n") == ["Қағидалар", "1. бірінші", "2. екінші", "а", "б", "в", "г"]


@pytest.mark.usefixtures("pandoc")
def test_pages_keep_words_of_every_look(tmp_path: Path) -> None:
    path = tmp_path / "act.html"
    path.write_text(
        "<h1>Тарау</h1><p>со <a href='x'>статьей <b>14</b></a><br>Закона</p>"
        "<ol start=3><li>үш<ul><li>ішкі</li></ul></ol><blockquote>дәйек</blockquote>"
        "<div><pre>код</pre></div><dl><dt>термин<dd>мағына</dl><img alt='сурет' src='file:///etc/hostname'>",
        "utf-8",
    )
    expected = ["Тарау", "со статьей 14", "Закона", "3. үш", "ішкі", "дәйек", "код", "термин", "мағына"]
    assert [line for line in read_text(path).split("\n") if line] == expected


@pytest.mark.usefixtures("pandoc")
def test_a_broken_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "act.docx"
    path.write_bytes(b"PK not a document")
    finding = refusal(path)
    assert finding.code == "Q910"
    assert finding.data["reason"].startswith("pandoc: ")


@pytest.mark.usefixtures("pandoc")
def test_letters_that_came_out_wrong_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "act.rtf"
    path.write_text(r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e0\'e2\'e8\'eb\'e0}", "ascii")
    assert refusal(path).code == "Q910"


@pytest.mark.usefixtures("pandoc")
def test_a_conversion_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: Any, **options: Any) -> NoReturn:
        raise subprocess.TimeoutExpired("pandoc", options["timeout"])

    path = tmp_path / "act.html"
    path.write_text("<p>a</p>", "utf-8")
    office._pandoc(path)
    monkeypatch.setattr(subprocess, "run", slow)
    assert refusal(path).data == {"reason": "> 60 s"}


def test_without_the_library_the_format_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    path = tmp_path / "act.docx"
    path.write_bytes(b"PK")
    assert refusal(path) == Finding("Q909", refusal(path).place, {"format": ".docx"})


def test_without_the_program_the_format_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> NoReturn:
        raise OSError("no pandoc")

    pypandoc = pytest.importorskip("pypandoc")
    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    path = tmp_path / "act.odt"
    path.write_bytes(b"PK")
    assert refusal(path).code == "Q909"
