"""The example years, asked, filled from published figures and received: once for all tests of this folder."""

from datetime import date
from pathlib import Path

import pytest

from builder.compose.assessment.dossier import Dossier
from builder.load.assessment import LoadedAssessment, load_assessment
from builder.model.assessment import Assessment
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.workflow.assess.dossier import dossier_of
from builder.workflow.assess.gather import gather
from builder.workflow.collect.desk import Desk
from builder.workflow.collect.folder import Folder
from builder.workflow.collect.open import open_collection
from builder.workflow.collect.receive import receive
from builder.workflow.project import Project
from examples.cycle import fill_year
from examples.years import YEARS, example
from tests.conftest import ROOT

PERIOD = "2021-2023"
ASKED = ("mia", "mci", "mfa", "ngo-shymkent", "ngo-aktobe", "police-abai")


@pytest.fixture(scope="session")
def collections(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a collection for each example year."""
    root = tmp_path_factory.mktemp("collections")
    project = Project(ROOT)
    for year in YEARS:
        folder = Folder(root / str(year))
        open_collection(project, year, folder, day=date(year + 1, 1, 9), chosen=ASKED)
        with folder.open() as store:
            filled = fill_year(content, example(year), store.issues(), folder, folder.path / "filled")
            received = receive(Desk(project, folder, content, store), filled)
        assert not received.stopped
    return root


@pytest.fixture(scope="session")
def loaded_assessment() -> LoadedAssessment:
    return load_assessment(ROOT / "assessment", PERIOD)


@pytest.fixture(scope="session")
def assessment(loaded_assessment: LoadedAssessment) -> Assessment:
    found = loaded_assessment.assessment
    assert found is not None
    return found


@pytest.fixture(scope="session")
def evidence(collections: Path) -> Evidence:
    return gather(Project(ROOT), 2021, 2023, collections)


@pytest.fixture(scope="session")
def dossier(content: Content, assessment: Assessment, evidence: Evidence) -> Dossier:
    return dossier_of(content, assessment, evidence)
