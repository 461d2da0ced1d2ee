"""The catalogue is whole: every code, in three languages, with the same placeholders."""

import re
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.base import catalogue
from builder.base.finding import Finding
from builder.base.language import UI_LANGUAGES, Language
from builder.base.place import NOWHERE

ROOT = Path(__file__).parent.parent.parent
PARTS = ("title", "problem", "why", "remedy", "explain")
CODES = catalogue.codes()
WORDS: dict[str, Any] = tomllib.loads((ROOT / "builder/base/codes.toml").read_text(encoding="utf-8"))
LONGEST = 420
"""Characters of a message: it must fit into a few lines of a terminal."""


def placeholders(entry: dict[str, str]) -> dict[str, set[str]]:
    formatter = string.Formatter()
    return {
        part: {name for _, name, _, _ in formatter.parse(entry[part]) if name}
        for part in ("problem", "why", "remedy")
    }


def used_in_code() -> set[str]:
    sources = (ROOT / "builder").rglob("*.py")
    return {code for path in sources for code in re.findall(r'"(Q\d{3})"', path.read_text(encoding="utf-8"))}


def test_codes_are_in_order() -> None:
    assert list(CODES) == sorted(CODES)


def test_every_code_used_is_explained() -> None:
    assert used_in_code() <= set(CODES)


def test_every_code_of_content_is_used() -> None:
    assert {code for code in CODES if code < "Q9"} <= used_in_code()


def test_part_by_part_says_the_same_as_the_whole_file() -> None:
    assert set(CODES) == set(WORDS) - {"words"}
    for code in CODES:
        assert catalogue.name(code) == WORDS[code]["name"]
        assert catalogue.severity(code) == WORDS[code]["severity"]
        for language in UI_LANGUAGES:
            entry = WORDS[code][language.value]
            assert catalogue.title(code, language) == entry["title"]
            assert catalogue.templates(code, language) == (entry["problem"], entry["why"], entry["remedy"])


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        catalogue.severity("Q000")


@pytest.mark.parametrize("code", CODES)
def test_whole_in_every_language(code: str) -> None:
    entry = WORDS[code]
    assert set(entry) == {"severity", "name", *map(str, UI_LANGUAGES)}
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["name"])
    assert catalogue.severity(code) in {"error", "warning"}
    for language in UI_LANGUAGES:
        assert set(entry[language.value]) == set(PARTS)
        assert all(words.strip() for words in entry[language.value].values())


@pytest.mark.parametrize("code", CODES)
def test_same_placeholders_in_every_language(code: str) -> None:
    first = placeholders(WORDS[code]["kk"])
    for language in UI_LANGUAGES:
        assert placeholders(WORDS[code][language.value]) == first


def test_names_are_unique() -> None:
    names = [catalogue.name(code) for code in CODES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_message_is_short_and_ends(code: str, language: Language) -> None:
    words = catalogue.message(Finding(code, NOWHERE), language)
    assert len(words) < LONGEST
    assert words.endswith((".", "?"))


@pytest.mark.parametrize("code", CODES)
def test_languages_keep_their_alphabets(code: str) -> None:
    for language in (Language.KK, Language.RU):
        entry = WORDS[code][language.value]
        words = " ".join(entry[part] for part in ("title", "problem", "why", "remedy"))
        assert not re.search(r"[A-Za-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][A-Za-z]", words)
    russian = " ".join(WORDS[code]["ru"][part] for part in ("title", "problem", "why", "remedy"))
    assert not re.search("[әғқңөұүһі]", russian)


def test_word_tables_are_whole() -> None:
    for table in WORDS["words"].values():
        for entry in table.values():
            assert set(entry) == set(map(str, UI_LANGUAGES))


def test_words_of_stages_are_translated() -> None:
    finding = Finding("Q105", NOWHERE, {"expected": "list"})
    assert "тізім" in catalogue.message(finding, Language.KK)
    assert "список" in catalogue.message(finding, Language.RU)


def test_data_may_come_in_two_languages() -> None:
    data = {"title:kk": "атауы", "title:ru": "название", "code": "2.8.1"}
    assert catalogue.spoken(data, Language.KK) == {"title": "атауы", "code": "2.8.1"}
    assert catalogue.spoken(data, Language.RU) == {"title": "название", "code": "2.8.1"}
    assert catalogue.spoken(data, Language.EN) == {"title": "название", "code": "2.8.1"}


def test_unknown_parser_words_stay_readable() -> None:
    finding = Finding("Q101", NOWHERE, {"problem": "some {odd} words"})
    for language in UI_LANGUAGES:
        assert "some {odd} words" in catalogue.message(finding, language)


def test_data_never_becomes_template() -> None:
    finding = Finding("Q102", NOWHERE, {"key": "{suggestion} {0.__class__}", "suggestion": "kind"})
    assert "{suggestion} {0.__class__}" in catalogue.message(finding, Language.EN)


def test_explanation_keeps_its_example() -> None:
    words = catalogue.explain("Q102", Language.EN)
    assert "\n\n    wrong:  paragraph:\n    right:  paragraphs:" in words
    assert "\n" not in words.split("\n\n")[0]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_guide_of_legal_staff_names_every_code(language: str) -> None:
    guide = (ROOT / "docs" / language / "legal-staff.md").read_text("utf-8")
    rows = re.findall(r"^\| (Q\d{3})(?:–(Q\d{3}))? \|", guide, re.MULTILINE)
    spans = [(first, last or first) for first, last in rows]
    assert [code for code in CODES if not any(first <= code <= last for first, last in spans)] == []
    assert all({first, last} <= set(CODES) for first, last in spans)
