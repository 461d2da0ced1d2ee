"""The register of places where the two authentic texts differ, or one is at odds with itself."""

from dataclasses import dataclass
from enum import StrEnum

from builder.base.language import Language
from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


class DivergenceKind(StrEnum):
    ADDITION = "addition"
    OMISSION = "omission"
    MEANING = "meaning"
    TERM = "term"
    NUMBER = "number"
    STRUCTURE = "structure"
    MISPRINT = "misprint"
    GRAMMAR = "grammar"
    OVERLAP = "overlap"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Divergence:
    """`kk` and `ru` quote the words in question; `effect`: what they mean for those who answer or analyse."""

    id: str
    where: tuple[str, ...]
    kind: DivergenceKind
    note: Text
    effect: Text
    place: Place
    kk: str | None = None
    ru: str | None = None

    def quote(self, language: Language) -> str | None:
        return {Language.KK: self.kk, Language.RU: self.ru}[language]


@dataclass(frozen=True, slots=True)
class DivergencesFile:
    """content/rules/divergences.yaml."""

    provenance: Provenance
    divergences: tuple[Divergence, ...]
