"""The export says what the store says: same values, both languages, where each came from."""

import csv as standard_csv
import io
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from builder.base.finding import Finding, QagidaError
from builder.base.language import Language
from builder.base.place import Place
from builder.model.answers import Answer, How, Marks, Stray, Value, ValueKind
from builder.model.library import Content
from builder.store.shapes import Deed, Incoming, Refused, Source, What
from builder.workflow.collect.beside import COLUMNS as BESIDE
from builder.workflow.collect.beside import Origin
from builder.workflow.collect.codebook import codebook
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.export import export
from builder.workflow.collect.receive import receive
from builder.workflow.collect.tidy import COLUMNS
from builder.write.tidy import csv, xlsx
from builder.write.tidy.shape import Column, Sheet, Sort
from tests.collect.office import opened, put, word_form

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://example.org","x")'


def answer(code: str, value: Value) -> Answer:
    return Answer(code, value, How.CODE, "paragraph 9")


def stored(desk: Desk, *answers: Answer, held: tuple[str, ...] = ()) -> int:
    one = Incoming(
        "body-001",
        3,
        Language.RU,
        Marks(form_id="2026-00001-2-55", edition="2024-10-24"),
        {item.code: item for item in answers},
        held=held,
    )
    return desk.store.put(Source("form.docx", "docx", "ab" * 32, b"", WHEN), [one]).kept[0].form


@pytest.fixture
def desk(content: Content, tmp_path: Path) -> Iterator[Desk]:
    with opened(content, tmp_path / "collections") as ready:
        yield ready


@pytest.fixture
def filled(desk: Desk) -> Desk:
    stored(
        desk,
        answer("0.4", Value(ValueKind.TEXT, "Исполнитель", text="Исполнитель")),
        answer("3.1.1.1", Value(ValueKind.DATE, "01.01.2026", day=date(2026, 1, 1))),
        answer("3.1.2.7.1", Value(ValueKind.TEXT, FORMULA, text=FORMULA)),
        answer("3.1.2.7.2", Value(ValueKind.UP_TO, "до 90", high=Decimal(90))),
        answer("3.1.3", Value(ValueKind.ABOUT, "≈1,50", Decimal("1.50"), Decimal("1.50"))),
        answer("3.1.3.1.2", Value(ValueKind.ZERO, "0", Decimal(0), Decimal(0))),
        answer("3.1.4", Value(ValueKind.NO_DATA, "нет данных", text="не ведется")),
        answer("3.1.7.1.1", Value(ValueKind.TEXT, "Страна", text="Страна")),
        answer("3.1.7.1.2", Value(ValueKind.RANGE, "1-2", Decimal(1), Decimal(2))),
        answer("9.9.9", Value(ValueKind.TEXT, "чужое", text="чужое")),
        held=("3.1.7.1.1",),
    )
    return desk


def of_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return csv.read(lines)


def of_xlsx(path: Path) -> list[dict[str, Any]]:
    rows = load_workbook(path, read_only=True)["answers"].iter_rows(values_only=True)
    names = next(rows)
    return [{str(name): value for name, value in zip(names, row, strict=True)} for row in rows]


def of_parquet(path: Path) -> list[dict[str, Any]]:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return rows


def by_code(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {row["code"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def test_a_row_tells_everything(filled: Desk, tmp_path: Path) -> None:
    exported = export(filled.content, filled.store, tmp_path / "out" / "answers.csv", "csv")
    rows = of_csv(exported.files[0])
    assert exported.rows == len(rows)
    row = by_code(rows)["3.1.3.1.2"]
    assert row == {
        "year": "2026",
        "respondent": "body-001",
        "respondent_kk": "«1-сынақ» мекемесі",
        "respondent_ru": "Учреждение «Проба 1»",
        "region": "akmola",
        "region_kk": "Ақмола облысы",
        "region_ru": "Акмолинская область",
        "form": "1",
        "form_number": "2026-00001-2-55",
        "language": "ru",
        "edition": "2024-10-24",
        "section": "3",
        "item": "3.1",
        "field": "3.1.3",
        "code": "3.1.3.1.2",
        "question_kk": row["question_kk"],
        "question_ru": row["question_ru"],
        "label_kk": row["label_kk"],
        "label_ru": row["label_ru"],
        "breakdown": "identified",
        "breakdown_kk": row["breakdown_kk"],
        "breakdown_ru": row["breakdown_ru"],
        "category": "not_identified",
        "category_kk": row["category_kk"],
        "category_ru": row["category_ru"],
        "row": "",
        "row_name": "",
        "part": "value",
        "value": "zero",
        "low": "0",
        "high": "0",
        "unit": "persons",
        "unit_kk": "адам",
        "unit_ru": "человек",
        "day": "",
        "text": "",
        "choice_kk": "",
        "choice_ru": "",
        "raw": "0",
        "withheld": "no",
        "file": "form.docx",
        "sha256": "ab" * 32,
        "found": "code",
        "place": "paragraph 9",
        "received": "2026-11-21T09:30:00+00:00",
    }
    assert row["question_ru"].startswith("Общее количество поступивших лиц")
    assert row["category_kk"]


def test_silence_no_data_and_zero_stay_apart(filled: Desk, tmp_path: Path) -> None:
    export(filled.content, filled.store, tmp_path / "answers.csv", "csv")
    rows = by_code(of_csv(tmp_path / "answers.csv"))
    assert {code: rows[code]["value"] for code in ("3.1.3.1.2", "3.1.4", "3.1.5", "1.1.1")} == {
        "3.1.3.1.2": "zero",
        "3.1.4": "no_data",
        "3.1.5": "not_answered",
        "1.1.1": "not_answered",
    }
    assert rows["3.1.4"]["text"] == "не ведется"
    assert "3.1.6" in rows
    assert "3.1.7" not in rows
    fields = {row["field"] for row in rows.values()}
    assert {name for name in codebook(filled.content).fields if name.startswith(("1.", "3."))} <= fields


def test_rows_of_the_respondent_keep_their_names(filled: Desk, tmp_path: Path) -> None:
    export(filled.content, filled.store, tmp_path / "answers.csv", "csv")
    rows = by_code(of_csv(tmp_path / "answers.csv"))
    assert (rows["3.1.2.7.2"]["row"], rows["3.1.2.7.2"]["row_name"]) == ("7", FORMULA)
    assert rows["3.1.2.7.2"]["category"] == "people"
    assert (rows["3.1.2.7.2"]["low"], rows["3.1.2.7.2"]["high"]) == ("", "90")
    assert rows["9.9.9"]["raw"] == "чужое"


def test_identification_is_not_exported(filled: Desk, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        export(filled.content, filled.store, tmp_path / f"answers.{form}", form)
        assert "Исполнитель".encode() not in (tmp_path / f"answers.{form}").read_bytes()
    assert not any(row["code"].startswith("0.") for row in of_csv(tmp_path / "answers.csv"))


STRAYS = (
    Stray("Сұрақтан тыс жазба", "paragraph 40", "3.1.3"),
    Stray("Исполнитель: Иванова А. Б.", "paragraph 41", "3.1.4"),
    Stray("Орындаған: Серікқызы Айнұр", "paragraph 42", "3.1.4"),
    Stray("что-то о том, кто заполнял", "paragraph 2", "0.5"),
    Stray("тел. +7 701 123 45 67", "paragraph 43", "3.1.5"),
)
PERSON = ("Петрова В. Г.", "8 (727) 250-00-00", "Начальник отдела", "Ахметов Д. С.")
SAID = {
    "0.1": Value(ValueKind.TEXT, "Учреждение «Проба 1»", text="Учреждение «Проба 1»"),
    "0.2": Value(ValueKind.CHOICE, "Акмолинская область", text="akmola"),
    "0.3": Value(ValueKind.TEXT, "2026", text="2026"),
    **{
        f"0.{place}": Value(ValueKind.TEXT, one, text=one)
        for place, one in zip((4, 5, 7, 8), PERSON, strict=True)
    },
    "0.6": Value(ValueKind.DATE, "21.11.2026", day=date(2026, 11, 21)),
    "3.1.3": Value(ValueKind.EXACT, "12", Decimal(12), Decimal(12)),
}


@pytest.fixture
def returned(desk: Desk) -> Desk:
    """A form with all its identification and words outside, and files that do not count."""
    answers = {code: answer(code, value) for code, value in SAID.items()}
    for name, one in (
        ("old.docx", Incoming("body-001", 3, Language.RU)),
        (
            "form.docx",
            Incoming("body-001", 3, Language.RU, answers=answers, strays=STRAYS, held=("paragraph 43",)),
        ),
        ("lost.docx", Incoming("", 3, Language.KK, strays=STRAYS[:1])),
    ):
        desk.store.put(Source(name, "docx", name.ljust(64, "0"), name.encode(), WHEN), [one])
    found = (Finding("Q725", Place("scan.jpg")), Finding("Q725", Place("scan.jpg")))
    desk.store.refuse(Refused("scan.jpg", "ef" * 32, 9, WHEN, found))
    return desk


def test_what_came_beside_the_answers_is_exported_without_persons(returned: Desk, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        exported = export(returned.content, returned.store, tmp_path / f"answers.{form}", form)
        for path in exported.files:
            for words in (*PERSON, "Иванова", "Серікқызы", "123 45 67", STRAYS[3].text):
                assert words not in everything(path)
    rows = of_csv(tmp_path / "answers.beside.csv")
    said = {row["code"]: row for row in rows if row["origin"] == "identification"}
    assert {code: row["text"] for code, row in said.items() if row["withheld"] == "no"} == {
        "0.1": "Учреждение «Проба 1»",
        "0.2": "Акмолинская область",
        "0.3": "2026",
        "0.6": "21.11.2026",
    }
    assert {code for code, row in said.items() if row["withheld"] == "yes"} == {"0.4", "0.5", "0.7", "0.8"}
    assert said["0.6"]["day"] == "2026-11-21"
    assert said["0.4"]["label_ru"]
    strays = [row for row in rows if row["origin"] == "stray" and row["file"] == "form.docx"]
    assert [(row["place"], row["withheld"]) for row in strays] == [
        ("paragraph 40", "no"),
        ("paragraph 41", "yes"),
        ("paragraph 42", "yes"),
        ("paragraph 2", "yes"),
        ("paragraph 43", "yes"),
    ]
    assert (strays[0]["text"], strays[0]["code"]) == ("Сұрақтан тыс жазба", "3.1.3")
    assert strays[0]["label_kk"]


def test_files_that_do_not_count_are_in_sight(returned: Desk, tmp_path: Path) -> None:
    export(returned.content, returned.store, tmp_path / "answers.csv", "csv")
    rows = of_csv(tmp_path / "answers.beside.csv")
    others = {
        row["origin"]: (row["file"], row["respondent"], row["text"]) for row in rows if not row["place"]
    }
    assert others == {
        "superseded": ("old.docx", "body-001", ""),
        "unassigned": ("lost.docx", "", ""),
        "refused": ("scan.jpg", "", "Q725"),
    }
    assert ("lost.docx", "stray") in {(row["file"], row["origin"]) for row in rows}


def test_three_formats_have_it(returned: Desk, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        export(returned.content, returned.store, tmp_path / f"answers.{form}", form)
    text = of_csv(tmp_path / "answers.beside.csv")
    book = load_workbook(tmp_path / "answers.xlsx", read_only=True)["beside"].iter_rows(values_only=True)
    names = next(book)
    places = [dict(zip(names, row, strict=True))["place"] or "" for row in book]
    assert places == [row["place"] for row in text]


def everything(path: Path) -> str:
    """All the words of a table."""
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    book = load_workbook(path, read_only=True)
    return "\n".join(
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
    )


def test_held_words_are_withheld_until_cleared(filled: Desk, tmp_path: Path) -> None:
    export(filled.content, filled.store, tmp_path / "before.csv", "csv")
    text = (tmp_path / "before.csv").read_text("utf-8-sig")
    rows = by_code(of_csv(tmp_path / "before.csv"))
    assert "Страна\n" not in text
    assert rows["3.1.7.1.1"]["withheld"] == "yes"
    assert rows["3.1.7.1.1"]["raw"] == rows["3.1.7.1.2"]["row_name"] == rows["3.1.7.1.1"]["text"]
    assert "тексерілгенше" in rows["3.1.7.1.1"]["raw"]
    filled.store.decide(Deed(What.CLEAR, 1, "3.1.7.1.1", "A. Person", WHEN))
    export(filled.content, filled.store, tmp_path / "after.csv", "csv")
    rows = by_code(of_csv(tmp_path / "after.csv"))
    assert (rows["3.1.7.1.1"]["raw"], rows["3.1.7.1.2"]["row_name"]) == ("Страна", "Страна")
    assert rows["3.1.7.1.1"]["withheld"] == "no"


def test_three_formats_say_the_same(filled: Desk, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for form in ("csv", "xlsx", "parquet"):
        export(filled.content, filled.store, tmp_path / f"answers.{form}", form)
    text, book = by_code(of_csv(tmp_path / "answers.csv")), by_code(of_xlsx(tmp_path / "answers.xlsx"))
    table = by_code(of_parquet(tmp_path / "answers.parquet"))
    assert list(text) == list(book) == list(table)
    for code, row in table.items():
        for column in COLUMNS:
            value, name = row[column.name], column.name
            match column.sort:
                case Sort.NUMBER:
                    assert (text[code][name] or None) == (None if value is None else plain_number(value))
                    assert book[code][name] == (None if value is None else float(value))
                case Sort.WHOLE:
                    assert text[code][name] == ("" if value is None else str(value))
                    assert book[code][name] == value
                case Sort.DAY:
                    assert text[code][name] == ("" if value is None else value.isoformat())
                    assert (book[code][name] and book[code][name].date()) == value
                case Sort.MOMENT:
                    assert datetime.fromisoformat(text[code][name]) == value
                case Sort.FLAG:
                    assert (text[code][name] == "yes") == book[code][name] == value
                case Sort.TEXT:
                    assert text[code][name] == value == (book[code][name] or "")


def plain_number(value: Decimal) -> str:
    """Without the zeros that a column of decimals adds behind; `1.50` of the store keeps its own."""
    return {"1.5": "1.50"}.get(shorter := format(value.normalize(), "f"), shorter)


def test_files_are_private_and_whole(filled: Desk, tmp_path: Path) -> None:
    exported = export(filled.content, filled.store, tmp_path / "out" / "answers.csv", "csv")
    assert {stat.S_IMODE(path.stat().st_mode) for path in exported.files} == {0o600}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "answers.csv",
        "answers.beside.csv",
        "answers.codes.csv",
        "answers.columns.csv",
    }


def test_a_failed_export_leaves_what_was_there(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = put(tmp_path, "out/answers.csv", b"before")
    filled.store._db.execute("UPDATE answer SET kind = 'nonsense' WHERE code = '9.9.9'")
    with pytest.raises(QagidaError) as caught:
        export(filled.content, filled.store, target, "csv")
    assert [finding.code for finding in caught.value.findings] == ["Q923"]
    assert target.read_bytes() == b"before"
    assert [path.name for path in target.parent.iterdir()] == ["answers.csv"]


def test_without_the_library_parquet_is_refused(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(QagidaError) as caught:
        export(filled.content, filled.store, tmp_path / "answers.parquet", "parquet")
    assert [finding.code for finding in caught.value.findings] == ["Q928"]
    assert not list(tmp_path.glob("*.parquet"))


def test_the_codebook_knows_every_code(desk: Desk, tmp_path: Path) -> None:
    exported = export(desk.content, desk.store, tmp_path / "answers.csv", "csv")
    codes = of_csv(exported.files[2])
    columns = of_csv(exported.files[3])
    assert {row["code"] for row in codes} == set(codebook(desk.content).entries)
    assert all(row["question_kk"] and row["question_ru"] for row in codes)
    known = [column.name for column in COLUMNS]
    assert [row["column"] for row in columns if not row["word"]] == [*known, "origin"]
    assert {column.name for column in BESIDE} <= {*known, "origin"}
    assert {row["word"] for row in columns} >= {*map(str, ValueKind), *map(str, How), *map(str, Origin)}


def test_received_forms_are_exported(desk: Desk, tmp_path: Path) -> None:
    data = word_form(desk.content, desk.store.issues()[0], Language.KK, {"3.1.3": "12", "1.1.1.1": "x"})
    receive(desk, [put(tmp_path, "in/form.docx", data)])
    export(desk.content, desk.store, tmp_path / "answers.csv", "csv")
    rows = by_code(of_csv(tmp_path / "answers.csv"))
    assert (rows["3.1.3"]["value"], rows["3.1.3"]["found"]) == ("exact", "tag")
    assert (rows["1.1.1.1"]["value"], rows["1.1.1.1"]["part"]) == ("yes", "yes")
    assert rows["3.1.3"]["edition"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["=1+1", "+7", "-2", "@a", "'a", "''a", "\t=1", "＝1", "a\r\nb", '"', ","]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_words_come_back_from_csv_and_run_nothing(words: list[str]) -> None:
    stream = io.BytesIO()
    csv.write(stream, Sheet("s", (Column("a"), Column("b")), [(one, one) for one in words]))
    text = stream.getvalue().decode("utf-8-sig")
    raw = list(standard_csv.reader(io.StringIO(text, newline="")))[1:]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for row in raw for cell in row)
    assert [row["a"] for row in csv.read(io.StringIO(text, newline=""))] == words


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_words_come_back_from_xlsx_as_words(words: list[str]) -> None:
    from openpyxl.utils.escape import unescape

    stream = io.BytesIO()
    xlsx.write(stream, Sheet("s", (Column("a"), Column("b")), [(one, "end") for one in words]))
    (_, *cells) = [row[0] for row in load_workbook(stream)["s"].iter_rows()]
    assert not any(cell.data_type == "f" for cell in cells)
    found = [unescape(str(cell.value or "")) for cell in cells]
    assert found == words


def test_long_words_are_shortened_with_a_finding(filled: Desk, tmp_path: Path) -> None:
    long = "ұ" * (xlsx.LONGEST + 1)
    stored_again = Incoming(
        "body-002", 3, Language.KK, answers={"1.1.9": answer("1.1.9", Value(ValueKind.TEXT, long, text=long))}
    )
    filled.store.put(Source("long.docx", "docx", "cd" * 32, b"1", WHEN), [stored_again])
    exported = export(filled.content, filled.store, tmp_path / "answers.xlsx", "xlsx")
    assert [(finding.code, finding.data["count"]) for finding in exported.findings] == [("Q934", "2")]
    rows = [row for row in of_xlsx(tmp_path / "answers.xlsx") if row["code"] == "1.1.9"]
    assert len(str(rows[1]["raw"])) == xlsx.LONGEST
    assert str(rows[1]["raw"]).endswith("…")


def test_a_long_table_goes_on_in_a_second_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 3)
    stream = io.BytesIO()
    xlsx.write(stream, Sheet("s", (Column("a", Sort.WHOLE),), ((number,) for number in range(7))))
    book = load_workbook(stream)
    assert [[row[0] for row in page.iter_rows(values_only=True)] for page in book.worksheets] == [
        ["a", 0, 1, 2],
        ["a", 3, 4, 5],
        ["a", 6],
    ]
