"""The report of the example years: what it says in both languages, in Word and PDF alike."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from builder.arrange.passes import arrange
from builder.arrange.references import anchors
from builder.base.finding import QagidaError
from builder.base.inline import Run
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.figure import Chart, ChartKind
from builder.blocks.tree import Clause, Document, Drawing, Heading, Paragraph, Row, Style, Table, walk
from builder.compose.assessment.compose import Paper, compose
from builder.compose.assessment.consolidated import Consolidated
from builder.compose.assessment.dossier import Dossier
from builder.compose.assessment.extract import Extract
from builder.compose.assessment.report import Report
from builder.model.answers import Value, ValueKind
from builder.model.assessment import Paragraph as Prose
from builder.model.evidence import Evidence, Figure
from builder.model.library import Content
from builder.model.tables import CellId
from builder.ooxml import extract as docx
from builder.workflow.make import WRITERS
from builder.write.outline.writer import write
from tests import pdf_text as pdf
from tests.conftest import ROOT

HERE = Path(__file__).parent
MOMENT = datetime(2024, 9, 11, tzinfo=UTC)
PAPERS: tuple[Paper, ...] = (
    Report(),
    Report(public=True),
    Consolidated(),
    Consolidated(public=True),
    Extract("mia"),
    Extract("tourism"),
)
PUBLIC: tuple[Paper, ...] = (Report(public=True), Consolidated(public=True))
EACH = pytest.mark.parametrize("language", LAW_LANGUAGES)
ANY = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)


def tree(content: Content, dossier: Dossier, paper: Paper, language: Language) -> Document:
    return arrange(compose(content, dossier, paper, language))


def words_of(blocks: tuple[object, ...]) -> str:
    """All words of some blocks, spaces made equal."""
    spoken = [
        "".join(item.text for item in block.content if isinstance(item, Run))
        for block in walk(blocks)  # type: ignore[arg-type]
        if isinstance(block, Heading | Paragraph | Clause)
    ]
    return " ".join(" ".join(spoken).replace("\u00a0", " ").split())


def rows(document: Document, code: str) -> Iterator[list[str]]:
    """Cells of the rows that begin with a code."""
    for block in walk(document.blocks):
        if isinstance(block, Table):
            for row in block.rows:
                cells = [words_of(cell.blocks) for cell in row.cells]
                if cells[0] == code:
                    yield cells


@ANY
@EACH
def test_outline(
    content: Content, dossier: Dossier, golden: Callable[[Path, str], None], paper: Paper, language: Language
) -> None:
    golden(HERE / f"{paper.name}.{language}.txt", write(tree(content, dossier, paper, language)))


@ANY
@EACH
def test_word_and_pdf_agree(content: Content, dossier: Dossier, paper: Paper, language: Language) -> None:
    made = tree(content, dossier, paper, language)
    word = WRITERS["docx"](made, ROOT / "templates", MOMENT).data
    paper_file = WRITERS["pdf"](made, ROOT / "templates", MOMENT)
    assert "".join("".join(docx.text_lines(word)).split()) == "".join(
        "".join(pdf.text_lines(paper_file.data)).split()
    )


@ANY
@EACH
def test_a_document_like_any_other(
    content: Content, dossier: Dossier, paper: Paper, language: Language
) -> None:
    made = tree(content, dossier, paper, language)
    levels = [block.level for block in walk(made.blocks) if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert "{" not in words_of(made.blocks)
    assert not made.form


@EACH
def test_every_page_says_that_it_is_an_example(
    content: Content, dossier: Dossier, language: Language
) -> None:
    mark = "үлгі, ресми емес" if language is Language.KK else "пример, не официально"
    for paper in PAPERS:
        made = tree(content, dossier, paper, language)
        assert made.blocks[0] == next(
            block for block in made.blocks if isinstance(block, Paragraph) and block.style is Style.NOTICE
        )
        assert mark in made.furniture.header
        assert mark in made.furniture.edition


def test_an_official_period_says_nothing_of_an_example(content: Content, dossier: Dossier) -> None:
    period = replace(dossier.assessment.period, official=True)
    made = tree(
        content,
        replace(dossier, assessment=replace(dossier.assessment, period=period)),
        Report(),
        Language.RU,
    )
    assert "пример" not in made.furniture.header + made.furniture.edition
    assert not any(isinstance(block, Paragraph) and block.style is Style.NOTICE for block in made.blocks)


def test_draft_texts_are_told_of(content: Content, dossier: Dossier) -> None:
    """The Kazakh texts of the example are not confirmed, the Russian ones are our own."""
    notices = {
        language: sum(
            isinstance(block, Paragraph) and block.style is Style.NOTICE
            for block in compose(content, dossier, Report(), language).blocks
        )
        for language in LAW_LANGUAGES
    }
    assert notices == {Language.KK: 2, Language.RU: 1}


@EACH
def test_the_nine_headings_are_those_of_the_rules(
    content: Content, dossier: Dossier, language: Language
) -> None:
    made = compose(content, dossier, Report(), language)
    headings = [words_of((block,)) for block in made.blocks if isinstance(block, Heading)]
    point = next(one for one in content.rules.points if one.number == 14)
    for sub in point.subpoints:
        words = sub.text.plain(language).rstrip(";.")
        assert any(heading.endswith(words[1:]) for heading in headings), words


@EACH
def test_contents_lead_to_every_chapter(content: Content, dossier: Dossier, language: Language) -> None:
    made = tree(content, dossier, Report(), language)
    known = anchors(made.blocks)
    links = {
        item.target
        for block in walk(made.blocks)
        if isinstance(block, Paragraph | Clause)
        for item in block.content
        if isinstance(item, Run) and item.target and ":" not in item.target
    }
    chapters = {block.anchor for block in made.blocks if isinstance(block, Heading) and block.level == 2}
    assert chapters - {None} <= links <= known
    assert len(chapters) > 10


@EACH
def test_a_hole_is_shown_as_a_hole(content: Content, dossier: Dossier, language: Language) -> None:
    """Zero, no data with a reason, and silence are three different things."""
    made = tree(content, dossier, Report(), language)
    zero, nothing, silence = (
        ("0", "деректер жоқ", "жауап берілмеген")
        if language is Language.KK
        else ("0", "данных нет", "ответа нет")
    )
    assert next(rows(made, "2.12.1"))[2].startswith(zero)
    assert next(rows(made, "2.4.1"))[2].startswith(nothing)
    assert next(rows(made, "2.12.2"))[2].startswith(silence)
    assert not next(rows(made, "2.12.2"))[2].startswith("0")


def test_kinds_of_values_stay(content: Content, dossier: Dossier) -> None:
    made = tree(content, dossier, Report(), Language.RU)
    assert next(rows(made, "2.8.1"))[2].startswith("до 90")
    about = next(rows(made, "2.1.2"))
    assert about[2].startswith("около 100")
    assert about[4].startswith("‖ 152")


@EACH
def test_prose_and_tables_say_the_same(content: Content, dossier: Dossier, language: Language) -> None:
    """Figures in prose come from the same place as those in tables: change an answer, and both change."""
    made = tree(content, dossier, Report(), language)
    table = next(rows(made, "2.11.1"))[4].split()[0]
    prose = words_of(tuple(block for block in made.blocks if isinstance(block, Paragraph | Clause)))
    assert table == "36"
    assert re.search(rf"2023 (?:жылы|году) – {table}\b", prose)
    changed = replace(dossier, known=_Other(dossier, "2.11.1", 2023, 41))
    again = tree(content, changed, Report(), language)
    assert next(rows(again, "2.11.1"))[4].split()[0] == "41"
    prose = words_of(tuple(block for block in again.blocks if isinstance(block, Paragraph | Clause)))
    assert re.search(r"2023 (?:жылы|году) – 41\b", prose)
    assert not re.search(r"2023 (?:жылы|году) – 36\b", prose)


class _Other:
    """The same figures but one."""

    def __init__(self, dossier: Dossier, code: str, year: int, number: int) -> None:
        self._dossier, self._changed, self._number = dossier, (code, year), number

    @property
    def evidence(self) -> Evidence:
        return self._dossier.evidence

    def figure(self, code: str, year: int):  # type: ignore[no-untyped-def]
        found = self._dossier.figure(code, year)
        if (code, year) != self._changed or found is None:
            return found
        number = type(found.value.low)(self._number) if found.value.low is not None else None
        return replace(found, value=Value(ValueKind.EXACT, "", number, number))

    def slices(self, code: str):  # type: ignore[no-untyped-def]
        return self._dossier.known.slices(code)

    def by_region(self, found: Figure):  # type: ignore[no-untyped-def]
        return self._dossier.known.by_region(found)


def test_a_figure_that_is_not_there_stops_the_report(content: Content, dossier: Dossier) -> None:
    period = dossier.assessment.period
    text = period.description[0].text
    wording = text[Language.RU]
    broken = replace(
        text,
        wordings={
            **text.wordings,
            Language.RU: replace(
                wording, raw='{{ value("2.4.1", 2023) }}', runs=(Run('{{ value("2.4.1", 2023) }}'),)
            ),
        },
    )
    bad = replace(period, description=(Prose(broken, period.place),))
    with pytest.raises(QagidaError) as caught:
        compose(
            content,
            replace(dossier, assessment=replace(dossier.assessment, period=bad)),
            Report(),
            Language.RU,
        )
    assert [finding.code for finding in caught.value.findings] == ["Q660"]


@EACH
def test_charts_have_words_and_the_same_facts_as_a_table(
    content: Content, dossier: Dossier, language: Language
) -> None:
    made = tree(content, dossier, Report(), language)
    for at, block in enumerate(made.blocks):
        if isinstance(block, Drawing):
            caption, table = made.blocks[at + 1], made.blocks[at + 2]
            assert isinstance(caption, Paragraph)
            assert caption.keep
            assert isinstance(table, Table)
            facts = words_of((table,))
            assert block.alt
            assert all(_shown(datum.shown) in facts for datum in block.chart.data)
    kinds = {block.chart.kind for block in made.blocks if isinstance(block, Drawing)}
    assert kinds >= {ChartKind.STACKED, ChartKind.SHARE, ChartKind.COLUMNS, ChartKind.HEAT}


def _shown(words: str) -> str:
    return words.replace("\u00a0", " ").split(", ")[0]


def _charts(made: Document) -> list[Chart]:
    return [block.chart for block in made.blocks if isinstance(block, Drawing)]


def test_the_chart_of_protected_persons_parts_foreigners(content: Content, dossier: Dossier) -> None:
    (chart,) = (
        chart
        for chart in _charts(tree(content, dossier, Report(), Language.RU))
        if chart.kind is ChartKind.STACKED
    )
    assert [[datum.shown for datum in run.data] for run in chart.runs] == [["5", "4", "9"], ["2", "1", "27"]]


def test_the_share_of_blocked_resources_is_said_to_be_computed(content: Content, dossier: Dossier) -> None:
    (chart,) = (
        chart
        for chart in _charts(tree(content, dossier, Report(), Language.RU))
        if chart.kind is ChartKind.SHARE
    )
    assert all("расчет" in share for share in chart.shares)
    assert chart.shares[2].startswith("40")


def test_no_line_is_drawn_over_a_break(content: Content, dossier: Dossier) -> None:
    charts = _charts(tree(content, dossier, Report(), Language.RU))
    registered = next(chart for chart in charts if chart.data[0].shown == "≈ 100")
    assert registered.breaks == (2,)


@EACH
def test_sources_are_numbered_as_they_are_cited(
    content: Content, dossier: Dossier, language: Language
) -> None:
    made = tree(content, dossier, Report(), language)
    body = [
        item
        for block in walk(made.blocks)
        if isinstance(block, Paragraph | Clause)
        for item in block.content
        if isinstance(item, Run) and (item.target or "").startswith("assessment/source/")
    ]
    first = list(dict.fromkeys(int(item.text) for item in body))
    assert first[0] == 1
    assert set(first) == set(range(1, max(first) + 1))
    listed = [
        block for block in made.blocks if isinstance(block, Clause) and "/source/" in (block.anchor or "")
    ]
    assert [block.number for block in listed] == [
        f"{number}." for number in range(1, len(dossier.assessment.sources) + 1)
    ]


@EACH
def test_recommendations_name_their_executors(content: Content, dossier: Dossier, language: Language) -> None:
    made = tree(content, dossier, Report(), language)
    words = words_of(made.blocks)
    for one in dossier.assessment.recommendations:
        assert " ".join(one.text.plain(language).split()) in words
        for subject in one.executors:
            known = content.subject(subject)
            assert (known.short or known.name).plain(language) in words


def test_abbreviations_are_those_that_occur(content: Content, dossier: Dossier) -> None:
    made = tree(content, dossier, Report(), Language.RU)
    table = made.blocks[-1]
    assert isinstance(table, Table)
    used = [words_of(row.cells[0].blocks) for row in table.rows]
    before = words_of(made.blocks[:-1])
    assert "МВД" in used
    assert "GPS" not in used
    assert all(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", before) for short in used)


# ------------------------------------------------------------ what the public may see


@EACH
def test_the_public_version_shows_no_suppressed_number(
    content: Content, dossier: Dossier, language: Language
) -> None:
    assert dossier.published is not None
    hidden = CellId("2.12.1", 2023)
    assert hidden in dossier.published.suppressed
    made = tree(content, dossier, Report(public=True), language)
    assert next(rows(made, "2.12.1"))[4] == "×"
    assert next(rows(made, "2.12.1"))[2].startswith("0")
    (chart,) = (one for one in _charts(made) if one.title.startswith(("Өтемақы", "Жертвы")))
    assert [datum.hole for datum in chart.data] == [False, False, True]
    internal = tree(content, dossier, Report(), language)
    assert next(rows(internal, "2.12.1"))[4].startswith("4")


@EACH
def test_the_public_table_shows_no_suppressed_number(
    content: Content, dossier: Dossier, language: Language
) -> None:
    made = tree(content, dossier, Consolidated(public=True), language)
    shown = next(rows(made, "2.12.1"))
    assert shown[4] == "×"
    assert shown[2].startswith("0")
    assert next(rows(tree(content, dossier, Consolidated(), language), "2.12.1"))[4].startswith("4")
    assert (
        "жария" in made.furniture.header if language is Language.KK else "публичная" in made.furniture.header
    )
    assert "×" in words_of(tuple(block for block in made.blocks if isinstance(block, Paragraph)))


@EACH
def test_the_public_table_and_the_public_report_show_the_same_figures(
    content: Content, dossier: Dossier, language: Language
) -> None:
    """What the one keeps back, the other keeps back as well, down to every breakdown."""
    report, table = (
        _figures(tree(content, dossier, paper, language))
        for paper in (Report(public=True), Consolidated(public=True))
    )
    assert any("×" in cells for _, cells in report)
    assert set(report) <= set(table)


def _figures(made: Document) -> list[tuple[str, tuple[str, ...]]]:
    """Rows that have a code, and breakdowns under the code they belong to, with the cells of the years."""
    found, code = [], ""
    tables = (block for block in walk(made.blocks) if isinstance(block, Table) and len(block.widths) == 5)
    for table in tables:
        for row in table.rows if words_of(table.header[0].cells[0].blocks) == "Код" else ():
            first, *others = (words_of(cell.blocks) for cell in row.cells)
            code = first or code
            if len(others) == 4:
                found.append((f"{code} {'' if first else others[0]}", tuple(others[1:])))
    return found


def test_the_public_table_counts_yes_and_no_of_many_bodies_only(content: Content, dossier: Dossier) -> None:
    """One body said yes in 2023: a count would be its answer."""
    assert next(rows(tree(content, dossier, Consolidated(), Language.RU), "1.1.3"))[4].startswith("да – 1")
    few = next(rows(tree(content, dossier, Consolidated(public=True), Language.RU), "1.1.3"))[4]
    assert "да –" not in few
    assert "1 из 6" in few
    method = replace(content.method, threshold=1)
    many = next(
        rows(tree(replace(content, method=method), dossier, Consolidated(public=True), Language.RU), "1.1.3")
    )
    assert many[4] == "да – 1, нет – 0"


@pytest.mark.parametrize("paper", PUBLIC, ids=lambda paper: paper.name)
@EACH
def test_the_public_version_names_no_respondent_and_no_words_of_theirs(
    content: Content, dossier: Dossier, paper: Paper, language: Language
) -> None:
    words = words_of(tree(content, dossier, paper, language).blocks)
    bodies = {issue.respondent for year in dossier.evidence.years for issue in year.issues}
    local = [body.name[language] for body in bodies if body.region is not None]
    assert local
    assert not [name for name in local if name in words]
    assert "ngo-shymkent" not in words
    texts = [
        answer.value.raw
        for year in dossier.evidence.years
        for form in year.forms
        for code, answer in form.answers.items()
        if answer.value.kind is ValueKind.TEXT and len(answer.value.raw) > 30 and not code.startswith("0.")
    ]
    assert texts
    assert not [text for text in texts if " ".join(text.split()) in words]


def test_prose_of_the_public_version_hides_what_tables_hide(content: Content, dossier: Dossier) -> None:
    call = '{{ value("2.12.1", 2023) }}'
    words = {public: _said(content, dossier, call, public=public) for public in (False, True)}
    assert words[False].startswith("4")
    assert words[True] == "×"
    assert _said(content, dossier, '{{ number("2.1.2", 2023) }}', public=True) == "152"


def _said(content: Content, dossier: Dossier, call: str, *, public: bool) -> str:
    period = dossier.assessment.period
    text = period.description[0].text
    wordings = {language: replace(text[language], raw=call, runs=(Run(call),)) for language in LAW_LANGUAGES}
    changed = replace(period, description=(Prose(replace(text, wordings=wordings), period.place),))
    made = compose(
        content,
        replace(dossier, assessment=replace(dossier.assessment, period=changed)),
        Report(public=public),
        Language.RU,
    )
    at = next(
        position
        for position, block in enumerate(made.blocks)
        if isinstance(block, Heading) and block.anchor == "assessment/description"
    )
    return words_of(made.blocks[at + 1 : at + 2])


@pytest.mark.parametrize("paper", PUBLIC, ids=lambda paper: paper.name)
def test_nothing_is_public_that_was_not_protected(content: Content, dossier: Dossier, paper: Paper) -> None:
    with pytest.raises(ValueError, match="cleared"):
        compose(content, replace(dossier, published=None), paper, Language.RU)


# ------------------------------------------------------------ extract and consolidated table


@EACH
def test_an_extract_has_what_concerns_its_subject(
    content: Content, dossier: Dossier, language: Language
) -> None:
    made = tree(content, dossier, Extract("mia"), language)
    words = words_of(made.blocks)
    for one in dossier.assessment.recommendations:
        there = " ".join(one.text.plain(language).split()) in words
        assert there == ("mia" in one.executors)
    assert next(rows(made, "2.11.1"))[4].startswith("36")
    assert not list(rows(made, "12.4.1"))
    assert made.about == "mia"


def test_an_extract_tells_what_is_missing(content: Content, dossier: Dossier) -> None:
    words = words_of(tree(content, dossier, Extract("mia"), Language.RU).blocks)
    police = next(
        issue.respondent.name[Language.RU]
        for year in dossier.evidence.years
        for issue in year.issues
        if issue.respondent.id == "police-abai"
    )
    for year in dossier.years:
        assert f"Не направлена форма за {year} год: {police}." in words


def test_a_subject_that_nobody_asked_gets_its_profile(content: Content, dossier: Dossier) -> None:
    words = words_of(tree(content, dossier, Extract("tourism"), Language.RU).blocks)
    assert "у органов субъекта сведений не запрашивали" in words
    assert "Признаки" in words or "признаки" in words


def test_the_consolidated_table_has_every_line(content: Content, dossier: Dossier) -> None:
    made = tree(content, dossier, Consolidated(), Language.RU)
    yes = next(rows(made, "1.1.3"))
    assert yes[4].startswith("да – 1, нет – 0")
    assert "Местные исполнительные органы не подключаются" in yes[4]
    assert next(rows(made, "2.3.1"))[4].count("262") == 1
    asked = {
        f"{section.number}.{item.number}.{field.code}"
        for section in content.sections
        if section.number in (1, 2, 11, 12, 16)
        for item in section.items
        for field in item.fields
        if field.kind != "period"
    }
    there = {
        words_of(row.cells[0].blocks)
        for block in made.blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row, Row)
    }
    assert asked <= there


def test_a_year_without_a_collection_is_seen(content: Content, dossier: Dossier) -> None:
    """A gap stays a column, and the description says so."""
    from builder.workflow.assess.dossier import dossier_of

    evidence = replace(
        dossier.evidence, years=tuple(year for year in dossier.evidence.years if year.number != 2022)
    )
    calls = replace(
        dossier.assessment,
        period=replace(dossier.assessment.period, description=()),
        headings=(),
        judgements=(),
        conclusions=(),
        recommendations=(),
    )
    made = tree(content, dossier_of(content, calls, evidence), Report(), Language.RU)
    assert next(rows(made, "2.11.1"))[3] == "сбор не проводился"
    assert "За 2022 год ответы не собирались" in words_of(made.blocks)


def test_formed_day_is_that_of_the_period(content: Content, dossier: Dossier) -> None:
    assert compose(content, dossier, Report(), Language.RU).edition == date(2024, 9, 11)
