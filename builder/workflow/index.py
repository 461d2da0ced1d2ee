"""output/index.html: everything the manifest knows, for the person who publishes.

One page for every reader: its own words stand in three languages, those about a document in the language
of the document. So its bytes depend on the documents alone.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.compose.kinds import edition_words
from builder.compose.request import EVERY_LANGUAGE, Request
from builder.compose.voice import Voice
from builder.model.library import Content
from builder.model.subjects import Subject
from builder.workflow.files import write_whole
from builder.workflow.manifest import Entry
from builder.write.html.page import render

INDEX = "index.html"
_WORDS = Path(__file__).with_suffix(".toml")
_SHORT = 12
_KILO = 1024

Documents = Iterable[tuple[Request, Entry]]
ByLanguage = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class File:
    """A link; `facts` are pages and size. Without `href` the file is not there any more."""

    href: str | None
    format: str
    facts: tuple[str, ...]
    sha256: str

    @property
    def short(self) -> str:
        return self.sha256[:_SHORT]


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in one language; `also` are words that find it though they are not shown."""

    tag: str
    title: str
    facts: tuple[str, ...]
    draft: str
    also: str
    files: tuple[File, ...]


@dataclass(slots=True)
class Group:
    """Documents about the same subjects; `names` is empty where they are about none, `also` finds them."""

    names: ByLanguage
    also: str
    documents: list[Listed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of document."""

    kind: str
    names: ByLanguage
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.documents) for group in self.groups)


@cache
def words() -> Mapping[str, Any]:
    """The page's words by part, key and language."""
    return tomllib.loads(_WORDS.read_text("utf-8"))


def write_index(templates: Path, output: Path, content: Content, documents: Documents) -> None:
    """Writes the page unless it already says the same."""
    data = page(templates, _Lister(content, output).sections(documents))
    path = output / INDEX
    try:
        if path.read_bytes() == data:
            return
    except OSError:
        pass
    write_whole(path, data)


def page(templates: Path, sections: tuple[Section, ...]) -> bytes:
    """The page as HTML."""
    return render(
        templates / "html",
        INDEX,
        words=words()["page"],
        sections=sections,
        total=sum(section.count for section in sections),
        languages=UI_LANGUAGES,
        pair=LAW_LANGUAGES,
    )


@dataclass(frozen=True, slots=True)
class _Lister:
    """Puts documents in order: by kind, subject and language."""

    content: Content
    output: Path

    def sections(self, documents: Documents) -> tuple[Section, ...]:
        kinds: dict[str, dict[tuple[str, ...], Group]] = {}
        for files in self._by_document(documents):
            request = files[0][0]
            subjects = self._subjects(request)
            groups = kinds.setdefault(request.kind, {})
            key = tuple(subject.id for subject in subjects)
            group = groups.setdefault(key, Group(_names(subjects), _also(subjects)))
            group.documents.append(self._listed(request, [entry for _, entry in files]))
        return tuple(
            Section(kind, self._kind_names(kind), tuple(groups.values())) for kind, groups in kinds.items()
        )

    def _by_document(self, documents: Documents) -> Iterable[list[tuple[Request, Entry]]]:
        """Files of each document; its languages follow one another, kinds and names keep their order."""
        found: dict[tuple[str, str], dict[str, list[tuple[Request, Entry]]]] = {}
        for request, entry in documents:
            languages = found.setdefault((request.kind, request.name), {})
            languages.setdefault(request.language, []).append((request, entry))
        for languages in found.values():
            for language in sorted(languages, key=EVERY_LANGUAGE.index):
                yield languages[language]

    def _subjects(self, request: Request) -> tuple[Subject, ...]:
        """Whom a document is about or who answers it."""
        return tuple(
            subject
            for subject in self.content.subjects
            if subject.id == request.subject
            or (request.subject is None and request.section in subject.sections)
        )

    def _kind_names(self, kind: str) -> ByLanguage:
        names = {str(lang): Voice(self.content, lang).label(f"subject_{kind}") for lang in LAW_LANGUAGES}
        return {language: name[:1].upper() + name[1:] for language, name in names.items()}

    def _listed(self, request: Request, entries: list[Entry]) -> Listed:
        language = request.main
        row = words()["row"]
        draft = any(entry.draft for entry in entries)
        medium = words()["medium"].get(str(request.medium))
        about = [words()["language"][request.language], *([medium] if medium else [])]
        spoken = [*about, *([row["draft"]] if draft else [])]
        return Listed(
            tag=language.tag,
            title=entries[0].title,
            facts=(
                *(table[language.value] for table in about),
                self._edition(request, entries[0].edition),
            ),
            draft=row["draft"][language.value] if draft else "",
            also=" ".join(word for table in spoken for word in table.values()),
            files=tuple(self._file(entry, language) for entry in entries),
        )

    def _edition(self, request: Request, edition: str) -> str:
        try:
            day = date.fromisoformat(edition)
        except ValueError:
            return edition
        return edition_words(Voice(self.content, request.main), request, day)

    def _file(self, entry: Entry, language: Language) -> File:
        row = words()["row"]
        try:
            size = (self.output / entry.path).stat().st_size
        except OSError:
            return File(None, entry.format, (row["missing"][language.value],), entry.sha256)
        pages = row["pages"][language.value].format(count=entry.pages) if entry.pages else ""
        facts = tuple(fact for fact in (pages, _size(size, language)) if fact)
        return File(quote(entry.path), entry.format, facts, entry.sha256)


def _names(subjects: tuple[Subject, ...]) -> ByLanguage:
    """One subject by its name, several by their short names."""
    if not subjects:
        return {}
    several = len(subjects) > 1
    return {
        str(language): ", ".join(
            (item.short if several and item.short else item.name).plain(language) for item in subjects
        )
        for language in LAW_LANGUAGES
    }


def _also(subjects: tuple[Subject, ...]) -> str:
    """Every name of the subjects, so that a search for any of them finds the group."""
    names: list[str] = []
    for item in subjects:
        for language in LAW_LANGUAGES:
            names.extend(text.plain(language) for text in (item.name, item.short) if text)
            names.extend(item.also.get(language, ()))
    return " ".join(names)


def _size(size: int, language: Language) -> str:
    """`118 КБ`, `1,2 МБ`, with a no-break space."""
    kilobytes = max(1, round(size / _KILO))
    unit, number = ("kilobytes", str(kilobytes))
    if kilobytes >= _KILO:
        unit, number = "megabytes", f"{size / _KILO / _KILO:.1f}".replace(".", ",")
    return str(words()["row"][unit][language.value]).format(size=number).replace(" ", "\u00a0")
