"""The registry of respondents: who is asked every year (Rules, points 2 6), 3 and 9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.model.provenance import Provenance
from builder.model.text import Text


class Channel(StrEnum):
    """How a letter travels: the electronic document system, post, e-mail or courier."""

    EDMS = "edms"
    POST = "post"
    EMAIL = "email"
    COURIER = "courier"


@dataclass(frozen=True, slots=True)
class Region:
    """A region by the id of its category in the breakdown `region`.

    `of` is its name in the genitive, `by` the name as the area that an office covers: "Абай облысы
    бойынша", "по области Абай".
    """

    id: str
    name: Text
    of: Text
    by: Text
    place: Place


@dataclass(frozen=True, slots=True)
class RegionsFile:
    """content/registry/regions.yaml."""

    provenance: Provenance
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A function that one body has, or one body in each region (`regional`).

    `name` is the body, `addressee` the first lines of a letter to it: the post and the body in the dative.
    In a regional group both hold the region: `{region}` in the genitive, `{region_name}`, `{by_region}`.
    """

    id: str
    subject: str
    section: int
    name: Text
    addressee: Text
    place: Place
    regional: bool = False
    languages: tuple[Language, ...] = LAW_LANGUAGES
    channel: Channel = Channel.EDMS


@dataclass(frozen=True, slots=True)
class Entry:
    """A single body, as a registry table gives it."""

    id: str
    subject: str
    section: int
    name: Text
    addressee: Text
    place: Place
    region: str | None = None
    languages: tuple[Language, ...] = LAW_LANGUAGES
    channel: Channel = Channel.EDMS


@dataclass(frozen=True, slots=True)
class RespondentsFile:
    """content/registry/respondents.yaml: functions, then single bodies."""

    provenance: Provenance
    groups: tuple[Group, ...]
    bodies: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """content/registry/imported.yaml: single bodies read from a table; the file need not be there."""

    provenance: Provenance
    bodies: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """The authorised body that coordinates the expert group in the years `first` to `last` (point 6)."""

    body: str
    first: int
    last: int
    place: Place


@dataclass(frozen=True, slots=True)
class RotationFile:
    """content/registry/rotation.yaml.

    By body: `letterhead`, its full name as it stands on a letterhead, and `signatory`, the post that signs.
    """

    provenance: Provenance
    turns: tuple[Turn, ...]
    letterhead: Mapping[str, Text]
    signatory: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Words:
    """A name in both languages of the law, free of content files: what a collection keeps."""

    kk: str
    ru: str

    def __getitem__(self, language: Language) -> str:
        return self.kk if language is Language.KK else self.ru


@dataclass(frozen=True, slots=True)
class Respondent:
    """One body that is asked: its section of the questionnaire besides 1, and where letters go."""

    id: str
    subject: str
    section: int
    name: Words
    addressee: Words
    region: str | None = None
    languages: tuple[Language, ...] = LAW_LANGUAGES
    channel: Channel = Channel.EDMS
