"""A tree of YAML nodes to frozen dataclasses, driven by their annotations.

Unknown and missing keys, wrong kinds of value and missing languages become findings; a value that
cannot be built is None and its parent is not built either, but everything else is still looked at.
"""

import re
import types
import typing
from collections.abc import Mapping as MappingType
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
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


class Decoder:
    """Decodes one file. `texts` and `findings` fill up as it goes."""

    def __init__(self, standing: MappingType[Language, Standing], ledger: Ledger | None = None) -> None:
        self.texts: list[Text] = []
        self.findings: list[Finding] = []
        self._standing = standing
        self._ledger = ledger
        self._path: list[str] = []

    def decode(self, node: Node, cls: type[Any]) -> Any | None:
        """The dataclass `cls` from a node, or None when it could not be built whole."""
        value = self._value(node, cls)
        return None if value is _FAILED else value

    def _report(self, code: str, place: Place, **data: str) -> object:
        self.findings.append(Finding(code, place, data))
        return _FAILED

    def _value(self, node: Node, kind: Any) -> Any:
        origin = typing.get_origin(kind)
        if origin is types.UnionType:
            inner = next(arg for arg in typing.get_args(kind) if arg is not type(None))
            return self._value(node, inner)
        if origin is tuple:
            return self._tuple(node, typing.get_args(kind)[0])
        if origin is MappingType:
            return self._mapping(node, *typing.get_args(kind))
        if kind is Text:
            return self._text(node)
        if is_dataclass(kind):
            return self._dataclass(node, kind)
        return self._scalar(node, kind)

    def _below(self, segment: str, node: Node, kind: Any) -> Any:
        """The value of a part, one step further down the path."""
        self._path.append(segment)
        value = self._value(node, kind)
        self._path.pop()
        return value

    def _tuple(self, node: Node, inner: Any) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, "list")
        names = segments(node)
        values = [self._below(name, item, inner) for name, item in zip(names, node.items, strict=True)]
        return _FAILED if any(value is _FAILED for value in values) else tuple(values)

    def _mapping(self, node: Node, key_kind: Any, inner: Any) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "mapping")
        result = {}
        for key, child in node.values.items():
            if key_kind is Language and key not in LAW_LANGUAGES:
                self._unknown(key, node.keys[key], tuple(map(str, LAW_LANGUAGES)))
                continue
            name = self._scalar(Scalar(key, True, node.keys[key]), key_kind)
            value = self._below(key, child, inner)
            if name is _FAILED or value is _FAILED:
                return _FAILED
            result[name] = value
        return types.MappingProxyType(result)

    def _dataclass(self, node: Node, cls: Any) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "mapping")
        known = {item.name: item for item in fields(cls) if item.name != "place"}
        for key, place in node.keys.items():
            if key not in known:
                self._unknown(key, place, tuple(known))
        values: dict[str, Any] = {"place": node.place} if "place" in hints(cls) else {}
        failed = False
        for name, item in known.items():
            if name in node.values:
                values[name] = self._below(name, node.values[name], hints(cls)[name])
                failed = failed or values[name] is _FAILED
            elif item.default is MISSING and item.default_factory is MISSING:
                failed = self._report("Q104", node.place, key=name) is _FAILED
        return _FAILED if failed else cls(**values)

    def _unknown(self, key: str, place: Place, known: tuple[str, ...]) -> None:
        self._report("Q102", place, key=key[:_SHOWN], suggestion=self._guess(key, known))

    def _guess(self, word: str, known: tuple[str, ...]) -> str:
        """The nearest known word, else all of them; no guessing at a file that is wrong throughout."""
        near = get_close_matches(word[:_SHOWN], known, 1, 0.5) if len(self.findings) < _GUESSES else []
        return near[0] if near else ", ".join(known)

    def _text(self, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, "text")
        for key, place in node.keys.items():
            if key not in _TEXT_KEYS:
                self._unknown(key, place, _TEXT_KEYS)
        given = {language: self._words(node, language) for language in LAW_LANGUAGES}
        words = {language: scalar for language, scalar in given.items() if scalar is not None}
        standing = self._settled(node, words)
        wordings = {language: self._wording(scalar, standing[language]) for language, scalar in words.items()}
        text = Text(types.MappingProxyType(wordings), node.place, "/".join(self._path))
        self.texts.append(text)
        return text if len(wordings) == len(LAW_LANGUAGES) else _FAILED

    def _settled(self, node: Mapping, words: dict[Language, Scalar]) -> dict[Language, Standing]:
        """The standing of each language: as declared here or for the file, and as recorded."""
        own = self._declared(node)
        declared = {
            language: own.get(language) or self._standing.get(language, Standing.OFFICIAL)
            for language in LAW_LANGUAGES
        }
        if set(declared.values()) == {Standing.OFFICIAL} or len(words) < len(LAW_LANGUAGES):
            return declared
        hashes = (words_hash(words[Language.KK].value), words_hash(words[Language.RU].value))
        record = self._ledger.record("/".join(self._path), hashes) if self._ledger else None
        result = settled(declared, hashes, record)
        for language, standing in own.items():
            if standing is Standing.CONFIRMED and result[language] is Standing.DRAFT:
                self._report("Q210", node.values["standing"].place, language=str(language))
        return result

    def _declared(self, node: Mapping) -> MappingType[Language, Standing]:
        if "standing" not in node.values:
            return {}
        value = self._value(node.values["standing"], MappingType[Language, Standing])
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
        raw = scalar.value
        runs, findings = runs_of(raw, scalar.place)
        wording = Wording(raw, runs, standing, scalar.place, scalar.starts)
        for found in findings:
            place = wording.at(max(0, raw.find(found.data["markup"])))
            self._report(found.code, place, **found.data)
        return wording

    def _scalar(self, node: Node, kind: Any) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong(node, _kind_name(kind))
        if kind is str:
            return node.value if node.value.strip() else self._wrong(node, "str")
        if issubclass(kind, StrEnum):
            return self._member(node, kind)
        value = _literal(node, kind)
        return self._wrong(node, _kind_name(kind)) if value is None else value

    def _member(self, node: Scalar, kind: type[StrEnum]) -> Any:
        members = LAW_LANGUAGES if kind is Language else tuple(kind)
        values = tuple(str(member) for member in members)
        if node.value in values:
            return kind(node.value)
        guess = self._guess(node.value, values)
        return self._report("Q106", node.place, value=node.value[:_SHOWN], suggestion=guess)

    def _wrong(self, node: Node, expected: str) -> object:
        return self._report("Q105", node.place, expected=expected)


def _literal(node: Scalar, kind: Any) -> Any | None:
    """A plain number, date, true or false; None for anything else."""
    word = node.value
    if kind is bool and node.plain:
        return {"true": True, "false": False}.get(word)
    if kind is int and node.plain and _NUMBER.fullmatch(word):
        return int(word)
    if kind is date and _DATE.fullmatch(word):
        try:
            return date.fromisoformat(word)
        except ValueError:
            return None
    return None


def _kind_name(kind: Any) -> str:
    return {str: "str", int: "int", bool: "bool", date: "date"}.get(kind, "word")
