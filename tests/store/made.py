"""Invented respondents, answers and files for tests of the store; none of them is anybody's."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from builder.base.finding import Finding
from builder.base.language import Language
from builder.base.place import Place
from builder.model.answers import Answer, How, Marks, Stray, Value, ValueKind
from builder.model.collection import Collection
from builder.model.registry import Respondent, Words
from builder.store.shapes import Incoming, Source
from builder.store.store import Store

YEAR = 2026
WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
COLLECTION = Collection(YEAR, date(2026, 11, 1), date(2026, 12, 1), "mia", date(2024, 10, 24))


def respondents(count: int) -> tuple[Respondent, ...]:
    return tuple(
        Respondent(
            f"r{number:03}",
            "mia",
            2,
            Words(f"{number}-орган", f"Орган {number}"),
            Words("Басшыға", "Руководителю"),
            "abai" if number % 2 else None,
        )
        for number in range(1, count + 1)
    )


def new_store(folder: Path, count: int = 3) -> Store:
    store = Store.create(folder / str(YEAR) / "answers.sqlite", COLLECTION)
    store.add_issues(respondents(count))
    return store


def number(code: str, value: int) -> Answer:
    kind = ValueKind.EXACT if value else ValueKind.ZERO
    return Answer(code, Value(kind, str(value), Decimal(value), Decimal(value)), How.TAG, "paragraph 1")


def answers(*codes: str, start: int = 1) -> Mapping[str, Answer]:
    return {code: number(code, position) for position, code in enumerate(codes, start)}


def incoming(respondent: str = "r001", *codes: str, language: Language = Language.KK) -> Incoming:
    return Incoming(
        respondent,
        2,
        language,
        Marks(form_id="2026-00001-1-27", year=YEAR, section=2, language=language, edition="2024-10-24"),
        answers(*(codes or ("0.1", "2.1.2", "2.10.1"))),
        (Stray("written beside", "paragraph 7", "2.1.2"),),
        (Finding("Q742", Place("form.docx", at="2.1.2"), {"code": "2.1.2"}),),
        (Finding("Q776", Place("form.docx", at="2.2"), {"item": "2.2"}),),
    )


def source(words: str = "file", name: str = "form.docx") -> Source:
    data = words.encode()
    return Source(name, "docx", hashlib.sha256(data).hexdigest(), data, WHEN)
