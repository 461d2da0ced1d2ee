"""`collect receive`: returned files into the store, each by itself; one that fails never stops the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from builder.analyse.checked import check_form
from builder.analyse.personal import held
from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.model.answers import Answer, Filled, Form, Marks, State
from builder.model.library import Content
from builder.model.registry import Respondent
from builder.read.guard import Admitted, admit
from builder.read.limits import LIMITS
from builder.read.names import legible
from builder.read.wording import folded
from builder.store.shapes import PROGRAM, Deed, Incoming, Kept, Refused, Source, What
from builder.store.store import STORE, Store
from builder.workflow.collect.against import against
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.owner import Owner, Register, stated_year
from builder.workflow.collect.reading import Reading
from builder.workflow.collect.walk import Listed, listed
from builder.workflow.files import file_digest
from builder.workflow.project import now
from builder.workflow.workers import Report

_STORE = frozenset({"Q921", "Q923", "Q927"})
"""The store itself failed: the files that follow would fail as well."""
PERSONAL = "Q790"
DETAILED = 200
"""Files of a batch whose findings somebody can still read; memory does not grow with larger ones."""


class Outcome(StrEnum):
    """What became of a file. `CORRECTED`: a form in it took the place of an earlier one."""

    NEW = "new"
    CORRECTED = "corrected"
    SAME = "same"
    UNASSIGNED = "unassigned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One file: its forms in the store, and what was found in it.

    Up to `DETAILED` files what the answer checks found is among the findings; of larger batches it is in
    the store only, where `check` and `return` take it from, and counted in `defects` of each form.
    """

    path: Path
    name: str
    outcome: Outcome
    forms: tuple[Kept, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """Files in order; `left` were not looked at because the store failed, `stopped` says how."""

    taken: tuple[Taken, ...]
    left: tuple[str, ...] = ()
    stopped: tuple[Finding, ...] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(one.outcome for one in self.taken)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*(finding for one in self.taken for finding in one.findings), *self.stopped)


def receive(
    desk: Desk, paths: Iterable[Path], *, respondent: str | None = None, report: Report | None = None
) -> Received:
    """Takes files, and everything in folders, into the store of the collection.

    `report` is called after a file is on the disk or refused. `respondent` (id or running number) is whose
    the files are when they do not say so themselves.

    Raises QagidaError Q930 for an unknown `respondent`; everything else is in the result.
    """
    files = listed(paths, desk.folder)
    with _last_year(desk) as before:
        counter = _Counter(desk, respondent, before, detailed=len(files) <= DETAILED)
        return _all(counter, files, report)


@contextmanager
def _last_year(desk: Desk) -> Iterator[Store | None]:
    """The collection of the year before, where there is one beside this one."""
    path = desk.folder.path.parent / str(desk.store.collection().year - 1) / STORE
    if not path.is_file():
        yield None
        return
    with Store.open(path) as store:
        yield store


def _all(counter: "_Counter", files: Sequence[Listed], report: Report | None) -> Received:
    taken: list[Taken] = []
    for position, file in enumerate(files):
        try:
            taken.append(counter.take(file))
        except QagidaError as error:
            left = tuple(one.name for one in files[position:])
            return Received(tuple(taken), left, error.findings)
        if report is not None:
            report(position + 1, len(files), file.name)
    return Received(tuple(taken))


class _Counter:
    """Where files are handed in."""

    def __init__(
        self, desk: Desk, respondent: str | None, last_year: Store | None, *, detailed: bool
    ) -> None:
        self._desk = desk
        self._detailed = detailed
        self._store: Store = desk.store
        self._year = desk.store.collection().year
        self._register = Register(desk.store.issues(), _regions(desk.content))
        self._reading = Reading(desk.content, self._year)
        self._given = None if respondent is None else desk.issue(respondent).respondent
        self._last_year = last_year

    def take(self, file: Listed) -> Taken:
        """A file stored or refused; raises only what the store says of itself."""
        moment = now()
        try:
            admitted = admit(file.path, name=file.name)
            if self._store.has(admitted.sha256):
                return self._same(file, admitted, moment)
            return self._put(file, admitted, moment)
        except QagidaError as error:
            if any(finding.code in _STORE for finding in error.findings):
                raise
            return self._refuse(file, error.findings, moment)
        except Exception as error:  # a fault of ours must not stop the files that follow
            problem = legible(f"{type(error).__name__}: {error}")
            return self._refuse(file, (Finding("Q933", Place(file.name), {"problem": problem}),), moment)

    def _put(self, file: Listed, admitted: Admitted, moment: datetime) -> Taken:
        forms: list[Incoming] = []
        refusals: list[Finding] = []
        for filled in self._reading.filled(admitted, self._section):
            one = self._incoming(filled, refusals)
            if one is not None:
                forms.append(one)
        if not forms:
            return self._refuse(file, tuple(refusals), moment)
        source = Source(admitted.name, admitted.kind.value, admitted.sha256, admitted.data, moment)
        receipt = self._store.put(source, forms, partial(_against, name=admitted.name))
        kept = receipt.kept
        if receipt.same:  # another process was faster
            return Taken(file.path, admitted.name, Outcome.SAME, kept)
        if not self._detailed:
            kept = tuple(replace(one, checked=()) for one in kept)
        findings = (*admitted.findings, *refusals, *_findings(kept))
        return Taken(file.path, admitted.name, _outcome(kept), kept, findings)

    def _incoming(self, filled: Filled, refusals: list[Finding]) -> Incoming | None:
        """A form ready for the store, or None for one of another year."""
        marks = filled.marks
        section = marks.section or self._section(marks)
        understanding = self._reading.understood(filled, section)
        year = stated_year(marks, understanding.answers)
        if year is not None and year != self._year:
            data = {"found": str(year), "expected": str(self._year)}
            refusals.append(Finding("Q929", Place(filled.name), data))
            return None
        owner = self._owner(filled, understanding.answers)
        one = Incoming(
            "" if owner.respondent is None else owner.respondent.id,
            section or (0 if owner.respondent is None else owner.respondent.section),
            _language(marks, owner.respondent),
            marks,
            understanding.answers,
            understanding.strays,
            (*understanding.findings, *owner.findings),
        )
        return self._checked(one, filled)

    def _owner(self, filled: Filled, answers: Mapping[str, Answer]) -> Owner:
        if self._given is not None and self._register.by_number(filled.marks, self._year) is None:
            return Owner(self._given)
        return self._register.owner(filled.name, filled.marks, answers, self._year)

    def _section(self, marks: Marks) -> int | None:
        """The section of the body that a form was issued to, or of the one that was named."""
        one = self._register.by_number(marks, self._year) or self._given
        return None if one is None else one.section

    def _checked(self, one: Incoming, filled: Filled) -> Incoming:
        """With the answer checks, which need to know whose form it is, and what they hold back."""
        form = Form(
            0,
            one.respondent,
            one.section,
            one.language,
            filled.name,
            filled.format,
            "",
            now(),
            State.CURRENT,
            one.answers,
            one.strays,
        )
        if not one.respondent:
            return replace(one, held=tuple(sorted(held(form))))
        found = check_form(self._desk.content, form, self._before(one.respondent), self._year)
        hidden = {finding.place.at for finding in found if finding.code == PERSONAL}
        return replace(one, checked=found, held=tuple(sorted(hidden)))

    def _before(self, respondent: str) -> Form | None:
        """What the same body answered the year before, where that collection is beside this one."""
        if self._last_year is None:
            return None
        return next(self._last_year.forms(respondent=respondent), None)

    def _same(self, file: Listed, admitted: Admitted, moment: datetime) -> Taken:
        """Nothing changes, but a form that had no owner gets the one that is named now."""
        kept = self._store.same(admitted.sha256).kept
        lost = [one for one in kept if one.state is State.UNASSIGNED]
        if self._given is None or not lost:
            return Taken(file.path, admitted.name, Outcome.SAME, kept)
        respondent = self._given.id
        compare = partial(_against, name=admitted.name)
        given = tuple(
            self._store.assign(
                one.form, Deed(What.ASSIGN, one.form, "", PROGRAM, moment, respondent), respondent, compare
            )
            for one in lost
        )
        return Taken(file.path, admitted.name, _outcome(given), given, _findings(given))

    def _refuse(self, file: Listed, found: tuple[Finding, ...], moment: datetime) -> Taken:
        """Noted in the journal, unless there is no such file at all."""
        name = legible(file.name)
        size, sha256 = _weighed(file.path)
        if size is not None:
            self._store.refuse(Refused(name, sha256, size, moment, found))
        return Taken(file.path, name, Outcome.REFUSED, (), found)


def _weighed(path: Path) -> tuple[int | None, str]:
    """Size and digest; no digest of a file that is too large or cannot be read, no size where none is."""
    try:
        if not path.is_file():
            return (0 if path.exists() else None), ""
        size = path.stat().st_size
        return size, file_digest(path) or "" if size <= LIMITS.file else ""
    except OSError:
        return None, ""


def _against(before: Form, after: Incoming, name: str) -> Iterable[Finding]:
    return against(before, after, name)


def _outcome(kept: Iterable[Kept]) -> Outcome:
    """Of several forms in a file, the one that most needs a person's eye."""
    kept = tuple(one for one in kept if not one.same)
    if not kept:
        return Outcome.SAME
    if any(one.state is State.UNASSIGNED for one in kept):
        return Outcome.UNASSIGNED
    return Outcome.CORRECTED if any(one.replaced is not None for one in kept) else Outcome.NEW


def _findings(kept: Iterable[Kept]) -> tuple[Finding, ...]:
    return tuple(finding for one in kept for finding in (*one.findings, *one.checked))


def _language(marks: Marks, respondent: Respondent | None) -> Language:
    """That of the form; where nothing tells it, the first in which the respondent is written to."""
    if marks.language is not None:
        return marks.language
    return LAW_LANGUAGES[0] if respondent is None else respondent.languages[0]


def _regions(content: Content) -> dict[str, frozenset[str]]:
    """How each region may be written: its id and its names."""
    return {
        one.id: frozenset(folded(words) for words in (one.id, *map(one.text.plain, LAW_LANGUAGES)))
        for one in content.breakdown("region").categories
    }
