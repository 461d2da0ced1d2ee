"""Files that take their steps together end as if each had come alone: in order, row by row."""

import gc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.model.answers import State
from builder.model.library import Content
from builder.workflow.collect import ready as preparing
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.receive import Outcome, Received, receive
from tests.collect.office import batch, opened, put, sheet_form, word_form
from tests.collect.test_receive import _without_number as without_number

COUNT = 20
TABLES = {
    "file": "id, sha256, name, format, size",
    "form": "id, file, position, respondent, section, language, state, replaced_by, marks, seal, answered",
    "answer": "*",
    "stray": "*",
    "finding": "*",
    "refused": "id, name, sha256, size",
    "deed": "id, what, form, code, person, reason",
}
"""Everything but the moments at which files came."""


@pytest.fixture
def desk(content: Content, tmp_path: Path) -> Iterator[Desk]:
    with opened(content, tmp_path / "collections") as ready:
        yield ready


def form(desk: Desk, number: int, **answers: str) -> bytes:
    given = {code.replace("_", "."): words for code, words in answers.items()}
    return word_form(desk.content, desk.store.issues()[number - 1], Language.RU, given)


def mixed(desk: Desk, folder: Path) -> None:
    """More files than go together, with everything among them that could disturb the others."""
    batch(desk, folder)
    third = (folder / "0003.docx").read_bytes()
    put(folder, "0003 again.docx", third)
    put(folder, "0004 empty.docx", form(desk, 4))
    put(folder, "0004 later.docx", form(desk, 4, **{"3_1_3": "12", "1_2_0": "звоните +7 701 123 45 67"}))
    put(folder, "0005 broken.docx", third[: len(third) // 2])
    put(folder, "0006.xlsx", sheet_form(desk.content, desk.store.issues()[5], Language.KK, {"3.1.3": "7"}))
    put(folder, "0007.csv", b"a,b,c\n1,2,3\n")
    put(folder, "0008 empty.docx", b"")
    archive = BytesIO()
    with ZipFile(archive, "w") as bundle:
        bundle.writestr("a.docx", form(desk, 9, **{"3_1_3": "9"}))
        bundle.writestr("b.docx", form(desk, 10, **{"3_1_3": "10"}))
        bundle.writestr("c.docx", third)
    put(folder, "0009.zip", archive.getvalue())


def rows(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: desk.store._db.execute(f"SELECT {columns} FROM {name} ORDER BY 1, 2").fetchall()
        for name, columns in TABLES.items()
    }


def told(received: Received) -> list[tuple[object, ...]]:
    return [(one.name, one.outcome, one.forms, one.findings) for one in received.taken]


@pytest.mark.parametrize(("together", "heavy"), [(16, 1 << 25), (5, 1 << 25), (16, 1), (1_000, 1 << 30)])
def test_files_are_received_as_one_by_one(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int, heavy: int
) -> None:
    folder = tmp_path / "in"
    with opened(content, tmp_path / "alone", COUNT) as alone:
        mixed(alone, folder)
        monkeypatch.setattr(preparing, "_TOGETHER", 1)
        one_by_one = receive(alone, [folder])
        expected = rows(alone)
    assert one_by_one.counts[Outcome.NEW] >= COUNT
    assert {Outcome.CORRECTED, Outcome.SAME, Outcome.REFUSED} <= set(one_by_one.counts)
    monkeypatch.setattr(preparing, "_TOGETHER", together)
    monkeypatch.setattr(preparing, "_HEAVY", heavy)
    seen: list[str] = []
    with opened(content, tmp_path / "together", COUNT) as desk:
        received = receive(desk, [folder], report=lambda _done, _all, name: seen.append(name))
        assert rows(desk) == expected
    assert told(received) == told(one_by_one)
    assert len(seen) == len(list(folder.iterdir()))


def test_every_file_is_on_the_disk_before_it_is_reported(content: Content, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    with opened(content, tmp_path / "collections", COUNT) as desk:
        batch(desk, folder)
        stored = []

        def report(done: int, count: int, name: str) -> None:
            names = [form.name for form in desk.store.forms()]
            stored.append((done, count, len(names), name in names))

        receive(desk, [folder], report=report)
    assert stored == [(number, COUNT, number, True) for number in range(1, COUNT + 1)]


def test_a_file_that_comes_twice_at_once_is_given_to_the_named_body_once(desk: Desk, tmp_path: Path) -> None:
    nobody = without_number(form(desk, 2, **{"0_1": "Другое учреждение", "3_1_3": "4"}))
    put(tmp_path, "in/a.docx", nobody)
    put(tmp_path, "in/b.docx", nobody)
    received = receive(desk, [tmp_path / "in"], respondent="body-003")
    assert [one.outcome for one in received.taken] == [Outcome.NEW, Outcome.SAME]
    assert [(form.respondent, form.state) for form in desk.store.forms(None)] == [("body-003", State.CURRENT)]


def test_the_collector_works_as_before_afterwards(desk: Desk, tmp_path: Path) -> None:
    usual = gc.get_threshold()
    receive(desk, [tmp_path])
    assert gc.get_threshold() == usual
    with pytest.raises(QagidaError):
        receive(desk, [tmp_path], respondent="nobody")
    assert gc.get_threshold() == usual
