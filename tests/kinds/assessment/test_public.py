"""The public version as it is made: what is protected, what prose may say, what somebody cleared."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.analyse.disclosure.attack import attack
from builder.arrange.passes import arrange
from builder.base.finding import QagidaError
from builder.base.language import Language
from builder.blocks.figure import ChartKind
from builder.blocks.tree import Document, Drawing, walk
from builder.compose.assessment.abbreviations import spoken
from builder.compose.assessment.compose import Paper, compose
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.curtain import curtain
from builder.compose.assessment.report import Report
from builder.model.assessment import Assessment, Cleared
from builder.model.calls import Asked, Call, Change, Number, Series, Share, Times, Value
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.model.tables import CellId
from builder.workflow.assess.build import build_assessment
from builder.workflow.assess.dossier import CollectedSlices, dossier_of
from builder.workflow.assess.public import Publication, publication
from builder.workflow.build import Built
from builder.workflow.project import Project
from tests.conftest import ROOT
from tests.kinds.assessment.conftest import PERIOD

FOREIGN = "2.11.1.1.1.2"
WORDS = "1.3.5.3@ngo-shymkent/2023"
ONE_NUMBER = {CellId("2.12.1", 2023), CellId("2.12.2", 2023)}
HARMLESS: tuple[Call, ...] = (
    Value("2.11.1", 2023), Number("2.11.1", 2021), Series("2.8.1"), Value("2.1.2", 2023), Asked(2, 2023),
    Times("2.11.1", 2023, 2022),
)  # fmt: skip
TELLING: tuple[Call, ...] = (
    Value("2.12.1", 2023), Value("2.12.2", 2023), Series("2.12.1"), Change("2.12.1", 2023, 2022),
    Share(FOREIGN, "2.11.1", 2021), Value(FOREIGN, 2023),
)  # fmt: skip


def cleared(
    assessment: Assessment, *, names: tuple[str, ...] = (), answers: tuple[str, ...] = ()
) -> Assessment:
    permission = Cleared(assessment.period.place, names, answers)
    return replace(assessment, period=replace(assessment.period, cleared=permission))


def held(found: Publication) -> frozenset[CellId]:
    """The suppressed numbers, after the attack was made once more."""
    published = found.published
    assert attack(published.tables, published.threshold, published.protected).held
    return published.suppressed


def sayable(content: Content, evidence: Evidence, found: Publication, calls: tuple[Call, ...]) -> list[Call]:
    hidden = curtain(found.published)
    return [one for one in calls if not hidden.kept(CollectedSlices(content, evidence), one)]


def test_the_example_keeps_one_number_back_and_what_tells_of_it(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    found = publication(content, assessment, evidence)
    assert held(found) == ONE_NUMBER
    assert sayable(content, evidence, found, (*HARMLESS, *TELLING)) == list(HARMLESS)


def test_texts_are_told_which_calls_the_public_will_not_read(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    """One finding to a text, with its place; the example has nothing typed that tells."""
    found = publication(content, assessment, evidence).findings
    assert {one.code for one in found} == {"Q666"}
    assert [one.place.path.rpartition("/")[2] for one in found] == ["analysis.yaml"] * 2 + [
        "conclusions.yaml"
    ]
    assert '{{ series("2.12.1") }}' in found[0].data["call"]
    assert "(+" in found[1].data["call"]


def test_a_cleared_name_is_published_and_protected(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    """Of 5 persons in 2022 one was a foreigner: neither may be told, so the five go too."""
    allowed = cleared(assessment, names=("Иностранцы",))
    found = publication(content, allowed, evidence)
    foreign = {CellId("2.11.1.1/иностранцы", year) for year in (2021, 2022)}
    rows = {CellId(FOREIGN, year) for year in (2021, 2022)}
    assert held(found) == ONE_NUMBER | foreign | rows | {CellId("2.11.1", 2022)}
    calls = (
        Share(FOREIGN, "2.11.1", 2023),
        Value(FOREIGN, 2023),
        Value(FOREIGN, 2021),
        Value("2.11.1", 2022),
    )
    assert sayable(content, evidence, found, calls) == list(calls[:2])
    made = public(content, allowed, evidence, Report(public=True))
    text = words_of(made)
    assert "гражданство: иностранцы" in text
    assert "75 % (расчет)" in text
    charts = [block.chart for block in walk(made.blocks) if isinstance(block, Drawing)]
    (parts,) = (one for one in charts if one.kind is ChartKind.STACKED)
    assert [[datum.shown for datum in run.data] for run in parts.runs] == [["×", "×", "9"], ["×", "×", "27"]]


def test_without_a_permission_no_name_and_no_words_are_published(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    text = words_of(public(content, assessment, evidence, Consolidated(public=True)))
    assert "гражданство: иностранцы" not in text
    assert answer(evidence) not in text


def test_cleared_words_are_published_without_a_name(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    allowed = cleared(assessment, answers=(WORDS,))
    assert {one.code for one in publication(content, allowed, evidence).findings} == {"Q666"}
    text = words_of(public(content, allowed, evidence, Consolidated(public=True)))
    assert f"«{answer(evidence)}»" in text
    assert "Шымкент" not in text.partition(answer(evidence))[0].rpartition("1.3.5")[2]
    other = cleared(assessment, answers=(WORDS.replace("2023", "2022"),))
    assert answer(evidence) not in words_of(public(content, other, evidence, Consolidated(public=True)))


def test_a_permission_for_nothing_is_told(
    content: Content, assessment: Assessment, evidence: Evidence
) -> None:
    allowed = cleared(assessment, names=("инопланетяне",), answers=("1.3.5.3@mia/2023",))
    found = [one for one in publication(content, allowed, evidence).findings if one.code == "Q683"]
    assert [one.data["words"] for one in found] == ["инопланетяне", "1.3.5.3@mia/2023"]


def answer(evidence: Evidence) -> str:
    code, _, owner = WORDS.partition("@")
    (form,) = (
        form for year in evidence.years for form in year.forms if f"{form.respondent}/{year.number}" == owner
    )
    return " ".join(form.answers[code].value.raw.split())


def public(content: Content, assessment: Assessment, evidence: Evidence, paper: Paper) -> Document:
    published = publication(content, assessment, evidence).published
    made = dossier_of(content, assessment, evidence, published)
    return arrange(compose(content, made, paper, Language.RU))


def words_of(made: Document) -> str:
    return " ".join(" ".join(spoken(made.blocks)).replace("\u00a0", " ").split())


# ------------------------------------------------------------ typed by hand, in the files

CALL = '{{ value("2.12.2", 2023) }}'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("content", "templates", "assessment"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Project(tmp_path)


def type_beside(project: Project, kk: str, ru: str) -> None:
    """Words right behind the call of what was paid, in both languages."""
    path = project.assessments / PERIOD / "analysis.yaml"
    first, kazakh, russian = path.read_text("utf-8").split(CALL)
    path.write_text(f"{first}{CALL} ({kk}){kazakh}{CALL} ({ru}){russian}", "utf-8")


def make(project: Project, collections: Path, name: str) -> Built:
    return build_assessment(
        project,
        PERIOD,
        project.root / "output",
        only=(name,),
        formats=("docx",),
        languages=(Language.RU,),
        root=collections,
    )


@pytest.mark.parametrize(
    ("kk", "ru", "code"),
    [("4 адам", "4 человека", "Q680"), ("150 жарияланым", "150 публикаций", "Q681")],
)
def test_a_typed_number_stops_the_public_version_alone(
    project: Project, collections: Path, kk: str, ru: str, code: str
) -> None:
    """The internal version has the number anyway."""
    type_beside(project, kk, ru)
    with pytest.raises(QagidaError) as caught:
        make(project, collections, "public")
    found = caught.value.findings
    assert [one.code for one in found] == [code, code]
    assert [one.place.path for one in found] == [f"assessment/{PERIOD}/analysis.yaml"] * 2
    lines = (project.assessments / PERIOD / "analysis.yaml").read_text("utf-8").splitlines()
    for one in found:
        assert lines[one.place.line - 1][one.place.column - 1 :].startswith(one.data["number"])
    assert not list(project.root.rglob("public*.docx"))
    assert make(project, collections, "report").written == ("ru/report.docx",)


def test_years_and_days_stop_nothing(project: Project, collections: Path) -> None:
    type_beside(project, "2024 жылғы 31 қаңтарда айтылды", "сказано 31 января 2024 года")
    assert make(project, collections, "public").written == ("ru/public.docx",)
