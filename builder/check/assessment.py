"""The checks of an assessment; texts are checked together with those of the content (check/all.py)."""

from collections.abc import Callable, Iterable

from builder.base.finding import Finding, in_order
from builder.check.assessment_calls import check_assessment_calls
from builder.check.assessment_ids import check_assessment_ids
from builder.check.assessment_shape import check_assessment_shape
from builder.check.assessment_support import check_assessment_support
from builder.model.assessment import AssessmentFiles
from builder.model.library import Library

AssessmentCheck = Callable[[AssessmentFiles, Library], Iterable[Finding]]

ASSESSMENT_CHECKS: tuple[AssessmentCheck, ...] = (
    check_assessment_shape,
    check_assessment_ids,
    check_assessment_support,
    check_assessment_calls,
)


def check_assessment(files: AssessmentFiles, library: Library) -> tuple[Finding, ...]:
    """All findings about one period, by place; both the period and the content may be missing parts."""
    return in_order(finding for ask in ASSESSMENT_CHECKS for finding in ask(files, library))
