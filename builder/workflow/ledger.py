"""content/standing.yaml: which texts it keeps, and how it is written without losing comments."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.base.language import LAW_LANGUAGES, Language
from builder.model.library import Library
from builder.model.standing import Ledger, Record, words_hash
from builder.model.text import Standing, Text

HEADER = """\
# Which words of the two languages belong together, and who confirmed them. Written by `qagida confirm`
# and `qagida translations --record`; see docs/notes/standing.md.
"""
_SIMPLE = re.compile(r"[A-Za-z][A-Za-z0-9_/.-]*")
_KEY = re.compile(r'(?P<indent> *)(?P<key>"[^"]*"|[^\s:#]+):')


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that the ledger keeps: its file below the content folder, its pair of hashes, its record."""

    file: str
    text: Text
    pair: tuple[str, str]
    record: Record | None

    @property
    def stale(self) -> bool:
        return any(wording.standing is Standing.STALE for wording in self.text.wordings.values())

    @property
    def up_to_date(self) -> bool:
        """The record stands at the path of the text and says the same."""
        return self.stale or (self.record is not None and self.record.pair == self.pair)

    def renewed(self) -> Record:
        """The record to keep: a stale one stays as it is, or nobody would know that it is stale."""
        if self.record is not None and (self.stale or self.record.pair == self.pair):
            return self.record
        return Record(*self.pair, place=self.text.place)


def file_of(text: Text) -> str:
    """`sop/memos.yaml`: the file below the content folder."""
    return text.place.path.partition("/")[2]


def entries(library: Library) -> Iterator[Entry]:
    """Texts with both languages of which at least one is not official."""
    records = {} if library.standing is None else library.standing.standing
    texts: dict[str, list[tuple[Text, tuple[str, str]]]] = {}
    for text in library.texts:
        if len(text.wordings) == len(LAW_LANGUAGES):
            texts.setdefault(file_of(text), []).append((text, _pair(text)))
    for file, found in texts.items():
        ledger = _ledger(records.get(file, {}), [pair for _, pair in found])
        for text, pair in found:
            if any(wording.standing is not Standing.OFFICIAL for wording in text.wordings.values()):
                yield Entry(file, text, pair, ledger.record(text.key, pair))


def _ledger(records: Mapping[str, Record], pairs: Iterable[tuple[str, str]]) -> Ledger:
    return Ledger(records, lambda: frozenset(pairs))


def _pair(text: Text) -> tuple[str, str]:
    return words_hash(text[Language.KK].raw), words_hash(text[Language.RU].raw)


Records = Mapping[str, Mapping[str, Record]]


def records_of(kept: Iterable[tuple[Entry, Record]]) -> Records:
    result: dict[str, dict[str, Record]] = {}
    for entry, record in kept:
        result.setdefault(entry.file, {})[entry.text.key] = record
    return result


def written(records: Records, before: str) -> str:
    """The file with these records; comments of the file as it was stay above the lines they stood above."""
    header, comments = _comments(before)
    lines = [header or HEADER.rstrip("\n"), "standing:" if records else "standing: {}"]
    for file, found in records.items():
        lines += [*comments.get((file, ""), ()), f"  {file}:"]
        for key, record in found.items():
            lines += [*comments.get((file, key), ()), f"    {_quoted(key)}: {_record(record)}"]
    return "\n".join(lines) + "\n"


def _record(record: Record) -> str:
    confirmed = ", ".join(
        f"{language}: {{by: {json.dumps(one.by, ensure_ascii=False)}, on: {one.on.isoformat()}}}"
        for language, one in record.confirmed.items()
    )
    tail = f", confirmed: {{{confirmed}}}" if confirmed else ""
    return f'{{kk: "{record.kk}", ru: "{record.ru}"{tail}}}'


def _quoted(key: str) -> str:
    return key if _SIMPLE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _comments(before: str) -> tuple[str, dict[tuple[str, str], tuple[str, ...]]]:
    """Comment lines at the head of the file, and those above each file and record."""
    pending: list[str] = []
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    header = file = ""
    for line in before.splitlines():
        if line.lstrip().startswith("#"):
            pending.append(line)
            continue
        match = _KEY.match(line)
        if match is None:
            continue
        key = match["key"].strip('"')
        if not match["indent"]:
            header = "\n".join(pending)
        elif len(match["indent"]) == 2:
            file = key
            found[file, ""] = tuple(pending)
        elif len(match["indent"]) == 4:
            found[file, key] = tuple(pending)
        pending = []
    return header, found
