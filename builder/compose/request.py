"""What can be asked for: a document by kind, name and language."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.language import LAW_LANGUAGES, SIDE_BY_SIDE, Language
from builder.blocks.tree import Medium

OFFICE = ("docx", "pdf")
"""The formats of a document for an office."""


class Act(StrEnum):
    """The publication a document is made after: its edition and the standing of its translation."""

    RULES = "rules"
    SOP = "sop"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Request:
    """One document to compose; `language` is `kk`, `ru`, or `kk-ru` for side by side.

    `sources` are the content files it depends on, relative to the content folder; `subject` is the id of
    the subject that the document is for; `formats` are the file formats that it has.
    """

    kind: str
    name: str
    language: str
    sources: tuple[str, ...]
    section: int | None = None
    subject: str | None = None
    act: Act = Act.RULES
    formats: tuple[str, ...] = OFFICE
    medium: Medium = Medium.PAPER

    @property
    def main(self) -> Language:
        """The language of furniture and metadata; working copies speak the first one."""
        return LAW_LANGUAGES[0] if self.language == SIDE_BY_SIDE else Language(self.language)

    @property
    def pairs(self) -> bool:
        """Whether two languages stand side by side; on a card they have a side each."""
        return self.language == SIDE_BY_SIDE and self.medium is Medium.PAPER


EVERY_LANGUAGE = (*(str(language) for language in LAW_LANGUAGES), SIDE_BY_SIDE)
EACH_LANGUAGE = tuple(str(language) for language in LAW_LANGUAGES)
