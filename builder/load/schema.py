"""JSON Schema of content files, made from the model by the same rules as the decoder reads them.

Editors use it to complete keys and to explain them; the decoder does the checking.
"""

import json
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.load.assessment import FILES as ASSESSMENT_FILES
from builder.load.decode import hints
from builder.load.library import FILES
from builder.model.questionnaire import SectionFile
from builder.model.text import Standing, Text

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_HELP = Path(__file__).parent.parent / "base" / "schema_help.toml"

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Name of the schema file to schema, for every kind of content file."""
    assessment = {f"assessment_{part}": cls for part, cls in ASSESSMENT_FILES.values()}
    kinds = {**dict(FILES.values()), "section": SectionFile, **assessment}
    return {f"{part}.json": schema(cls) for part, cls in sorted(kinds.items())}


def schema(cls: type[Any]) -> Schema:
    """The schema of a file whose model is `cls`."""
    definitions: dict[str, Schema] = {}
    root = _object(cls, definitions)
    return {
        "$schema": _DRAFT,
        "title": cls.__name__,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    origin = typing.get_origin(kind)
    if origin is types.UnionType:
        inner = next(arg for arg in typing.get_args(kind) if arg is not type(None))
        return _of(inner, definitions)
    if origin is tuple:
        return {"type": "array", "items": _of(typing.get_args(kind)[0], definitions)}
    if origin is Mapping:
        key, value = typing.get_args(kind)
        return _mapping(key, value, definitions)
    if kind is Text or is_dataclass(kind):
        return _reference(kind, definitions)
    return _scalar(kind)


def _mapping(key: Any, value: Any, definitions: dict[str, Schema]) -> Schema:
    inner = _of(value, definitions)
    if key is Language:
        names = {str(language): inner for language in LAW_LANGUAGES}
        return {"type": "object", "additionalProperties": False, "properties": names}
    return {"type": "object", "additionalProperties": inner}


def _reference(cls: Any, definitions: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # stands for itself while its own parts are looked at
        definitions[name] = _text(definitions) if cls is Text else _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(cls: Any, definitions: dict[str, Schema]) -> Schema:
    known = [item for item in fields(cls) if item.name != "place"]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [
            item.name for item in known if item.default is MISSING and item.default_factory is MISSING
        ],
        "properties": {
            item.name: _of(hints(cls)[item.name], definitions) | _described(cls.__name__, item.name)
            for item in known
        },
    }


def _text(definitions: dict[str, Schema]) -> Schema:
    languages = [str(language) for language in LAW_LANGUAGES]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": languages,
        "properties": {
            **{name: _scalar(str) | _described("Text", name) for name in languages},
            "standing": _mapping(Language, Standing, definitions) | _described("Text", "standing"),
        },
    }


def _scalar(kind: Any) -> Schema:
    if kind is str:
        return {"type": "string", "pattern": r"\S"}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": 0}
    if kind is date:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    return _enum(kind)


def _enum(kind: type[StrEnum]) -> Schema:
    values = [str(member) for member in (LAW_LANGUAGES if kind is Language else kind)]
    return {
        "enum": values,
        "markdownEnumDescriptions": ["  \n".join(_help(kind.__name__, value)) for value in values],
    }


def _described(owner: str, key: str) -> Schema:
    """Help shown while the pointer rests on a key: a line for each language."""
    lines = _help(owner, key)
    return {"description": "\n".join(lines), "markdownDescription": "  \n".join(lines)}


def _help(owner: str, key: str) -> list[str]:
    entry: Mapping[str, str] = _helps()[owner][key]
    return [entry[str(language)] for language in UI_LANGUAGES]


@cache
def _helps() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    with _HELP.open("rb") as stream:
        return tomllib.load(stream)


def text_of(content: Schema) -> str:
    """A schema as it is kept in `schema/`."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
