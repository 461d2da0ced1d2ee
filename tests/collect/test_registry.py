"""The registry of respondents: who is asked, by whom, and tables in and out."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from builder.base.finding import Finding, QagidaError
from builder.base.language import LAW_LANGUAGES, UI_LANGUAGES, Language
from builder.model.library import Content
from builder.model.registry import Channel, Respondent, Words
from builder.model.registry_table import COLUMNS, cells, column_of, heading
from builder.model.respondents import coordinator, respondents
from builder.read.registry import read_table
from builder.read.registry.rows import csv_rows
from builder.workflow.collect.registry import IMPORTED, export_registry, import_registry
from builder.workflow.project import Project
from builder.write.xlsx.registry import registry_csv, registry_xlsx

ROW: Mapping[str, str] = {
    "id": "police-office",
    "subject": "mia",
    "body_kk": "Полиция бөлімі",
    "body_ru": "Отдел полиции",
    "section": "2",
    "region": "Абай облысы",
    "language": "kk, ru",
    "addressee_kk": "Бөлім бастығына",
    "addressee_ru": "Начальнику отдела",
    "channel": "edms",
}
"""A row that is right; the body is invented."""

WRITTEN = {".csv": registry_csv, ".xlsx": registry_xlsx}


def as_csv(*rows: Mapping[str, str], separator: str = ";", language: Language = Language.RU) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(heading(column, language) for column in COLUMNS)
    writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return stream.getvalue()


def read(
    folder: Path, content: Content, data: str | bytes, name: str = "t.csv"
) -> tuple[tuple[Respondent, ...], tuple[Finding, ...]]:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(path, content)


def test_every_addressee_of_the_questionnaire_is_asked(content: Content) -> None:
    everyone = respondents(content)
    assert len(everyone) == len({one.id for one in everyone})
    assert {one.section for one in everyone} == set(range(2, 17))
    regional = [one for one in everyone if one.region is not None]
    for subject in {one.subject for one in regional}:
        regions = {one.region for one in regional if one.subject == subject}
        assert regions == {region.id for region in content.regions}
    assert len(content.regions) == 20


def test_no_respondent_keeps_a_brace_and_both_languages_differ(content: Content) -> None:
    for one in respondents(content):
        for words in (one.name, one.addressee):
            assert "{" not in words.kk + words.ru
            assert words.kk != words.ru
            assert words.kk[0].isupper()
            assert words.ru[0].isupper()


def test_posts_stand_in_the_dative(content: Content) -> None:
    """By the endings of the posts that the registry uses."""
    for one in respondents(content):
        assert one.addressee.kk.split(" (")[0].endswith(("ына", "іне", "сына", "сіне", "арына", "еріне"))
        assert one.addressee.ru.split()[0].endswith(("ому", "ю", "у", "ям")), one.addressee.ru


@pytest.mark.parametrize(
    ("identity", "kk", "ru"),
    [
        (
            "police-abai",
            "Абай облысы полиция департаментінің бастығына",
            "Начальнику департамента полиции области Абай",
        ),
        ("akimat-astana", "Астана қаласы әкімінің орынбасарына", "Заместителю акима города Астаны"),
        (
            "labour_inspection-shymkent",
            (
                "Мемлекеттік еңбек инспекциясы комитетінің Шымкент қаласы бойынша аумақтық департаментінің"
                " басшысына"
            ),
            (
                "Руководителю территориального департамента Комитета государственной инспекции труда"
                " по городу Шымкенту"
            ),
        ),
    ],
)
def test_regions_take_the_case_that_a_sentence_needs(
    content: Content, identity: str, kk: str, ru: str
) -> None:
    found = next(one for one in respondents(content) if one.id == identity)
    assert found.addressee == Words(kk, ru)


def test_bodies_take_turns_of_three_years(content: Content) -> None:
    turns = content.rotation.turns
    by_year = [coordinator(turns, year) for year in range(2015, 2046)]
    assert set(by_year) == {"mia", "mlsp"}
    runs = [year for year in range(2016, 2046) if coordinator(turns, year) != coordinator(turns, year - 1)]
    assert {later - earlier for earlier, later in pairwise(runs)} == {3}
    for turn in turns:
        assert coordinator(turns, turn.first) == coordinator(turns, turn.last) == turn.body


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_a_table_of_everyone_says_the_same_when_read(
    content: Content, tmp_path: Path, suffix: str, language: Language
) -> None:
    everyone = respondents(content)
    found, findings = read(tmp_path, content, WRITTEN[suffix](everyone, language), f"t{suffix}")
    assert findings == ()
    assert found == everyone


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=40,
)


@st.composite
def bodies(draw: st.DrawFn) -> Respondent:
    """A body with odd words: signs of formulas, of markup, of tables."""
    odd = st.sampled_from(["=1+1", "'=1", "-", "@x", "a;b", 'q"q', "*x*", "[a](b/c)", "x & y", "{due}", "\\"])
    words = st.builds(lambda *parts: " ".join(parts), odd | NAMES, odd | NAMES)
    pair = st.builds(Words, words, words)
    return Respondent(
        id=draw(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)),
        subject="mia",
        section=2,
        name=draw(pair),
        addressee=draw(pair),
        region=draw(st.sampled_from([None, "abai", "astana"])),
        languages=draw(st.sampled_from([LAW_LANGUAGES, LAW_LANGUAGES[:1], LAW_LANGUAGES[1:]])),
        channel=draw(st.sampled_from(Channel)),
    )


def _composed(body: Respondent) -> Respondent:
    """As any reader sees it: letters composed, one space between words."""
    import unicodedata

    def clean(words: Words) -> Words:
        return Words(*(" ".join(unicodedata.normalize("NFC", one).split()) for one in (words.kk, words.ru)))

    return replace(body, name=clean(body.name), addressee=clean(body.addressee))


@pytest.mark.parametrize("suffix", WRITTEN)
@given(st.lists(bodies(), min_size=1, max_size=3, unique_by=lambda body: body.id))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_survive_a_table(
    content: Content, tmp_path: Path, suffix: str, listed: list[Respondent]
) -> None:
    wanted = tuple(map(_composed, listed))
    found, findings = read(tmp_path, content, WRITTEN[suffix](wanted, Language.KK), f"t{suffix}")
    assert findings == ()
    assert found == wanted


@pytest.mark.parametrize("suffix", WRITTEN)
def test_nothing_in_a_table_is_a_formula(content: Content, tmp_path: Path, suffix: str) -> None:
    evil = replace(
        respondents(content)[0], name=Words("=cmd|'/c calc'!A1", "+7"), addressee=Words("@x", "-1")
    )
    data = WRITTEN[suffix]((evil,), Language.RU)
    if suffix == ".csv":
        (row,) = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1:]
    else:
        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
        assert "f" not in {cell.data_type for line in sheet.iter_rows() for cell in line}
        row = [str(cell.value or "") for cell in list(sheet.iter_rows())[1]]
    assert not any(words.startswith(("=", "+", "-", "@")) for words in row)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_usual_ways_to_save_a_table(content: Content, tmp_path: Path, separator: str, encoding: str) -> None:
    data = as_csv(ROW, separator=separator).encode(encoding)
    found, findings = read(tmp_path, content, data)
    assert findings == ()
    assert (found[0].region, found[0].languages, found[0].subject) == ("abai", LAW_LANGUAGES, "mia")


def test_russian_words_in_a_windows_encoding(content: Content, tmp_path: Path) -> None:
    """Kazakh letters have no place in it, so such a table can only be Russian throughout."""
    row = {
        **ROW,
        "body_kk": "Отдел",
        "addressee_kk": "Начальнику",
        "region": "область Абай",
        "language": "рус",
    }
    found, findings = read(tmp_path, content, as_csv(row).encode("cp1251"))
    assert findings == ()
    assert found[0].languages == (Language.RU,)
    assert found[0].name.ru == "Отдел полиции"


@pytest.mark.parametrize(
    ("column", "words", "fault"),
    [
        ("id", "", "empty"),
        ("id", "Полиция", "bad-id"),
        ("id", "../../etc", "bad-id"),
        ("subject", "nobody", "unknown-subject"),
        ("subject", "mfa", "unknown-section"),
        ("section", "", "empty"),
        ("section", "1", "unknown-section"),
        ("section", "17", "unknown-section"),
        ("section", "2.5", "unknown-section"),
        ("section", "٢", "unknown-section"),
        ("region", "Омская область", "unknown-region"),
        ("language", "en", "unknown-language"),
        ("channel", "голубь", "unknown-channel"),
        ("body_kk", " ", "empty"),
        ("body_ru", "x" * 501, "too-long"),
        ("body_ru", "=HYPERLINK(1)", "formula"),
        ("addressee_ru", "Началь\u200bнику", "control"),
    ],
)
def test_a_wrong_cell_is_told_of(
    content: Content, tmp_path: Path, column: str, words: str, fault: str
) -> None:
    found, findings = read(tmp_path, content, as_csv(ROW, {**ROW, "id": "second", column: words}))
    assert len(found) == 1
    (finding,) = findings
    assert (finding.code, finding.data["fault"], finding.data["row"]) == ("Q637", fault, "3")
    assert finding.data["column"] == heading(column, Language.RU)
    assert finding.place.line == 3
    assert finding.place.column == COLUMNS.index(column) + 1


def test_an_id_may_stand_once(content: Content, tmp_path: Path) -> None:
    _, findings = read(tmp_path, content, as_csv(ROW, ROW))
    assert [(item.code, item.data["fault"]) for item in findings] == [("Q637", "duplicate")]


def test_the_subject_is_needed_only_where_several_fill_a_section(content: Content, tmp_path: Path) -> None:
    found, findings = read(tmp_path, content, as_csv({**ROW, "subject": "", "section": "15"}))
    assert [one.subject for one in found] == ["border"]
    assert findings == ()
    _, findings = read(tmp_path, content, as_csv({**ROW, "subject": "", "section": "3"}))
    assert [item.data["fault"] for item in findings] == ["subject-needed"]


@pytest.mark.parametrize(
    ("name", "data", "obstacle"),
    [
        ("t.csv", b"a;b\n1;2\n", "columns"),
        ("t.csv", as_csv().encode(), "no-rows"),
        ("t.csv", "\n\n;;\n", "no-rows"),
        ("t.json", b'{"a": 1}', "suffix"),
    ],
)
def test_what_is_no_table_of_respondents(
    content: Content, tmp_path: Path, name: str, data: bytes | str, obstacle: str
) -> None:
    found, findings = read(tmp_path, content, data, name)
    assert found == ()
    assert [(item.code, item.data["obstacle"]) for item in findings] == [("Q636", obstacle)]


def test_a_formula_in_a_workbook_is_refused(content: Content, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([heading(column, Language.EN) for column in COLUMNS])
    sheet.append([{**ROW, "body_ru": "=1+1", "section": 2}[column] for column in COLUMNS])
    book.save(tmp_path / "t.xlsx")
    _, findings = read_table(tmp_path / "t.xlsx", content)
    assert [(item.data["fault"], item.data["value"]) for item in findings] == [("formula", "=1+1")]


@given(data=st.binary(min_size=1, max_size=400))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_break_the_reader(content: Content, tmp_path: Path, data: bytes) -> None:
    head = as_csv(ROW).split("\n")[0].encode() + b"\n"
    for whole in (data, head + data):
        try:
            found, findings = read(tmp_path, content, whole)
        except QagidaError:
            continue  # the guard did not let it in
        assert found or findings


def test_headings_are_known_in_every_language() -> None:
    for column in COLUMNS:
        for language in UI_LANGUAGES:
            assert column_of(heading(column, language).upper()) == column
    assert column_of("баға") is None


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_export_and_import_leave_the_registry_as_it_is(project: Project, tmp_path: Path, suffix: str) -> None:
    table = tmp_path / f"registry{suffix}"
    body = {**ROW, "body_ru": "Отдел *полиции* [x](y/z)", "addressee_ru": "Начальнику \\ отдела"}
    changed = {**ROW, "id": "police-abai", "channel": "courier"}
    (tmp_path / "new.csv").write_text(as_csv(body, changed), "utf-8")
    assert import_registry(project, tmp_path / "new.csv").written == 2
    first = _registry(project)
    assert export_registry(project, table) == 216
    assert import_registry(project, table).written == 2
    assert _registry(project) == first
    by_id = {one.id: one for one in first}
    assert by_id["police-office"].name.ru == "Отдел *полиции* [x](y/z)"
    assert by_id["police-abai"].channel is Channel.COURIER
    assert [one.id for one in first].index("police-abai") < 5


def test_a_table_of_our_own_leaves_nothing_to_import(project: Project, tmp_path: Path) -> None:
    export_registry(project, tmp_path / "t.csv", Language.KK)
    done = import_registry(project, tmp_path / "t.csv")
    assert (done.read, done.written, done.findings) == (215, 0, ())
    assert len(_registry(project)) == 215


def test_a_table_with_a_wrong_cell_changes_nothing(project: Project, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(as_csv(ROW, {**ROW, "id": "b", "section": "x"}), "utf-8")
    done = import_registry(project, tmp_path / "t.csv")
    assert [item.code for item in done.findings] == ["Q637"]
    assert done.written == 0
    assert not (project.content / IMPORTED).exists()


def test_only_two_kinds_of_table_are_written(project: Project, tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as caught:
        export_registry(project, tmp_path / "t.ods")
    assert [item.code for item in caught.value.findings] == ["Q636"]


def _registry(project: Project) -> tuple[Respondent, ...]:
    from builder.load.library import load
    from builder.model.library import whole

    content = whole(load(project.content).library)
    assert content is not None
    return respondents(content)


def test_cells_follow_the_columns(content: Content) -> None:
    assert all(len(cells(one)) == len(COLUMNS) for one in respondents(content))


def test_a_short_table_does_not_narrow_what_is_read_after_it() -> None:
    before = csv.field_size_limit()
    csv_rows(b"id;kk\na;b")
    assert csv.field_size_limit() >= before
