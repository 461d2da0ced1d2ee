"""Which files of a collection are to be made: by keys as in a build, and by what lies there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.base.language import LAW_LANGUAGES, Language
from builder.compose.addressed import form_request
from builder.compose.letters import RequestLetter, compose
from builder.model.collection import Issue
from builder.model.library import Content
from builder.model.text import Text
from builder.store.shapes import Made
from builder.workflow.collect.parcels import LETTER, Parcel, Survey, file_names, folder_name
from builder.workflow.files import digest, file_digest
from builder.workflow.keys import common_key, source_digests
from builder.workflow.project import Project, moment_of

OUT = "out"
"""The folder below that of the collection in which everything lies that is sent."""


@dataclass(frozen=True)
class Stock:
    """Everything that the given issues are sent; `known` are files of earlier runs, by path with OUT."""

    project: Project
    content: Content
    texts: tuple[Text, ...]
    issues: tuple[Issue, ...]
    formats: tuple[str, ...]
    known: Mapping[str, Made]

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """What each file is made from, by its path below OUT."""
        return dict(self._keys()) if self.issues else {}

    def tasks(self, out: Path) -> Iterator[Parcel | Survey]:
        """Files that are missing, changed or out of date in `out`.

        Forms of one section and language follow each other: what they share is set once.
        """
        for section in self._sections:
            survey = Survey(section, self._digest(Survey(section).path))
            if self._is_stale(out, survey.path):
                yield survey
            for language in LAW_LANGUAGES:
                for issue in self.issues:
                    if issue.respondent.section == section and language in issue.respondent.languages:
                        yield from self._parcel(out, issue, language)

    def _parcel(self, out: Path, issue: Issue, language: Language) -> Iterator[Parcel]:
        folder = folder_name(issue)
        names = file_names(language, self.formats)
        if stale := tuple(name for name in names if self._is_stale(out, f"{folder}/{name}")):
            yield Parcel(issue, language, stale, {name: self._digest(f"{folder}/{name}") for name in stale})

    def _is_stale(self, out: Path, path: str) -> bool:
        made = self.known.get(f"{OUT}/{path}")
        return made is None or made.key != self.keys[path] or file_digest(out / path) != made.sha256

    def _digest(self, path: str) -> str | None:
        made = self.known.get(f"{OUT}/{path}")
        return None if made is None else made.sha256

    def _keys(self) -> Iterator[tuple[str, str]]:
        common = common_key(self.project, moment_of(self.issues[0].collection.opened))
        for section in self._sections:
            yield Survey(section).path, _key(common, str(section), self._forms[section])
        for issue in self.issues:
            words = f"{common} {issue!r}"
            for language in issue.respondent.languages:
                for name in file_names(language, self.formats):
                    is_letter = name.startswith(LETTER)
                    sources = self._letters if is_letter else self._forms[issue.respondent.section]
                    yield f"{folder_name(issue)}/{name}", _key(words, name, sources)

    @cached_property
    def _sections(self) -> tuple[int, ...]:
        return tuple(sorted({issue.respondent.section for issue in self.issues}))

    @cached_property
    def _forms(self) -> Mapping[int, str]:
        """Digests of the content files of each section's form."""
        requests = {number: form_request(self.content, number, LAW_LANGUAGES[0]) for number in self._sections}
        return {number: self._content(request.sources) for number, request in requests.items()}

    @cached_property
    def _letters(self) -> str:
        """Digests of the content files of a request; they are the same for everyone."""
        return self._content(compose(self.content, RequestLetter(self.issues[0]), LAW_LANGUAGES[0]).sources)

    def _content(self, sources: tuple[str, ...]) -> str:
        return " ".join(source_digests(self.project, sources, self.texts).values())


def _key(*words: str) -> str:
    return digest(" ".join(words).encode())
