"""The folder of assessments: one folder for each period, one ledger of standings beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from builder.base.finding import Finding
from builder.load.library import load_file, strangers
from builder.model.assessment import (
    AnalysisFile,
    Assessment,
    AssessmentFiles,
    ConclusionsFile,
    JudgementsFile,
    PeriodFile,
    RecommendationsFile,
    SourcesFile,
    whole,
)
from builder.model.standing import STANDING_FILE, Record, StandingFile
from builder.model.text import Text

FILES: Mapping[str, tuple[str, type[Any]]] = MappingProxyType(
    {
        "period.yaml": ("period", PeriodFile),
        "analysis.yaml": ("analysis", AnalysisFile),
        "judgements.yaml": ("judgements", JudgementsFile),
        "conclusions.yaml": ("conclusions", ConclusionsFile),
        "recommendations.yaml": ("recommendations", RecommendationsFile),
        "sources.yaml": ("sources", SourcesFile),
    }
)
"""Files of a period: the part of the assessment each fills, and its model."""

_PERIOD = re.compile(r"\d{4}-\d{4}")

Records = Mapping[str, Mapping[str, Record]]


@dataclass(frozen=True, slots=True)
class LoadedAssessment:
    """What came of loading one period: its files, every text of them, the findings and the paths read."""

    files: AssessmentFiles
    texts: tuple[Text, ...]
    findings: tuple[Finding, ...]
    paths: tuple[str, ...]

    @property
    def assessment(self) -> Assessment | None:
        """The assessment, when every file could be read."""
        return whole(self.files)


def periods(root: Path) -> tuple[str, ...]:
    """Names of the periods that have a folder below `root`, in order; none where there is no `root`."""
    if not root.is_dir():
        return ()
    return tuple(
        sorted(path.name for path in root.iterdir() if path.is_dir() and _PERIOD.fullmatch(path.name))
    )


def load_ledger(root: Path) -> tuple[StandingFile | None, tuple[Finding, ...]]:
    """The ledger of all periods; it need not be there. Its files are named `2021-2023/analysis.yaml`."""
    path = root / STANDING_FILE
    if not path.exists():
        return None, ()
    ledger, _, findings = load_file(path, f"{root.name}/{STANDING_FILE}", StandingFile)
    return ledger, tuple(findings)


def load_assessment(root: Path, period: str, ledger: StandingFile | None = None) -> LoadedAssessment:
    """Reads every file of a period below `root`; never raises for what a file contains."""
    records: Records = {} if ledger is None else ledger.standing
    parts: dict[str, Any] = {}
    texts: list[Text] = []
    findings: list[Finding] = []
    names = tuple(f"{period}/{name}" for name in FILES)
    for name, (part, cls) in zip(names, FILES.values(), strict=True):
        value, found_texts, found = load_file(root / name, f"{root.name}/{name}", cls, records.get(name, {}))
        parts[part] = value
        texts.extend(found_texts)
        findings.extend(found)
    findings.extend(strangers(root / period, f"{root.name}/{period}", tuple(FILES)))
    return LoadedAssessment(AssessmentFiles(period, **parts), tuple(texts), tuple(findings), names)
