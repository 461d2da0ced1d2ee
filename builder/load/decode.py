"""A tree of YAML nodes to frozen dataclasses, driven by their annotations.

Unknown and missing keys, wrong kinds of value and missing languages become findings; a value that
cannot be built is None and its parent is not built either, but everything else is still looked at.
"""

import re
import types
import typing
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from typing import Any

from builder.base.finding import Finding
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.load.inline import runs_of
from builder.load.keys import segments
from builder.load.tree import Mapping, Node, Scalar, Sequence
from builder.model.standing import Ledger, settled, words_hash
from builder.model.text import Standing, Text, Wording

_TEXT_KEYS = (*(str(language) for language in LAW_LANGUAGES), "standing")
_FAILED = object()
_SHOWN = 80
"""Characters of a wrong word that a finding repeats."""
_GUESSES = 200
"""Findings of a file after which no more suggestions are looked for."""
_NUMBER = re.compile(r"[0-9]{1,9}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@cache
def hints(cls: type) -> dict[str, Any]:
    """Annotations of a dataclass, resolved once."""
    return typing.get_type_hints(cls)


@cache
def members(kind: type[StrEnum]) -> dict[str, StrEnum]:
    """The words of a list that a file may use."""
    known: tuple[StrEnum, ...] = LAW_LANGUAGES if kind is Language else tuple(kind)
    return {str(member): member for member in known}


Reader = Callable[["Decoder", Node], Any]
"""Reads a value of one kind; gives `_FAILED` for what cannot be built."""


@dataclass(frozen=True, slots=True)
class Part:
    """A key of a mapping: how its value is read, and whether it must be there."""

    read: Reader
    required: bool


@cache
def parts(cls: type) -> dict[str, Part]:
    """What a mapping that becomes a dataclass may hold; found out once, for files have thousands of them."""
    return {
        item.name: Part(
            Decoder.reader(hints(cls)[item.name]),
            item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(cls)
        if item.name != "place"
    }


class Decoder:
    """Decodes one file. `texts` and `findings` fill up as it goes."""

    def __init__(self, standing: MappingType[Language, Standing], ledger: Ledger | None = None) -> None:
        self.texts: list[Text] = []
        self.findings: list[Finding] = []
        self._standing = {language: standing.get(language, Standing.OFFICIAL) for language in LAW_LANGUAGES}
        self._ledger = ledger
        self._path: list[str] = []

    def decode(self, node: Node, cls: type[Any]) -> Any | None:
        """The dataclass `cls` from a node, or None when it could not be built whole."""
        value = self._dataclass(node, cls)
        return None if value is _FAILED else value

    @classmethod
    @cache
    def reader(cls, kind: Any) -> Reader:
        """How a value of a kind is read: a text, a dataclass, a list or mapping of others, or one word."""
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin is types.UnionType:
            return cls.reader(next(one for one in inner if one is not type(None)))
        if origin is tuple:
            return partial(cls._tuple, read=cls.reader(inner[0]))
        if origin is MappingType:
            return partial(cls._mapping, key_kind=inner[0], read=cls.reader(inner[1]))
        if kind is Text:
            return cls._text
        return partial(cls._dataclass if is_dataclass(kind) else cls._scalar, kind=kind)

    def _report(self, code: str, place: Place, **data: str) -> object:
        self.findings.append(Finding(code, place, data))
        return _FAILED

    def _below(self, segment: str, node: Node, read: Reader) -> Any:
        """The value of a part, one step further down the path."""
        self._path.append(segment)
        value = read(self, node)
        self._path.pop()
        return value

    def _tuple(self, node: Node, read: Reader) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, "list")
        names = segments(node)
        values = [self._below(name, item, read) for name, item in zip(names, node.items, strict=True)]
        return _FAILED if any(value is _FAILED for value in values) else tuple(values)

    def _mapping(self, node: Node, key_kind: Any, read: Reader) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "mapping")
        result = {}
        for key, child in node.values.items():
            if key_kind is Language and key not in LAW_LANGUAGES:
                self._unknown(key, node.keys[key].place, tuple(map(str, LAW_LANGUAGES)))
                continue
            name = self._word(node.keys[key], key_kind, key=True)
            value = self._below(key, child, read)
            if name is _FAILED or value is _FAILED:
                return _FAILED
            result[name] = value
        return types.MappingProxyType(result)

    def _dataclass(self, node: Node, kind: Any) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "mapping")
        known = parts(kind)
        for key, written in node.keys.items():
            if key not in known:
                self._unknown(key, written.place, tuple(known))
        values: dict[str, Any] = {"place": node.place} if "place" in hints(kind) else {}
        failed = False
        for name, part in known.items():
            child = node.values.get(name)
            if child is not None:
                values[name] = value = self._below(name, child, part.read)
                failed = failed or value is _FAILED
            elif part.required:
                failed = self._report("Q104", node.place, key=name) is _FAILED
        return _FAILED if failed else kind(**values)

    def _unknown(self, key: str, place: Place, known: tuple[str, ...]) -> None:
        self._report("Q102", place, key=key[:_SHOWN], suggestion=self._guess(key, known))

    def _guess(self, word: str, known: tuple[str, ...]) -> str:
        """The nearest known word, else all of them; no guessing at a file that is wrong throughout."""
        near = get_close_matches(word[:_SHOWN], known, 1, 0.5) if len(self.findings) < _GUESSES else []
        return near[0] if near else ", ".join(known)

    def _text(self, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "text")
        for key, written in node.keys.items():
            if key not in _TEXT_KEYS:
                self._unknown(key, written.place, _TEXT_KEYS)
        given = {language: self._words(node, language) for language in LAW_LANGUAGES}
        words = {language: scalar for language, scalar in given.items() if scalar is not None}
        path = "/".join(self._path)
        standing = self._settled(node, words, path)
        wordings = {language: self._wording(scalar, standing[language]) for language, scalar in words.items()}
        text = Text(types.MappingProxyType(wordings), node.place, path)
        self.texts.append(text)
        return text if len(wordings) == len(LAW_LANGUAGES) else _FAILED

    def _settled(self, node: Mapping, words: dict[Language, Scalar], path: str) -> dict[Language, Standing]:
        """The standing of each language: as declared here or for the file, and as recorded."""
        own = self._declared(node)
        declared = {**self._standing, **own}
        official = all(standing is Standing.OFFICIAL for standing in declared.values())
        if official or len(words) < len(LAW_LANGUAGES):
            return declared
        hashes = (words_hash(words[Language.KK].value), words_hash(words[Language.RU].value))
        record = self._ledger.record(path, hashes) if self._ledger else None
        result = settled(declared, hashes, record)
        for language, standing in own.items():
            if standing is Standing.CONFIRMED and result[language] is Standing.DRAFT:
                self._report("Q210", node.values["standing"].place, language=str(language))
        return result

    def _declared(self, node: Mapping) -> MappingType[Language, Standing]:
        if "standing" not in node.values:
            return {}
        value = self._mapping(node.values["standing"], Language, self.reader(Standing))
        return {} if value is _FAILED else value

    def _words(self, node: Mapping, language: Language) -> Scalar | None:
        child = node.values.get(str(language))
        if child is None:
            self._report("Q201", node.place, language=str(language))
        elif not isinstance(child, Scalar):
            self._wrong(child, "text")
        elif not child.value.strip():
            self._report("Q202", child.place, language=str(language))
        else:
            return child
        return None

    def _wording(self, scalar: Scalar, standing: Standing) -> Wording:
        raw, place = scalar.value, scalar.place
        runs, findings = runs_of(raw, place)
        wording = Wording(raw, runs, standing, place, scalar.starts)
        for found in findings:
            self._report(found.code, wording.at(max(0, raw.find(found.data["markup"]))), **found.data)
        return wording

    def _scalar(self, node: Node, kind: Any) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong(node, _kind_name(kind))
        return self._word(node, kind)

    def _word(self, node: Scalar, kind: Any, *, key: bool = False) -> Any:
        """A scalar as a value of a kind; a key counts as plain even in quotes."""
        if kind is str:
            return node.value if node.value.strip() else self._wrong(node, "str")
        if issubclass(kind, StrEnum):
            return self._member(node, kind)
        value = _literal(node.value, kind, plain=key or node.plain)
        return self._wrong(node, _kind_name(kind)) if value is None else value

    def _member(self, node: Scalar, kind: type[StrEnum]) -> Any:
        known = members(kind)
        if node.value in known:
            return known[node.value]
        guess = self._guess(node.value, tuple(known))
        return self._report("Q106", node.place, value=node.value[:_SHOWN], suggestion=guess)

    def _wrong(self, node: Node, expected: str) -> object:
        return self._report("Q105", node.place, expected=expected)


def _literal(word: str, kind: Any, *, plain: bool) -> Any | None:
    """A plain number, date, true or false; None for anything else."""
    if kind is bool and plain:
        return {"true": True, "false": False}.get(word)
    if kind is int and plain and _NUMBER.fullmatch(word):
        return int(word)
    if kind is date and _DATE.fullmatch(word):
        try:
            return date.fromisoformat(word)
        except ValueError:
            return None
    return None


def _kind_name(kind: Any) -> str:
    return {str: "str", int: "int", bool: "bool", date: "date"}.get(kind, "word")
