"""The catalogue of codes: what each finding means, in every language of the interface.

The words live in `codes.toml`: per code a severity and a short name, per language a title, what is wrong
(`problem`), why it matters, what to do (`remedy`), and a longer explanation with an example.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from builder.base.finding import Finding, Severity
from builder.base.language import Language

_FILE = Path(__file__).with_name("codes.toml")
_WORDS = "words"
_BEGINS = re.compile(r"^(?=\[Q[0-9]+\]$)", re.MULTILINE)


@cache
def _parts() -> Mapping[str, str]:
    """The file in parts: the words of stages, then a part for each code."""
    words, *entries = _BEGINS.split(_FILE.read_text("utf-8"))
    return {_WORDS: words, **{entry[1 : entry.index("]")]: entry for entry in entries}}


@cache
def _table(part: str) -> Mapping[str, Any]:
    """One part, read when it is asked for: a command needs few of them, and all take long to read."""
    table: Mapping[str, Any] = tomllib.loads(_parts()[part])[part]
    return table


class _Data(dict[str, str]):
    """A finding that lacks a datum still gets its message."""

    def __missing__(self, key: str) -> str:
        return "—"


def codes() -> tuple[str, ...]:
    """All codes, in order."""
    return tuple(part for part in _parts() if part != _WORDS)


def severity(code: str) -> Severity:
    return Severity(_table(code)["severity"])


def name(code: str) -> str:
    """A short English name for the code, such as `unknown-key`."""
    return str(_table(code)["name"])


def title(code: str, language: Language) -> str:
    return str(_table(code)[language.value]["title"])


def message(finding: Finding, language: Language) -> str:
    """What is wrong, why it matters, and what to do."""
    return " ".join(message_parts(finding, language))


def message_parts(finding: Finding, language: Language) -> tuple[str, str, str]:
    """The three parts of a message, for those who lay them out apart: problem, why, remedy."""
    data = _Data(data_words(finding, language))
    problem, why, remedy = templates(finding.code, language)
    return problem.format_map(data), why.format_map(data), remedy.format_map(data)


def data_words(finding: Finding, language: Language) -> dict[str, str]:
    """The data of a finding, with the words of stages in the reader's language."""
    return {key: _word(key, value, language) for key, value in spoken(finding.data, language).items()}


def spoken(data: Mapping[str, str], language: Language) -> dict[str, str]:
    """The data in one language: `title:kk` or `title:ru` becomes `title`; Russian stands in for others."""
    chosen = {key: value for key, value in data.items() if ":" not in key}
    for tongue in (Language.RU, language):
        mark = f":{tongue.value}"
        chosen |= {key.removesuffix(mark): value for key, value in data.items() if key.endswith(mark)}
    return chosen


def templates(code: str, language: Language) -> tuple[str, str, str]:
    """The same parts before the data of a finding are put in."""
    entry = _table(code)[language.value]
    return str(entry["problem"]), str(entry["why"]), str(entry["remedy"])


def explain(code: str, language: Language) -> str:
    """The long form: paragraphs apart by an empty line, examples indented by four spaces."""
    paragraphs = str(_table(code)[language.value]["explain"]).strip("\n").split("\n\n")
    return "\n\n".join(
        paragraph if paragraph.startswith("    ") else " ".join(paragraph.split()) for paragraph in paragraphs
    )


def _word(key: str, value: str, language: Language) -> str:
    """Words that stages put into findings (`list`, `count`, `kk`, …) in the reader's language."""
    table = _table(_WORDS).get(key, {})
    entry = table.get(value) or table.get("*")
    return str(entry[language.value]).replace("{value}", value) if entry else value
