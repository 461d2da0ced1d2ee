"""Exports with lists in tables of their own are joined, in every shape that servers give them."""

from collections.abc import Mapping

import pytest

from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.model.answers import How
from builder.model.library import Content
from builder.ooxml.package import read
from builder.read.kobo import Export, read_files, read_kobo, read_sheets
from builder.read.survey.sheets import survey_sheets
from builder.write.xlsx.writer import write as write_workbook
from examples.filling.kobo import as_csv
from tests.read.exports import as_files, as_workbook, lists_of
from tests.read.test_kobo import form, form_id, given_answers, sent
from tests.read.workbooks import SECTIONS, blanks, said

EVERY = pytest.mark.parametrize("section", SECTIONS)
RU = Language.RU


def lists(content: Content, section: int) -> frozenset[str]:
    return frozenset(lists_of(form(content, section)))


def workbook(data: bytes, name: str = "export.xlsx") -> Export:
    found = survey_sheets(read(data), name)
    assert found is not None
    assert found.others == ()
    return read_sheets(found.tables, name)


def files(content: Content, section: int, parts: Mapping[str, bytes]) -> Export:
    return read_files(parts.items(), "export.zip", lambda _section: lists(content, section))


@EVERY
@pytest.mark.parametrize(("labels", "groups"), [(False, False), (False, True), (True, False), (True, True)])
def test_every_section_comes_back_from_a_workbook(
    content: Content, section: int, *, labels: bool, groups: bool
) -> None:
    data = as_workbook(form(content, section), [sent(content, section)], labels=labels, groups=groups)
    export = workbook(data)
    assert export.findings == ()
    (filled,) = export.forms
    assert said(filled) == given_answers(content, section)
    assert (filled.name, filled.format, filled.strays) == ("export.xlsx#1", "export", ())
    assert {one.how for one in filled.found} == {How.COLUMN}
    assert (filled.marks.form_id, filled.marks.section) == (form_id(section), section)
    assert filled.marks.edition == "2024-10-24"


@EVERY
def test_every_section_comes_back_from_files(content: Content, section: int) -> None:
    export = files(content, section, as_files(form(content, section), [sent(content, section)]))
    assert export.findings == ()
    (filled,) = export.forms
    assert said(filled) == given_answers(content, section)
    assert (filled.strays, filled.findings) == ((), ())
    assert (filled.marks.form_id, filled.marks.section) == (form_id(section), section)


def two(content: Content) -> list[dict[str, object]]:
    """Two submissions with lists of different lengths."""
    one, other = sent(content, 2, RU, 1), sent(content, 2, RU, 2)
    for path in form(content, 2).lists.values():
        rows = other[path]
        assert isinstance(rows, list)
        other[path] = [*rows, *rows]
    return [one, other]


@pytest.mark.parametrize("shape", ["workbook", "files"])
def test_rows_get_back_into_their_own_submission(content: Content, shape: str) -> None:
    pages = two(content)
    if shape == "workbook":
        export = workbook(as_workbook(form(content, 2), pages))
    else:
        export = files(content, 2, as_files(form(content, 2), pages))
    first, second = export.forms
    assert export.findings == ()
    assert said(first) == given_answers(content, 2)
    assert len(said(second)) > len(said(first))
    assert said(first).items() <= said(second).items()
    assert (first.strays, second.strays) == ((), ())


def test_rows_keep_their_numbers(content: Content) -> None:
    """ODK says the number of a row in its key, whatever order the rows of the file are in."""
    one = sent(content, 2)
    path = next(iter(form(content, 2).lists.values()))
    rows = one[path]
    assert isinstance(rows, list)
    parts = as_files(form(content, 2), [{**one, path: [rows[0], rows[0], rows[0]]}])
    name = next(name for name in parts if name.endswith(f"-{path.rpartition('/')[2]}.csv"))
    lines = parts[name].splitlines()
    (filled,) = files(content, 2, {**parts, name: b"\n".join((lines[0], lines[3], lines[1]))}).forms
    listed = path.rpartition("/")[2].removeprefix("r_").replace("_", ".")
    codes = [found.code for found in filled.found if found.code.startswith(f"{listed}.")]
    assert {int(code.split(".")[-2]) for code in codes} == {1, 3}


def test_a_list_without_submissions_is_refused_and_told(content: Content) -> None:
    parts = as_files(form(content, 2), [sent(content, 2)])
    alone = {name: data for name, data in parts.items() if data.count(b"\n") > 1 and "-" in name}
    with pytest.raises(QagidaError) as caught:
        files(content, 2, alone)
    assert {finding.code for finding in caught.value.findings} == {"Q794"}
    assert len(caught.value.findings) == len(alone) > 0
    name, data = next(iter(alone.items()))
    with pytest.raises(QagidaError) as caught:
        read_kobo(data, name)
    assert [finding.code for finding in caught.value.findings] == ["Q794"]


def test_rows_of_another_submission_are_told_and_the_rest_is_read(content: Content) -> None:
    pages = two(content)
    whole, first = as_files(form(content, 2), pages), as_files(form(content, 2), pages[:1])
    export = files(content, 2, {**whole, "Форма.csv": first["Форма.csv"]})
    (filled,) = export.forms
    assert said(filled) == given_answers(content, 2)
    assert {finding.code for finding in export.findings} == {"Q794"}
    lost = {finding.place.at: int(finding.data["rows"]) for finding in export.findings}
    assert set(lost) == {name for name in whole if name != "Форма.csv"}
    assert all(count > 0 for count in lost.values())


def test_a_workbook_without_its_main_sheet_is_refused(content: Content) -> None:
    found = survey_sheets(read(as_workbook(form(content, 2), [sent(content, 2)])), "a.xlsx")
    assert found is not None
    with pytest.raises(QagidaError) as caught:
        read_sheets(found.tables[1:], "a.xlsx")
    assert {finding.code for finding in caught.value.findings} == {"Q794"}


def test_two_forms_in_one_folder_keep_their_lists_apart(content: Content) -> None:
    """Rows are known by keys that are the same nowhere else, not by the names of files."""
    one = as_files(form(content, 2), [sent(content, 2, RU, 1)], "a")
    other = as_files(form(content, 9), [sent(content, 9, RU, 2)], "b")
    export = read_files({**other, **one}.items(), "all")
    assert export.findings == ()
    assert {filled.marks.section: said(filled) for filled in export.forms} == {
        2: given_answers(content, 2),
        9: given_answers(content, 9),
    }


def test_lists_that_are_not_in_the_export_are_told_of(content: Content) -> None:
    parts = as_files(form(content, 2), [sent(content, 2)])
    main = parts["Форма.csv"]
    export = read_kobo(main, "Форма.csv", lambda section: lists(content, section))
    assert [finding.code for finding in export.findings] == ["Q795"]
    without = dict(list(parts.items())[:-1])
    (finding,) = files(content, 2, without).findings
    assert (finding.code, finding.data["codes"]) == ("Q795", min(lists(content, 2) - seen(without)))
    whole = as_csv(form(content, 2), [sent(content, 2)])
    assert read_kobo(whole, "a.csv", lambda section: lists(content, section)).findings == ()


def seen(parts: Mapping[str, bytes]) -> set[str]:
    """Codes of the lists that have a file."""
    ends = (name.rpartition("-r_")[2].removesuffix(".csv") for name in parts if "-r_" in name)
    return {end.replace("_", ".") for end in ends}


def test_other_workbooks_are_no_exports(content: Content) -> None:
    filled = write_workbook(blanks(content)(2, RU))
    assert survey_sheets(read(filled), "a.xlsx") is None
    parts = {name: part for name, part in read(filled).items() if name != "docProps/custom.xml"}
    assert survey_sheets(parts, "a.xlsx") is None  # a form that lost what it says of itself


def test_tags_for_machines_are_no_submission(content: Content) -> None:
    data = as_files(form(content, 13), [sent(content, 13)])["Форма.csv"].decode()
    head, rest = data.split("\n", 1)
    tagged = "\n".join((head, ",".join("#tag" for _ in head.split(",")), rest))
    assert len(read_kobo(tagged.encode(), "a.csv").forms) == 1
