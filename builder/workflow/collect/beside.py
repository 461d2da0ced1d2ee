"""What came beside the answers: the identification, words outside any question, files that do not count.

With it, nothing that was returned is out of sight. Rows about people say that there is something, and never
what.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from builder.analyse.personal import names_person
from builder.analyse.traces import find_personal
from builder.base.language import Language
from builder.compose.form import IDENTITY, SIGNERS, identity_code
from builder.model.answers import IDENTIFICATION, Form, State, ValueKind
from builder.model.library import Content
from builder.model.registry import Respondent, Words
from builder.store.shapes import Refused
from builder.store.store import Store
from builder.workflow.collect.codebook import NOTHING, Codebook
from builder.write.tidy.shape import Column, Row, Sheet, Sort

COLUMNS = (
    Column("year", Sort.WHOLE),
    Column("respondent"),
    Column("respondent_kk"),
    Column("respondent_ru"),
    Column("form", Sort.WHOLE),
    Column("origin"),
    Column("code"),
    Column("label_kk"),
    Column("label_ru"),
    Column("text"),
    Column("day", Sort.DAY),
    Column("withheld", Sort.FLAG),
    Column("file"),
    Column("sha256"),
    Column("place"),
    Column("received", Sort.MOMENT),
)
"""Columns of the table; each has its words in the labels, `export_` and its name."""

_KEYS = {identity_code(number): key for number, (key, _) in enumerate((*IDENTITY, *SIGNERS), 1)}
_PUBLIC = frozenset({"body", "region", "reporting_year", "filling_date", "date"})
"""What of the identification is about the body and not about a person."""


class Origin(StrEnum):
    """Where words stood, or why a form does not count."""

    IDENTIFICATION = "identification"
    STRAY = "stray"
    SUPERSEDED = "superseded"
    UNASSIGNED = "unassigned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class _Said:
    """A row in the making: words, unless they are withheld."""

    origin: Origin
    code: str
    label: Words
    text: str
    place: str
    day: date | None = None
    withheld: bool = False


def beside_sheet(content: Content, store: Store, book: Codebook) -> Sheet:
    """Form by form in the order of the register; forms of nobody and refused files come last."""
    return Sheet("beside", COLUMNS, _Beside(content, store, book).rows())


@dataclass(frozen=True, slots=True)
class _Beside:
    content: Content
    store: Store
    book: Codebook

    def rows(self) -> Iterator[Row]:
        year = self.store.collection().year
        asked = {issue.respondent.id: issue.respondent for issue in self.store.issues()}
        for form in self.store.forms(state=None):
            one = asked.get(form.respondent)
            for said in self._of(form):
                yield self._row(year, one, form, said)
        for refused in self.store.refused():
            yield self._refused(year, refused)

    def _of(self, form: Form) -> Iterable[_Said]:
        if form.state is State.SUPERSEDED:
            return (_Said(Origin.SUPERSEDED, "", NOTHING, "", ""),)
        own = (*self._identification(form), *self._strays(form))
        return (_Said(Origin.UNASSIGNED, "", NOTHING, "", ""), *own) if not form.respondent else own

    def _identification(self, form: Form) -> Iterator[_Said]:
        for code, answer in form.answers.items():
            value = answer.value
            if code.startswith(IDENTIFICATION) and value.kind is not ValueKind.NOT_ANSWERED:
                key = _KEYS.get(code, "")
                hidden = key not in _PUBLIC or bool(find_personal(value.raw)) or names_person(value.raw)
                label = self._label(key) if key else NOTHING
                day = None if hidden else value.day
                yield _Said(Origin.IDENTIFICATION, code, label, value.raw, answer.at, day, hidden)

    def _strays(self, form: Form) -> Iterator[_Said]:
        held = self.store.held(form.id)
        for stray in form.strays:
            entry = self.book.find(stray.near) if stray.near else None
            label = NOTHING if entry is None else entry.question
            hidden = stray.at in held or stray.near.startswith(IDENTIFICATION) or names_person(stray.text)
            yield _Said(Origin.STRAY, stray.near, label, stray.text, stray.at, withheld=hidden)

    def _row(self, year: int, one: Respondent | None, form: Form, said: _Said) -> Row:
        name = NOTHING if one is None else one.name
        text = self._mark() if said.withheld else said.text
        head = (year, form.respondent, name.kk, name.ru, form.id, said.origin.value, said.code)
        words = (said.label.kk, said.label.ru, text, said.day, said.withheld)
        return (*head, *words, form.name, form.sha256, said.place, form.received)

    def _refused(self, year: int, one: Refused) -> Row:
        """The codes of findings say why; `qagida explain` tells more."""
        why = ", ".join(dict.fromkeys(finding.code for finding in one.findings))
        head = (year, "", "", "", None, Origin.REFUSED.value, "")
        return (*head, "", "", why, None, False, one.name, one.sha256, "", one.received)

    def _label(self, key: str) -> Words:
        text = self.content.labels.labels[key]
        return Words(text.plain(Language.KK), text.plain(Language.RU))

    def _mark(self) -> str:
        words = self._label("export_personal_mark")
        return f"[{words.kk} / {words.ru}]"
