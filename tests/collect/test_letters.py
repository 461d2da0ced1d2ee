"""Letters after the request: what was sent back and came again, and terms that end on a day off."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from builder.base.language import Language
from builder.model.library import Content
from builder.model.status import Reply
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.mail import DAYS_TO_CORRECT, send_back
from builder.workflow.collect.receive import receive
from builder.workflow.collect.standing import status_of
from builder.workflow.collect.terms import on_day_off
from builder.workflow.project import today
from tests.collect.office import opened, put, word_form

RU = Language.RU
FRIDAY = date(2027, 2, 26)


@pytest.fixture
def desk(content: Content, tmp_path: Path) -> Iterator[Desk]:
    with opened(content, tmp_path / "collections", count=1) as ready:
        yield ready


def came(desk: Desk, folder: Path, name: str, answer: str) -> None:
    data = word_form(desk.content, desk.store.issues()[0], RU, {"3.1.3": answer})
    receive(desk, [put(folder, name, data)])


def reply(desk: Desk) -> Reply:
    return status_of(desk, today()).rows[0].reply


def test_a_form_that_comes_on_the_day_of_its_letter_is_no_longer_returned(desk: Desk, tmp_path: Path) -> None:
    came(desk, tmp_path, "1.docx", "12")
    answered = reply(desk)
    first = send_back(desk, "body-001", today())
    assert reply(desk) is Reply.RETURNED
    came(desk, tmp_path, "2.docx", "13")
    assert reply(desk) is answered
    second = send_back(desk, "body-001", today())
    assert reply(desk) is Reply.RETURNED
    assert (first.number, second.number) == ("2026/00001-1", "2026/00001-2")
    assert not set(first.files) & set(second.files)  # the second letter does not overwrite the first
    assert all((desk.folder.path / name).is_file() for name in (*first.files, *second.files))


def test_the_same_letter_made_again_is_the_same_letter(desk: Desk, tmp_path: Path) -> None:
    came(desk, tmp_path, "1.docx", "12")
    assert send_back(desk, "body-001", today()) == send_back(desk, "body-001", today())


def test_days_off_are_told_of() -> None:
    week = [FRIDAY + timedelta(number) for number in range(7)]
    found = {day.isoweekday(): list(on_day_off(day, Path("2026"))) for day in week}
    assert [number for number, findings in found.items() if findings] == [6, 7]
    for number, name in ((6, "saturday"), (7, "sunday")):
        (finding,) = found[number]
        assert (finding.code, finding.data["weekday"], finding.data["iso"]) == ("Q667", name, "2027-03-01")


def test_the_term_of_a_return_is_looked_at_and_not_moved(desk: Desk, tmp_path: Path) -> None:
    came(desk, tmp_path, "1.docx", "12")
    saturday = FRIDAY + timedelta(1)
    off = send_back(desk, "body-001", saturday - timedelta(DAYS_TO_CORRECT))
    assert [finding.code for finding in off.findings] == ["Q667"]
    assert send_back(desk, "body-001", FRIDAY, FRIDAY + timedelta(3)).findings == ()
