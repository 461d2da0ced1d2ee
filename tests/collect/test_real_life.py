"""What a secretariat finds in its folder: archives, messages, exports, versions, forms of somebody else."""

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from builder.arrange.passes import arrange
from builder.base.language import Language
from builder.blocks.workbook import Line
from builder.compose.addressed import address, blank
from builder.compose.letters import RequestLetter, compose
from builder.model.answers import Form, State
from builder.model.library import Content
from builder.ooxml.package import pack, read
from builder.store.shapes import What
from builder.store.store import Store
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.judge import assign
from builder.workflow.collect.receive import Outcome, Received, receive
from builder.workflow.project import created
from builder.write.docx.writer import write as write_docx
from builder.write.pdf.writer import write as write_pdf
from builder.write.xlsform.writer import write
from examples.filling import pdf
from examples.filling.kobo import Survey, as_json, submission, survey
from tests.collect.office import opened, put, sheet_form, word_form
from tests.collect.test_receive import codes, outcomes
from tests.conftest import ROOT
from tests.read.exports import as_files, as_workbook
from tests.read.workbooks import blanks

RU, KK = Language.RU, Language.KK


@pytest.fixture
def desk(content: Content, tmp_path: Path) -> Iterator[Desk]:
    with opened(content, tmp_path / "collections") as ready:
        yield ready


def form(
    desk: Desk, number: int = 1, answers: Mapping[str, str] | None = None, language: Language = RU
) -> bytes:
    return word_form(desk.content, desk.store.issues()[number - 1], language, answers or {"3.1.3": "12"})


def current(desk: Desk, respondent: str) -> Form:
    (found,) = desk.store.forms(respondent=respondent)
    return found


def answered(desk: Desk) -> dict[str, str]:
    return {one.respondent: one.answers["3.1.3"].value.raw for one in desk.store.forms()}


def found(received: Received, code: str) -> dict[str, str]:
    """The data of the only finding with a code."""
    (finding,) = (one for one in received.findings if one.code == code)
    return dict(finding.data)


def archive(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return target.getvalue()


def message(files: Mapping[str, bytes], words: str = "Жауаптар қоса беріліп отыр.") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Сауалнама"
    mail.set_content(words)
    for name, data in files.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


# ---------------------------------------------------------------- archives and messages


def test_every_form_of_an_archive_is_received(desk: Desk, tmp_path: Path) -> None:
    names = ("Абай облысы жауабы (түзетілген).docx", "ішкі/форма 2.docx")
    data = archive({name: form(desk, number) for number, name in enumerate(names, 1)})
    received = receive(desk, [put(tmp_path, "in/жауаптар мұрағаты.zip", data)])
    assert outcomes(received) == [(f"жауаптар мұрағаты.zip/{name}", Outcome.NEW) for name in sorted(names)]
    assert answered(desk) == {"body-001": "12", "body-002": "12"}
    again = receive(desk, [tmp_path / "in"])
    assert again.counts == {Outcome.SAME: 2}


def test_names_of_an_old_archiver_are_read(desk: Desk, tmp_path: Path) -> None:
    data = archive({"XXXXXXXXXX.docx": form(desk)}).replace(b"XXXXXXXXXX", "Опросник 1".encode("cp866"))
    received = receive(desk, [put(tmp_path, "in/a.zip", data)])
    assert outcomes(received) == [("a.zip/Опросник 1.docx", Outcome.NEW)]


def test_a_message_brings_its_forms_and_tells_what_it_leaves(desk: Desk, tmp_path: Path) -> None:
    inside = {"эмблема.png": b"\x89PNG", "Сауалнама қазақша.docx": form(desk, 1), "форма.docx": form(desk, 2)}
    received = receive(desk, [put(tmp_path, "in/Re сауалнама.eml", message(inside))])
    assert [outcome for _, outcome in outcomes(received)] == [Outcome.NEW, Outcome.NEW]
    assert set(answered(desk)) == {"body-001", "body-002"}
    assert found(received, "Q671")["files"] == "*, эмблема.png"


def test_an_archive_in_a_message_is_opened_too(desk: Desk, tmp_path: Path) -> None:
    inside = archive({"форма.docx": form(desk)})
    received = receive(desk, [put(tmp_path, "in/хат.eml", message({"жауап.zip": inside}))])
    assert outcomes(received) == [("хат.eml/жауап.zip/форма.docx", Outcome.NEW)]
    deep = inside
    for number in range(3):
        deep = archive({f"{number}.zip": deep})
    received = receive(desk, [put(tmp_path, "in/deep.zip", deep)])
    assert [outcome for _, outcome in outcomes(received)] == [Outcome.REFUSED]
    assert found(received, "Q727")["excess"] == "nested"


def test_a_bad_file_in_an_archive_stops_nothing(desk: Desk, tmp_path: Path) -> None:
    data = archive({"1.docx": b"PK\x03\x04 broken", "2.docx": form(desk), "3.zip": b"PK\x03\x04 broken"})
    received = receive(desk, [put(tmp_path, "in/a.zip", data)])
    assert outcomes(received) == [
        ("a.zip/1.docx", Outcome.REFUSED),
        ("a.zip/2.docx", Outcome.NEW),
        ("a.zip/3.zip", Outcome.REFUSED),
    ]
    assert {one.name for one in desk.store.refused()} == {"a.zip/1.docx", "a.zip/3.zip"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 broken", "Q721"),
        (b"", "Q722"),
        (archive({"../../out.docx": b"x"}), "Q728"),
        (archive({"zeros.docx": b"\0" * 40_000_000}), "Q727"),
        (archive({"a.png": b"\x89PNG"}), "Q670"),
        (archive({}), "Q670"),
    ],
)  # fmt: skip
def test_archives_that_mean_harm_or_nothing_are_refused(
    desk: Desk, tmp_path: Path, data: bytes, code: str
) -> None:
    received = receive(desk, [put(tmp_path, "in/a.zip", data), put(tmp_path, "in/b.docx", form(desk))])
    assert outcomes(received) == [("a.zip", Outcome.REFUSED), ("b.docx", Outcome.NEW)]
    assert {finding.code for finding in received.taken[0].findings} == {code}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("хат.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__nameid_version1.0\0".encode("utf-16-le"), "msg"),
        ("жауаптар.rar", b"Rar!\x1a\x07", "zip"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_advice(
    desk: Desk, tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    received = receive(desk, [put(tmp_path, f"in/{name}", data), put(tmp_path, "in/я.docx", form(desk))])
    assert dict(outcomes(received)) == {name: Outcome.REFUSED, "я.docx": Outcome.NEW}
    assert found(received, "Q725")["filetype"] == kind


def test_a_word_file_with_the_name_of_an_archive_is_a_form(desk: Desk, tmp_path: Path) -> None:
    received = receive(desk, [put(tmp_path, "in/форма.zip", form(desk))])
    assert [outcome for _, outcome in outcomes(received)] == [Outcome.NEW]
    assert "Q724" in codes(received)


# ---------------------------------------------------------------- exports of servers


@pytest.fixture(scope="module")
def kobo(content: Content) -> Survey:
    return survey(write(blanks(content)(3, KK), blanks(content)(3, RU)))


def sent(desk: Desk, kobo: Survey, number: int, value: str) -> dict[str, object]:
    answers = {"0.3": "2026", "3.1.3": value, "3.1.2.1.1": "полиция", "3.1.2.1.2": value}
    return submission(kobo, str(desk.store.issues()[number - 1].form_id(RU)), answers, number)


def test_a_workbook_of_submissions_is_received_form_by_form(desk: Desk, kobo: Survey, tmp_path: Path) -> None:
    pages = [sent(desk, kobo, 1, "12"), sent(desk, kobo, 2, "7")]
    received = receive(desk, [put(tmp_path, "in/Kobo экспорт.xlsx", as_workbook(kobo, pages))])
    assert outcomes(received) == [("Kobo экспорт.xlsx", Outcome.NEW)]
    assert codes(received).isdisjoint({"Q793", "Q794", "Q795", "Q796", "Q751", "Q932"})
    assert answered(desk) == {"body-001": "12", "body-002": "7"}
    assert [one.name for one in desk.store.forms()] == ["Kobo экспорт.xlsx#1", "Kobo экспорт.xlsx#2"]
    assert current(desk, "body-002").answers["3.1.2.1.2"].value.raw == "7"
    later = [*pages, sent(desk, kobo, 3, "1")]
    receive(desk, [put(tmp_path, "in/2.xlsx", as_workbook(kobo, later))])
    assert len(list(desk.store.forms(None))) == 3  # what an earlier export had is no new form


@pytest.mark.parametrize("packed", [True, False])
def test_files_of_an_export_are_received_together(
    desk: Desk, kobo: Survey, tmp_path: Path, *, packed: bool
) -> None:
    parts = as_files(kobo, [sent(desk, kobo, 1, "12")], "Бөлім 3")
    if packed:
        put(tmp_path, "in/Бөлім 3.zip", pack({**parts, "media/1.jpg": b"\xff\xd8\xff"}))
    else:
        for name, data in parts.items():
            put(tmp_path, f"in/{name}", data)
    put(tmp_path, "in/форма.docx", form(desk, 2))
    received = receive(desk, [tmp_path / "in"])
    assert received.counts == {Outcome.NEW: 2}
    assert ("Q671" in codes(received)) is packed  # the picture
    assert codes(received).isdisjoint({"Q793", "Q794", "Q795"})
    assert current(desk, "body-001").answers["3.1.2.1.1"].value.raw == "полиция"
    assert receive(desk, [tmp_path / "in"]).counts == {Outcome.SAME: 2}
    original = desk.store.original(current(desk, "body-001").id)
    with zipfile.ZipFile(io.BytesIO(original.data)) as kept:
        assert {name: kept.read(name) for name in kept.namelist()} == parts


def test_a_changed_list_beside_the_same_file_is_noticed(desk: Desk, kobo: Survey, tmp_path: Path) -> None:
    for name, data in as_files(kobo, [sent(desk, kobo, 1, "12")]).items():
        put(tmp_path, f"in/{name}", data)
    receive(desk, [tmp_path / "in"])
    listed = tmp_path / "in" / "Форма-r_3_1_2.csv"
    listed.write_bytes(listed.read_bytes().replace(b"12", b"13"))
    assert receive(desk, [tmp_path / "in"]).counts == {Outcome.CORRECTED: 1}
    assert current(desk, "body-001").answers["3.1.2.1.2"].value.raw == "13"


def test_a_list_alone_is_refused_with_advice(desk: Desk, kobo: Survey, tmp_path: Path) -> None:
    parts = as_files(kobo, [sent(desk, kobo, 1, "12")])
    received = receive(desk, [put(tmp_path, "in/list.csv", parts["Форма-r_3_1_2.csv"])])
    assert outcomes(received) == [("list.csv", Outcome.REFUSED)]
    assert codes(received) == {"Q794"}
    assert [one.name for one in desk.store.refused()] == ["list.csv"]


def test_rows_that_are_lost_are_noted_in_the_journal(desk: Desk, kobo: Survey, tmp_path: Path) -> None:
    first, second = sent(desk, kobo, 1, "12"), sent(desk, kobo, 2, "7")
    parts = {**as_files(kobo, [first, second]), "Форма.csv": as_files(kobo, [first])["Форма.csv"]}
    received = receive(desk, [put(tmp_path, "in/a.zip", pack(parts))])
    assert received.counts == {Outcome.NEW: 1}
    assert found(received, "Q794")["rows"] == "1"
    (noted,) = desk.store.refused()
    assert ([finding.code for finding in noted.findings], "Форма-r_3_1_2.csv" in noted.name) == (
        ["Q794"],
        True,
    )


def test_another_version_of_a_survey_is_told(desk: Desk, kobo: Survey, tmp_path: Path) -> None:
    old = {**sent(desk, kobo, 1, "1"), "form_version": "qagida-section-03/2024-10-24-0123456789"}
    bare = {name: value for name, value in sent(desk, kobo, 2, "2").items() if name != "form_version"}
    same = sent(desk, kobo, 3, "3")
    received = receive(desk, [put(tmp_path, "in/a.json", as_json([old, bare, same]))])
    told = {one.place.path: one.data["version"] for one in received.findings if one.code == "Q793"}
    assert told == {"a.json#1": "2024-10-24-0123456789", "a.json#2": "unknown"}
    (expected,) = {one.data["expected"] for one in received.findings if one.code == "Q793"}
    assert expected == kobo.settings["version"]


def test_the_version_that_was_given_out_counts(
    content: Content, desk: Desk, kobo: Survey, tmp_path: Path
) -> None:
    """The content may have changed since; who filled in what was sent did nothing wrong."""
    kazakh, russian = (blanks(content)(3, language) for language in (KK, RU))
    changed = kazakh.sheets[0].rows[0]
    assert isinstance(changed, Line)
    rows = (replace(changed, asked=f"{changed.asked}."), *kazakh.sheets[0].rows[1:])
    sheets = (replace(kazakh.sheets[0], rows=rows), *kazakh.sheets[1:])
    given = write(replace(kazakh, sheets=sheets), russian)
    older = survey(given)
    assert older.version != kobo.version
    put(desk.folder.out, "xlsform/section-03.xlsx", given)
    pages = [sent(desk, older, 1, "1"), sent(desk, kobo, 2, "2")]
    received = receive(desk, [put(tmp_path, "in/a.json", as_json(pages))])
    assert [one.place.path for one in received.findings if one.code == "Q793"] == ["a.json#2"]


def test_a_form_of_another_edition_is_told(content: Content, tmp_path: Path) -> None:
    with opened(content, tmp_path / "collections") as desk:
        data = sheet_form(content, desk.store.issues()[0], RU, {"3.1.3": "12"})
    parts = zipfile.ZipFile(io.BytesIO(data))
    old = pack({name: parts.read(name).replace(b"2024-10-24", b"2022-01-01") for name in parts.namelist()})
    with opened(content, tmp_path / "collections") as desk:
        received = receive(desk, [put(tmp_path, "in/old.xlsx", old)])
        assert found(received, "Q793") == {"version": "2022-01-01", "expected": "2024-10-24"}


# ---------------------------------------------------------------- versions, and forms of somebody else


def saved(path: Path, second: int) -> Path:
    os.utime(path, (second, second))
    return path


def test_of_versions_in_one_batch_the_one_saved_last_counts(desk: Desk, tmp_path: Path) -> None:
    newer = saved(put(tmp_path, "in/1.docx", form(desk, 1, {"3.1.3": "13"})), 2_000)
    older = saved(put(tmp_path, "in/2.docx", form(desk, 1, {"3.1.3": "12"})), 1_000)
    received = receive(desk, [newer, older])
    assert outcomes(received) == [("1.docx", Outcome.CORRECTED), ("2.docx", Outcome.NEW)]
    assert answered(desk) == {"body-001": "13"}
    told = found(received, "Q669")
    assert (told["before_name"], told["codes"], told["count"]) == ("2.docx", "3.1.3", "1")


def test_of_files_saved_at_one_time_the_last_by_name_counts(desk: Desk, tmp_path: Path) -> None:
    for number, name in enumerate(("форма 10.docx", "форма 9.docx", "форма.docx"), 1):
        saved(put(tmp_path, f"in/{name}", form(desk, 1, {"3.1.3": str(number)})), 1_000)
    receive(desk, [tmp_path / "in"])
    assert current(desk, "body-001").name == "форма 10.docx"


def test_two_formats_with_other_answers_are_told_and_with_the_same_are_not(
    desk: Desk, tmp_path: Path
) -> None:
    issue = desk.store.issues()[0]
    saved(put(tmp_path, "in/a.docx", form(desk, 1, {"3.1.3": "12", "3.1.4": "5"})), 1_000)
    same = sheet_form(desk.content, issue, RU, {"3.1.3": "12", "3.1.4": " 5"})
    saved(put(tmp_path, "in/b.xlsx", same), 2_000)
    assert "Q669" not in codes(receive(desk, [tmp_path / "in"]))
    saved(put(tmp_path, "in2/a.docx", form(desk, 2, {"3.1.3": "12", "3.1.4": "5"})), 1_000)
    other = sheet_form(desk.content, desk.store.issues()[1], RU, {"3.1.3": "21", "3.1.5": "1"})
    saved(put(tmp_path, "in2/b.xlsx", other), 2_000)
    told = found(receive(desk, [tmp_path / "in2"]), "Q669")
    assert (told["count"], told["codes"]) == ("3", "3.1.3, 3.1.5, 3.1.4")


def test_a_form_that_comes_later_is_a_correction_and_no_conflict(desk: Desk, tmp_path: Path) -> None:
    receive(desk, [put(tmp_path, "in/1.docx", form(desk, 1, {"3.1.3": "12"}))])
    received = receive(desk, [put(tmp_path, "in/2.docx", form(desk, 1, {"3.1.3": "13"}))])
    assert "Q669" not in codes(received)


def test_an_earlier_version_may_be_made_to_count(desk: Desk, tmp_path: Path) -> None:
    for value in ("12", "13"):
        receive(desk, [put(tmp_path, f"in/{value}.docx", form(desk, 1, {"3.1.3": value}))])
    first, _ = desk.store.history("body-001")
    kept = assign(desk, first.id, "body-001", "A. Person")
    assert (kept.state, answered(desk)) == (State.CURRENT, {"body-001": "12"})
    assert [deed.what for deed in desk.store.deeds(first.id)] == [What.ASSIGN]


def test_an_empty_form_never_takes_the_place_of_a_filled_one(desk: Desk, tmp_path: Path) -> None:
    saved(put(tmp_path, "in/форма ru.docx", form(desk, 1, {"3.1.3": "12"})), 1_000)
    saved(put(tmp_path, "in/нысан kk.docx", form(desk, 1, {"0.4": "Орындаушы"}, KK)), 2_000)
    received = receive(desk, [tmp_path / "in"])
    assert dict(outcomes(received)) == {"форма ru.docx": Outcome.NEW, "нысан kk.docx": Outcome.REFUSED}
    assert found(received, "Q674") == {"before_name": "форма ru.docx"}
    assert answered(desk) == {"body-001": "12"}


def test_an_empty_form_gives_way_to_a_filled_one(desk: Desk, tmp_path: Path) -> None:
    empty = receive(desk, [put(tmp_path, "in/1.docx", form(desk, 1, {"0.4": "Исполнитель"}))])
    assert "Q672" in codes(empty)
    full = receive(desk, [put(tmp_path, "in/2.docx", form(desk))])
    assert outcomes(full) == [("2.docx", Outcome.CORRECTED)]
    assert "Q672" not in codes(full)


def test_letters_are_no_answers(desk: Desk, tmp_path: Path) -> None:
    """A covering letter, and our own request sent back: it bears the number of the form."""
    issue = desk.store.issues()[0]
    request = arrange(compose(desk.content, RequestLetter(issue), RU))
    put(tmp_path, "in/1 запрос.docx", write_docx(request, ROOT / "templates" / "docx", created(desk.content)))
    words = b"<w:p><w:r><w:t>Covering letter, 12 pages</w:t></w:r></w:p><w:sectPr"
    parts = read(form(desk))
    body = parts["word/document.xml"]
    start, end = body.index(b"<w:body>") + len(b"<w:body>"), body.rindex(b"<w:sectPr")
    letter = {**parts, "word/document.xml": body[:start] + words + body[end + len(b"<w:sectPr") :]}
    put(tmp_path, "in/2 сопроводительное письмо.docx", pack(letter))
    received = receive(desk, [tmp_path / "in"])
    assert received.counts == {Outcome.REFUSED: 2}
    assert [one.findings[-1].code for one in received.taken] == ["Q675", "Q675"]
    assert not list(desk.store.forms(None))
    assert len(desk.store.refused()) == 2


NAME, REGION = "0.1", "0.2"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, False),
        ({NAME: "учреждение  «проба 1»"}, False),
        ({NAME: "Проба, Акмолинская область"}, False),
        ({NAME: "Мекеме"}, False),
        ({NAME: "Учреждение «Проба 2»"}, True),
        ({NAME: "«3-сынақ» мекемесі"}, True),
        ({NAME: "Управление по Жамбылской области"}, True),
        ({NAME: "Ақтөбе облысының басқармасы"}, True),
        ({REGION: "aktobe"}, True),
    ],
)
def test_a_form_that_names_another_body_is_told(
    desk: Desk, tmp_path: Path, said: dict[str, str], *, told: bool
) -> None:
    assert desk.store.issues()[0].respondent.region == "akmola"
    received = receive(desk, [put(tmp_path, "in/a.docx", form(desk, 1, {**said, "3.1.3": "12"}))])
    assert ("Q668" in codes(received)) is told
    assert current(desk, "body-001").answers["3.1.3"].value.raw == "12"


def test_the_central_body_of_any_region_is_not_suspected(content: Content, tmp_path: Path) -> None:
    from builder.workflow.collect.given import regions
    from builder.workflow.collect.owner import Register

    with opened(content, tmp_path / "collections") as desk:
        issue = desk.store.issues()[0]
        body = replace(issue, respondent=replace(issue.respondent, region=None))
        receive(desk, [put(tmp_path, "in/a.docx", form(desk, 1, {NAME: "Комитет, город Астана"}))])
        answers = current(desk, "body-001").answers
    register = Register((body,), regions(content))
    assert list(register.against("a.docx", body.respondent, answers)) == []


def test_a_named_owner_of_a_stored_form_gets_it_with_all_checks(desk: Desk, tmp_path: Path) -> None:
    from tests.collect.test_receive import _without_number

    data = _without_number(form(desk, 2, {NAME: "Другое", "3.1.3": "4", "3.1.4": "100"}))
    path = put(tmp_path, "in/form.docx", data)
    fresh = receive(desk, [path], respondent="body-003").taken[0].forms[0]
    with opened(desk.content, tmp_path / "second") as other:
        receive(other, [path])
        received = receive(other, [path], respondent="body-003")
        stored = current(other, "body-003")
        assert outcomes(received) == [("form.docx", Outcome.NEW)]
        told = {finding.code for finding in received.taken[0].findings}
        assert {finding.code for finding in fresh.checked} <= told
        assert {finding.code for finding in fresh.checked} <= {finding.code for finding in stored.findings}
        assert received.taken[0].forms[0].defects == fresh.defects > 0
        assert stored.section == 3


def test_a_form_known_by_name_can_be_given_to_another(desk: Desk, tmp_path: Path) -> None:
    from tests.collect.test_receive import _without_number

    receive(desk, [put(tmp_path, "in/1.docx", form(desk, 2, {"3.1.3": "1"}))])
    path = put(tmp_path, "in/2.docx", _without_number(form(desk, 2, {"3.1.3": "2"})))
    assert "Q931" in codes(receive(desk, [path]))
    assert answered(desk) == {"body-002": "2"}
    received = receive(desk, [path], respondent="body-003")
    assert outcomes(received) == [("2.docx", Outcome.NEW)]
    assert "Q668" in codes(received)  # it still says the name of the other
    assert answered(desk) == {"body-002": "1", "body-003": "2"}


def test_a_number_stays_stronger_than_the_named_owner(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path, "in/1.docx", form(desk, 1))
    receive(desk, [path])
    assert receive(desk, [path], respondent="body-003").counts == {Outcome.SAME: 1}
    assert answered(desk) == {"body-001": "12"}


def test_a_form_of_another_section_is_told(desk: Desk, tmp_path: Path) -> None:
    issue = desk.store.issues()[0]
    foreign = replace(issue, respondent=replace(issue.respondent, section=13))
    data = sheet_form(desk.content, foreign, RU, {"13.1.1": "4"})
    told = found(receive(desk, [put(tmp_path, "in/a.xlsx", data)]), "Q673")
    assert (told["found"], told["expected"]) == ("13", "3")


@pytest.mark.parametrize("shape", ["docx", "pdf"])
def test_yes_and_no_together_are_told_once(desk: Desk, tmp_path: Path, shape: str) -> None:
    issue, both = desk.store.issues()[0], {"1.1.1.1": "x", "1.1.1.2": "x", "1.1.1.3": "есть"}
    if shape == "docx":
        data = word_form(desk.content, issue, RU, both)
    else:
        tree = address(arrange(blank(desk.content, 3, RU)), desk.content, issue)
        data = pdf.fill(write_pdf(tree, ROOT / "templates", created(desk.content)).data, both)
    received = receive(desk, [put(tmp_path, f"in/a.{shape}", data)])
    told = [one.code for one in received.findings if one.place.at.startswith("1.1.1")]
    assert told.count("Q748") == 1
    assert {"Q771", "Q780"}.isdisjoint(told)


def test_the_store_stays_sound(desk: Desk, tmp_path: Path) -> None:
    test_a_form_known_by_name_can_be_given_to_another(desk, tmp_path)
    desk.store.verify()
    with Store.open(desk.folder.store) as again:
        assert len(list(again.forms(None))) == 2
