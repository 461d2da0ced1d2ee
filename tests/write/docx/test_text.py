"""Text is literal; bytes are the same twice; what is written can be read."""

import os
import subprocess
import sys
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.base.inline import Run
from builder.base.language import Language
from builder.blocks.inline import Control, ControlKind, Option
from builder.blocks.tree import Cell, Furniture, Paragraph, Row, Style, Table, TableKind
from builder.ooxml.extract import text_lines
from builder.ooxml.package import read
from builder.write.docx import shell
from tests.specimen import specimen
from tests.write.docx.opened import CREATED, made, opened, with_furniture

HOSTILE = "<w:p/> & ]]> {{ 7*7 }} {% for %} \" ' <!-- \ue000body\ue001"


def test_equal_input_gives_equal_bytes() -> None:
    first = opened(specimen()).data
    shell._loaded.cache_clear()
    assert opened(specimen()).data == first


def test_bytes_do_not_depend_on_the_order_of_sets() -> None:
    program = (
        "import hashlib; from tests.specimen import specimen; from tests.write.docx.opened import opened;"
        "print(hashlib.sha256(opened(specimen()).data).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_moment_is_only_in_the_properties() -> None:
    first = opened(specimen()).parts
    later = opened(specimen(), created=datetime(2025, 1, 2)).parts  # noqa: DTZ001
    assert {name for name in first if first[name] != later[name]} == {"docProps/core.xml"}
    assert b"2025-01-02T00:00:00Z" in later["docProps/core.xml"]


def test_hostile_text_comes_out_literally() -> None:
    control = Control(HOSTILE, ControlKind.CHOICE, HOSTILE, HOSTILE, (Option(HOSTILE, HOSTILE),))
    table = Table(TableKind.GRID, (1,), (Row((Cell((Paragraph((control,), Style.CELL),)),)),), HOSTILE)
    document = made(Paragraph((Run(HOSTILE),), anchor=HOSTILE), table, form=True)
    book = opened(
        with_furniture(document, Furniture(HOSTILE, HOSTILE, f"{HOSTILE}{{page}}{{total}}", HOSTILE))
    )
    assert text_lines(book.data) == [HOSTILE]
    assert book.ask("//w:tag/@w:val | //w:listItem/@* | //w:tblCaption/@w:val") == [HOSTILE] * 4
    assert book.ask("//w:sdtContent//w:t/text()") == [HOSTILE]
    running, first, *_ = [text for text in book.furniture() if text]
    assert running == f"{HOSTILE}{HOSTILE} PAGE 1 NUMPAGES 1{HOSTILE}"
    assert first == f"{HOSTILE}{HOSTILE}"


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_any_text_can_be_written(text: str) -> None:
    document = made(Paragraph((Run(f"[{text}]"),)))
    (line, *others) = text_lines(opened(document).data)
    assert line[0] == "["
    assert line[-1] == "]"
    assert not others


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a\nb", "br"),
        ("a\r\nb", "br"),
        ("a\tb", "tab"),
        ("a\u2011b", "noBreakHyphen"),
        ("a\u00adb", "softHyphen"),
    ],
)
def test_signs_that_word_has_elements_for(text: str, tag: str) -> None:
    book = opened(made(Paragraph((Run(text),))))
    assert book.ask("//w:body//w:t/text()") == ["a", "b"]
    assert book.find(f"//w:t[.='a']/following-sibling::w:{tag}")


def test_illegal_characters_are_dropped() -> None:
    assert text_lines(opened(made(Paragraph((Run("a\x00\x0b\ud800\uffffb"),)))).data) == ["ab"]


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_words_of_the_specimen_can_be_read_back(language: Language) -> None:
    lines = text_lines(opened(specimen(language)).data)
    assert lines[:2] == ["stamp", specimen(language).title]
    assert "1) see point 1" in lines
    assert "1.1.3  ₸" in lines
    assert "1.1.6" in lines
    assert lines[-1] == (
        "Съешь же ещё этих мягких булок" if language is Language.KK else "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
    )
    assert not any("\u2610" in line for line in lines)


def test_properties_say_what_the_file_is() -> None:
    parts = read(opened(specimen()).data)
    core, custom = parts["docProps/core.xml"].decode(), parts["docProps/custom.xml"].decode()
    assert "<dc:title>Сауалнама</dc:title>" in core
    assert "<dc:language>kk-KZ</dc:language>" in core
    assert core.count(CREATED.strftime("%Y-%m-%dT%H:%M:%SZ")) == 2
    for name, value in (("kind", "specimen"), ("edition", "2024-10-24"), ("hash", "0123456789")):
        assert f'name="qagida-{name}"><vt:lpwstr>{value}</vt:lpwstr>' in custom
    assert "qagida-section" not in custom
