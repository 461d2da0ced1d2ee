"""Files made ready for the store: looked at, read, understood and checked. Nothing is written here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from builder.analyse.checked import check_form
from builder.analyse.personal import held
from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, Language
from builder.base.place import Place
from builder.model.answers import Answer, Filled, Form, Marks, State
from builder.model.registry import Respondent
from builder.read.guard import Admitted
from builder.read.limits import MEGABYTE
from builder.read.names import legible
from builder.store.shapes import Incoming
from builder.store.store import Store
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.issued import Versions
from builder.workflow.collect.noticed import nothing_said, other_edition, other_section
from builder.workflow.collect.owner import Owner, Register, stated_year
from builder.workflow.collect.reading import Contents, Reading
from builder.workflow.collect.unfold import admit
from builder.workflow.collect.walk import Listed
from builder.workflow.project import now

PERSONAL = "Q790"
_WHY = frozenset({"Q751", "Q756", "Q759", "Q764"})
"""Why there is nothing to read in a file: not recognised, fields lost, a form of another kind."""
_TOGETHER = 16
"""Files that take each step together: its code and tables stay at hand, which saves an eighth of the time."""
_HEAVY = 32 * MEGABYTE
"""Unpacked bytes after which no further file is taken along."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file on its way into the store, and when it was taken up."""

    file: Listed
    moment: datetime


@dataclass(frozen=True, slots=True)
class Looked(Arrived):
    """A file that may be read; one that is `known` is in the store already and need not be."""

    admitted: Admitted
    known: bool


@dataclass(frozen=True, slots=True)
class Read(Looked):
    """Its forms in words. What was unpacked is not among the parts of `admitted` any more."""

    contents: Contents


@dataclass(frozen=True, slots=True)
class Prepared:
    """One form of a file: `incoming`, or None and the reasons why it is none of this collection."""

    name: str
    incoming: Incoming | None
    refusals: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready(Looked):
    """A file whose forms have but to be stored; `findings` are about the file as a whole."""

    forms: tuple[Prepared, ...]
    format: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wrong(Arrived):
    """A file that goes no further, and why."""

    findings: tuple[Finding, ...]


Before = TypeVar("Before", bound=Arrived)
After = TypeVar("After")


def tried(step: Callable[[Before], After], one: Before | Wrong) -> After | Wrong:
    """The next step of a file that is still on its way."""
    if isinstance(one, Wrong):
        return one
    try:
        return step(one)
    except QagidaError as error:
        return Wrong(one.file, one.moment, error.findings)
    except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the files that follow
        return Wrong(one.file, one.moment, fault(one.file.name, error))


def fault(name: str, error: Exception) -> tuple[Finding, ...]:
    """What went wrong in the program itself, over a file."""
    problem = legible(f"{type(error).__name__}: {error}")
    return (Finding("Q933", Place(legible(name)), {"problem": problem}),)


class Preparing:
    """Whose a form is and what it says, by the register, the blank forms and the vocabulary.

    `given` is the body that all files are from unless they say otherwise.
    """

    def __init__(
        self, desk: Desk, register: Register, given: Respondent | None, last_year: Store | None
    ) -> None:
        self._desk = desk
        self._register = register
        self._given = given
        self._last_year = last_year
        collection = desk.store.collection()
        self._year, self._edition = collection.year, collection.edition
        self._reading = Reading(desk.content, self._year)
        self._versions = Versions(desk.folder, self._reading.version)

    def ready(self, files: Iterable[Listed]) -> Iterator[Ready | Wrong]:
        """The files in order; some are read before the first of them is to be stored."""
        for looked in self._looked(files):
            read = [tried(self._read, one) for one in looked]
            looked.clear()  # what was unpacked takes up the most
            yield from [tried(self._understand, one) for one in read]

    def _looked(self, files: Iterable[Listed]) -> Iterator[list[Looked | Wrong]]:
        """As many files at a time as go together."""
        together: list[Looked | Wrong] = []
        weight = 0
        for file in files:
            arrived = Arrived(file, now())
            one = tried(self._look, arrived)
            together.append(one)
            weight += _weight(one)
            if len(together) == _TOGETHER or weight > _HEAVY:
                yield together
                together, weight = [], 0
        yield together

    def _look(self, arrived: Arrived) -> Looked:
        file = arrived.file
        if file.findings:
            raise QagidaError(*file.findings)
        admitted = admit(file)
        return Looked(file, arrived.moment, admitted, self._desk.store.has(admitted.sha256))

    def _read(self, one: Looked) -> Read:
        contents = Contents(()) if one.known else self._reading.filled(one.admitted, self._section)
        return Read(one.file, one.moment, replace(one.admitted, parts={}), one.known, contents)

    def _understand(self, one: Read) -> Ready:
        read = one.contents
        forms = tuple(map(self._prepared, read.forms))
        kind = read.forms[0].format if read.forms else ""
        return Ready(one.file, one.moment, one.admitted, one.known, forms, kind, read.findings)

    def _prepared(self, filled: Filled) -> Prepared:
        """A form ready for the store, unless it is one of another year or no form at all."""
        marks = filled.marks
        section = marks.section or self._section(marks)
        understanding = self._reading.understood(filled, section)
        if not understanding.answers:
            why = (finding for finding in understanding.findings if finding.code in _WHY)
            return Prepared(filled.name, None, (*why, Finding("Q675", Place(filled.name))))
        year = stated_year(marks, understanding.answers)
        if year is not None and year != self._year:
            data = {"found": str(year), "expected": str(self._year)}
            return Prepared(filled.name, None, (Finding("Q929", Place(filled.name), data),))
        owner = self._owner(filled, understanding.answers)
        section = section or (0 if owner.respondent is None else owner.respondent.section)
        one = Incoming(
            "" if owner.respondent is None else owner.respondent.id,
            section,
            _language(marks, owner.respondent),
            marks,
            understanding.answers,
            understanding.strays,
            (
                *understanding.findings,
                *owner.findings,
                *other_edition(filled, self._edition, self._versions.of),
                *(() if owner.respondent is None else other_section(filled.name, section, owner.respondent)),
                *nothing_said(filled.name, understanding.answers),
            ),
        )
        return Prepared(filled.name, self._checked(one, filled))

    def _owner(self, filled: Filled, answers: Mapping[str, Answer]) -> Owner:
        if self._given is not None and self._register.by_number(filled.marks, self._year) is None:
            return Owner(self._given, tuple(self._register.against(filled.name, self._given, answers)))
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
        found = check_form(self._desk.content, form, self.before(one.respondent), self._year)
        hidden = {finding.place.at for finding in found if finding.code == PERSONAL}
        return replace(one, checked=found, held=tuple(sorted(hidden)))

    def before(self, respondent: str) -> Form | None:
        """What the same body answered the year before, where that collection is beside this one."""
        if self._last_year is None:
            return None
        return next(self._last_year.forms(respondent=respondent), None)


def _weight(one: Looked | Wrong) -> int:
    """Bytes in memory."""
    return 0 if isinstance(one, Wrong) else sum(map(len, (one.admitted.data, *one.admitted.parts.values())))


def _language(marks: Marks, respondent: Respondent | None) -> Language:
    """That of the form; where nothing tells it, the first in which the respondent is written to."""
    if marks.language is not None:
        return marks.language
    return LAW_LANGUAGES[0] if respondent is None else respondent.languages[0]
