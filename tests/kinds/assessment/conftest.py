"""The example years, asked, filled from published figures and received: once for all tests of this folder."""

from pathlib import Path

import pytest

from builder.compose.assessment.dossier import Dossier
from builder.load.assessment import LoadedAssessment, load_assessment
from builder.model.assessment import Assessment
from builder.model.evidence import Evidence
from builder.model.library import Content
from builder.workflow.assess.dossier import dossier_of
from builder.workflow.assess.gather import gather
from builder.workflow.assess.public import publication
from builder.workflow.project import Project
from examples.cycle import collected
from tests.conftest import ROOT

PERIOD = "2021-2023"


@pytest.fixture(scope="session")
def collections(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a collection for each example year."""
    root = tmp_path_factory.mktemp("collections")
    collected(Project(ROOT), content, root)
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
    published = publication(content, assessment, evidence).published
    return dossier_of(content, assessment, evidence, published)
