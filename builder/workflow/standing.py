"""Standings of texts: what is draft, stale or missing; confirmations; and the ledger behind them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.check.guess import guess
from builder.check.register import lineage
from builder.load.assessment import load_assessment, load_ledger, periods
from builder.load.library import load
from builder.model.library import Library
from builder.model.nodes import named_nodes
from builder.model.standing import STANDING_FILE, Confirmation, Record
from builder.model.text import Standing, Text
from builder.workflow.files import write_whole
from builder.workflow.ledger import Entry, entries, file_of, records_of, written
from builder.workflow.project import Project

MISSING = "missing"
OPEN = (str(Standing.DRAFT), str(Standing.STALE), MISSING)
"""Standings that somebody still has to do something about."""


@dataclass(frozen=True, slots=True)
class Share:
    """Texts of a file in one language by standing."""

    file: str
    language: Language
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def settled(self) -> float:
        """The share of texts that are neither draft nor stale nor missing."""
        return 1 - sum(self.counts.get(name, 0) for name in OPEN) / self.total


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text that is draft, stale or missing; `node` is its identifier, where it has one."""

    place: Place
    file: str
    key: str
    node: str | None
    language: Language
    standing: str
    words: str


@dataclass(frozen=True, slots=True)
class Translations:
    """`unrecorded`: pairs that the ledger does not know yet, so that a change would go unnoticed."""

    shares: tuple[Share, ...]
    texts: tuple[OpenText, ...]
    unrecorded: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Texts that share a ledger: those of the content, or those of all assessments."""

    folder: Path
    library: Library
    findings: tuple[Finding, ...]

    @property
    def ledger(self) -> Path:
        return self.folder / STANDING_FILE


def _shelves(project: Project) -> tuple[Shelf, ...]:
    loaded = load(project.content)
    shelves = [Shelf(project.content, loaded.library, loaded.findings)]
    names = periods(project.assessments)
    if names:
        ledger, found = load_ledger(project.assessments)
        read = [load_assessment(project.assessments, name, ledger) for name in names]
        texts = tuple(text for one in read for text in one.texts)
        findings = (*found, *(finding for one in read for finding in one.findings))
        shelves.append(Shelf(project.assessments, Library(texts=texts, standing=ledger), findings))
    return tuple(shelves)


def translations(project: Project) -> Translations:
    """How far the texts of every file may be relied on, for files that are not official throughout."""
    counts: dict[tuple[str, Language], Counter[str]] = {}
    found = []
    shelves = _shelves(project)
    for shelf in shelves:
        nodes = _nodes(shelf.library)
        for text in shelf.library.texts:
            for language in LAW_LANGUAGES:
                standing = _standing(text, language)
                counts.setdefault((file_of(text), language), Counter())[standing] += 1
                if standing in OPEN:
                    found.append(_open(text, language, standing, nodes.get(id(text))))
    shares = (Share(file, language, counted) for (file, language), counted in counts.items())
    return Translations(
        tuple(share for share in shares if set(share.counts) != {str(Standing.OFFICIAL)}),
        tuple(found),
        sum(not entry.up_to_date for shelf in shelves for entry in entries(shelf.library)),
    )


def _standing(text: Text, language: Language) -> str:
    wording = text.wordings.get(language)
    return MISSING if wording is None else str(wording.standing)


def _open(text: Text, language: Language, standing: str, node: str | None) -> OpenText:
    shown = text.wordings.get(language) or next(iter(text.wordings.values()), None)
    place = text.place if standing == MISSING or shown is None else shown.place
    words = "" if shown is None else shown.plain
    return OpenText(place, file_of(text), text.key, node, language, standing, words)


def record(project: Project) -> int:
    """Brings the ledgers up to date, but for stale texts; answers how many pairs are new to them."""
    count = 0
    for shelf in _sound(project):
        known = tuple(entries(shelf.library))
        _write(shelf, [(entry, entry.renewed()) for entry in known])
        count += sum(not entry.up_to_date for entry in known)
    return count


@dataclass(frozen=True, slots=True)
class Confirming:
    """What is confirmed, in which language, by whom and when; `draft`: looked at, but not confirmed."""

    what: str
    language: Language
    by: str
    on: date
    draft: bool = False


def confirm(project: Project, asked: Confirming) -> int:
    """Records the confirmation of a text, of a node or of a file; answers how many texts it concerns."""
    shelf = _shelf_of(_sound(project), asked.what)
    takes = _taker(shelf, asked.what)
    kept, count = [], 0
    for entry in entries(shelf.library):
        if takes(entry.text) and entry.text[asked.language].standing is not Standing.OFFICIAL:
            kept.append((entry, _confirmed(entry, asked)))
            count += 1
        else:
            kept.append((entry, entry.renewed()))
    if not count:
        data = {"value": asked.what, "language": str(asked.language)}
        raise QagidaError(Finding("Q913", Place("-"), data))
    _write(shelf, kept)
    return count


def _shelf_of(shelves: tuple[Shelf, ...], what: str) -> Shelf:
    """The assessments when a file of theirs is named (`assessment/2021-2023/…`), else the content."""
    return next((one for one in shelves if what.startswith(f"{one.folder.name}/")), shelves[0])


def _confirmed(entry: Entry, asked: Confirming) -> Record:
    """A confirmation of the other language stays while its words are the same."""
    kk, ru = entry.pair
    hashes = {Language.KK: kk, Language.RU: ru}
    old = entry.record
    before = {} if old is None else {Language.KK: old.kk, Language.RU: old.ru}
    confirmed = {
        language: one
        for language, one in ({} if old is None else old.confirmed).items()
        if language is not asked.language and before[language] == hashes[language]
    }
    if not asked.draft:
        confirmed[asked.language] = Confirmation(asked.by, asked.on)
    return Record(kk, ru, entry.text.place, confirmed)


def _taker(shelf: Shelf, what: str) -> Callable[[Text], bool]:
    """Whether a text is meant: by file, by file and path, or by the identifier of a node."""
    file, _, key = what.removeprefix(f"{shelf.folder.name}/").partition(":")
    texts = shelf.library.texts
    if any(file_of(text) == file for text in texts):
        if not key or any(_below(text.key, key) for text in texts if file_of(text) == file):
            return lambda text: file_of(text) == file and (not key or _below(text.key, key))
        raise _unknown(what, [f"{file}:{text.key}" for text in texts if file_of(text) == file])
    nodes = _nodes(shelf.library)
    if not any(what in lineage(node) for node in nodes.values()):
        raise _unknown(what, list(nodes.values()))
    return lambda text: what in lineage(nodes.get(id(text), ""))


def _below(key: str, start: str) -> bool:
    return key == start or key.startswith(f"{start}/")


def _unknown(what: str, known: list[str]) -> QagidaError:
    return QagidaError(Finding("Q911", Place("-"), {"value": what, "suggestion": guess(what, known)}))


def _nodes(library: Library) -> dict[int, str]:
    return {id(named.text): named.id for named in named_nodes(library)}


def _sound(project: Project) -> tuple[Shelf, ...]:
    """What can be read whole; the ledgers must not forget what cannot be read just now."""
    shelves = _shelves(project)
    for shelf in shelves:
        errors = [item for item in shelf.findings if severity(item.code) is Severity.ERROR]
        if errors:
            blocked = Finding("Q908", Place(shelf.folder.name), {"count": str(len(errors))})
            raise QagidaError(*errors, blocked)
    return shelves


def _write(shelf: Shelf, kept: list[tuple[Entry, Record]]) -> None:
    before = shelf.ledger.read_text("utf-8") if shelf.ledger.exists() else ""
    after = written(records_of(kept), before)
    if after != before:
        write_whole(shelf.ledger, after.encode())
