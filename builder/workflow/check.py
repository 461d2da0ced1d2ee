"""Loads all content and gathers every finding about it."""

from dataclasses import dataclass

from builder.base.catalogue import severity
from builder.base.finding import Finding, Severity, in_order
from builder.check.all import check
from builder.load.library import load
from builder.model.library import Library
from builder.workflow.project import Project, today


@dataclass(frozen=True, slots=True)
class Checked:
    """The library as far as it could be read, all findings in order, and how much was read."""

    library: Library
    findings: tuple[Finding, ...]
    files: int
    texts: int

    @property
    def errors(self) -> int:
        return sum(severity(finding.code) is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.errors


def check_content(project: Project) -> Checked:
    loaded = load(project.content)
    findings = in_order((*loaded.findings, *check(loaded.library, today())))
    return Checked(loaded.library, findings, len(loaded.paths), len(loaded.library.texts))
