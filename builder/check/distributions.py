"""Every distribution says which count of its item it splits."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.check.fields import items
from builder.model.library import Library
from builder.model.questionnaire import FieldKind


def check_distributions(library: Library) -> Iterable[Finding]:
    for item in items(library):
        counts = [field.code for field in item.fields if field.kind is FieldKind.COUNT]
        for field in item.fields:
            if field.kind is FieldKind.DISTRIBUTION and field.of not in counts:
                known = ", ".join(str(code) for code in counts) or "—"
                data = {"of": "—" if field.of is None else str(field.of), "suggestion": known}
                yield Finding("Q505", field.place, data)
