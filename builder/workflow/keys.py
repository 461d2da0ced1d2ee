"""Build keys: a digest per file that changes when anything it is made from changes."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import builder
from builder.compose.request import Request
from builder.model.text import Text
from builder.workflow.files import digest, file_digest
from builder.workflow.project import Project
from builder.workflow.selection import path_of


def build_keys(
    project: Project,
    requests: tuple[Request, ...],
    suffixes: tuple[str, ...],
    moment: datetime,
    texts: Iterable[Text] = (),
) -> dict[str, str]:
    """Keys by path, from the content files of each document, the templates, the code and the moment.

    The standing of `texts` is part of a file: a confirmation changes documents without touching it.
    """
    digests = source_digests(project, (name for request in requests for name in request.sources), texts)
    common = common_key(project, moment)
    return {
        path_of(request, suffix): digest(
            " ".join((common, suffix, repr(request), *(digests[name] for name in request.sources))).encode()
        )
        for request in requests
        for suffix in suffixes
        if suffix in request.formats
    }


def common_key(project: Project, moment: datetime) -> str:
    """What every document depends on: templates, code, fonts of the house, and the moment."""
    folders = [project.templates, Path(builder.__file__).parent, *house_fonts()]
    return " ".join((*map(_tree_digest, folders), moment.isoformat()))


def source_digests(project: Project, sources: Iterable[str], texts: Iterable[Text] = ()) -> dict[str, str]:
    """Digests of content files by their paths, with the standing of their texts."""
    standings = _standings(texts)
    return {
        source: f"{file_digest(project.content / source)} {standings.get(f'content/{source}', '')}"
        for source in sorted(set(sources))
    }


def _standings(texts: Iterable[Text]) -> Mapping[str, str]:
    """A digest of the standings of all texts by content file, in the order of the file."""
    listed: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        listed[text.place.path].extend(f"{name}={item.standing}" for name, item in text.wordings.items())
    return {path: digest(" ".join(items).encode()) for path, items in listed.items()}


def house_fonts() -> tuple[Path, ...]:
    """The folder with a house's own fonts, where one is named."""
    named = os.environ.get("QAGIDA_FONTS", "")
    return (Path(named),) if named else ()


def _tree_digest(folder: Path) -> str:
    """One digest of every file below a folder, by name and bytes."""
    summary = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            summary.update(path.relative_to(folder).as_posix().encode())
            summary.update(path.read_bytes())
    return summary.hexdigest()
