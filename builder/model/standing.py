"""The ledger of standings: which words of the two languages were paired, and who confirmed them when.

A record keeps a hash of each wording. While both fit, the pair is as it was recorded; when only one
language has changed since, the other one is stale. Reasons: docs/notes/standing.md.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.model.text import Standing

STANDING_FILE = "standing.yaml"
_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person read the words against the other language and stands by them."""

    by: str
    on: date


def _nobody() -> Mapping[Language, Confirmation]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Record:
    """Hashes of the two wordings when they were last looked at together."""

    kk: str
    ru: str
    place: Place
    confirmed: Mapping[Language, Confirmation] = field(default_factory=_nobody)

    @property
    def pair(self) -> tuple[str, str]:
        return self.kk, self.ru


@dataclass(frozen=True, slots=True)
class StandingFile:
    """content/standing.yaml: records by content file and by the path of the text in it."""

    standing: Mapping[str, Mapping[str, Record]]


def words_hash(words: str) -> str:
    """Twelve hexadecimal digits that change with the words, but not with the folding of their lines."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:_LENGTH]


def settled(
    declared: Mapping[Language, Standing], pair: tuple[str, str], record: Record | None
) -> dict[Language, Standing]:
    """The standing of each language of a text, from what its file declares and what is recorded.

    Official words stay official. A confirmation holds as long as neither language changes; words are
    stale when only their counterpart has changed.
    """
    known = pair if record is None else record.pair
    changed = {
        language: now != before for language, now, before in zip(LAW_LANGUAGES, pair, known, strict=True)
    }
    result: dict[Language, Standing] = {}
    for language, other in zip(LAW_LANGUAGES, reversed(LAW_LANGUAGES), strict=True):
        standing = declared[language]
        if standing is Standing.OFFICIAL:
            result[language] = standing
        elif changed[other] and not changed[language]:
            result[language] = Standing.STALE
        elif record is not None and language in record.confirmed and not any(changed.values()):
            result[language] = Standing.CONFIRMED
        else:
            result[language] = Standing.DRAFT if standing is Standing.CONFIRMED else standing
    return result


class Ledger:
    """Records of one content file, matched with the texts that stand in it now."""

    def __init__(
        self, records: Mapping[str, Record], present: Callable[[], frozenset[tuple[str, str]]]
    ) -> None:
        """`present` gives the pairs of hashes of all texts of the file, when a text has changed."""
        self._records = records
        self._present = cache(present)
        self._pairs = {record.pair: record for record in records.values()}

    def record(self, key: str, pair: tuple[str, str]) -> Record | None:
        """The record of a text: the one at its path, or the one that moved here with its words.

        A record whose words stand elsewhere in the file belongs there, not to what took its place.
        """
        own = self._records.get(key)
        if own is not None and own.pair == pair:
            return own
        if pair in self._pairs:
            return self._pairs[pair]
        return None if own is None or own.pair in self._present() else own
