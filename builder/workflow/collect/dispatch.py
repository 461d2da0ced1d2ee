"""out/dispatch.csv: what goes to whom and how, for those who send it out."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from builder.base.language import LAW_LANGUAGES, Language
from builder.compose.letters.words import told
from builder.compose.voice import Voice
from builder.model.collection import Issue
from builder.model.library import Content
from builder.workflow.collect.parcels import folder_name

NAME = "dispatch.csv"
_COLUMNS = ("number", "letter", "respondent", "name", "addressee", "channel", "language", "files")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dispatch(content: Content, issues: Iterable[Issue], files: Mapping[str, tuple[str, ...]]) -> bytes:
    """A row per respondent and language; `files` by folder. Opens in Excel with a double click."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    voices = tuple(Voice(content, language) for language in LAW_LANGUAGES)
    writer.writerow([" / ".join(voice.label(f"dispatch_{name}") for voice in voices) for name in _COLUMNS])
    for issue in issues:
        for language in issue.respondent.languages:
            voice = Voice(content, language)
            listed = tuple(_of(language, files.get(folder_name(issue), ())))
            writer.writerow([_safe(words) for words in _row(voice, issue, listed)])
    return target.getvalue().encode("utf-8-sig")


def _row(voice: Voice, issue: Issue, files: tuple[str, ...]) -> Iterator[str]:
    respondent = issue.respondent
    yield f"{issue.number:05}"
    yield issue.letter_number
    yield respondent.id
    yield respondent.name[voice.language]
    yield " ".join(respondent.addressee[voice.language].split())
    yield told(voice, f"channel_{respondent.channel}")
    yield voice.label(f"language_{voice.language}")
    yield ", ".join(f"{folder_name(issue)}/{name}" for name in files)


def _of(language: Language, names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in names if f".{language}." in name)


def _safe(words: str) -> str:
    """A table program would run what begins like a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words
