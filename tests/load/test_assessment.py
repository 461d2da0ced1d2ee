"""Assessments are read whole, with the standing of their words, and the example says what it is."""

import re
from datetime import date
from pathlib import Path

import pytest

from builder.base.catalogue import severity
from builder.base.finding import QagidaError, Severity
from builder.base.language import LAW_LANGUAGES, Language
from builder.load.assessment import LoadedAssessment, load_assessment, load_ledger, periods
from builder.model.assessment import HEADINGS, Assessment
from builder.model.calls import Slip, found_in
from builder.model.text import Standing
from builder.workflow.check import check_content, check_project
from builder.workflow.project import Project
from builder.workflow.standing import Confirming, confirm, record, translations
from examples.years import YEARS
from examples.years import example as example_of
from tests.check import house_assessment as house

PERIOD = "2021-2023"


@pytest.fixture(scope="module")
def example(root: Path) -> LoadedAssessment:
    ledger, found = load_ledger(root / "assessment")
    assert found == ()
    return load_assessment(root / "assessment", PERIOD, ledger)


@pytest.fixture(scope="module")
def assessment(example: LoadedAssessment) -> Assessment:
    assert example.findings == ()
    assert example.assessment is not None
    return example.assessment


def test_periods_are_folders_named_after_years(tmp_path: Path) -> None:
    for name in ("2024-2026", "2021-2023", "notes", "2021"):
        (tmp_path / name).mkdir()
    (tmp_path / "2027-2029").write_text("", "utf-8")
    assert periods(tmp_path) == ("2021-2023", "2024-2026")
    assert periods(tmp_path / "nowhere") == ()


def test_the_example_is_no_official_assessment(assessment: Assessment) -> None:
    assert not assessment.period.official
    for language, word in ((Language.KK, "үлгі"), (Language.RU, "Пример")):
        assert word in assessment.period.note.plain(language)


def test_the_example_has_all_nine_headings_in_order(assessment: Assessment) -> None:
    assert [heading.subpoint for heading in assessment.headings] == list(HEADINGS)
    assert min(len(heading.paragraphs) for heading in assessment.headings) >= 3


def test_every_paragraph_of_the_example_cites_a_source(example: LoadedAssessment) -> None:
    assert all(paragraph.sources for paragraph in example.files.paragraphs())


def test_recommendations_are_the_words_of_the_source(assessment: Assessment) -> None:
    """Their Russian is quoted but for two that share a lead; deadlines are not invented."""
    assert len(assessment.recommendations) == 19
    own = [
        one.id
        for one in assessment.recommendations
        if one.text[Language.RU].standing is not Standing.OFFICIAL
    ]
    assert own == ["r1", "r2"]
    assert all(one.text[Language.KK].standing is Standing.DRAFT for one in assessment.recommendations)
    assert all(one.due is None for one in assessment.recommendations)


def held() -> set[str]:
    """Numbers of the example forms that can hardly be anything else."""
    found = set()
    for year in YEARS:
        for form in example_of(year).forms:
            for answer in form.answers:
                match = re.fullmatch(r"(\d+)(?:,(\d))?( тыс\.)?", answer.words)
                if match:
                    thousand = 1000 if match[3] else 1
                    found.add(int(match[1]) * thousand + int(match[2] or 0) * thousand // 10)
    return {str(number) for number in found if number > 150}


def test_no_figure_of_the_example_years_is_typed(example: LoadedAssessment) -> None:
    assert {"152", "6500", "452000"} <= held()
    for text in example.texts:
        for language in LAW_LANGUAGES:
            words = text[language].raw
            for found in reversed(list(found_in(words))):
                assert not isinstance(found.call, Slip)
                words = words[: found.start] + words[found.end :]
            typed = re.findall(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+", words)
            assert not {number.replace(" ", "") for number in typed} & held(), text.place


def test_the_ledger_of_assessments_is_kept_by_itself(tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    project = Project(tmp_path)
    assert translations(project).unrecorded > 0
    assert record(project) > 0
    assert translations(project).unrecorded == 0
    assert (folder / "standing.yaml").is_file()
    assert "2021-2023" not in (project.content / "standing.yaml").read_text("utf-8")

    house.spoil(folder, "conclusions.yaml", '"Вывод."', '"Другой вывод."')
    stale = [text for text in translations(project).texts if text.standing == "stale"]
    assert [(text.file, text.language) for text in stale] == [(f"{PERIOD}/conclusions.yaml", Language.KK)]
    assert [item.code for item in check_project(project).findings] == ["Q209"]


def test_a_translation_of_an_assessment_is_confirmed(tmp_path: Path) -> None:
    house.build(tmp_path)
    project = Project(tmp_path)
    asked = Confirming(f"assessment/{PERIOD}/conclusions.yaml", Language.KK, "А. Б.", date(2026, 11, 21))
    assert confirm(project, asked) == 1
    ledger, _ = load_ledger(project.assessments)
    (conclusion,) = load_assessment(project.assessments, PERIOD, ledger).files.conclusions.conclusions  # type: ignore[union-attr]
    assert conclusion.text[Language.KK].standing is Standing.CONFIRMED
    with pytest.raises(QagidaError) as raised:
        confirm(project, Confirming(f"assessment/{PERIOD}/conclusion.yaml", Language.KK, "А. Б.", asked.on))
    assert [item.code for item in raised.value.findings] == ["Q911"]


def test_nothing_of_the_content_is_recorded_while_an_assessment_is_broken(tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    house.spoil(folder, "sources.yaml", "sources:", "sources: [")
    before = (tmp_path / "content/standing.yaml").read_text("utf-8")
    with pytest.raises(QagidaError) as raised:
        record(Project(tmp_path))
    assert raised.value.findings[-1].code == "Q908"
    assert (tmp_path / "content/standing.yaml").read_text("utf-8") == before


def test_a_broken_assessment_keeps_no_document_of_the_content_from_being_made(tmp_path: Path) -> None:
    folder = house.build(tmp_path)
    house.spoil(folder, "sources.yaml", "sources:", "sources: [")
    assert check_content(Project(tmp_path)).findings == ()
    assert check_project(Project(tmp_path)).errors > 0


def test_a_project_without_assessments_is_checked_as_before(project: Project) -> None:
    assert check_project(project) == check_content(project)


def test_the_real_assessments_have_no_errors(root: Path) -> None:
    found = check_project(Project(root)).findings
    assert [item for item in found if item.place.path.startswith("assessment/")] == []
    assert all(severity(item.code) is Severity.WARNING for item in found)
