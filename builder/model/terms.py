"""The term base: what a thing is called in each language, and wordings that should not replace it."""

from dataclasses import dataclass

from builder.base.language import Language
from builder.base.place import Place
from builder.model.provenance import Provenance


@dataclass(frozen=True, slots=True)
class TermForm:
    """`avoid` holds beginnings of wordings that should not stand for the term."""

    term: str
    place: Place
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    kk: TermForm
    ru: TermForm
    place: Place
    defined_at: str | None = None

    def form(self, language: Language) -> TermForm:
        return {Language.KK: self.kk, Language.RU: self.ru}[language]


@dataclass(frozen=True, slots=True)
class TermsFile:
    """content/rules/terms.yaml."""

    provenance: Provenance
    terms: tuple[Term, ...]
