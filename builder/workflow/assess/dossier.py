"""Everything that the documents of an assessment are composed from, worked out once for all of them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.analyse.case import case
from builder.analyse.checked import check_all
from builder.analyse.completeness import ItemState, completeness
from builder.analyse.ranking import rank
from builder.analyse.series import by_region
from builder.analyse.slices import slices
from builder.analyse.status import status
from builder.compose.assessment.dossier import Dossier, Replies
from builder.model.answers import Form, Value
from builder.model.assessment import Assessment
from builder.model.evidence import Evidence, Figure, Slice, Year
from builder.model.library import Content
from builder.model.published import Published
from builder.workflow.assess.figures import CollectedFigures

_DIGITS = 10


@dataclass(frozen=True, slots=True)
class CollectedSlices(CollectedFigures):
    """Figures with their breakdowns and regions."""

    def slices(self, code: str) -> tuple[Slice, ...]:
        return slices(self.content, self.evidence, code)

    def by_region(self, found: Figure) -> Mapping[str, Value]:
        return by_region(self.evidence, found)


def dossier_of(
    content: Content, assessment: Assessment, evidence: Evidence, published: Published | None = None
) -> Dossier:
    """The dossier of a period; without what may be `published` no public document can be made of it."""
    day = assessment.period.formed
    return Dossier(
        assessment,
        CollectedSlices(content, evidence),
        rank(content, evidence, assessment.judgements),
        {
            year.number: status(content, year.collection, year.issues, year.forms, day)
            for year in evidence.years
        },
        tuple(reply for year in evidence.years for reply in _replies(content, year)),
        {year.number: check_all(content, year.issues, year.forms) for year in evidence.years},
        answers_code(evidence),
        published,
    )


def _replies(content: Content, year: Year) -> Iterator[Replies]:
    """What every body that was asked did with every item, in the order of the register."""
    forms: dict[str, Form] = {form.respondent: form for form in year.forms}
    for issue in year.issues:
        form = forms.get(issue.respondent.id)
        if form is None:
            yield Replies(year.number, issue.respondent)
            continue
        found = completeness(case(content, form))
        by_state = {state: frozenset(one.code for one in found if one.state is state) for state in ItemState}
        yield Replies(
            year.number,
            issue.respondent,
            by_state[ItemState.ANSWERED],
            by_state[ItemState.EXPLAINED],
            by_state[ItemState.SILENT],
        )


def answers_code(evidence: Evidence) -> str:
    """Ten hexadecimal digits that change when an answer that counts changes, comes or goes."""
    summary = hashlib.sha256()
    for year in evidence.years:
        summary.update(f"{year.number}\0".encode())
        for form in sorted(year.forms, key=lambda form: (form.respondent, form.section)):
            summary.update(f"\1{form.respondent}\0{form.section}".encode())
            for code in sorted(form.answers):
                value = form.answers[code].value
                summary.update(f"\2{code}\0{value.kind}\0{value.raw}".encode())
    return summary.hexdigest()[:_DIGITS]
