"""A rank can be explained of any years that were collected, whether or not their assessment was written."""

from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.store.store import STORE, Store
from builder.workflow.assess.ranked import period_of, ranked
from builder.workflow.project import Project
from tests.conftest import ROOT
from tests.store.made import COLLECTION, YEAR, respondents


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """A folder of collections with one year, in which three bodies were asked and are silent."""
    with Store.create(tmp_path / str(YEAR) / STORE, COLLECTION) as store:
        store.add_issues(respondents(3))
    return tmp_path


@pytest.mark.parametrize("given", [str(YEAR), f"{YEAR}-{YEAR}"])
def test_a_year_that_nobody_wrote_about_is_ranked_without_judgements(collected: Path, given: str) -> None:
    found = ranked(Project(ROOT), given, collected)
    assert found.evidence.period == (YEAR,)
    assert [(one.code, one.data) for one in found.findings] == [("Q685", {"years": str(YEAR)})]
    assert {ranking.item for ranking in found.rankings} == {"1.1", "1.2", "1.3", "1.4"}
    assert all(one.class_ is None and one.band == 0 for list_ in found.rankings for one in list_.entries)


def test_holes_of_such_years_are_told(collected: Path) -> None:
    found = ranked(Project(ROOT), f"{YEAR}-{YEAR + 1}", collected)
    assert [one.code for one in found.findings] == ["Q685", "Q951"]
    assert found.evidence.period == (YEAR, YEAR + 1)


def test_without_answers_both_are_told(tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as raised:
        ranked(Project(ROOT), "2031", tmp_path)
    assert [one.code for one in raised.value.findings] == ["Q955", "Q952"]


@pytest.mark.parametrize("given", ["", "abc", "1.1.3", "2023-2021", "2023-", "1000-3000", "²⁰²³", "20231"])
def test_what_is_no_year_is_refused(collected: Path, given: str) -> None:
    with pytest.raises(QagidaError) as raised:
        ranked(Project(ROOT), given, collected)
    assert [one.code for one in raised.value.findings] == ["Q955"]


def test_a_period_and_each_of_its_years_are_the_period() -> None:
    project = Project(ROOT)
    assert {period_of(project, given) for given in ("2021-2023", "2021", "2022", "2023")} == {"2021-2023"}
    for given in ("2020", "2024", "2021-2022"):
        with pytest.raises(QagidaError):
            period_of(project, given)


def test_a_written_period_has_its_judgements(tmp_path: Path) -> None:
    """Asked by one of its years; nobody answered, so the judgement stands alone."""
    with Store.create(tmp_path / "2023" / STORE, COLLECTION) as store:
        store.add_issues(respondents(1))
    found = ranked(Project(ROOT), "2023", tmp_path)
    judged = {one.code for list_ in found.rankings for one in list_.entries if one.class_ is not None}
    assert judged == {"1.1.3", "1.3.5"}
    assert [one.code for one in found.findings] == ["Q951", "Q951"]
