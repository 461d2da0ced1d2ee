"""What can be asked for: a document by kind, name and language."""

from dataclasses import dataclass

from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE, Language


@dataclass(frozen=True, slots=True)
class Request:
    """One document to compose; `language` is `kk`, `ru`, or `kk-ru` for side by side.

    `sources` are the content files it depends on, relative to the content folder.
    """

    kind: str
    name: str
    language: str
    sources: tuple[str, ...]
    section: int | None = None

    @property
    def main(self) -> Language:
        """The language of furniture and metadata; working copies speak the first one."""
        return LAW_LANGUAGES[0] if self.language == SIDE_BY_SIDE else Language(self.language)


EVERY_LANGUAGE = (*(str(language) for language in LAW_LANGUAGES), SIDE_BY_SIDE)
EACH_LANGUAGE = tuple(str(language) for language in LAW_LANGUAGES)
