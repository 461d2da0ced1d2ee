"""Ordered bars by region, drawn where answers came from several regions; figures are invented."""

from dataclasses import replace

import pytest

from builder.arrange.passes import arrange
from builder.base.language import LAW_LANGUAGES, Language
from builder.blocks.figure import Chart, ChartKind
from builder.blocks.tree import Drawing, Table
from builder.compose.assessment.abbreviations import spoken
from builder.compose.assessment.compose import compose
from builder.compose.assessment.report import Report
from builder.model.assessment import Assessment
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.workflow.assess.dossier import dossier_of
from builder.workflow.assess.public import publication
from tests.analyse.periods import Answers, body, year_of

ASKED = (
    body("ministry", 2),
    body("police-abai", 2, "abai"),
    body("police-abai-2", 2, "abai"),
    body("police-akmola", 2, "akmola"),
    body("police-almaty", 2, "almaty"),
    body("police-aktobe", 2, "aktobe"),
    body("health-atyrau", 9, "atyrau", subject="health_org"),
)
ANSWERS: dict[str, Answers] = {
    "ministry": {"2.1.2": 152},
    "police-abai": {"2.1.2": 3},
    "police-abai-2": {"2.1.2": 4},
    "police-akmola": {"2.1.2": "до 90"},
    "police-aktobe": {"2.1.2": "нет данных: учет не ведется"},
    "health-atyrau": {"9.1.1": 5},
}


def drawn(
    content: Content,
    assessment: Assessment,
    answers: dict[str, Answers],
    language: Language,
    *,
    public: bool = False,
) -> list[tuple[Chart, str, str]]:
    """Bars with what is said of them and the words of the table below."""
    silent = replace(
        assessment,
        period=replace(assessment.period, description=()),
        headings=(),
        judgements=(),
        conclusions=(),
        recommendations=(),
    )
    evidence = Evidence((year_of(2023, ASKED, answers),), 2021, 2023)
    published = publication(content, silent, evidence).published
    dossier = dossier_of(content, silent, evidence, published)
    blocks = arrange(compose(content, dossier, Report(public=public), language)).blocks
    found = []
    for at, block in enumerate(blocks):
        if isinstance(block, Drawing) and block.chart.kind is ChartKind.BARS:
            table = next(one for one in blocks[at:] if isinstance(one, Table))
            found.append((block.chart, block.alt, " ".join(spoken((table,)))))
    return found


@pytest.mark.parametrize("language", LAW_LANGUAGES)
def test_regions_stand_in_falling_order_and_the_silent_at_the_end(
    content: Content, assessment: Assessment, language: Language
) -> None:
    """Bodies of one region are added; neither the ministry nor another section is a region of the chart."""
    ((chart, alt, table),) = drawn(content, assessment, ANSWERS, language)
    names = {region.id: region.name.plain(language) for region in content.regions}
    assert list(chart.categories[:2]) == [names["akmola"], names["abai"]]
    assert set(chart.categories[2:]) == {names["almaty"], names["aktobe"]}
    (run,) = chart.runs
    assert [one.hole for one in run.data] == [False, False, True, True]
    assert run.data[1].shown == "7"
    assert "90" in run.data[0].shown
    for name, datum in zip(chart.categories, run.data, strict=True):
        assert name in alt
        assert name in table
        assert datum.shown in alt
        assert datum.shown in table


def test_one_region_makes_no_chart(content: Content, assessment: Assessment) -> None:
    few = {name: ANSWERS[name] for name in ("ministry", "police-abai", "police-abai-2")}
    assert drawn(content, assessment, few, Language.RU) == []


def test_the_public_sees_no_region(content: Content, assessment: Assessment) -> None:
    assert drawn(content, assessment, ANSWERS, Language.RU, public=True) == []
