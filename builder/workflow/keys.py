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
    sources = sorted({source for request in requests for source in request.sources})
    standings = _standings(texts)
    digests = {
        source: f"{file_digest(project.content / source)} {standings.get(f'content/{source}', '')}"
        for source in sources
    }
    folders = [project.templates, Path(builder.__file__).parent, *house_fonts()]
    common = " ".join((*map(_tree_digest, folders), moment.isoformat()))
    return {
        path_of(request, suffix): digest(
            " ".join((common, suffix, repr(request), *(digests[name] for name in request.sources))).encode()
        )
        for request in requests
        for suffix in suffixes
        if suffix in request.formats
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
