"""output/manifest.json: what was built, from what; and the build's own memory beside it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from builder.workflow.files import write_whole

MANIFEST = "manifest.json"
STATE = ".build.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document file.

    `path` is relative to the output folder, `subject` the id of the subject that the document is for;
    `pages` is known for PDF only, `draft` is true where a text is below `confirmed`.
    """

    path: str
    kind: str
    language: str
    format: str
    title: str
    edition: str
    sha256: str
    sources: tuple[str, ...]
    fonts: tuple[str, ...]
    section: int | None = None
    subject: str | None = None
    pages: int | None = None
    draft: bool | None = None

    def as_json(self) -> dict[str, object]:
        return {key: value for key, value in asdict(self).items() if value is not None}


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Entries by path; an unreadable manifest counts as none."""
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))["documents"]
        entries = [_entry(item) for item in listed]
        return {entry.path: entry for entry in entries if _inside(entry.path)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(item: Mapping[str, Any]) -> Entry:
    known = {field.name for field in fields(Entry)}
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in item.items()
    }
    return Entry(**{key: value for key, value in values.items() if key in known})


def _inside(path: str) -> bool:
    """A manifest that was tampered with must not make us delete files elsewhere."""
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def write_manifest(folder: Path, entries: Iterable[Entry]) -> None:
    """Writes the manifest unless it already says the same."""
    documents = [entry.as_json() for entry in sorted(entries, key=lambda entry: entry.path)]
    _write_json(folder / MANIFEST, {"documents": documents})


def read_state(folder: Path) -> dict[str, str]:
    """Build key of every file, as of the last build."""
    try:
        state = json.loads((folder / STATE).read_text("utf-8"))
        return {str(path): str(key) for path, key in state.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def write_state(folder: Path, state: Mapping[str, str]) -> None:
    _write_json(folder / STATE, dict(sorted(state.items())))


def _write_json(path: Path, value: object) -> None:
    data = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    try:
        if path.read_bytes() == data:
            return
    except OSError:
        pass
    write_whole(path, data)
