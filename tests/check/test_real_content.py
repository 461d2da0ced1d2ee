"""The content of this repository passes its own checks."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builder.base.catalogue import severity
from builder.base.finding import Finding, Severity
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES
from builder.base.place import Place
from builder.check.all import CHECKS, DATED, check
from builder.load.library import Loaded
from builder.model.library import Library
from builder.model.text import Standing, Text, Wording


def errors(found: Iterable[Finding]) -> list[str]:
    return [f"{item.place} {item.code}" for item in found if severity(item.code) is Severity.ERROR]


def test_no_errors(loaded: Loaded) -> None:
    assert errors(loaded.findings) == []
    assert errors(check(loaded.library)) == []


def test_checks_are_named_after_their_files() -> None:
    for ask in (*CHECKS, *DATED):
        assert ask.__name__ == f"check_{ask.__module__.rpartition('.')[2]}"


def test_any_part_may_be_missing(loaded: Loaded) -> None:
    assert check(Library()) == ()
    for part in fields(Library):
        empty: Any = () if part.name in ("sections", "texts", "beside") else None
        check(replace(loaded.library, **{part.name: empty}))


@given(st.text(), st.text())
def test_no_words_break_a_check(kk: str, ru: str) -> None:
    place = Place("content/labels.yaml", 3, 5)
    wordings = {
        language: Wording(words, (Run(words),), Standing.OWN, place, ((0, place),))
        for language, words in zip(LAW_LANGUAGES, (kk, ru), strict=True)
    }
    for item in check(Library(texts=(Text(wordings, place),))):
        assert item.place.line == 3
        assert item.place.column >= 1
