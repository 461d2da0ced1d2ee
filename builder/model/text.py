"""A text of the law: one node with its wording in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.base.inline import Runs, plain
from builder.base.language import Language
from builder.base.place import Place


class Standing(StrEnum):
    """How far a wording may be relied on.

    `official` is the publication's own; `confirmed` was checked by a named person; `draft` is our
    translation; `stale` is older than its counterpart; `own` marks working words of this project.
    """

    OFFICIAL = "official"
    CONFIRMED = "confirmed"
    DRAFT = "draft"
    STALE = "stale"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in one language: as written (`raw`), as runs, with standing and place.

    `starts` pairs offsets in `raw` with the places where the lines of the file begin, when known.
    """

    raw: str
    runs: Runs
    standing: Standing
    place: Place
    starts: tuple[tuple[int, Place], ...] = ()

    @property
    def plain(self) -> str:
        return plain(self.runs)

    def at(self, offset: int) -> Place:
        """Where a character of `raw` stands in the file; the start of the text when that is not known."""
        if not self.starts:
            return self.place
        begin, place = next((start for start in reversed(self.starts) if start[0] <= offset), self.starts[0])
        return Place(place.path, place.line, max(1, place.column + offset - begin))


@dataclass(frozen=True, slots=True)
class Text:
    """Wordings by language; languages are equal, neither translates the other.

    `key` is the path of the text in its file: `memos/victim/steps/1/headline`.
    """

    wordings: Mapping[Language, Wording]
    place: Place
    key: str = ""

    def __getitem__(self, language: Language) -> Wording:
        return self.wordings[language]

    def plain(self, language: Language) -> str:
        return self.wordings[language].plain

    def runs(self, language: Language) -> Runs:
        return self.wordings[language].runs
