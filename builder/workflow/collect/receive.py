"""`collect receive`: returned files into the store, each by itself; one that fails never stops the others."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.answers import Form, State
from builder.model.registry import Respondent
from builder.read.guard import Admitted
from builder.read.names import legible
from builder.store.shapes import PROGRAM, Deed, Incoming, Kept, Refused, Source, What
from builder.store.store import STORE, Store
from builder.workflow.collect.against import against
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.given import give, register_of
from builder.workflow.collect.noticed import instead, said
from builder.workflow.collect.outcomes import Outcome, Received, Taken, findings_of, outcome_of
from builder.workflow.collect.ready import Preparing, Ready, Wrong, fault, tried
from builder.workflow.collect.unfold import grouped, in_order, opens, unfolded, weighed
from builder.workflow.collect.walk import Listed, listed
from builder.workflow.project import now
from builder.workflow.workers import Report

__all__ = ["Outcome", "Received", "Taken", "receive"]

_STORE = frozenset({"Q921", "Q923", "Q927"})
"""The store itself failed: the files that follow would fail as well."""
_NAMES = 300
"""Characters of the names that one finding repeats."""
DETAILED = 200
"""Files of a batch whose findings somebody can still read; memory does not grow with larger ones."""
_OBJECTS = 50_000
"""New objects after which cycles among them are looked for; files read together have some thousands."""


def receive(
    desk: Desk, paths: Iterable[Path], *, respondent: str | None = None, report: Report | None = None
) -> Received:
    """Takes files, and everything in folders, into the store of the collection.

    `report` is called after a file is on the disk or refused. `respondent` (id or running number) is whose
    the files are when they do not say so themselves.

    Raises QagidaError Q930 for an unknown `respondent`; everything else is in the result.
    """
    files = tuple(grouped(listed(paths, desk.folder)))
    with _last_year(desk) as before, _seldom_collected():
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


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Answers have no cycles; to look for some in all that is in memory takes a twelfth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _all(counter: "_Counter", files: Sequence[Listed], report: Report | None) -> Received:
    """The file that was saved last comes last, so that it counts; what became of them is told by name."""
    taken: dict[int, tuple[Taken, ...]] = {}
    stopped: tuple[Finding, ...] = ()
    order = sorted(range(len(files)), key=lambda position: in_order(files[position]))
    came = counter.take(files[position] for position in order)
    try:
        for done, (position, several) in enumerate(zip(order, came, strict=True), 1):
            taken[position] = several
            if report is not None:
                report(done, len(files), files[position].name)
    except QagidaError as error:
        stopped = error.findings
    left = tuple(file.name for position, file in enumerate(files) if position not in taken)
    return Received(tuple(one for _, several in sorted(taken.items()) for one in several), left, stopped)


class _Counter:
    """Where files are handed in."""

    def __init__(
        self, desk: Desk, respondent: str | None, last_year: Store | None, *, detailed: bool
    ) -> None:
        self._desk = desk
        self._detailed = detailed
        self._store: Store = desk.store
        self._year = desk.store.collection().year
        self._register = register_of(desk)
        self._given = None if respondent is None else desk.issue(respondent).respondent
        self._preparing = Preparing(desk, self._register, self._given, last_year)
        self._came: set[int] = set()

    def take(self, files: Iterable[Listed]) -> Iterator[tuple[Taken, ...]]:
        """What became of each file, or of every file of an archive or a message: in order, once it is done.

        Raises only what the store says of itself.
        """
        for bundles, several in groupby(files, opens):
            if bundles:
                yield from map(self._opened, several)
            else:
                yield from ((self._taken(one),) for one in self._preparing.ready(several))

    def _opened(self, file: Listed) -> tuple[Taken, ...]:
        try:
            inside = unfolded(file)
        except QagidaError as error:
            return (self._refuse(file, error.findings, now()),)
        except Exception as error:
            return (self._refuse(file, fault(file.name, error), now()),)
        if not inside.files:
            return (self._refuse(file, (Finding("Q670", Place(legible(file.name))),), now()),)
        first, *others = map(self._taken, self._preparing.ready(inside.files))
        if inside.passed:
            data = {"files": legible(", ".join(inside.passed), _NAMES)}
            passed = Finding("Q671", Place(legible(file.name)), data)
            first = replace(first, findings=(passed, *first.findings))
        return (first, *others)

    def _taken(self, one: Ready | Wrong) -> Taken:
        """A file stored or refused."""
        done = one if isinstance(one, Wrong) else tried(self._put, one)
        if isinstance(done, Taken):
            return done
        if any(finding.code in _STORE for finding in done.findings):
            raise QagidaError(*done.findings)
        return self._refuse(done.file, done.findings, done.moment)

    def _put(self, ready: Ready) -> Taken:
        file, admitted, moment = ready.file, ready.admitted, ready.moment
        if ready.known:
            return self._same(file, admitted, moment)
        forms: list[Incoming] = []
        refusals: list[Finding] = []
        for one in ready.forms:
            if one.incoming is None:
                refusals += one.refusals
            elif (filled_before := self._filled_before(one.incoming)) is not None:
                refusals.append(instead(one.name, filled_before))
            else:
                forms.append(one.incoming)
        if not forms:
            raise QagidaError(*((*ready.findings, *refusals) or (Finding("Q670", Place(admitted.name)),)))
        source = Source(admitted.name, ready.format, admitted.sha256, admitted.data, moment)
        receipt = self._store.put(source, forms, partial(self._against, name=admitted.name))
        refusals += ready.findings
        kept = receipt.kept
        if receipt.same:  # it came twice, or another process was faster
            return self._same(file, admitted, moment)
        self._came.update(one.form for one in kept if not one.same)
        for finding in refusals:  # parts of a file that is stored
            part = legible(f"{finding.place.path} {finding.place.at}".strip())
            refused = Refused(part, admitted.sha256, len(admitted.data), moment, (finding,))
            self._store.refuse(refused)
        if not self._detailed:
            kept = tuple(replace(one, checked=()) for one in kept)
        findings = (*admitted.findings, *refusals, *findings_of(kept))
        return Taken(file.path, admitted.name, outcome_of(kept), kept, findings)

    def _filled_before(self, one: Incoming) -> Form | None:
        """The form with answers whose place an empty one would take."""
        if not one.respondent or said(one.answers):
            return None
        current = self._store.forms(respondent=one.respondent, section=one.section)
        return next((form for form in current if said(form.answers)), None)

    def _same(self, file: Listed, admitted: Admitted, moment: datetime) -> Taken:
        """Nothing changes, but the body that is named now gets a form that no number puts down to another."""
        kept = self._store.same(admitted.sha256).kept
        owner = self._given
        wrong = [] if owner is None else [one for one in kept if self._is_wrong(one, owner)]
        if owner is None or not wrong:
            return Taken(file.path, admitted.name, Outcome.SAME, kept)
        deeds = (Deed(What.ASSIGN, one.form, "", PROGRAM, moment, owner.id) for one in wrong)
        before = self._preparing.before(owner.id)
        given = tuple(give(self._desk, self._register, owner, deed, before) for deed in deeds)
        return Taken(file.path, admitted.name, outcome_of(given), given, findings_of(given))

    def _is_wrong(self, one: Kept, owner: Respondent) -> bool:
        if one.state is State.CURRENT and one.respondent != owner.id:
            return self._register.by_number(self._store.marks(one.form), self._year) is None
        return one.state is State.UNASSIGNED

    def _against(self, before: Form, after: Incoming, name: str) -> Iterable[Finding]:
        return against(before, after, name, together=before.id in self._came)

    def _refuse(self, file: Listed, found: tuple[Finding, ...], moment: datetime) -> Taken:
        """Noted in the journal, unless there is no such file at all."""
        name = legible(file.name)
        size, sha256 = weighed(file)
        if size is not None:
            self._store.refuse(Refused(name, sha256, size, moment, found))
        return Taken(file.path, name, Outcome.REFUSED, (), found)
