"""The store of one collection: the only door to its file. Every method is one transaction."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.base.finding import Finding, QagidaError
from builder.base.place import Place
from builder.model.answers import Form, Marks, State
from builder.model.collection import Collection, Issue, Reminder
from builder.model.registry import Respondent
from builder.store import backup as copies
from builder.store import deeds, findings, forms, issues, journal
from builder.store.connection import (
    connect,
    private_file,
    private_folder,
    same_file,
    snapshot,
    tighten,
    transaction,
)
from builder.store.failures import told
from builder.store.schema import raise_to_head, upgrade, version
from builder.store.shapes import Deed, Incoming, Kept, Made, Original, Receipt, Refused, Source, Unknown

STORE = "answers.sqlite"
"""The name of the file in the folder of a collection."""


def nothing_against(_before: Form, _after: Incoming) -> tuple[Finding, ...]:
    """For forms that are not compared with what they replace."""
    return ()


class Store:
    """Open with `Store.open` or `Store.create`; a context manager.

    Errors are findings: no room or no rights (Q921), no store (Q922), damaged (Q923), newer than the
    program (Q924), in use or replaced (Q927), unknown respondent or form (Q930).
    """

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._inode = path.stat().st_ino

    @classmethod
    def create(cls, path: Path, collection: Collection) -> "Store":
        """A new store, whole or not at all; one that is there is opened when it has the same terms (Q935)."""
        if not path.exists():
            _make(path, collection)
        store = cls.open(path)
        there = store.collection()
        if there != collection:
            store.close()
            data = {"year": str(there.year), "due": there.due.isoformat()}
            raise QagidaError(Finding("Q935", Place(str(path)), data))
        return store

    @classmethod
    def open(cls, path: Path, *, check: bool = True) -> "Store":
        """An existing store, brought to the present schema; `check` reads all of it to find damage."""
        if not path.is_file():
            raise QagidaError(Finding("Q922", Place(str(path))))
        with told(path):
            raise_to_head(path, lambda before: _keep_copy(path, before))
            tighten(path)
            db = connect(path)
            try:
                version(db, path)
                if check:
                    copies.sound(db, "PRAGMA quick_check(1)")
                    copies.sound(db, "PRAGMA foreign_key_check")
                db.execute("PRAGMA journal_mode=WAL")
                return cls(path, db)
            except BaseException:
                db.close()
                raise

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told(self.path):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with told(self.path), transaction(self._db):
            same_file(self.path, self._inode)
            yield self._db

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment; nothing can be written inside."""
        with told(self.path), snapshot(self._db):
            yield

    # ------------------------------------------------------------ the collection and what was sent

    def collection(self) -> Collection:
        with self._reading() as db:
            return issues.collection(db)

    def issues(self) -> tuple[Issue, ...]:
        """Who was asked, by running number."""
        with self._reading() as db:
            return issues.issues(db)

    def add_issues(self, respondents: Iterable[Respondent]) -> tuple[Issue, ...]:
        """Gives running numbers, once per respondent id; all issues of the collection."""
        with self._writing() as db:
            issues.add(db, respondents)
            return issues.issues(db)

    def made(self, path: str) -> Made | None:
        """What is known of a generated file; `path` is relative to the folder of the collection."""
        with self._reading() as db:
            return issues.made(db, path)

    def all_made(self) -> dict[str, Made]:
        """All generated files by path."""
        with self._reading() as db:
            return issues.all_made(db)

    def record_made(self, *files: Made) -> None:
        """Notes generated files; several in one transaction."""
        with self._writing() as db:
            issues.record_made(db, files)

    def add_letters(
        self, kind: str, respondents: Iterable[str], day: date, form: int | None = None
    ) -> tuple[Reminder, ...]:
        """Numbers for letters after the request (`reminder`, `return`), one per respondent, kind and day.

        `form` is the one that is sent back; a later form sent back on the same day gets a letter of its own.
        """
        with self._writing() as db, _named(self.path):
            return tuple(issues.add_letters(db, kind, respondents, day, form))

    def letters(self) -> tuple[Reminder, ...]:
        with self._reading() as db:
            return issues.letters(db)

    # ------------------------------------------------------------ what came

    def put(
        self, source: Source, incoming: Sequence[Incoming], against: forms.Against = nothing_against
    ) -> Receipt:
        """Keeps a file and its forms; when this returns, they are on the disk.

        A file with the same digest changes nothing. The form that counted so far for the same respondent
        and section is superseded; `against` compares the two and its findings are kept with the new one.
        """
        with self._writing() as db, _named(self.path):
            return forms.put(db, source, incoming, against)

    def has(self, sha256: str) -> bool:
        """Whether a file with this digest was taken before."""
        with self._reading() as db:
            return db.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def same(self, sha256: str) -> Receipt:
        """The forms of a file that was taken before."""
        with self._reading() as db:
            return forms.same(db, sha256)

    def assign(
        self,
        form: int,
        deed: Deed,
        respondent: str,
        against: forms.Against = nothing_against,
        found: Sequence[Finding] = (),
    ) -> Kept:
        """Gives a form to a respondent, also one of another or one superseded: it counts from now on.

        `found` is kept with the findings of reading.
        """
        with self._writing() as db, _named(self.path):
            return forms.assign(db, form, respondent, deed, against, found=found)

    def forms(
        self,
        state: State | None = State.CURRENT,
        respondent: str | None = None,
        section: int | None = None,
    ) -> Iterator[Form]:
        """Forms one by one, by the respondent's running number; memory does not grow with their number."""
        with self._reading() as db:
            chosen = forms.numbers(db, state, respondent, section)
        for number in chosen:
            yield self.form(number)

    def form(self, number: int) -> Form:
        with self._reading() as db, _named(self.path):
            return forms.form(db, number)

    def history(self, respondent: str) -> tuple[Form, ...]:
        """All forms of a respondent, the earliest first."""
        return tuple(sorted(self.forms(None, respondent), key=lambda form: form.id))

    def marks(self, form: int) -> Marks:
        """What the file said of itself: number, edition, year."""
        with self._reading() as db, _named(self.path):
            return forms.marks(db, form)

    def original(self, form: int) -> Original:
        """The file of a form, proven to be what came."""
        with self._reading() as db, _named(self.path):
            return forms.original(db, form)

    def refuse(self, refused: Refused) -> bool:
        """Notes a file that was not taken; whether this is new."""
        with self._writing() as db:
            return journal.refuse(db, refused)

    def refused(self) -> tuple[Refused, ...]:
        with self._reading() as db:
            return journal.refused(db)

    # ------------------------------------------------------------ what was found and decided

    def replace_checks(self, form: int, found: Iterable[Finding]) -> None:
        """The findings of the answer checks on one form, made again."""
        with self._writing() as db, _named(self.path):
            findings.replace_checks(db, form, found)

    def put_findings(self, scope: str, found: Iterable[tuple[str, Finding]]) -> None:
        """Findings of a comparison of several forms, in the place of the earlier ones of this scope.

        Each comes with the id of the respondent that it concerns, or an empty string.
        """
        with self._writing() as db:
            findings.replace(db, scope, found)

    def findings(self, scope: str) -> tuple[tuple[str, Finding], ...]:
        with self._reading() as db:
            return findings.of_scope(db, scope)

    def decide(self, *made: Deed) -> None:
        """Holds words back for personal data, or clears them; what was decided before stays on record."""
        with self._writing() as db, _named(self.path):
            for deed in made:
                forms.marks(db, deed.form)
            deeds.add(db, made)

    def held(self, form: int) -> frozenset[str]:
        """Codes of a form whose words are withheld now."""
        with self._reading() as db:
            return deeds.held(db, form)

    def deeds(self, form: int) -> tuple[Deed, ...]:
        with self._reading() as db:
            return deeds.of_form(db, form)

    # ------------------------------------------------------------ copies

    def backup(self, target: Path) -> copies.Counts:
        """A proven copy as one private file, made while others may receive; rows by table."""
        with self._reading() as db:
            return copies.backup(db, target)

    def counts(self) -> copies.Counts:
        """Rows by table."""
        with self._reading() as db:
            return copies.counts(db)

    def verify(self) -> None:
        """Proves structure, references and the bytes of every original (Q923)."""
        with self._reading() as db:
            copies.verify(db)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Forms and respondents named inside are those of the collection (Q930)."""
    try:
        yield
    except Unknown as error:
        raise QagidaError(Finding("Q930", Place(str(path)), {"value": str(error)})) from error


def _make(path: Path, collection: Collection) -> None:
    """Makes the store under another name and gives it its own at once, so that nobody meets half of it."""
    if not path.parent.exists() or path.parent.name == str(collection.year):
        private_folder(path.parent)
    part = path.with_name(f".qagida-{os.getpid()}-{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        private_file(part)
        with told(path):
            upgrade(part)
            with closing(connect(part)) as db, transaction(db):
                issues.put_collection(db, collection)
        copies.publish(part, path)
    except FileExistsError:
        pass  # another process was faster
    except OSError as error:
        raise copies.cannot_write(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _keep_copy(path: Path, before: int) -> None:
    """A copy of the store as it was under an earlier schema, kept beside it."""
    with closing(connect(path)) as db:
        for number in count(1):
            copy = path.with_name(f"{path.stem}.version-{before}-{number}{path.suffix}")
            try:
                copies.backup(db, copy)
            except QagidaError:
                if not copy.exists():
                    raise
            else:
                return
