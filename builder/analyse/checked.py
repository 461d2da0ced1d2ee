"""Answer checks, in a list that can be read aloud: of one form, and of all forms together."""

from collections.abc import Callable, Iterable

from builder.analyse.arithmetic import check_breakdowns, check_sums
from builder.analyse.between import check_between
from builder.analyse.case import Case, case
from builder.analyse.completeness import check_completeness
from builder.analyse.personal import check_personal
from builder.analyse.rules import check_bonds, check_last_year, check_limits, check_period
from builder.base.finding import Finding, in_order
from builder.model.answers import Form
from builder.model.collection import Issue
from builder.model.library import Content

Check = Callable[[Case], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    # Rules, point 9
    check_completeness,
    # parts and totals
    check_sums,
    check_breakdowns,
    # checks of content
    check_bonds,
    check_last_year,
    check_period,
    check_limits,
    # people
    check_personal,
)


def check_form(
    content: Content, form: Form, last_year: Form | None = None, year: int | None = None
) -> tuple[Finding, ...]:
    """All findings of one form; `last_year` is what the same respondent said a year before.

    Without `year` the year that the form itself states counts.
    """
    ready = case(content, form, last_year, year)
    return in_order(finding for check in CHECKS for finding in check(ready))


def check_all(content: Content, issues: Iterable[Issue], forms: Iterable[Form]) -> tuple[Finding, ...]:
    """Findings between bodies: `issues` say who was asked, `forms` what came of it."""
    return in_order(check_between(content, issues, forms))
