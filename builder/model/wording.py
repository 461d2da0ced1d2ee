"""Wordings that stigmatise or expose people, with what to say instead and why."""

from dataclasses import dataclass

from builder.base.language import Language
from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


@dataclass(frozen=True, slots=True)
class AvoidedForm:
    """`avoid` holds beginnings of words or phrases; `prefer` is what to say instead."""

    avoid: tuple[str, ...]
    prefer: str
    place: Place


@dataclass(frozen=True, slots=True)
class AvoidedWording:
    id: str
    kk: AvoidedForm
    ru: AvoidedForm
    why: Text
    place: Place

    def form(self, language: Language) -> AvoidedForm:
        return {Language.KK: self.kk, Language.RU: self.ru}[language]


@dataclass(frozen=True, slots=True)
class WordingFile:
    """content/sop/wording.yaml."""

    provenance: Provenance
    wording: tuple[AvoidedWording, ...]
