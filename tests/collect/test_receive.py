"""Files of a folder into the store: identified, checked, superseded, refused; none stops the others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.analyse.checked import check_form
from builder.base.finding import Finding, QagidaError
from builder.base.form_id import FormId
from builder.base.language import Language
from builder.model.answers import Form, How, State, ValueKind
from builder.model.library import Content
from builder.store.shapes import What
from builder.workflow.collect import ready as preparing
from builder.workflow.collect import receive as receiving
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.receive import Outcome, Received, receive
from tests.collect.office import opened, put, sheet_form, unmarked, word_form

RU, KK = Language.RU, Language.KK
ANSWERS = {"3.1.3": "12", "3.1.4": "около 100", "3.1.5": "нет данных", "1.2.0": "учет не ведется"}


@pytest.fixture
def desk(content: Content, tmp_path: Path) -> Iterator[Desk]:
    with opened(content, tmp_path / "collections") as ready:
        yield ready


def form(desk: Desk, number: int = 1, language: Language = RU, **answers: str) -> bytes:
    given = {code.replace("_", "."): words for code, words in answers.items()} or ANSWERS
    return word_form(desk.content, desk.store.issues()[number - 1], language, given)


def outcomes(received: Received) -> list[tuple[str, Outcome]]:
    return [(one.name, one.outcome) for one in received.taken]


def codes(received: Received) -> set[str]:
    return {finding.code for finding in received.findings}


def only(desk: Desk) -> Form:
    (found,) = desk.store.forms(None)
    return found


def test_a_filled_form_is_stored_with_its_answers(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path, "in/form.docx", form(desk))
    received = receive(desk, [path])
    assert outcomes(received) == [("form.docx", Outcome.NEW)]
    found = only(desk)
    assert (found.respondent, found.section, found.language) == ("body-001", 3, RU)
    said = {code: (one.value.kind, one.value.raw) for code, one in found.answers.items() if code in ANSWERS}
    assert said == {
        "3.1.3": (ValueKind.EXACT, "12"),
        "3.1.4": (ValueKind.ABOUT, "около 100"),
        "3.1.5": (ValueKind.NO_DATA, "нет данных"),
        "1.2.0": (ValueKind.TEXT, "учет не ведется"),
    }
    assert {one.how for one in found.answers.values()} == {How.TAG}
    assert desk.store.original(found.id).data == path.read_bytes()
    assert desk.store.marks(found.id).form_id == str(FormId(2026, 1, RU))
    assert "Q776" in {finding.code for finding in found.findings}


def test_a_batch_goes_on_past_bad_files(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "1/form.docx", form(desk, 1))
    put(folder, "2/form.xlsx", sheet_form(desk.content, desk.store.issues()[1], KK, {"3.1.3": "7"}))
    put(folder, "3/broken.docx", b"PK\x03\x04 nothing")
    put(folder, "4/empty.docx", b"")
    put(folder, "5/picture.png", b"\x89PNG\r\n\x1a\n")
    put(folder, "~$form.docx", b"lock")
    put(folder, ".~lock.form.docx#", b"lock")
    received = receive(desk, [folder, tmp_path / "gone.docx"])
    assert outcomes(received) == [
        ("1/form.docx", Outcome.NEW),
        ("2/form.xlsx", Outcome.NEW),
        ("3/broken.docx", Outcome.REFUSED),
        ("4/empty.docx", Outcome.REFUSED),
        ("5/picture.png", Outcome.REFUSED),
        ("gone.docx", Outcome.REFUSED),
    ]
    assert [one.name for one in desk.store.refused()] == ["3/broken.docx", "4/empty.docx", "5/picture.png"]
    assert [one.respondent for one in desk.store.forms()] == ["body-001", "body-002"]


def test_the_same_file_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path, "in/form.docx", form(desk))
    first = receive(desk, [path])
    copy = put(tmp_path, "in/copy.docx", path.read_bytes())
    again = receive(desk, [path, copy, path])
    assert [one.outcome for one in again.taken] == [Outcome.SAME, Outcome.SAME]
    assert {one.form for one in again.taken[0].forms} == {one.form for one in first.taken[0].forms}
    assert only(desk).name == "form.docx"


def test_a_corrected_form_supersedes_and_fewer_answers_are_told(desk: Desk, tmp_path: Path) -> None:
    receive(desk, [put(tmp_path, "in/1.docx", form(desk))])
    received = receive(desk, [put(tmp_path, "in/2.docx", form(desk, 1, RU, **{"3_1_3": "13"}))])
    assert outcomes(received) == [("2.docx", Outcome.CORRECTED)]
    (finding,) = (one for one in received.findings if one.code == "Q925")
    assert (finding.data["before"], finding.data["after"]) == ("4", "1")
    assert finding.place.path == "2.docx"
    assert [one.state for one in desk.store.history("body-001")] == [State.SUPERSEDED, State.CURRENT]
    assert "Q925" in {one.code for one in desk.store.history("body-001")[1].findings}


def test_two_languages_of_one_body_are_compared(desk: Desk, tmp_path: Path) -> None:
    kazakh = form(desk, 1, KK, **{"3_1_3": "12", "3_1_4": "5", "3_1_5": "деректер жоқ"})
    russian = form(desk, 1, RU, **{"3_1_3": "21", "3_1_4": "5", "3_1_5": "нет данных"})
    receive(desk, [put(tmp_path, "in/kk.docx", kazakh)])
    received = receive(desk, [put(tmp_path, "in/ru.docx", russian)])
    assert codes(received) & {"Q925", "Q926"} == {"Q926"}
    (finding,) = (one for one in received.findings if one.code == "Q926")
    assert (finding.data["count"], finding.data["codes"], finding.place.at) == ("1", "3.1.3", "3.1.3")
    assert [one.language for one in desk.store.forms()] == [RU]


def test_a_form_without_number_is_known_by_its_words(desk: Desk, tmp_path: Path) -> None:
    data = _without_number(form(desk, 2))
    received = receive(desk, [put(tmp_path, "in/form.docx", data)])
    assert outcomes(received) == [("form.docx", Outcome.NEW)]
    assert "Q931" in codes(received)
    assert only(desk).respondent == "body-002"


def _without_number(data: bytes) -> bytes:
    """A form that lost its properties and the visible number, as in a new file made by hand."""
    from builder.ooxml.package import pack, read

    parts = read(unmarked(data))
    number = str(FormId(2026, 2, RU)).encode()
    changed = {name: part.replace(number, b"-") for name, part in parts.items()}
    assert any(number in part for part in parts.values())
    return pack(changed)


def test_nobody_guesses_whose_form_it_is(desk: Desk, tmp_path: Path) -> None:
    data = _without_number(form(desk, 2, RU, **{"0_1": "Другое учреждение", "3_1_3": "4"}))
    path = put(tmp_path, "in/form.docx", data)
    received = receive(desk, [path])
    assert outcomes(received) == [("form.docx", Outcome.UNASSIGNED)]
    assert "Q932" in codes(received)
    assert only(desk).state is State.UNASSIGNED
    given = receive(desk, [path], respondent="body-003")
    assert outcomes(given) == [("form.docx", Outcome.NEW)]
    found = only(desk)
    assert (found.respondent, found.state) == ("body-003", State.CURRENT)
    assert [deed.what for deed in desk.store.deeds(found.id)] == [What.ASSIGN]


def test_the_owner_may_be_named_but_the_number_wins(desk: Desk, tmp_path: Path) -> None:
    unknown = _without_number(form(desk, 2, RU, **{"0_1": "Другое", "3_1_3": "4"}))
    paths = [put(tmp_path, "in/a.docx", unknown), put(tmp_path, "in/b.docx", form(desk, 1))]
    receive(desk, paths, respondent="4")
    assert [one.respondent for one in desk.store.forms()] == ["body-001", "body-004"]
    with pytest.raises(QagidaError) as caught:
        receive(desk, paths, respondent="nobody")
    assert [finding.code for finding in caught.value.findings] == ["Q930"]


def test_a_form_of_another_year_is_refused(desk: Desk, content: Content, tmp_path: Path) -> None:
    with opened(content, tmp_path / "other", year=2025) as before:
        old = form(before)
    received = receive(desk, [put(tmp_path, "in/old.docx", old)])
    assert outcomes(received) == [("old.docx", Outcome.REFUSED)]
    assert codes(received) == {"Q929"}
    assert [one.findings[0].code for one in desk.store.refused()] == ["Q929"]
    assert not list(desk.store.forms(None))


def test_last_year_is_looked_at_when_it_is_there(content: Content, tmp_path: Path) -> None:
    root = tmp_path / "collections"
    with opened(content, root, year=2025) as before:
        receive(before, [put(tmp_path, "in/old.docx", form(before, 1, RU, **{"3_1_3": "5"}))])
    with opened(content, root) as desk:
        received = receive(desk, [put(tmp_path, "in/new.docx", form(desk, 1, RU, **{"3_1_3": "500000"}))])
    assert outcomes(received) == [("new.docx", Outcome.NEW)]
    assert any(code.startswith("Q7") for code in codes(received))


def test_personal_data_are_held_from_the_start(desk: Desk, tmp_path: Path) -> None:
    words = {"3_1_2_1_1": "Центр, телефон +7 701 123 45 67", "3_1_3": "2"}
    receive(desk, [put(tmp_path, "in/form.docx", form(desk, 1, RU, **words))])
    assert desk.store.held(only(desk).id) == {"3.1.2.1.1"}


def test_what_the_collection_made_is_not_received(desk: Desk, tmp_path: Path) -> None:
    desk.folder.out.mkdir()
    (desk.folder.out / "form.docx").write_bytes(form(desk))
    put(desk.folder.path, "in/form.docx", form(desk, 2))
    received = receive(desk, [desk.folder.path, desk.folder.store])
    assert outcomes(received) == [("in/form.docx", Outcome.NEW)]


def test_a_fault_of_ours_in_one_file_stops_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    put(folder, "a.docx", form(desk, 1))
    put(folder, "b.docx", form(desk, 2))

    def failing(
        content: Content, form: Form, last_year: Form | None, year: int | None
    ) -> tuple[Finding, ...]:
        if form.name == "a.docx":
            raise ZeroDivisionError
        return check_form(content, form, last_year, year)

    monkeypatch.setattr(preparing, "check_form", failing)
    received = receive(desk, [folder])
    assert outcomes(received) == [("a.docx", Outcome.REFUSED), ("b.docx", Outcome.NEW)]
    assert [one.findings[0].code for one in desk.store.refused()] == ["Q933"]


def test_no_room_stops_with_what_is_left(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(1, 5):
        put(folder, f"{number}.docx", form(desk, number))
    db = desk.store._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    size = (folder / "1.docx").stat().st_size
    db.execute(f"PRAGMA max_page_count={pages + int(size * 2.5) // 4096}")
    received = receive(desk, [folder])
    assert [finding.code for finding in received.stopped] == ["Q921"]
    assert received.left == tuple(f"{number}.docx" for number in range(len(received.taken) + 1, 5))
    assert 0 < len(received.taken) < 4
    assert len(list(desk.store.forms())) == len(received.taken)
    db.execute("PRAGMA max_page_count=1000000")
    again = receive(desk, [folder])
    assert not again.stopped
    assert again.counts == {Outcome.SAME: len(received.taken), Outcome.NEW: 4 - len(received.taken)}


def test_submissions_of_an_export_are_forms_of_their_own(desk: Desk, tmp_path: Path) -> None:
    def submission(number: int, value: str) -> dict[str, str]:
        return {
            "_xform_id_string": "qagida-section-03",
            "form_id": str(FormId(2026, number, RU)),
            "q_3_1_3": value,
            "_id": f"{number}{value}",
        }

    def export(name: str, *submissions: dict[str, str]) -> Received:
        return receive(desk, [put(tmp_path, f"in/{name}.json", json.dumps(submissions).encode())])

    one, two = submission(1, "12"), submission(2, "7")
    received = export("first", one, two)
    assert len(received.taken[0].forms) == 2
    assert [one.respondent for one in desk.store.forms()] == ["body-001", "body-002"]
    assert [one.name for one in desk.store.forms()] == ["first.json#1", "first.json#2"]
    corrected = submission(1, "13")
    export("second", one, two, corrected)
    assert [one.state for one in desk.store.history("body-001")] == [State.SUPERSEDED, State.CURRENT]
    assert len(desk.store.history("body-002")) == 1
    export("third", one, two, corrected, one)  # the first figure was right after all
    assert [form.answers["3.1.3"].value.raw for form in desk.store.history("body-001")] == ["12", "13", "12"]
    export("fourth", one, two, corrected, one, submission(3, "1"))
    assert len(list(desk.store.forms(None))) == 5


def test_a_large_batch_is_not_kept_in_memory(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    for number in (1, 2):
        put(folder, f"{number}.docx", form(desk, number))
    small = receive(desk, [folder / "1.docx"])
    monkeypatch.setattr(receiving, "DETAILED", 1)
    large = receive(desk, [folder])
    assert "Q776" in codes(small)
    assert "Q776" not in codes(large)
    (kept,) = large.taken[1].forms
    assert kept.defects > 0
    assert "Q776" in {finding.code for finding in desk.store.form(kept.form).findings}
