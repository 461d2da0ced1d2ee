"""Loads all content and gathers every finding about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from builder.base.catalogue import severity
from builder.base.finding import Finding, QagidaError, Severity, in_order
from builder.base.place import Place
from builder.check.all import check
from builder.check.assessment import check_assessment
from builder.load.assessment import load_assessment, load_ledger, periods
from builder.load.library import load
from builder.model.library import Content, Library, whole
from builder.workflow.beside import beside
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

    def sound(self) -> Content:
        """The content, when there is no error in it. Raises QagidaError: the errors, then Q908."""
        content = whole(self.library)
        if self.errors or content is None:
            errors = (item for item in self.findings if severity(item.code) is Severity.ERROR)
            raise QagidaError(*errors, Finding("Q908", Place("content"), {"count": str(self.errors)}))
        return content


def check_content(project: Project, meanwhile: Callable[[], None] | None = None) -> Checked:
    """Every finding about the content; where there is something to do `meanwhile`, by another process."""
    loaded = load(project.content)

    def found() -> tuple[Finding, ...]:
        return tuple(check(loaded.library, today()))

    findings = in_order((*loaded.findings, *(beside(found, meanwhile) if meanwhile else found())))
    return Checked(loaded.library, findings, len(loaded.paths), len(loaded.library.texts))


def check_project(project: Project) -> Checked:
    """The content and every assessment: their texts are checked together, so that it costs little more."""
    names = periods(project.assessments)
    return _with_assessments(project, names) if names else check_content(project)


def _with_assessments(project: Project, names: tuple[str, ...]) -> Checked:
    loaded = load(project.content)
    ledger, found = load_ledger(project.assessments)
    assessments = [load_assessment(project.assessments, name, ledger) for name in names]
    library = replace(
        loaded.library,
        texts=(*loaded.library.texts, *(text for one in assessments for text in one.texts)),
        beside=tuple(provenance for one in assessments for provenance in one.files.provenances()),
    )
    findings = [*loaded.findings, *found, *check(library, today())]
    for one in assessments:
        findings += [*one.findings, *check_assessment(one.files, library)]
    files = len(loaded.paths) + sum(len(one.paths) for one in assessments)
    return Checked(loaded.library, in_order(findings), files, len(library.texts))
