"""What follows from recommendations: the cover letter, the draft plan, and progress reports of a plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import page
import pypdf
import pytest

from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.inline import ControlKind
from builder.blocks.tree import Block, Clause, Document, Row, Style, Table, controls, walk
from builder.blocks.tree import Paragraph as Said
from builder.compose.assessment.abbreviations import occurs, spoken
from builder.compose.assessment.compose import Paper, compose
from builder.compose.assessment.cover import Cover
from builder.compose.assessment.dossier import Dossier
from builder.compose.assessment.plan_draft import MARK, PlanDraft, years
from builder.compose.assessment.progress import Progress, of_executors, summaries
from builder.model.library import Content
from builder.model.plan import Measure, MeasurePart
from builder.model.respondents import coordinator
from builder.ooxml import extract as docx
from builder.workflow.assess.build import papers, papers_by_name
from builder.workflow.make import WRITERS
from builder.write.outline.writer import write
from tests import pdf_text as pdf
from tests.conftest import ROOT

HERE = Path(__file__).parent
MOMENT = datetime(2024, 9, 11, tzinfo=UTC)
PAPERS: tuple[Paper, ...] = (Cover(), PlanDraft(), Progress(2018), Progress(2020, "mia"))
EACH = pytest.mark.parametrize("language", LAW_LANGUAGES)
ANY = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)


def tree(content: Content, dossier: Dossier, paper: Paper, language: Language) -> Document:
    return arrange(compose(content, dossier, paper, language))


def words_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(" ".join(spoken(blocks)).replace("\u00a0", " ").split())


def cells(document: Document, columns: int) -> list[list[str]]:
    """The words of every row of the tables with so many columns, subheadings left out."""
    found: list[Row] = [
        row
        for block in walk(document.blocks)
        if isinstance(block, Table) and len(block.widths) == columns
        for row in block.rows
        if not row.band
    ]
    return [[words_of(cell.blocks) for cell in row.cells] for row in found]


@ANY
@EACH
def test_outline(
    content: Content, dossier: Dossier, golden: Callable[[Path, str], None], paper: Paper, language: Language
) -> None:
    golden(HERE / f"{paper.name}.{language}.txt", write(tree(content, dossier, paper, language)))


@ANY
@EACH
def test_word_and_pdf_agree_and_can_be_kept(
    content: Content, dossier: Dossier, paper: Paper, language: Language
) -> None:
    made = tree(content, dossier, paper, language)
    word, sheet = (WRITERS[suffix](made, ROOT / "templates", MOMENT).data for suffix in ("docx", "pdf"))
    assert "".join("".join(docx.text_lines(word)).split()) == "".join("".join(pdf.text_lines(sheet)).split())
    codes = [control.code for control in controls(made.blocks)]
    assert [tag for tag, _, _ in docx.controls(word)] == codes
    fields = pypdf.PdfReader(BytesIO(sheet)).get_fields() or {}
    assert {str(field.get("/TM", name)) for name, field in fields.items()} == set(codes)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(sheet, profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures[:3]]


@EACH
def test_every_recommendation_is_a_measure_once(
    content: Content, dossier: Dossier, language: Language
) -> None:
    rows = cells(tree(content, dossier, PlanDraft(), language), 5)
    found = dossier.assessment.recommendations
    assert [row[0] for row in rows] == [f"{number}." for number in range(1, len(found) + 1)]
    for one in found:
        (row,) = (row for row in rows if f"({one.id})" in row[1])
        assert " ".join(one.text.plain(language).split()) in row[1]
        assert row[2] == one.form.plain(language)
        assert row[3].count(MARK) == (len(one.executors) if one.proposed else 0)
        assert row[4] == ("мерзімі белгіленбеген" if language is Language.KK else "срок не установлен")


@EACH
def test_abbreviations_of_executors_are_decoded(
    content: Content, dossier: Dossier, language: Language
) -> None:
    document = tree(content, dossier, PlanDraft(), language)
    executors = " ".join(row[3] for row in cells(document, 5))
    key = [words_of((block,)) for block in document.blocks if isinstance(block, Said)]
    for subject in content.subjects:
        if subject.short is not None and occurs(subject.short.plain(language), executors):
            assert f"{subject.short.plain(language)} – {subject.name.plain(language)}" in key
    assert len([line for line in key if " – " in line]) > 5


def test_a_day_that_is_set_is_said(content: Content, dossier: Dossier) -> None:
    first, *rest = dossier.assessment.recommendations
    dated = replace(first, due=date(2025, 3, 1), proposed=False)
    changed = replace(dossier, assessment=replace(dossier.assessment, recommendations=(dated, *rest)))
    for language, words in (
        (Language.KK, "2025 жылғы 1 наурыздан кешіктірмей"),
        (Language.RU, "не позднее 1 марта 2025 года"),
    ):
        rows = cells(tree(content, changed, PlanDraft(), language), 5)
        (row,) = (row for row in rows if f"({dated.id})" in row[1])
        assert row[4] == words
        assert MARK not in row[3]


@EACH
def test_the_draft_is_marked_and_covers_the_next_years(
    content: Content, dossier: Dossier, language: Language
) -> None:
    assert years(dossier.assessment.period) == (2024, 2026)
    document = tree(content, dossier, PlanDraft(), language)
    stamp = next(block for block in document.blocks if isinstance(block, Said) and block.style is Style.STAMP)
    assert words_of((stamp,)).startswith("Жоба" if language is Language.KK else "Проект")
    assert "2024–2026" in document.title


@EACH
def test_an_example_says_so_and_an_assessment_does_not(
    content: Content, dossier: Dossier, language: Language
) -> None:
    period = replace(dossier.assessment.period, official=True)
    official = replace(dossier, assessment=replace(dossier.assessment, period=period))
    notice, mark = (
        content.labels.labels[f"assess_{key}"].plain(language) for key in ("example_notice", "example_header")
    )
    for paper in (Cover(), PlanDraft()):
        example, real = (tree(content, one, paper, language) for one in (dossier, official))
        first = example.blocks[0]
        assert isinstance(first, Said)
        assert first.style is Style.NOTICE
        assert notice in words_of((first,))
        assert mark in example.furniture.edition
        assert mark in example.furniture.header
        assert notice not in words_of(real.blocks)
        assert mark not in f"{real.furniture.edition} {real.furniture.header}"


@EACH
def test_the_letter_goes_from_the_coordinator_to_the_working_body(
    content: Content, dossier: Dossier, language: Language
) -> None:
    words = words_of(tree(content, dossier, Cover(), language).blocks)
    body = coordinator(content.rotation.turns, 2023)
    for one in LAW_LANGUAGES:
        assert content.rotation.letterhead[body].plain(one).upper() in words
    assert content.rotation.signatory[body].plain(language) in words
    points = ("17-тарма", "18-тарма", "19-тарма") if language is Language.KK else ("пункту 17", "пункту 18")
    assert all(point in words for point in points)
    assert "____ №" in words
    extracts = sum(paper.name.startswith("extract-") for paper in papers(content))
    assert f"– {extracts})" in words
    assert f"– {len(dossier.assessment.recommendations)})" in words


@EACH
def test_number_and_day_of_the_letter_can_be_given(
    content: Content, dossier: Dossier, language: Language
) -> None:
    given = words_of(tree(content, dossier, Cover("7/1", date(2024, 10, 1)), language).blocks)
    assert "№ 7/1" in given
    assert "____ №" not in given


@EACH
def test_every_measure_is_reported_on(content: Content, dossier: Dossier, language: Language) -> None:
    plan = content.plan
    assert {paper.year for paper in summaries(plan)} == {2018, 2019, 2020}
    for paper in summaries(plan):
        document = tree(content, dossier, paper, language)
        reported = [part for one in plan.measures for part in (one.parts or (one,))]
        rows = {row[0]: row for row in cells(document, 7)}
        for measure in (*plan.measures, *reported):
            assert " ".join(measure.measure.plain(language).split()) == rows[f"{measure.number}."][1]
        codes = {control.code: control.kind for control in controls(document.blocks)}
        for one in reported:
            own = [codes[f"plan.{one.number}.{part}"] for part in ("done", "doing", "undone", "what")]
            assert own == [ControlKind.CHECK] * 3 + [ControlKind.AREA]
        assert sum(code.endswith(".what") for code in codes) == len(reported)
        assert document.form


def test_an_executor_is_asked_about_its_own_measures(content: Content, dossier: Dossier) -> None:
    plan = content.plan
    for paper in of_executors(plan):
        if paper.year != 2020:
            continue
        document = tree(content, dossier, paper, Language.RU)
        mine = {
            str(part.number)
            for one in plan.measures
            for part in (one.parts or (one,))
            if plan.executor(paper.executor).body in part.bodies
        }
        codes = [control.code for control in controls(document.blocks)]
        assert {code[5:-5] for code in codes if code.endswith(".what")} == mine
        assert mine


def test_days_and_ministries_are_those_of_the_resolution(content: Content, dossier: Dossier) -> None:
    """What the plan says as data, its resolution says in words."""
    points = {point.number: point for point in content.plan.resolution.points}
    told = points[3].subpoints[1].text.plain(Language.RU)
    assert "20 января 2019 – 2020 годов" in told
    assert "20 января 2021 года" in told
    assert "10 февраля" in points[4].text.plain(Language.RU)
    for one in content.plan.reporting:
        assert (one.executors_by.month, one.executors_by.day) == (1, 20)
        assert (one.summary_by.month, one.summary_by.day) == (2, 10)
        assert one.executors_by.year == one.summary_by.year == one.year + 1
        assert one.to == ("МТСЗН" if one.summary_by.year == 2021 else "МВД")
    summary = tree(content, dossier, Progress(2020), Language.RU)
    assert "не позднее 10 февраля 2021 года" in words_of(summary.blocks)
    assert [block.number for block in summary.blocks if isinstance(block, Clause)] == ["4."]
    single = tree(content, dossier, Progress(2020, "mia"), Language.RU)
    assert "не позднее 20 января 2021 года" in words_of(single.blocks)
    assert [block.number for block in single.blocks if isinstance(block, Clause)] == ["3.", "2)"]


def test_the_ministry_that_is_informed_does_not_inform_itself(content: Content) -> None:
    plan = content.plan
    asked = {(paper.year, plan.executor(paper.executor).body) for paper in of_executors(plan)}
    for one in plan.reporting:
        assert (one.year, one.to) not in asked
    assert (2020, "МВД") in asked


def test_everybody_named_as_an_executor_has_a_form(content: Content) -> None:
    """Akimats, academies and the commissioner too, whom the key of the plan does not have."""
    plan = content.plan
    rows: list[Measure | MeasurePart] = [*plan.measures]
    rows += [part for one in plan.measures for part in one.parts]
    named = {body for row in rows for body in row.bodies}
    forms = {plan.executor(paper.executor).body for paper in of_executors(plan)}
    assert forms == named
    assert {"акиматы", "Карагандинская академия"} < named
    for row in rows:
        words = "" if row.executors is None else row.executors.plain(Language.RU)
        assert ("акиматы" in words) == ("акиматы" in row.bodies), row.number


@EACH
def test_akimats_report_on_their_own_measures(content: Content, dossier: Dossier, language: Language) -> None:
    document = tree(content, dossier, Progress(2019, "akimats"), language)
    words = words_of(document.blocks)
    one = content.plan.executor("akimats").name
    assert one is not None
    assert one.plain(language) in document.title
    assert one.plain(language) in words
    assert next(row for row in cells(document, 7) if row[0] == "3.4.")
    assert not [row for row in cells(document, 7) if row[0] == "3.5."]


@pytest.mark.parametrize("paper", [Progress(2017), Progress(2018, "imf")])
def test_what_the_plan_does_not_know_is_refused(content: Content, dossier: Dossier, paper: Progress) -> None:
    with pytest.raises(LookupError, match=r"2017|imf"):
        compose(content, dossier, paper, Language.RU)


def test_papers_have_names_of_their_own(content: Content) -> None:
    names = [paper.name for paper in papers(content)]
    assert {"cover", "plan-draft", "progress-2018", "progress-2019", "progress-2020"} <= set(names)
    assert len(papers_by_name(content)) == len(papers(content)) + len(of_executors(content.plan))
