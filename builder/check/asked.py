"""Every section of the questionnaire but the general one has a respondent."""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.model.library import Library

GENERAL = 1


def check_asked(library: Library) -> Iterable[Finding]:
    if library.respondents is None:
        return
    bodies = (*library.respondents.bodies, *(library.imported.bodies if library.imported is not None else ()))
    asked = {group.section for group in library.respondents.groups} | {body.section for body in bodies}
    for file in library.sections:
        number = file.section.number
        if number != GENERAL and number not in asked:
            yield Finding("Q633", library.respondents.provenance.place, {"section": str(number)})
