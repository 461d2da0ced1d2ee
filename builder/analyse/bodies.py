"""The bodies of a year with their forms: who was asked what, and what each gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.analyse.case import given_of
from builder.analyse.plan import GENERAL, Same
from builder.model.answers import Form, Value, ValueKind
from builder.model.evidence import Year
from builder.model.registry import Respondent


@dataclass(frozen=True, slots=True)
class Body:
    """A body that was asked; without a form it was silent. `given` leaves out what was not answered."""

    respondent: Respondent
    form: Form | None
    given: Mapping[str, Value]

    def explains(self, code: str) -> bool:
        """Gives no number at a code but says that there are no data, at it, its field or its item."""
        parts = code.split(".")
        for end in range(3, len(parts) + 1):
            value = self.given.get(".".join(parts[:end]))
            if value is not None and value.kind is ValueKind.NO_DATA:
                return True
        reason = self.given.get(".".join((*parts[:2], "0")))
        return reason is not None and (reason.kind is not ValueKind.NO_DATA or bool(reason.text.strip()))


def bodies(year: Year, section: int) -> tuple[Body, ...]:
    """Those that a section asks, in the order of their ids; the general section asks all."""
    return _of_section(Same(year), section)


@lru_cache(maxsize=512)
def _of_section(year: Same[Year], section: int) -> tuple[Body, ...]:
    every = _bodies(year)
    return every if section == GENERAL else tuple(b for b in every if b.respondent.section == section)


@lru_cache(maxsize=32)
def _bodies(year: Same[Year]) -> tuple[Body, ...]:
    """Where a body has several forms, that of its own section counts."""
    forms: dict[str, Form] = {}
    sections = {issue.respondent.id: issue.respondent.section for issue in year.it.issues}
    for form in sorted(year.it.forms, key=lambda form: form.id):
        if form.respondent not in forms or form.section == sections.get(form.respondent):
            forms[form.respondent] = form
    made = []
    for issue in sorted(year.it.issues, key=lambda issue: issue.respondent.id):
        own = forms.get(issue.respondent.id)
        made.append(Body(issue.respondent, own, {} if own is None else given_of(own.answers)))
    return tuple(made)
