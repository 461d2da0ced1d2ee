"""Evidence comes from the stores of a period: current forms, nothing withheld, holes told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builder.base.finding import QagidaError
from builder.store.shapes import Deed, What
from builder.store.store import STORE, Store
from builder.workflow.assess.gather import gather
from builder.workflow.project import Project
from tests.store.made import COLLECTION, YEAR, incoming, respondents, source

WHEN = datetime(2026, 12, 1, tzinfo=UTC)


def store(root: Path) -> Store:
    made = Store.create(root / str(YEAR) / STORE, COLLECTION)
    made.add_issues(respondents(3))
    return made


def test_years_without_a_store_are_told(tmp_path: Path) -> None:
    with store(tmp_path):
        pass
    found = gather(Project(tmp_path), YEAR - 2, YEAR, tmp_path)
    assert [year.number for year in found.years] == [YEAR]
    assert found.period == (YEAR - 2, YEAR - 1, YEAR)
    assert [(one.code, one.data["year"]) for one in found.findings] == [
        ("Q951", str(YEAR - 2)),
        ("Q951", str(YEAR - 1)),
    ]
    assert len(found.years[0].issues) == 3


def test_period_without_any_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QagidaError) as raised:
        gather(Project(tmp_path), 2021, 2023)
    assert [one.code for one in raised.value.findings] == ["Q952"]


def test_default_place_is_the_collections_of_the_project(tmp_path: Path) -> None:
    with store(tmp_path / "collections"):
        pass
    assert [year.number for year in gather(Project(tmp_path), YEAR, YEAR).years] == [YEAR]


def test_only_the_form_that_counts_is_evidence(tmp_path: Path) -> None:
    with store(tmp_path) as at:
        at.put(source("first"), (incoming("r001", "2.1.2"),))
        at.put(source("second"), (incoming("r001", "2.1.2", "2.10.1"),))
        at.put(source("third"), (incoming("", "2.1.2"),))
    (year,) = gather(Project(tmp_path), YEAR, YEAR, tmp_path).years
    assert [(form.respondent, sorted(form.answers)) for form in year.forms] == [("r001", ["2.1.2", "2.10.1"])]


def test_withheld_answers_and_words_are_no_evidence_until_cleared(tmp_path: Path) -> None:
    with store(tmp_path) as at:
        number = at.put(source("first"), (incoming("r001", "2.1.2", "2.10.1"),)).kept[0].form
        at.decide(
            Deed(What.HOLD, number, "2.10.1", "", WHEN), Deed(What.HOLD, number, "paragraph 7", "", WHEN)
        )
    (form,) = gather(Project(tmp_path), YEAR, YEAR, tmp_path).years[0].forms
    assert (sorted(form.answers), form.strays) == (["2.1.2"], ())
    with Store.open(tmp_path / str(YEAR) / STORE) as at:
        at.decide(Deed(What.CLEAR, number, "2.10.1", "lawyer", WHEN))
    (form,) = gather(Project(tmp_path), YEAR, YEAR, tmp_path).years[0].forms
    assert sorted(form.answers) == ["2.1.2", "2.10.1"]
