"""The registry of respondents as files: tables in and out, and the content file of imported bodies."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.load.library import load
from builder.model.library import Content, whole
from builder.model.provenance import Provenance
from builder.model.registry import Channel, Respondent
from builder.model.respondents import respondents, shipped
from builder.read.registry import read_table
from builder.workflow.files import write_whole
from builder.workflow.project import Project
from builder.write.xlsx.registry import registry_csv, registry_xlsx

IMPORTED = "registry/imported.yaml"
_HEAD = "# Bodies read from a table of respondents; written whole by the program. Change the table instead.\n"
_MARKUP = re.compile(r"([\\`*_\[\]<>&])")

__all__ = ["Imported", "export_registry", "import_registry", "respondents"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows read, bodies written to `imported.yaml` (those that differ from ours)."""

    read: int
    written: int
    findings: tuple[Finding, ...] = ()


def import_registry(project: Project, path: Path) -> Imported:
    """Reads a table and writes `content/registry/imported.yaml` whole; with a wrong cell nothing is written.

    Rows that say what `respondents.yaml` says already are not repeated; a row with the id of one of its
    bodies corrects it. Raises QagidaError when the file must not be read or the content is not whole.
    """
    content = _content(project)
    found, findings = read_table(path, content)
    if findings:
        return Imported(len(found), 0, findings)
    ours = shipped(content)
    news = [one for one in found if ours.get(one.id) != one]
    write_whole(project.content / IMPORTED, _file(content.provenance, news).encode())
    return Imported(len(found), len(news))


def export_registry(project: Project, path: Path, language: Language = Language.RU) -> int:
    """Writes every respondent as a table by the suffix of the path; headings are in `language`.

    Answers how many there are. Raises QagidaError: Q636 for another suffix than csv and xlsx.
    """
    everyone = respondents(_content(project))
    match path.suffix.lower():
        case ".csv":
            data = registry_csv(everyone, language)
        case ".xlsx":
            data = registry_xlsx(everyone, language)
        case _:
            raise QagidaError(
                Finding("Q636", Place(path.name), {"obstacle": "suffix", "columns": "csv, xlsx"})
            )
    write_whole(path, data)
    return len(everyone)


def _content(project: Project) -> Content:
    loaded = load(project.content)
    content = whole(loaded.library)
    if content is None:
        raise QagidaError(*loaded.findings)
    return content


def _file(provenance: Provenance, bodies: list[Respondent]) -> str:
    head = (
        f'{_HEAD}provenance:\n  act: "{provenance.act}"\n  registration: "{provenance.registration}"\n'
        f"  edition: {provenance.edition.isoformat()}\n  publication: {provenance.publication}\n"
        "  standing: {kk: own, ru: own}\n\nbodies:"
    )
    lines = "\n".join(f"  - {{{', '.join(_entry(body))}}}" for body in bodies)
    return f"{head}\n{lines}\n" if bodies else f"{head} []\n"


def _entry(body: Respondent) -> Iterator[str]:
    yield f"id: {_quoted(body.id)}"
    yield f"subject: {_quoted(body.subject)}"
    yield f"section: {body.section}"
    for key, words in (("name", body.name), ("addressee", body.addressee)):
        pair = ", ".join(f"{language}: {_quoted(_literal(words[language]))}" for language in LAW_LANGUAGES)
        yield f"{key}: {{{pair}}}"
    if body.region is not None:
        yield f"region: {_quoted(body.region)}"
    if body.languages != LAW_LANGUAGES:
        yield f"languages: [{', '.join(map(_quoted, body.languages))}]"
    if body.channel is not Channel.EDMS:
        yield f"channel: {body.channel}"


def _literal(words: str) -> str:
    """Words whose signs are no markup of content files."""
    return _MARKUP.sub(r"\\\1", words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
